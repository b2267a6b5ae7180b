package chart

import (
	"cmp"
	"fmt"
	"strings"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// table gives one row for each year, grouped by band.
func (p *panels) Table() table.Table {
	s := p.s
	g := table.Table{Columns: []table.Column{{Title: s.XTitle}}, Caption: s.Caption}
	for _, c := range s.ShownAs {
		g.Columns = append(g.Columns, table.Column{Title: c.Title, Number: c.Words == nil, Unit: c.Format.UnitName()})
	}
	if len(s.Bands) > 0 {
		g.GroupKey = cmp.Or(table.Slug(s.Keys.BandNoun.S), "period")
	}
	g.Groups = groups(s, func(i int) []table.Cell {
		row, any := []table.Cell{table.Text(s.Points[i].Name)}, false
		if pt := s.Points[i]; pt.Key != pt.Name {
			row[0].Raw = pt.Key
		}
		for _, c := range s.ShownAs {
			cl := c.Cell(i)
			any = any || cl.Text != ""
			row = append(row, cl)
		}
		if !any {
			return nil // a year of which nothing is known is a gap in the drawing and no row
		}
		return row
	})
	return g
}

// groups parts the rows by bands; points that have no row are left out.
func groups(s *series.Series, row func(i int) []table.Cell) (groups []table.Group) {
	last := -2
	for i, pt := range s.Points {
		cells := row(i)
		if cells == nil {
			continue
		}
		if pt.Band != last {
			gr := table.Group{}
			if pt.Band >= 0 {
				gr.Title, gr.Name = s.Bands[pt.Band].Title(), s.Bands[pt.Band].Name()
			}
			groups, last = append(groups, gr), pt.Band
		}
		gr := &groups[len(groups)-1]
		gr.Rows = append(gr.Rows, cells)
	}
	return groups
}

// kinds names the forms of the panels: "Column and line chart".
func (p *panels) kinds() string {
	var names []string
	for _, pn := range p.parts {
		name := "column"
		if pn.Line {
			name = "line"
		}
		names = series.AddOnce(names, name)
	}
	return lang.Capital(p.lang.List(names)) + " chart"
}

// ends are the first value drawn and the last that is not still running.
func (pn *panel) ends() (first, last int) {
	first = -1
	for i := range pn.s.Present(pn.Values) {
		if first < 0 {
			first = i
		}
		if !pn.Running[i] || last == 0 {
			last = i
		}
	}
	return first, last
}

func (pn *panel) name(i int) string   { return pn.s.Points[i].Name }
func (pn *panel) when(i int) string   { return form.When(pn.lang, pn.s.Kind, pn.name(i)) }
func (pn *panel) phrase(i int) string { return pn.Format.Phrase(pn.Values[i]) }
func (pn *panel) number(i int) string { return pn.Format.Number(pn.Values[i]) }
func (pn *panel) said(i int) string   { return pn.Format.Said(pn.Values[i]) }

// belowText is the text under the year: the rise, or “frozen” for none.
func (pn *panel) belowText(i int, narrow bool) string {
	c := pn.below
	s := c.Cell(i).Text
	switch {
	case c.Missing(i) || c.Words != nil:
		return s
	case c.Format.Round(c.Values[i]) == 0:
		if !narrow && c.Zero != "" {
			return c.Zero
		}
		return "0"
	case narrow:
		return form.PlainNumber(pn.lang, s)
	}
	return s
}

// course says how the values went from first to last.
func (pn *panel) course(first, last int) string {
	if first == last {
		return "was"
	}
	a, b := pn.Format.Round(pn.Values[first]), pn.Format.Round(pn.Values[last])
	if a == b {
		return "was"
	}
	if b > a {
		return "rose from"
	}
	return "fell from"
}

func (p *panels) Alt() string {
	var b strings.Builder
	b.WriteString(p.kinds() + ". ")
	for n, pn := range p.parts {
		first, last := pn.ends()
		if n > 0 {
			fmt.Fprintf(&b, "; %s it was %s", pn.medium(), pn.atEnds(" and "))
			continue
		}
		switch course := pn.course(first, last); {
		case p.Kind == plot.Names && first != last:
			low, high := pn.extremes()
			fmt.Fprintf(&b, "%s: lowest %s (%s), highest %s (%s)", p.s.Subject, pn.phrase(low), pn.name(low), pn.phrase(high), pn.name(high))
		case course == "was" && first != last:
			fmt.Fprintf(&b, "%s was %s %s", p.s.Subject, pn.phrase(first), form.When(p.lang, p.Kind, "both "+pn.name(first)+" and "+pn.name(last)))
		default:
			b.WriteString(p.s.Subject + " " + course + " " + pn.atEnds(" to "))
		}
		if f := pn.Forecast; f != nil {
			word := "as"
			switch got, said := pn.Format.Round(pn.Values[f.Last]), pn.Format.Round(f.Values[f.Last]); {
			case got < said:
				word = "below"
			case got > said:
				word = "above"
			}
			fmt.Fprintf(&b, ", %s the %s of about %s", word, pn.expecting, pn.Format.Phrase(f.Values[f.Last]))
		}
	}
	return b.String() + ". Table below."
}

// atEnds gives the first value and the last, one where there is only one.
func (pn *panel) atEnds(between string) string {
	first, last := pn.ends()
	if first == last {
		return pn.phrase(first) + " " + pn.when(first)
	}
	return pn.phrase(first) + " " + pn.when(first) + between + pn.phrase(last) + " " + pn.when(last)
}

// medium says in what a panel measures: "in billion euros".
func (pn *panel) medium() string {
	if pn.Format.Unit.Measures() {
		return "in " + pn.lang.Within(pn.Format.Title)
	}
	return "by " + pn.titleWords()
}

// titleWords is the title within a sentence: as it is written, or the unit.
func (pn *panel) titleWords() string {
	switch {
	case pn.Title != pn.Format.Title:
	case pn.Format.Unit == unit.Count:
		return "numbers"
	case pn.Format.Unit == unit.Times:
		return "multiples"
	default:
		return pn.lang.Within(pn.Title)
	}
	return "“" + pn.Title + "”"
}

func (p *panels) Describe() []string {
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
	drawn := p.Drawn()
	first, last := drawn[0].Name, drawn[len(drawn)-1].Name
	axis := fmt.Sprintf("from %s to %s", first, last)
	switch {
	case len(drawn) == 1:
		axis = "of " + first + " alone"
	case p.Kind == plot.Names:
		axis = fmt.Sprintf("of %s names, %s", p.lang.Count(len(drawn)), axis)
	}
	text := "The horizontal axis has " + strings.TrimPrefix(axis, "of ")
	if n := len(p.parts); n > 1 {
		text = lang.Capital(p.lang.Count(n)) + " charts share a horizontal axis " + axis
	} else if p.Kind != plot.Names && len(drawn) > 1 {
		text = "The horizontal axis runs " + axis
	}
	var names []string
	for i, bd := range p.Bands {
		for _, pt := range drawn {
			if pt.Band == i {
				names = series.AddOnce(names, bd.Title())
			}
		}
	}
	if len(names) > 0 {
		text += fmt.Sprintf(", divided into %s %ss (%s)", p.lang.Count(len(names)), cmp.Or(p.s.Keys.BandNoun.S, "period"), strings.Join(names, "; "))
	}
	return text + "."
}

// describe gives a panel's scale, its values and what matters in them.
func (pn *panel) describe(where string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s shows %s, on a scale from %s to %s.", where, pn.titleWords(), pn.Tick(pn.Ticks[0]), pn.Tick(pn.Ticks[len(pn.Ticks)-1]))
	var values, running []string
	for i := range pn.s.Present(pn.Values) {
		if pn.Running[i] {
			running = append(running, fmt.Sprintf("%s is agreed for %s, which is not over", pn.said(i), pn.name(i)))
			continue
		}
		values = append(values, pn.said(i)+" "+pn.when(i))
	}
	switch len(values) {
	case 0:
	case 1:
		fmt.Fprintf(&b, " The value is %s.", values[0])
	default:
		fmt.Fprintf(&b, " The values are %s.", pn.lang.List(values))
	}
	if len(running) > 0 {
		fmt.Fprintf(&b, " %s.", pn.lang.List(running))
	}
	b.WriteString(pn.relations())
	if pn.below != nil {
		b.WriteString(pn.belowWords())
	}
	if l := pn.Limits; l != nil {
		fmt.Fprintf(&b, " From %s to %s a wedge shows the limits: %s.", pn.name(l.From+1), pn.name(l.Last), pn.limitsWords(pn.Format.Said))
	}
	if pn.Forecast != nil {
		b.WriteString(pn.forecastWords())
	}
	b.WriteString(pn.proposalsSay())
	for _, a := range pn.Notes {
		fmt.Fprintf(&b, " A note at %s says: %s", pn.name(a.At), lang.Sentence(a.Says))
	}
	return b.String()
}

// relations says what the values do together: the change in all, and the
// lowest and highest where these are not the ends.
func (pn *panel) relations() string {
	first, last := pn.ends()
	if first == last {
		return ""
	}
	low, high := pn.extremes()
	names, text := pn.s.Kind == plot.Names, ""
	if !names { // names have no order that a value could rise along
		text = fmt.Sprintf(" From %s to %s the value %s.", pn.name(first), pn.name(last), pn.Format.Change(pn.Values[first], pn.Values[last]))
	}
	if names || low != first && low != last {
		text += fmt.Sprintf(" The lowest is %s %s.", pn.said(low), pn.when(low))
	}
	if names || high != first && high != last {
		text += fmt.Sprintf(" The highest is %s %s.", pn.said(high), pn.when(high))
	}
	return text
}

// extremes are the lowest value and the highest of those that are not running.
func (pn *panel) extremes() (low, high int) {
	first, last := pn.ends()
	low, high = first, first
	for i := range pn.s.Present(pn.Values) {
		if pn.Running[i] || i > last {
			continue
		}
		if pn.Values[i] < pn.Values[low] {
			low = i
		}
		if pn.Values[i] > pn.Values[high] {
			high = i
		}
	}
	return low, high
}

func (pn *panel) belowWords() string {
	var parts []string
	for i := pn.s.First; i < len(pn.s.Points); i++ {
		if s := pn.belowText(i, false); s != "" {
			parts = append(parts, s+" "+pn.when(i))
		}
	}
	return fmt.Sprintf(" Below the %ss stands “%s”: %s.", pn.s.Kind, pn.below.Title, pn.lang.List(parts))
}

// limitsWords says what the wedge shows, its numbers written in a form.
func (pn *panel) limitsWords(form func(float64) string) string {
	l := pn.Limits
	return fmt.Sprintf("at the least %s (%s), at the most %s by %s (%s)", form(pn.Values[l.From]), pn.lowSays, form(l.High[l.Last]), pn.name(l.Last), pn.highSays)
}

func (pn *panel) forecastWords() string {
	f := pn.Forecast
	var parts []string
	for i, v := range pn.s.Present(f.Values) {
		parts = append(parts, pn.Format.Said(v)+" "+pn.when(i))
	}
	text := fmt.Sprintf(" A dashed line shows the %s: %s.", pn.expecting, pn.lang.List(parts))
	if !pn.col.Missing(f.Last) {
		text += fmt.Sprintf(" %s it was %s instead.", lang.Capital(pn.when(f.Last)), pn.said(f.Last))
	}
	return text
}
