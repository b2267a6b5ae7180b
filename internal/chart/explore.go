package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/table"
)

// Option returns the chart as an ECharts option (JSON) for the explorable view.
// The browser side puts the colours of the reader's scheme in before it hands
// the option over. A tooltip repeats the row of the table.
func (c *Chart) Option() []byte {
	v := c.body.Explore()
	return marshal(v.Option(c.ID, c.Alt(), tips(c.body.Table(), v.Names)))
}

// tips writes the table row of each name, one cell a line.
func tips(g table.Table, names []string) []string {
	_, rows := g.Rows()
	rowOf := map[string][]table.Cell{}
	for _, row := range rows {
		if _, twice := rowOf[row[0].Text]; !twice {
			rowOf[row[0].Text] = row
		}
	}
	out := make([]string, len(names))
	for i, name := range names {
		lines := []string{name}
		for j, cl := range rowOf[name] {
			if j > 0 && cl.Text != "" {
				lines = append(lines, g.Columns[j].Title+": "+cl.Text)
			}
		}
		out[i] = strings.Join(lines, "\n")
	}
	return out
}

func (p *panels) Explore() plot.View {
	v := plot.View{Zoom: p.Kind != plot.Names && len(p.Drawn()) > 10, Scaled: p.Scaled()}
	for i, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
		if n := len(v.Bands); pt.Band >= 0 && p.Kind != plot.Days {
			if n == 0 || v.Bands[n-1].Label != p.Bands[pt.Band].Label {
				v.Bands = append(v.Bands, plot.ViewBand{From: i, Label: p.Bands[pt.Band].Label})
				n++
			}
			v.Bands[n-1].To = i
		}
	}
	for _, pn := range p.parts {
		v.Panels = append(v.Panels, plot.ViewPanel{Title: pn.Title, Min: pn.Lo, Max: pn.Hi, Step: pn.Step(), Series: pn.view()})
	}
	return v
}

// view are the series of a panel: its values with what is written beside them, what was
// expected, and what may come.
func (pn *panel) view() []plot.Series {
	main := pn.viewSeries(pn.Values, plot.Series{Name: pn.Title, Kind: "bar", Token: draw.C1})
	if pn.Line {
		main.Kind, main.Hollow = "line", pn.Converted
	}
	for i := range main.Items {
		at := pn.s.First + i
		it := &main.Items[i]
		it.Token, it.Hollow = pn.Roles[at].Token(), pn.Running[at] || pn.Converted
		var says []string
		for _, note := range pn.Notes {
			if note.At == at {
				says = append(says, note.Says)
			}
		}
		if !pn.col.Missing(at) && (pn.Labelled[at] || pn.Foot) {
			says = append(says, pn.number(at))
		}
		if f := pn.Forecast; f != nil && f.Last == at && f.Actual != "" && !pn.col.Missing(at) {
			says = append(says, f.Actual+": "+pn.number(at))
		}
		if c := pn.below; c != nil && c.Zero != "" && pn.belowText(at, false) == c.Zero {
			says = append(says, c.Zero)
		}
		it.Says = strings.Join(says, "\n")
	}
	out := []plot.Series{main}
	if f := pn.Forecast; f != nil {
		out = append(out, pn.viewSeries(f.Values, plot.Series{Name: pn.expecting, Kind: "line", Token: draw.Ink, Dashed: true, Hollow: true, End: f.Text}))
	}
	if l := pn.Limits; l != nil {
		out = append(out, pn.viewLimits(l)...)
	}
	return append(out, pn.viewProposals()...)
}

// viewLimits are the wedge of what may come: its lower edge, what lies between, and its
// upper edge, so that a range is seen as one.
func (pn *panel) viewLimits(l *plot.Limits) []plot.Series {
	low, between, high := slices.Repeat([]float64{math.NaN()}, len(l.High)), slices.Repeat([]float64{math.NaN()}, len(l.High)), slices.Clone(l.High)
	high[l.From] = pn.Values[l.From]
	for i := l.From; i <= l.Last; i++ {
		low[i], between[i] = pn.Values[l.From], high[i]-pn.Values[l.From]
	}
	return []plot.Series{
		pn.viewSeries(low, plot.Series{Name: pn.lowSays, Kind: "line", Token: draw.C1, Dashed: true, Hollow: true, Stack: "limits", End: l.LowText}),
		pn.viewSeries(between, plot.Series{Kind: "line", Token: draw.C1Pale, Thin: true, Area: true, Stack: "limits"}),
		pn.viewSeries(high, plot.Series{Name: pn.highSays, Kind: "line", Token: draw.C1, Dashed: true, Hollow: true, End: l.HighText}),
	}
}

// viewSeries gives a series its values.
func (pn *panel) viewSeries(values []float64, s plot.Series) plot.Series {
	for _, v := range values[pn.s.First:] {
		s.Items = append(s.Items, plot.Item{V: plot.Rounded(v / pn.Format.Divisor)})
	}
	return s
}

func (k *blocks) Explore() plot.View {
	base := plot.Series{Name: cmp.Or(lang.Capital(k.BaseSays), k.lang.Chart.Base), Kind: "bar", Stacked: true, Inside: true, Token: draw.Grey}
	more := plot.Series{Name: k.lang.Chart.Added, Kind: "bar", Stacked: true, Token: draw.C1}
	var names []string
	for _, r := range k.Rows {
		names = append(names, r.Label)
		base.Items = append(base.Items, plot.Item{V: 1})
		if len(base.Items) == 1 {
			base.Items[0].Says = k.BaseSays
		}
		more.Items = append(more.Items, plot.Item{V: plot.Rounded(r.Times - 1), Token: r.Role.Token(), Says: strings.Join(said(r.Says+plot.EnSpace+r.Amount, r.Bracket, r.Whole, r.Of), "\n")})
	}
	return horizontal(names, plot.ViewPanel{Title: k.lang.Chart.TimesBase.With("base", k.baseYear), Max: k.Most, Step: 1}, base, more)
}

// said are the texts that there are; the whole is written beside a bracket alone.
func said(says, bracket, whole, of string) (out []string) {
	if out = append(out, says); bracket != "" {
		out = append(out, bracket, whole)
	}
	if of != "" {
		out = append(out, of)
	}
	return out
}

// Explore of a timeline shows its events by who took the step, on an axis of
// years; periods stay with the drawing.
func (t *timeline) Explore() plot.View {
	s := plot.Series{Name: t.lang.Chart.Events, Kind: "scatter", Token: draw.Ink}
	var names []string
	for i, e := range t.events {
		names = append(names, e.Date.Prose(t.lang))
		s.Items = append(s.Items, plot.Item{Date: e.Date.Start().Format(time.DateOnly), X: i, Symbol: shape(e.party.Mark)})
	}
	return horizontal(names, plot.ViewPanel{Title: t.lang.Chart.Year, From: fmt.Sprintf("%d-01-01", t.From), Until: fmt.Sprintf("%d-12-31", t.Until)}, s)
}

// horizontal is a view of one panel whose names stand at the side.
func horizontal(names []string, panel plot.ViewPanel, series ...plot.Series) plot.View {
	panel.Series = series
	return plot.View{Names: names, Horizontal: true, Panels: []plot.ViewPanel{panel}}
}
