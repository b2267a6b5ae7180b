package chart

import (
	"fmt"
	"html"
	"strings"

	"sharingthecost/internal/draw"
)

// phone gives the split-bar table: one row a year, a bar and its value for
// each panel. Bars are small drawings of fixed width, because a page that
// forbids inline styles has no other way to give a table cell a length.
func (p *panels) list(string) string { return "" }

func (p *panels) phone(id string) string {
	if !p.split {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<table class=\"split-bars narrow\">\n<caption>%s</caption>\n<thead>\n<tr><th scope=\"col\">%s</th>", html.EscapeString(p.s.subject), html.EscapeString(p.s.xTitle))
	for _, pn := range p.parts {
		fmt.Fprintf(&b, `<th scope="col">%s</th>`, html.EscapeString(pn.col.scale.title))
	}
	b.WriteString("</tr>\n</thead>\n")
	last := -2
	for i := p.s.first; i < len(p.s.points); i++ {
		if !p.hasValue(i) {
			continue
		}
		pt := p.s.points[i]
		if pt.band != last {
			if last != -2 {
				b.WriteString("</tbody>\n")
			}
			b.WriteString("<tbody>\n")
			if pt.band >= 0 {
				fmt.Fprintf(&b, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", len(p.parts)+1, html.EscapeString(p.s.bands[pt.band].title()))
			}
			last = pt.band
		}
		fmt.Fprintf(&b, `<tr><th scope="row">%s</th>`, html.EscapeString(pt.name))
		for n, pn := range p.parts {
			if pn.col.values[i].Missing && p.running(i) {
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

func (p *panels) hasValue(i int) bool {
	for _, pn := range p.parts {
		if !pn.col.values[i].Missing {
			return true
		}
	}
	return false
}

// running reports whether a row is for a time not yet over. A value missing
// there is still to come, which a dash would not say.
func (p *panels) running(i int) bool {
	for _, pn := range p.parts {
		if pn.running[i] {
			return true
		}
	}
	return false
}

// splitBar draws one bar, and writes its value as text of the table.
func (pn *panel) splitBar(id string, i, panels int) string {
	if pn.col.values[i].Missing {
		return `<span class="none"><span aria-hidden="true">–</span><span class="spoken">no value</span></span>`
	}
	longest := 220.0 / float64(panels)
	const height = 18
	w := longest * pn.f(i) / pn.col.largestDrawn(pn.s)
	bar := draw.Rect{X: 1, Y: 1, W: max(w-2, 1), H: height - 2, Fill: pn.roles[i].fill()}
	pen := draw.Pen(pn.roles[i].token(), 1.5)
	switch {
	case pn.running[i]:
		bar.Fill, bar.Stroke = draw.Hatch(pn.roles[i].token()), pen.Dashed(4, 3)
	case pn.converted:
		bar.Fill, bar.Stroke = draw.Paint{}, pen
	}
	c := draw.Canvas{W: float64(int(w + 1)), H: height}
	c.Add(bar)
	svg := strings.ReplaceAll(draw.SVG(c, draw.Inline{ID: id, Hidden: true}), "\n", "")
	return svg + ` <span class="value">` + html.EscapeString(pn.number(i)) + "</span>"
}

// largestDrawn is the largest value between the first and the last point.
func (c *column) largestDrawn(s *series) float64 {
	m := 0.0
	for _, v := range c.values[s.first:] {
		if !v.Missing {
			m = max(m, v.F)
		}
	}
	return m
}

// limitsSentence says in words what the wedge of the wide drawing shows.
func (p *panels) limitsSentence() string {
	for _, pn := range p.parts {
		if l := pn.limits; l != nil {
			text := fmt.Sprintf("%s to %s: at the least %s (%s), at the most %s by %s (%s).", pn.pointName(l.from+1), l.name(pn), pn.phrase(l.from), lower(l.lowSay),
				pn.col.scale.phrase(l.high.values[l.last].F), l.name(pn), lower(l.highSay))
			return "<p class=\"limits narrow\">" + html.EscapeString(text) + "</p>\n"
		}
	}
	return ""
}
