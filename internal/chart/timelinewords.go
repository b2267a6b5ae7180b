package chart

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

func (t *timeline) alt() string {
	text := fmt.Sprintf("Timeline, %d to %d", t.from, t.until)
	var parts []string
	for _, p := range t.gaps() {
		span := fmt.Sprintf("from %s to %s", p.from.Format("January 2006"), p.until.Format("January 2006"))
		if p.from.Year() == p.until.Year() {
			span = fmt.Sprintf("from %s to %s", p.from.Format("January"), p.until.Format("January 2006"))
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

func (t *timeline) describe() []string {
	out := []string{t.alt()}
	for _, e := range t.events {
		out = append(out, e.Date.Prose()+": "+sentence(e.says))
	}
	return out
}

func (t *timeline) table() grid {
	g := grid{head: []heading{{title: "Date"}, {title: "Until"}, {title: "What"}, {title: "In full"}, {title: "Months", number: true, unit: "months"}, {title: "Step by"}, {title: "Known to the"}, {title: "Source"}}, groupKey: "row"}
	for _, tr := range t.tracks {
		gr := group{title: tr.label, name: tr.label}
		for _, p := range tr.periods {
			if p.from.Year() > t.until || p.until.Year() < t.from {
				continue
			}
			row := []cell{dayCell(p.from), {}, {text: p.says}, {}, {}, {}, {text: "day"}, p.source}
			if !p.open {
				row[1] = dayCell(p.until.AddDate(0, 0, -1))
				if p.source.raw != "" { // data files give the day of the change itself
					row[1] = dayCell(p.until)
				}
			}
			if p.note != "" {
				row[3].text = sentence(p.note)
			}
			if p.gap {
				row[4] = cell{text: strconv.Itoa(p.months())}
			}
			gr.rows = append(gr.rows, row)
		}
		g.groups = append(g.groups, gr)
	}
	gr := group{title: "Events", name: "Events"}
	for _, e := range t.events {
		gr.rows = append(gr.rows, []cell{{text: e.Date.Prose(), raw: e.Date.String()}, {}, {text: e.label}, {text: e.says}, {}, {text: byWords(e.By)},
			{text: precision(e.Date)}, e.source})
	}
	g.groups = append(g.groups, gr)
	return g
}

func dayCell(d time.Time) cell {
	return cell{text: d.Format("2 January 2006"), raw: d.Format(time.DateOnly)}
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

func byWords(by ledger.Side) string {
	switch by {
	case "us":
		return "United States"
	case "korea":
		return "South Korea"
	case "both":
		return "both"
	}
	return "others"
}
