package chart

import (
	"cmp"
	"fmt"
	"html"
	"strconv"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
	"sharingthecost/internal/vocabulary"
)

func (t *timeline) Alt() string {
	words := t.lang.Chart
	text := words.Timeline.With("from", t.From, "until", t.Until)
	var spans string
	for _, p := range t.gaps() {
		from, end := record.Date{Year: p.from.Year, Month: p.from.Month}, record.Date{Year: p.until.Year}
		if p.until.IsZero() || p.until.Month > 0 {
			end = record.Date{Year: p.Until.Year(), Month: int(p.Until.Month())}
		}
		first := from.Prose(t.lang)
		if from.Year == end.Year && from.Month > 0 {
			first = t.lang.Dates.Months[from.Month-1]
		}
		span := words.GapSpan.With("from", first, "until", end.Prose(t.lang))
		if spans != "" {
			span = words.GapMore.With("list", spans, "last", span)
		}
		spans = span
	}
	if spans != "" {
		name := words.NothingInForce
		for _, p := range t.gaps() {
			name = cmp.Or(p.name, name)
		}
		text = words.TimelineGaps.With("timeline", text, "name", name, "spans", spans)
	}
	return text + "."
}

func (t *timeline) Describe() []string {
	out := []string{t.Alt()}
	for _, e := range t.events {
		out = append(out, e.Date.Prose(t.lang)+": "+lang.Sentence(e.says))
	}
	return out
}

func (t *timeline) Table() table.Table {
	g := table.Table{Columns: t.columns(), GroupKey: "row"}
	for i, tr := range t.Tracks {
		gr := table.Group{Title: tr.Label, Name: tr.Label}
		for _, p := range t.periods[i] {
			gr.Rows = append(gr.Rows, t.periodRow(p))
		}
		g.Groups = append(g.Groups, gr)
	}
	gr := table.Group{Title: t.lang.Chart.Events, Name: t.lang.Chart.Events}
	for i := range t.events {
		gr.Rows = append(gr.Rows, t.eventRow(i))
	}
	g.Groups = append(g.Groups, gr)
	return g
}

func (t *timeline) columns() []table.Column {
	words := t.lang.Chart
	return []table.Column{{Title: words.Date}, {Title: words.Until, Aside: true}, {Title: words.What}, {Title: words.InFull, Aside: true}, {Title: words.Months, Number: true, Unit: "months", Aside: true}, {Title: words.StepBy, Aside: true}, {Title: words.KnownTo}, {Title: words.Source}}
}

func (t *timeline) periodRow(p period) []table.Cell {
	what := p.says
	if p.Gap && p.name != "" { // “None” says little without the drawing
		what = lang.Capital(p.name)
	}
	row := []table.Cell{t.dateCell(p.from), {}, {Text: what}, {}, {}, {}, {Text: t.precision(p.from)}, p.source}
	if !p.until.IsZero() {
		row[1] = t.dateCell(p.until)
		if p.from.Day > 0 || p.until.Month == 0 { // the coarser of the two
			row[6].Text = t.precision(p.until)
		}
	}
	if p.Note != "" {
		row[3].Text = lang.Sentence(p.Note)
	}
	if p.Gap {
		row[4] = table.Cell{Text: strconv.Itoa(p.months())}
	}
	return row
}

func (t *timeline) eventRow(i int) []table.Cell {
	e := t.events[i]
	return []table.Cell{t.dateCell(e.Date), {}, {Text: t.Events[i].Says}, {Text: e.says}, {}, {Text: e.party.Name.S},
		{Text: t.precision(e.Date)}, e.source}
}

// tell gives each period and event its row of the table to say: in the explorable view a
// row of the drawing has several.
func (t *timeline) tell() {
	columns := t.columns()
	for i := range t.Tracks {
		for n := range t.Tracks[i].Periods {
			row := t.periodRow(t.periods[i][n])
			t.Tracks[i].Periods[n].Tip = row[0].Text + tip(columns, row)
		}
	}
	for i := range t.Events {
		row := t.eventRow(i)
		t.Events[i].Tip = row[0].Text + tip(columns, row)
	}
}

func (t *timeline) dateCell(d record.Date) table.Cell {
	return table.Cell{Text: d.Prose(t.lang), Raw: d.String()}
}

// precision says how exactly a date is known.
func (t *timeline) precision(d record.Date) string {
	switch {
	case d.Month == 0:
		return t.lang.Chart.PreciseYear
	case d.Day == 0:
		return t.lang.Chart.PreciseMonth
	}
	return t.lang.Chart.PreciseDay
}

// shape is how plot draws a mark.
func shape(m vocabulary.Mark) string {
	switch m {
	case vocabulary.Square:
		return "rect"
	case vocabulary.Diamond:
		return "diamond"
	}
	return ""
}

// stepToken is the colour of a kind of step: that of what it stands for, if the site
// says so.
func (b *builder) stepToken(kind string) draw.Token {
	for _, e := range b.Ledger.Vocabulary.Steps {
		if e.Key.S == kind && e.Value.Role.Given() {
			return b.Role(e.Value.Role).Token()
		}
	}
	return draw.Ink
}

func (t *timeline) Phone(id string) string { return t.ol(id+"-phone", " narrow") }
func (t *timeline) List(id string) string  { return t.ol(id+"-list", "") }

// ol writes the events as a list, the accessible version at every size.
// Events inside a gap carry the class in-gap, so that the page can tint the
// stretch.
func (t *timeline) ol(id, class string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<ol class=\"timeline-list%s\">\n", class)
	for i, e := range t.events {
		c := draw.Canvas{W: 14, H: 14}
		c.Add(t.Events[i].Mark(7, 7))
		svg := inlineSVG(c, draw.Inline{ID: fmt.Sprintf("%s-%d", id, i+1), Class: "marker", Hidden: true})
		in := ""
		if t.inGap(e) {
			in = " in-gap"
		}
		fmt.Fprintf(&b, "<li class=\"by-%s%s\">%s <time datetime=\"%s\">%s</time> <span class=\"by\">%s</span> <span class=\"says\">%s</span></li>\n",
			e.By.S, in, svg, e.Date.String(), html.EscapeString(e.Date.Prose(t.lang)), html.EscapeString(lang.Sentence(e.party.Step.S)), html.EscapeString(lang.Sentence(e.says)))
	}
	b.WriteString("</ol>\n")
	return b.String()
}
