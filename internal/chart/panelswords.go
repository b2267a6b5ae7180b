package chart

import (
	"fmt"
	"math"
	"strings"
)

// table gives one row for each year, grouped by band.
func (p *panels) table() grid {
	s := p.s
	g := grid{head: []heading{{title: s.xTitle}}, caption: s.caption}
	for _, c := range s.shownAs {
		g.head = append(g.head, heading{title: c.title, number: !c.text, unit: c.scale.unitName()})
	}
	if len(s.bands) > 0 {
		g.groupKey = "period"
		if n := slug(s.keys.BandNoun.S); n != "" {
			g.groupKey = n
		}
	}
	last := -2
	for i, pt := range s.points {
		row := []cell{textCell(pt.name)}
		any := false
		for _, c := range s.shownAs {
			cl := c.cell(i)
			any = any || cl.text != ""
			row = append(row, cl)
		}
		if !any {
			continue // a year of which nothing is known is a gap in the drawing and no row
		}
		if pt.band != last {
			gr := group{}
			if pt.band >= 0 {
				gr.title, gr.name = s.bands[pt.band].title(), s.bands[pt.band].name()
			}
			g.groups, last = append(g.groups, gr), pt.band
		}
		g.groups[len(g.groups)-1].rows = append(g.groups[len(g.groups)-1].rows, row)
	}
	return g
}

// cell is the column's cell of a table in row i.
func (c *column) cell(i int) cell {
	v := c.values[i]
	switch {
	case v.Missing:
		return cell{}
	case c.text:
		cl := textCell(v.Text)
		cl.raw = v.Raw
		return cl
	}
	return c.scale.cell(v.F)
}

// kinds names the forms of the panels: "Column and line chart".
func (p *panels) kinds() string {
	var names []string
	for _, pn := range p.parts {
		name := "column"
		if pn.line {
			name = "line"
		}
		names = addOnce(names, name)
	}
	return capital(list(names)) + " chart"
}

// ends are the first value drawn and the last that is not still running.
func (pn *panel) ends() (first, last int) {
	first = -1
	for i := pn.s.first; i < len(pn.s.points); i++ {
		if pn.col.values[i].Missing {
			continue
		}
		if first < 0 {
			first = i
		}
		if !pn.running[i] || last == 0 {
			last = i
		}
	}
	return first, last
}

func (pn *panel) f(i int) float64     { return pn.col.values[i].F }
func (pn *panel) phrase(i int) string { return pn.col.scale.phrase(pn.f(i)) }
func (pn *panel) number(i int) string { return pn.col.scale.number(pn.f(i)) }

// course says how the values went from first to last.
func (pn *panel) course(first, last int) string {
	a, b := pn.col.scale.round(pn.f(first)), pn.col.scale.round(pn.f(last))
	if a == b {
		return "was"
	}
	if b > a {
		return "rose from"
	}
	return "fell from"
}

func (p *panels) alt() string {
	var b strings.Builder
	b.WriteString(p.kinds() + ". ")
	for n, pn := range p.parts {
		first, last := pn.ends()
		if n > 0 {
			fmt.Fprintf(&b, "; %s it was %s in %s and %s in %s", pn.medium(), pn.phrase(first), pn.pointName(first), pn.phrase(last), pn.pointName(last))
			continue
		}
		b.WriteString(p.s.subject + " " + pn.course(first, last) + " ")
		if pn.course(first, last) == "was" {
			fmt.Fprintf(&b, "%s in both %s and %s", pn.phrase(first), pn.pointName(first), pn.pointName(last))
		} else {
			fmt.Fprintf(&b, "%s in %s to %s in %s", pn.phrase(first), pn.pointName(first), pn.phrase(last), pn.pointName(last))
		}
		if f := pn.forecast; f != nil {
			word := "as"
			switch got := pn.col.values[f.last]; {
			case got.Missing:
			case pn.col.scale.round(got.F) < pn.col.scale.round(f.col.values[f.last].F):
				word = "below"
			case pn.col.scale.round(got.F) > pn.col.scale.round(f.col.values[f.last].F):
				word = "above"
			}
			fmt.Fprintf(&b, ", %s the %s of about %s", word, lower(f.says), pn.col.scale.phrase(f.col.values[f.last].F))
		}
	}
	return b.String() + ". Table below."
}

// medium says in what a panel measures: "in dollars".
func (pn *panel) medium() string {
	switch pn.col.scale.unit {
	case "usd_bn":
		return "in dollars"
	case "krw_bn":
		return "in won"
	}
	return "by " + lower(pn.title)
}

func (p *panels) describe() []string {
	out := []string{p.opening()}
	for n, pn := range p.parts {
		where := "The chart"
		if len(p.parts) == 2 {
			where = []string{"The upper chart", "The lower chart"}[n]
		} else if len(p.parts) > 2 {
			where = fmt.Sprintf("Chart %d", n+1)
		}
		out = append(out, pn.describe(where))
	}
	return out
}

