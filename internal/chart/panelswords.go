package chart

import (
	"cmp"
	"slices"
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
		g.Columns = append(g.Columns, table.Column{Title: c.Title, Number: c.Words == nil, Unit: c.Format.UnitName(), Aside: c.Aside})
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
		if !any && s.Kind != plot.Names {
			return nil // a year of which nothing is known is a gap in the drawing and no row; a name is drawn
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
	words, first := p.lang.Chart.Panels, p.parts[0].Line
	both := slices.ContainsFunc(p.parts, func(pn *panel) bool { return pn.Line != first })
	switch {
	case both && first:
		return words.LineAndColumns
	case both:
		return words.ColumnsAndLine
	case first:
		return words.Line
	}
	return words.Columns
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

func (p *panels) Alt() string {
	says := ""
	for n, pn := range p.parts {
		if n == 0 {
			says = pn.course(p.s.Subject)
		} else {
			says = pn.words().Further.With("says", says, "medium", pn.medium(), "ends", pn.atEnds(pn.words().EndsAnd))
		}
		if f := pn.Forecast; f != nil {
			pattern := pn.words().AsForecast
			switch got, said := pn.Format.Round(pn.Values[f.Last]), pn.Format.Round(f.Values[f.Last]); {
			case got < said:
				pattern = pn.words().BelowIt
			case got > said:
				pattern = pn.words().AboveIt
			}
			says = pattern.With("says", says, "forecast", pn.expecting, "value", pn.Format.Phrase(f.Values[f.Last]))
		}
	}
	return lang.Sentences(p.kinds(), says, p.lang.Chart.TableBelow)
}

func (pn *panel) words() lang.Panels { return pn.lang.Chart.Panels }

// course says how the values went from first to last.
func (pn *panel) course(subject string) string {
	first, last := pn.ends()
	words := pn.words()
	if pn.s.Kind == plot.Names && first != last {
		low, high := pn.extremes()
		return words.Extremes.With("subject", subject, "low", pn.phrase(low), "lowName", pn.name(low), "high", pn.phrase(high), "highName", pn.name(high))
	}
	a, b := pn.Format.Round(pn.Values[first]), pn.Format.Round(pn.Values[last])
	switch {
	case first == last:
		return words.Was.With("subject", subject, "ends", pn.atEnds(words.EndsTo))
	case a == b:
		both := words.Both.With("first", pn.name(first), "last", pn.name(last))
		return words.WasAlways.With("subject", subject, "value", pn.phrase(first), "when", form.When(pn.lang, pn.s.Kind, both))
	case b > a:
		return words.Rose.With("subject", subject, "ends", pn.atEnds(words.EndsTo))
	}
	return words.Fell.With("subject", subject, "ends", pn.atEnds(words.EndsTo))
}

// atEnds gives the first value and the last, one where there is only one.
func (pn *panel) atEnds(pattern lang.Pattern) string {
	first, last := pn.ends()
	if first == last {
		return pn.phrase(first) + " " + pn.when(first)
	}
	return pattern.With("from", pn.phrase(first), "since", pn.when(first), "to", pn.phrase(last), "until", pn.when(last))
}

// medium says in what a panel measures: "in billion euros".
func (pn *panel) medium() string {
	if pn.Format.Unit.Measures() {
		return pn.words().InUnit.With("unit", pn.lang.Within(pn.Format.Title))
	}
	return pn.words().ByTitle.With("title", pn.titleWords())
}

// titleWords is the title within a sentence: as it is written, or the unit.
func (pn *panel) titleWords() string {
	switch {
	case pn.Title != pn.Format.Title:
	case pn.Format.Unit == unit.Count:
		return pn.words().Numbers
	case pn.Format.Unit == unit.Times:
		return pn.words().Multiples
	default:
		return pn.lang.Within(pn.Title)
	}
	return pn.lang.Quoted(pn.Title)
}

func (p *panels) Describe() []string {
	words := p.lang.Chart.Panels
	out := []string{p.opening()}
	for n, pn := range p.parts {
		where := words.TheChart
		if len(p.parts) == 2 {
			where = []string{words.Upper, words.Lower}[n]
		} else if len(p.parts) > 2 {
			where = words.Nth.With("n", n+1)
		}
		out = append(out, pn.describe(where))
	}
	return out
}

func (p *panels) opening() string {
	drawn, words := p.Drawn(), p.lang.Chart.Panels
	runs, alone, named := words.AxisRuns, words.AxisAlone, words.AxisNames
	if len(p.parts) > 1 {
		runs, alone, named = words.ShareRuns, words.ShareAlone, words.ShareNames
	}
	pattern := runs
	if len(drawn) == 1 {
		pattern = alone
	} else if p.Kind == plot.Names {
		pattern = named
	}
	first, last := drawn[0].Name, drawn[len(drawn)-1].Name
	text := pattern.With("charts", lang.Capital(p.lang.Count(len(p.parts))), "count", p.lang.Count(len(drawn)), "name", first, "first", first, "last", last)
	var names []string
	for i, bd := range p.Bands {
		for _, pt := range drawn {
			if pt.Band == i {
				names = series.AddOnce(names, bd.Title())
			}
		}
	}
	if len(names) > 0 {
		text = words.Divided.With("axis", text, "count", p.lang.Count(len(names)), "noun", cmp.Or(p.s.Keys.BandNoun.S, p.lang.Chart.Period), "names", strings.Join(names, "; "))
	}
	return text + "."
}

// describe gives a panel's scale, its values and what matters in them.
func (pn *panel) describe(where string) string {
	words := pn.words()
	out := []string{words.Shows.With("where", where, "title", pn.titleWords(), "low", pn.Tick(pn.Ticks[0]), "high", pn.Tick(pn.Ticks[len(pn.Ticks)-1]))}
	var values, running []string
	for i := range pn.s.Present(pn.Values) {
		if pn.Running[i] {
			running = append(running, words.Running.With("value", pn.said(i), "name", pn.name(i)))
			continue
		}
		values = append(values, pn.said(i)+" "+pn.when(i))
	}
	switch len(values) {
	case 0:
	case 1:
		out = append(out, words.OneValue.With("value", values[0]))
	default:
		out = append(out, words.Values.With("values", pn.lang.List(values)))
	}
	if len(running) > 0 {
		out = append(out, pn.lang.List(running)+".")
	}
	out = append(out, pn.relations()...)
	if pn.below != nil {
		out = append(out, pn.belowWords())
	}
	if l := pn.Limits; l != nil {
		out = append(out, words.Limits.With("from", pn.name(l.From+1), "to", pn.name(l.Last), "limits", pn.limitsWords(pn.Format.Said)))
	}
	if pn.Forecast != nil {
		out = append(out, pn.forecastWords()...)
	}
	out = append(out, pn.proposalsSay()...)
	for _, a := range pn.Notes {
		out = append(out, words.Note.With("name", pn.name(a.At), "says", lang.Sentence(a.Says)))
	}
	return strings.Join(out, " ")
}

// relations says what the values do together: the change in all, and the
// lowest and highest where these are not the ends.
func (pn *panel) relations() (out []string) {
	first, last := pn.ends()
	if first == last {
		return nil
	}
	low, high := pn.extremes()
	names, words := pn.s.Kind == plot.Names, pn.words()
	if !names { // names have no order that a value could rise along
		out = append(out, words.Changed.With("from", pn.name(first), "to", pn.name(last), "change", pn.Format.Change(pn.Values[first], pn.Values[last])))
	}
	if names || low != first && low != last {
		out = append(out, words.Lowest.With("value", pn.said(low), "when", pn.when(low)))
	}
	if names || high != first && high != last {
		out = append(out, words.Highest.With("value", pn.said(high), "when", pn.when(high)))
	}
	return out
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

// belowEach says under a narrow drawing what stands below its points.
func (pn *panel) belowEach() string {
	words := pn.words()
	point := map[plot.Kind]string{plot.Names: words.PointName, plot.Years: words.PointYear, plot.Months: words.PointMonth, plot.Days: words.PointDay, plot.Numbers: words.PointNumber}[pn.s.Kind]
	return words.BelowEach.With("point", point, "title", pn.below.Title)
}

func (pn *panel) belowWords() string {
	var parts []string
	for i := pn.s.First; i < len(pn.s.Points); i++ {
		if s := pn.belowText(i, false); s != "" {
			parts = append(parts, s+" "+pn.when(i))
		}
	}
	words := pn.words()
	points := map[plot.Kind]string{plot.Names: words.PointNames, plot.Years: words.PointYears, plot.Months: words.PointMonths, plot.Days: words.PointDays, plot.Numbers: words.PointNumbers}[pn.s.Kind]
	return words.Below.With("points", points, "title", pn.below.Title, "list", pn.lang.List(parts))
}

// limitsWords says what the wedge shows, its numbers written in a form.
func (pn *panel) limitsWords(form func(float64) string) string {
	l := pn.Limits
	return pn.words().LimitsSay.With("low", form(pn.Values[l.From]), "lowSays", pn.lowSays, "high", form(l.High[l.Last]), "name", pn.name(l.Last), "highSays", pn.highSays)
}

func (pn *panel) forecastWords() []string {
	f := pn.Forecast
	var parts []string
	for i, v := range pn.s.Present(f.Values) {
		parts = append(parts, pn.Format.Said(v)+" "+pn.when(i))
	}
	out := []string{pn.words().Forecast.With("forecast", pn.expecting, "list", pn.lang.List(parts))}
	if !pn.col.Missing(f.Last) {
		out = append(out, pn.words().Instead.With("when", lang.Capital(pn.when(f.Last)), "value", pn.said(f.Last)))
	}
	return out
}
