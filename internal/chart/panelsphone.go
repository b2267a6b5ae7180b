package chart

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/table"
)

// phone gives the split-bar table: one row a year, a bar and its value for
// each panel. Bars are small drawings of fixed width, because a page that
// forbids inline styles has no other way to give a table cell a length.
func (p *panels) Phone(id string) string {
	if !p.split {
		return ""
	}
	g := table.Table{Columns: []table.Column{{Title: p.s.XTitle}}}
	for _, pn := range p.parts {
		g.Columns = append(g.Columns, table.Column{Title: pn.Format.Title})
	}
	g.Groups = groups(p.s, func(i int) []table.Cell {
		if i < p.First || !p.any(func(pn *panel) bool { return !pn.col.Missing(i) }) {
			return nil
		}
		row := []table.Cell{{Text: p.Points[i].Name}}
		for n, pn := range p.parts {
			cl := pn.splitBar(fmt.Sprintf("%s-bar-%d-%d", id, n, i), i, len(p.parts))
			if pn.col.Missing(i) && p.any(func(pn *panel) bool { return pn.Running[i] }) { // still to come, which a dash would not say
				cl.HTML = `<span class="none">` + html.EscapeString(p.lang.Chart.Panels.YearNotOver) + `</span>`
			}
			row = append(row, cl)
		}
		return row
	})
	return g.HTML(p.lang, `class="split-bars narrow"`, p.s.Subject) + p.limitsSentence()
}

func (p *panels) any(is func(*panel) bool) bool { return slices.ContainsFunc(p.parts, is) }

// splitBar draws one bar, and writes its value as text of the table.
func (pn *panel) splitBar(id string, i, panels int) table.Cell {
	if pn.col.Missing(i) {
		return table.Cell{}
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
	return table.Cell{HTML: inlineSVG(c, draw.Inline{ID: id, Hidden: true}) + ` <span class="value">` + html.EscapeString(pn.number(i)) + "</span>"}
}

// inlineSVG is a small drawing on one line.
func inlineSVG(c draw.Canvas, in draw.Inline) string {
	return strings.ReplaceAll(draw.SVG(c, in), "\n", "")
}

// limitsSentence says in words what the wedge of the wide drawing shows.
func (p *panels) limitsSentence() string {
	for _, pn := range p.parts {
		if l := pn.Limits; l != nil {
			text := pn.lang.Chart.Panels.LimitsTo.With("from", pn.name(l.From+1), "to", pn.name(l.Last), "limits", pn.limitsWords(pn.Format.Phrase))
			return "<p class=\"limits narrow\">" + html.EscapeString(text) + "</p>\n"
		}
	}
	return ""
}