func (p *panels) opening() string {
	drawn := p.s.drawn()
	first, last := drawn[0].name, drawn[len(drawn)-1].name
	text := fmt.Sprintf("The horizontal axis runs from %s to %s", first, last)
	if n := len(p.parts); n > 1 {
		text = fmt.Sprintf("%s charts share a horizontal axis from %s to %s", capital(count(n)), first, last)
	}
	var names []string
	for i, bd := range p.s.bands {
		for _, pt := range drawn {
			if pt.band == i {
				names = addOnce(names, bd.title())
			}
		}
	}
	if len(names) > 0 {
		noun := p.s.keys.BandNoun.S
		if noun == "" {
			noun = "period"
		}
		text += fmt.Sprintf(", divided into %s %ss (%s)", count(len(names)), noun, strings.Join(names, "; "))
	}
	return text + "."
}

// describe gives a panel's scale, its values and what matters in them.
func (pn *panel) describe(where string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s shows %s, on a scale from 0 to %s.", where, lower(pn.title), pn.tick(pn.ticks[len(pn.ticks)-1]))
	var values, running []string
	for i := pn.s.first; i < len(pn.s.points); i++ {
		switch {
		case pn.col.values[i].Missing:
		case pn.running[i]:
			running = append(running, fmt.Sprintf("%s is agreed for %s, which is not over", pn.number(i), pn.pointName(i)))
		default:
			values = append(values, fmt.Sprintf("%s in %s", pn.number(i), pn.pointName(i)))
		}
	}
	fmt.Fprintf(&b, " The values are %s.", list(values))
	if len(running) > 0 {
		fmt.Fprintf(&b, " %s.", list(running))
	}
	b.WriteString(pn.relations())
	if pn.below != nil {
		b.WriteString(pn.belowWords())
	}
	if l := pn.limits; l != nil {
		fmt.Fprintf(&b, " From %s to %s a wedge shows the limits: at the least %s (%s), at the most %s by %s (%s).", pn.pointName(l.from+1), l.name(pn),
			pn.number(l.from), lower(l.lowSay), pn.col.scale.number(l.high.values[l.last].F), l.name(pn), lower(l.highSay))
	}
	if pn.forecast != nil {
		b.WriteString(pn.forecastWords())
	}
	for _, a := range pn.notes {
		fmt.Fprintf(&b, " A note at %s says: %s", pn.pointName(a.at), sentence(a.says))
	}
	return b.String()
}

// relations says what the values do together: the whole change, and the
// lowest and highest where these are not the ends.
func (pn *panel) relations() string {
	first, last := pn.ends()
	if first == last {
		return ""
	}
	low, high := first, first
	for i := first; i <= last; i++ {
		if pn.col.values[i].Missing || pn.running[i] {
			continue
		}
		if pn.f(i) < pn.f(low) {
			low = i
		}
		if pn.f(i) > pn.f(high) {
			high = i
		}
	}
	text := fmt.Sprintf(" From %s to %s the value %s.", pn.pointName(first), pn.pointName(last), changeWords(pn.f(first), pn.f(last)))
	if low != first && low != last {
		text += fmt.Sprintf(" The lowest is %s in %s.", pn.number(low), pn.pointName(low))
	}
	if high != first && high != last {
		text += fmt.Sprintf(" The highest is %s in %s.", pn.number(high), pn.pointName(high))
	}
	return text
}

// changeWords says a change in whole percent.
func changeWords(from, to float64) string {
	if from == 0 {
		return "began at nothing"
	}
	change := math.Round((to/from - 1) * 100)
	switch {
	case change > 0:
		return fmt.Sprintf("rose by %.0f%%", change)
	case change < 0:
		return fmt.Sprintf("fell by %.0f%%", -change)
	}
	return "hardly changed"
}

func (pn *panel) belowWords() string {
	var parts []string
	for i := pn.s.first; i < len(pn.s.points); i++ {
		if s := pn.belowText(i, false); s != "" {
			parts = append(parts, fmt.Sprintf("%s in %s", s, pn.pointName(i)))
		}
	}
	return fmt.Sprintf(" Below the years stands the %s: %s.", lower(pn.below.title), list(parts))
}

func (pn *panel) forecastWords() string {
	f := pn.forecast
	var parts []string
	for i := pn.s.first; i <= f.last; i++ {
		if v := f.col.values[i]; !v.Missing {
			parts = append(parts, fmt.Sprintf("%s in %s", f.col.scale.number(v.F), pn.pointName(i)))
		}
	}
	text := fmt.Sprintf(" A dashed line shows the %s: %s.", lower(f.says), list(parts))
	if !pn.col.values[f.last].Missing {
		text += fmt.Sprintf(" In %s it was %s instead.", pn.pointName(f.last), pn.number(f.last))
	}
	return text
}
