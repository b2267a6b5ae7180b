package chart

import (
	"fmt"
	"strings"
	"time"

	"sharingthecost/internal/draw"
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
	for _, pt := range p.Drawn() {
		v.Names = append(v.Names, pt.Name)
	}
	for _, pn := range p.parts {
		main := pn.viewSeries(pn.Values, plot.Series{Name: pn.Title, Kind: "bar", Token: draw.Agreed})
		if pn.Line {
			main.Kind, main.Hollow = "line", pn.Converted
		}
		for i := range main.Items {
			at := p.First + i
			main.Items[i].Token = pn.Roles[at].Token()
			main.Items[i].Hollow = pn.Running[at] || pn.Converted
		}
		vp := plot.ViewPanel{Title: pn.Title, Min: pn.Lo, Max: pn.Hi, Step: pn.Step(), Series: []plot.Series{main}}
		if pn.Forecast != nil {
			vp.Series = append(vp.Series, pn.viewSeries(pn.Forecast.Values, plot.Series{Name: pn.expecting, Kind: "line", Token: draw.Ink, Dashed: true, Hollow: true}))
		}
		if pn.Limits != nil {
			vp.Series = append(vp.Series, pn.viewSeries(pn.Limits.High, plot.Series{Name: pn.highSays, Kind: "line", Token: draw.Agreed, Dashed: true, Hollow: true}))
		}
		vp.Series = append(vp.Series, pn.viewProposals()...)
		v.Panels = append(v.Panels, vp)
	}
	return v
}

// viewSeries gives a series its values.
func (pn *panel) viewSeries(values []float64, s plot.Series) plot.Series {
	for _, v := range values[pn.s.First:] {
		s.Items = append(s.Items, plot.Item{V: plot.Rounded(v / pn.Format.Divisor)})
	}
	return s
}

func (k *blocks) Explore() plot.View {
	base := plot.Series{Name: "Already paid", Kind: "bar", Stacked: true, Token: draw.Base}
	more := plot.Series{Name: "Added", Kind: "bar", Stacked: true, Token: draw.Agreed}
	var names []string
	for _, r := range k.Rows {
		names = append(names, r.Label)
		base.Items = append(base.Items, plot.Item{V: 1})
		more.Items = append(more.Items, plot.Item{V: plot.Rounded(r.Times - 1), Token: r.Role.Token()})
	}
	return horizontal(names, plot.ViewPanel{Title: "Times " + k.baseYear, Max: k.Most, Step: 1}, base, more)
}

// explore of a timeline shows its events by who took the step, on an axis of
// years; periods stay with the drawing.
func (t *timeline) Explore() plot.View {
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
