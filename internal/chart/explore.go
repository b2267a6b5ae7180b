package chart

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// Option returns the chart as an ECharts option (JSON) for the explorable view.
// The browser side puts the colours of the reader's scheme in before it hands
// the option over. A tooltip repeats the row of the table.
func (c *Chart) Option() []byte {
	v := c.body.explore()
	return marshal(v.Option(c.ID, c.Alt(), tips(c.body.table(), v.Names)))
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

func (p *panels) explore() plot.View {
	v := plot.View{Zoom: p.Kind != plot.Names && len(p.Drawn()) > 10, Scaled: p.scaled()}
	for _, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
	}
	for _, pn := range p.parts {
		main := pn.viewSeries(pn.Values, plot.Series{Name: pn.Title, Kind: "bar", Token: draw.C1})
		if pn.Line {
			main.Kind, main.Hollow = "line", pn.Converted
		}
		for i := range main.Items {
			at := p.First + i
			main.Items[i].Token = pn.Roles[at].Token()
			main.Items[i].Hollow = pn.Running[at] || pn.Converted
		}
		vp := plot.ViewPanel{Title: pn.Title, Max: pn.Top, Step: step(pn.Ticks), Series: []plot.Series{main}}
		if pn.Forecast != nil {
			vp.Series = append(vp.Series, pn.viewSeries(pn.Forecast.Values, plot.Series{Name: pn.expecting, Kind: "line", Token: draw.Ink, Dashed: true, Hollow: true}))
		}
		if pn.Limits != nil {
			vp.Series = append(vp.Series, pn.viewSeries(pn.Limits.High, plot.Series{Name: pn.highSays, Kind: "line", Token: draw.C1, Dashed: true, Hollow: true}))
		}
		vp.Series = append(vp.Series, pn.viewProposals()...)
		v.Panels = append(v.Panels, vp)
	}
	return v
}

// scaled is the axis of days or numbers. Years and months have a name for each, so
// that their names are to scale.
func (p *panels) scaled() *plot.Scaled {
	drawn := p.Drawn()
	first, last, half := drawn[0].At, drawn[len(drawn)-1].At, p.Step()/2
	switch p.Kind {
	case plot.Numbers:
		s := &plot.Scaled{Type: "value", Min: rounded(first - half), Max: rounded(last + half)}
		for _, pt := range drawn {
			s.At = append(s.At, pt.At)
		}
		return s
	case plot.Days:
		date := func(days float64) string { return time.Unix(int64(days)*86400, 0).UTC().Format(time.DateOnly) }
		s := &plot.Scaled{Type: "time", Min: date(first - math.Ceil(half)), Max: date(last + math.Ceil(half))}
		for _, pt := range drawn {
			s.At = append(s.At, pt.Key)
		}
		return s
	}
	return nil
}

// viewSeries gives a series its values.
func (pn *panel) viewSeries(values []float64, s plot.Series) plot.Series {
	for _, v := range values[pn.s.First:] {
		s.Items = append(s.Items, plot.Item{V: rounded(v / pn.Format.Divisor)})
	}
	return s
}

func (k *blocks) explore() plot.View {
	base := plot.Series{Name: cmp.Or(table.Capital(k.BaseSays), "Base"), Kind: "bar", Stacked: true, Token: draw.Grey}
	more := plot.Series{Name: "Added", Kind: "bar", Stacked: true, Token: draw.C1}
	var names []string
	for _, r := range k.Rows {
		names = append(names, r.Label)
		base.Items = append(base.Items, plot.Item{V: 1})
		more.Items = append(more.Items, plot.Item{V: rounded(r.Times - 1), Token: r.Role.Token()})
	}
	return horizontal(names, plot.ViewPanel{Title: "Times " + k.baseYear, Max: k.Most, Step: 1}, base, more)
}

func (k *bridge) explore() plot.View { return exploreBars(&k.Bars, k.format) }
func (k *bars) explore() plot.View   { return exploreBars(&k.Bars, k.format) }

// exploreBars are bars on zero, or steps on bars that cannot be seen.
func exploreBars(bars *plot.Bars, f unit.Format) plot.View {
	below := plot.Series{Name: "Below", Kind: "bar", Stacked: true}
	bar := plot.Series{Name: f.Title, Kind: "bar", Stacked: bars.Steps, Token: draw.C1}
	var names []string
	for _, r := range bars.Rows {
		names = append(names, r.Label)
		lo, hi := min(r.From, r.To), max(r.From, r.To)
		below.Items = append(below.Items, plot.Item{V: rounded(lo / f.Divisor)})
		bar.Items = append(bar.Items, plot.Item{V: rounded((hi - lo) / f.Divisor), Token: r.Role.Token()})
	}
	_, top := draw.Nice(0, bars.Largest()/f.Divisor, 6)
	panel := plot.ViewPanel{Title: f.Title, Max: top}
	if bars.Steps {
		return horizontal(names, panel, below, bar)
	}
	return horizontal(names, panel, bar)
}

func (k *ranges) explore() plot.View {
	low := plot.Series{Name: "Low", Kind: "scatter", Token: draw.C1}
	high := plot.Series{Name: "High", Kind: "scatter", Token: draw.C1}
	var names []string
	for i, r := range k.Rows {
		names = append(names, r.Label)
		low.Items = append(low.Items, plot.Item{V: rounded(r.From / k.Format.Divisor), X: i})
		high.Items = append(high.Items, plot.Item{V: rounded(r.To / k.Format.Divisor), X: i})
	}
	return horizontal(names, plot.ViewPanel{Title: k.Format.Title, Max: k.Top}, low, high)
}

// explore of a timeline shows its events by who took the step, on an axis of
// years; periods stay with the drawing.
func (t *timeline) explore() plot.View {
	s := plot.Series{Name: "Events", Kind: "scatter", Token: draw.Ink}
	var names []string
	for i, e := range t.events {
		names = append(names, e.Date.Prose())
		s.Items = append(s.Items, plot.Item{Date: e.Date.Start().Format(time.DateOnly), X: i, Symbol: shape(e.party.Mark)})
	}
	return horizontal(names, plot.ViewPanel{Title: "Year", From: fmt.Sprintf("%d-01-01", t.From), Until: fmt.Sprintf("%d-12-31", t.Until)}, s)
}

// horizontal is a view of one panel whose names stand at the side.
func horizontal(names []string, panel plot.ViewPanel, series ...plot.Series) plot.View {
	panel.Series = series
	return plot.View{Names: names, Horizontal: true, Panels: []plot.ViewPanel{panel}}
}

// step is the distance of ticks.
func step(ticks []float64) float64 {
	if len(ticks) < 2 {
		return 0
	}
	return rounded(math.Abs(ticks[1] - ticks[0]))
}

// rounded drops the noise of binary arithmetic.
func rounded(v float64) float64 { return unit.Format{Divisor: 1, Decimals: 6}.Round(v) }
