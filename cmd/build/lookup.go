package main

import (
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/claims"
	"sharingthecost/internal/data"
	"sharingthecost/internal/ledger"
)

// chartLookup hands the charts what they need of the ledger.
func chartLookup(site string, book *ledger.Ledger, checker *claims.Checker) chart.Lookup {
	l := chart.Lookup{
		Site:    site,
		Figures: book.FigureIDs(),
		Events:  book.EventIDs(),
		Expand:  book.Expand,
		Figure: func(id string) (chart.Figure, bool) {
			f := book.Figure(id)
			if f == nil {
				return chart.Figure{}, false
			}
			return chartFigure(f), true
		},
		Table: func(path string) (*data.Table, bool) {
			t := book.Table(path)
			return t, t != nil
		},
		Event: func(id string) (chart.Event, bool) {
			e := book.Event(id)
			if e == nil {
				return chart.Event{}, false
			}
			return chartEvent(book, e), true
		},
		Source: func(id string) (chart.Source, bool) {
			s := book.Source(id)
			if s == nil {
				return chart.Source{}, false
			}
			return chart.Source{ID: id, Short: s.Short(), Full: s.Full(), URL: s.URL.S}, true
		},
		Claims: func(text string) []chart.Claim {
			var out []chart.Claim
			for _, c := range checker.Find(text, nil) {
				out = append(out, chart.Claim{Start: c.Start, End: c.End, Text: c.Problem(), Hint: c.Hint})
			}
			return out
		},
	}
	for _, t := range book.Tables {
		l.Tables = append(l.Tables, strings.TrimPrefix(t.Path, "content/"))
	}
	for _, s := range book.Sources {
		l.Sources = append(l.Sources, s.ID.S)
	}
	for _, e := range book.Events {
		if e.Main {
			l.MainOnly = append(l.MainOnly, e.ID.S)
		}
	}
	return l
}

func chartFigure(f *ledger.Figure) chart.Figure {
	out := chart.Figure{ID: f.ID, Value: f.Value, Qualifier: f.Qualifier.String(), Label: f.Label, AsOf: f.AsOf}
	if f.Base != nil {
		out.Base = f.Base.ID
	}
	if f.Status != ledger.Arithmetic {
		for _, c := range f.Sources {
			out.Sources = append(out.Sources, c.ID)
		}
	}
	return out
}

func chartEvent(book *ledger.Ledger, e *ledger.Event) chart.Event {
	says, _, _ := book.Expand(e.Says)
	label, _, _ := book.Expand(e.Label)
	out := chart.Event{ID: e.ID.S, Date: e.Date, By: string(e.By), Kind: string(e.Kind), Label: label, Says: says}
	for _, c := range e.Cited {
		out.Sources = append(out.Sources, c.ID)
	}
	return out
}
