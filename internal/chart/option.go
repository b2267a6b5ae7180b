package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sharingthecost/internal/draw"
)

// A view is a chart in the terms of ECharts: panels with an axis of names and
// an axis of numbers, bars, lines and points on them.
type view struct {
	names      []string // along the axis of names
	horizontal bool     // the names stand at the side
	zoom       bool     // the axis of names can be narrowed, all panels together
	panels     []viewPanel
}

type viewPanel struct {
	title  string // of the axis of numbers
	max    float64
	step   float64 // between ticks; 0 leaves them to ECharts
	from   string  // a calendar instead of numbers: its first and last day
	until  string
	series []viewSeries
}

type viewSeries struct {
	name           string
	kind           string // bar, line or scatter
	stack          string
	token          draw.Token // "" draws nothing: what holds a floating bar up
	hollow, dashed bool
	items          []viewItem // one for each name
}

type viewItem struct {
	v       float64
	missing bool
	token   draw.Token // instead of the series'
	hollow  bool
	x       int    // index of the name, for points
	date    string // instead of v, on a calendar
	symbol  string // of a point, when it is not the series'
}

// colour is how a token is named in the option: as the custom property of the
// page's stylesheet, which the browser side reads and puts in.
func colour(t draw.Token) string {
	if t == "" {
		return "transparent"
	}
	return "var(--" + string(t) + ")"
}

// Option returns the chart as an ECharts option (JSON), made by go-echarts,
// for the explorable view. Colours are names of the page's custom properties,
// "var(--agreed)", and "transparent"; the browser side puts the colours of the
// reader's scheme in before it hands the option over. Nothing in it is code,
// moves or loads anything; a tooltip is drawn as text and repeats the row of
// the table. Missing values are "-", which ECharts draws as a gap.
func (c *Chart) Option() []byte {
	v := c.body.explore()
	bar := c.base(v)
	for i, p := range v.panels {
		for _, s := range p.series {
			v.add(bar, i, s, tips(c.body.table(), v.names))
		}
	}
	bar.Validate() // without it the names of the axis are not in the JSON
	raw, err := json.Marshal(bar.JSON())
	if err != nil {
		panic(err) // options hold strings, numbers and lists
	}
	if bytes.Contains(raw, []byte("__f__")) {
		panic("chart: a function in the option of " + c.ID)
	}
	var option map[string]any
	if err := json.Unmarshal(raw, &option); err != nil {
		panic(err)
	}
	c.finish(option, v)
	return marshal(option)
}

// base sets what all panels share: grids, axes, tooltip, description.
func (c *Chart) base(v view) *charts.Bar {
	bar := charts.NewBar()
	var grids []opts.Grid
	n := len(v.panels)
	var xs []opts.XAxis
	var ys []opts.YAxis
	var all []int
	for i, p := range v.panels {
		grids = append(grids, opts.Grid{Left: "56", Right: "24", Top: fmt.Sprintf("%d%%", 12+i*84/n), Height: fmt.Sprintf("%d%%", 84/n-12), ContainLabel: opts.Bool(v.horizontal)})
		if v.horizontal {
			x := opts.XAxis{Type: "value", GridIndex: i, Name: p.title, NameLocation: "middle", NameGap: 32, Min: 0, Max: p.max}
			if p.from != "" {
				x.Type, x.Min, x.Max = "time", p.from, p.until
			}
			xs = append(xs, x)
			ys = append(ys, opts.YAxis{Type: "category", GridIndex: i, Data: v.names, Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}})
		} else {
			xs = append(xs, opts.XAxis{Type: "category", GridIndex: i, Data: v.names, AxisLabel: &opts.AxisLabel{Show: opts.Bool(i == n-1)}})
			ys = append(ys, opts.YAxis{Type: "value", GridIndex: i, Name: p.title, Min: 0, Max: p.max, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}})
		}
		all = append(all, i)
	}
	bar.XAxisList, bar.YAxisList = xs, ys
	if v.horizontal {
		bar.XYReversal()
	}
	bar.SetXAxis(v.names)
	bar.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: strings.ReplaceAll(c.ID, "-", "_"), Theme: "page"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(grids...),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithToolboxOpts(opts.Toolbox{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: types.FuncStr("{b}")}),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Enabled: opts.Bool(true), Description: c.Alt()}, Decal: &opts.AriaDecal{Show: opts.Bool(true)}}),
	)
	if v.zoom {
		bar.SetGlobalOptions(charts.WithDataZoomOpts(opts.DataZoom{Type: "slider", XAxisIndex: all, FilterMode: "none"}))
	}
	return bar
}

// add puts a series into panel i.
func (v view) add(bar *charts.Bar, i int, s viewSeries, tips []string) {
	style := opts.ItemStyle{Color: colour(s.token)}
	if s.hollow {
		style = opts.ItemStyle{Color: colour(draw.Surface), BorderColor: colour(s.token), BorderWidth: 2}
	}
	common := []charts.SeriesOpts{charts.WithItemStyleOpts(style)}
	switch s.kind {
	case "bar":
		bar.AddSeries(s.name, barItems(s, tips), append(common, charts.WithBarChartOpts(opts.BarChart{XAxisIndex: i, YAxisIndex: i, Stack: s.stack, BarCategoryGap: "25%"}))...)
	case "line":
		line := charts.NewLine()
		stroke := opts.LineStyle{Color: colour(s.token), Width: 2}
		if s.dashed {
			stroke.Type = "dashed"
		}
		line.Initialization.ChartID = "line"
		line.AddSeries(s.name, lineItems(s, tips), append(common, charts.WithLineStyleOpts(stroke),
			charts.WithLineChartOpts(opts.LineChart{XAxisIndex: i, YAxisIndex: i, Symbol: "circle", SymbolSize: 8, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(false)}))...)
		bar.Overlap(line)
	case "scatter":
		points := charts.NewScatter()
		points.Initialization.ChartID = "scatter"
		points.AddSeries(s.name, pointItems(s, tips, v.horizontal), append(common, charts.WithScatterChartOpts(opts.ScatterChart{XAxisIndex: i, YAxisIndex: i, Symbol: "circle", SymbolSize: 12}))...)
		bar.Overlap(points)
	default:
		panic("chart: no kind of series " + s.kind)
	}
}

