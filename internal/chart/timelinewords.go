package chart

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
	"sharingthecost/internal/vocabulary"
)

func (t *timeline) Alt() string {
	text := fmt.Sprintf("Timeline, %d to %d", t.From, t.Until)
	var parts []string
	for _, p := range t.gaps() {
		span := fmt.Sprintf("from %s to %s", p.From.Format("January 2006"), p.Until.Format("January 2006"))
		if p.From.Year() == p.Until.Year() {
			span = fmt.Sprintf("from %s to %s", p.From.Format("January"), p.Until.Format("January 2006"))
		}
		parts = append(parts, span)
	}
	if len(parts) > 0 {
		name := "nothing was in force"
		for _, p := range t.gaps() {
			if p.name != "" {
				name = p.name
			}
		}
		text += ": " + name + " " + strings.Join(parts, ", and ")
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
	g := table.Table{Columns: []table.Column{{Title: "Date"}, {Title: "Until"}, {Title: "What"}, {Title: "In full"}, {Title: "Months", Number: true, Unit: "months"}, {Title: "Step by"}, {Title: "Known to the"}, {Title: "Source"}}, GroupKey: "row"}
	for i, tr := range t.Tracks {
		gr := table.Group{Title: tr.Label, Name: tr.Label}
		for _, p := range t.periods[i] {
			if p.From.Year() > t.Until || p.Until.Year() < t.From {
				continue
			}
			what := p.says
			if p.Gap && p.name != "" { // “None” says little without the drawing
				what = lang.Capital(p.name)
			}
			row := []table.Cell{dayCell(p.From), {}, {Text: what}, {}, {}, {}, {Text: "day"}, p.source}
			if !p.open {
				row[1] = dayCell(p.Until.AddDate(0, 0, -1))
				if p.source.Raw != "" { // data files give the day of the change itself
					row[1] = dayCell(p.Until)
				}
			}
			if p.Note != "" {
				row[3].Text = lang.Sentence(p.Note)
			}
			if p.Gap {
				row[4] = table.Cell{Text: strconv.Itoa(p.months())}
			}
			gr.Rows = append(gr.Rows, row)
		}
		g.Groups = append(g.Groups, gr)
	}
	gr := table.Group{Title: "Events", Name: "Events"}
	for i, e := range t.events {
		gr.Rows = append(gr.Rows, []table.Cell{{Text: e.Date.Prose(t.lang), Raw: e.Date.String()}, {}, {Text: t.Events[i].Says}, {Text: e.says}, {}, {Text: e.party.Name.S},
			{Text: precision(e.Date)}, e.source})
	}
	g.Groups = append(g.Groups, gr)
	return g
}

func dayCell(d time.Time) table.Cell {
	return table.Cell{Text: d.Format("2 January 2006"), Raw: d.Format(time.DateOnly)}
}

// precision says how exactly a date is known.
func precision(d record.Date) string {
	switch {
	case d.Month == 0:
		return "year"
	case d.Day == 0:
		return "month"
	}
	return "day"
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

// shortDate writes a date for a drawing: 7 Mar 2021, Apr 2020, 2020.
func shortDate(d record.Date) string {
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return d.Start().Format("Jan 2006")
	}
	return d.Start().Format("2 Jan 2006")
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
