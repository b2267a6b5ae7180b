package chart

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"sharingthecost/internal/draw"
)

// phone gives the split-bar table: one row a year, a bar and its value for
// each panel. Bars are small drawings of fixed width, because a page that
// forbids inline styles has no other way to give a table cell a length.
func (p *panels) phone(id string) string {
	if !p.split {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<table class=\"split-bars narrow\">\n<caption>%s</caption>\n<thead>\n<tr><th scope=\"col\">%s</th>", html.EscapeString(p.s.subject), html.EscapeString(p.s.xTitle))
	for _, pn := range p.parts {
		fmt.Fprintf(&b, `<th scope="col">%s</th>`, html.EscapeString(pn.Format.Title))
	}
	b.WriteString("</tr>\n</thead>\n")
	last := -2
	for i, pt := range p.s.Points {
		if i < p.s.First || !p.any(func(pn *panel) bool { return !pn.col.missing(i) }) {
			continue
		}
		running := p.any(func(pn *panel) bool { return pn.Running[i] })
		if pt.Band != last {
			if last != -2 {
				b.WriteString("</tbody>\n")
			}
			b.WriteString("<tbody>\n")
			if pt.Band >= 0 {
				fmt.Fprintf(&b, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", len(p.parts)+1, html.EscapeString(p.s.Bands[pt.Band].Title()))
			}
			last = pt.Band
		}
		fmt.Fprintf(&b, `<tr><th scope="row">%s</th>`, html.EscapeString(pt.Name))
		for n, pn := range p.parts {
			if pn.col.missing(i) && running { // still to come, which a dash would not say
				b.WriteString(`<td><span class="none">year not over</span></td>`)
				continue
			}
			b.WriteString("<td>" + pn.splitBar(fmt.Sprintf("%s-bar-%d-%d", id, n, i), i, len(p.parts)) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n" + p.limitsSentence())
	return b.String()
}

func (p *panels) any(is func(*panel) bool) bool { return slices.ContainsFunc(p.parts, is) }

// splitBar draws one bar, and writes its value as text of the table.
func (pn *panel) splitBar(id string, i, panels int) string {
	if pn.col.missing(i) {
		return noValue
	}
	largest := 0.0
	for _, v := range pn.s.Present(pn.Values) {
		largest = max(largest, v)
	}
	const height = 18
	w := 220.0 / float64(panels) * pn.Values[i] / largest
	bar := draw.Rect{X: 1, Y: 1, W: max(w-2, 1), H: height - 2}
	c := draw.Canvas{W: float64(int(w + 1)), H: height}
	c.Add(pn.Roles[i].Style(bar, pn.Running[i], pn.Converted, draw.Paint{}))
	return inlineSVG(c, draw.Inline{ID: id, Hidden: true}) + ` <span class="value">` + html.EscapeString(pn.number(i)) + "</span>"
}

// inlineSVG is a small drawing on one line.
func inlineSVG(c draw.Canvas, in draw.Inline) string {
	return strings.ReplaceAll(draw.SVG(c, in), "\n", "")
}

// limitsSentence says in words what the wedge of the wide drawing shows.
func (p *panels) limitsSentence() string {
	for _, pn := range p.parts {
		if l := pn.Limits; l != nil {
			text := fmt.Sprintf("%s to %s: %s.", pn.name(l.From+1), pn.name(l.Last), pn.limitsWords(pn.Format.Phrase))
			return "<p class=\"limits narrow\">" + html.EscapeString(text) + "</p>\n"
		}
	}
	return ""
}