// gap is how ECharts writes a missing value; go-echarts drops a nil.
const gap = "-"

func (it viewItem) value() any {
	switch {
	case it.missing:
		return gap
	case it.date != "":
		return it.date
	}
	return it.v
}

func barItems(s viewSeries, tips []string) []opts.BarData {
	out := make([]opts.BarData, len(s.items))
	for i, it := range s.items {
		out[i] = opts.BarData{Name: tips[i], Value: it.value()}
		switch {
		case it.hollow:
			out[i].ItemStyle = &opts.ItemStyle{Color: colour(draw.Surface), BorderColor: colour(it.token), BorderWidth: 2}
		case it.token != "":
			out[i].ItemStyle = &opts.ItemStyle{Color: colour(it.token)}
		}
	}
	return out
}

func lineItems(s viewSeries, tips []string) []opts.LineData {
	out := make([]opts.LineData, len(s.items))
	for i, it := range s.items {
		out[i] = opts.LineData{Name: tips[i], Value: it.value()}
	}
	return out
}

func pointItems(s viewSeries, tips []string, horizontal bool) []opts.ScatterData {
	out := make([]opts.ScatterData, len(s.items))
	for i, it := range s.items {
		out[i] = opts.ScatterData{Name: tips[it.x], Value: []any{it.x, it.value()}}
		if horizontal {
			out[i].Value = []any{it.value(), it.x}
		}
		out[i].Symbol = it.symbol
	}
	return out
}

// tips writes the table row of each name, one cell a line.
func tips(g grid, names []string) []string {
	out := make([]string, len(names))
	_, rows := g.rows()
	for i, name := range names {
		out[i] = name
		for _, row := range rows {
			if row[0].text != name {
				continue
			}
			lines := []string{name}
			for j, cl := range row[1:] {
				if cl.text != "" {
					lines = append(lines, g.head[j+1].title+": "+cl.text)
				}
			}
			out[i] = strings.Join(lines, "\n")
			break
		}
	}
	return out
}

// finish sets what go-echarts has no field for, and takes away what it always
// writes.
func (c *Chart) finish(option map[string]any, v view) {
	delete(option, "color")
	tooltip := option["tooltip"].(map[string]any)
	tooltip["renderMode"] = "richText" // an HTML tooltip needs inline styles, which the page forbids
	tooltip["confine"] = true
	tooltip["backgroundColor"], tooltip["borderColor"] = colour(draw.Surface), colour(draw.Edge)
	tooltip["textStyle"] = map[string]any{"color": colour(draw.Ink), "fontSize": 13}
	option["textStyle"] = map[string]any{"color": colour(draw.Ink2), "fontSize": 12}
	option["backgroundColor"] = "transparent"
	for _, key := range []string{"xAxis", "yAxis"} {
		for i, a := range option[key].([]any) {
			axis := a.(map[string]any)
			if step := v.panels[i].step; axis["type"] == "value" && step > 0 {
				axis["interval"] = step
			}
			label, _ := axis["axisLabel"].(map[string]any)
			if label == nil {
				label = map[string]any{}
			}
			delete(label, "showMinLabel")
			delete(label, "showMaxLabel")
			label["color"], label["fontSize"] = colour(draw.Ink3), 12
			axis["axisLabel"] = label
			axis["axisLine"] = map[string]any{"lineStyle": map[string]any{"color": colour(draw.Edge)}}
			axis["splitLine"] = map[string]any{"show": axis["type"] != "category", "lineStyle": map[string]any{"color": colour(draw.Rule)}}
			axis["nameTextStyle"] = map[string]any{"color": colour(draw.Ink2), "fontWeight": "bold", "align": "left"}
			if axis["nameLocation"] == "middle" {
				delete(axis["nameTextStyle"].(map[string]any), "align")
			}
		}
	}
	for _, s := range option["series"].([]any) {
		series := s.(map[string]any)
		series["emphasis"] = map[string]any{"disabled": true}
		if style, _ := series["itemStyle"].(map[string]any); style["color"] == "transparent" {
			style["decal"], series["silent"] = map[string]any{"symbol": "none"}, true // it only holds up the bar above it
		}
	}
	zooms, _ := option["dataZoom"].([]any)
	for _, z := range zooms {
		zoom := z.(map[string]any)
		zoom["brushSelect"], zoom["height"], zoom["bottom"] = false, 20, 4
		zoom["borderColor"], zoom["backgroundColor"], zoom["fillerColor"] = colour(draw.Rule), colour(draw.Surface), colour(draw.AgreedPale)
		zoom["textStyle"] = map[string]any{"color": colour(draw.Ink3)}
		zoom["showDataShadow"] = false
		delete(zoom, "start")
		delete(zoom, "end")
	}
}
