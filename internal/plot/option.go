package plot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sharingthecost/internal/draw"
)

// A View is a chart in the terms of ECharts: panels with an axis of names and
// an axis of numbers, bars, lines and points on them.
type View struct {
	Names      []string // along the axis of names
	Horizontal bool     // the names stand at the side
	Zoom       bool     // the axis of names can be narrowed, all panels together
	Scaled     *Scaled  // the axis of names is one of times or numbers
	Panels     []ViewPanel
}

// Scaled is where the names lie on an axis to scale.
type Scaled struct {
	Type     string // time or value
	Min, Max any
	At       []any // of each name
}

// A ViewPanel is one pair of axes.
type ViewPanel struct {
	Title       string // of the axis of numbers
	Max         float64
	Step        float64 // between ticks; 0 leaves them to ECharts
	From, Until string  // a calendar instead of numbers: its first and last day
	Series      []Series
}

// A Series is bars, a line or points on a panel.
type Series struct {
	Name           string
	Kind           string     // bar, line or scatter
	Stacked        bool       // bars stand on those of the series before
	Token          draw.Token // "" draws nothing: what holds a floating bar up
	Hollow, Dashed bool
	Items          []Item // one for each name
}

// An Item is one value of a series.
type Item struct {
	V      float64    // NaN is missing
	Token  draw.Token // instead of the series'
	Hollow bool
	X      int    // index of the name, for points
	Date   string // instead of V, on a calendar
	Symbol string // of a point, when it is not the series'
}

// colour is how a token is named in the option: as the custom property of the
// page's stylesheet, which the browser side reads and puts in.
func colour(t draw.Token) string {
	if t == "" {
		return "transparent"
	}
	return "var(--" + string(t) + ")"
}

// Option returns the view as an ECharts option. Alt describes the whole, and a
// tip each name. Colours are names of the page's custom properties,
// "var(--agreed)", and "transparent". Nothing in it is code, moves or loads
// anything; a tooltip is drawn as text. Missing values are "-", which ECharts
// draws as a gap.
func (v View) Option(id, alt string, tips []string) map[string]any {
	bar := v.base(id, alt)
	raw, err := json.Marshal(bar.JSON())
	if err != nil {
		panic(err) // options hold strings, numbers and lists
	}
	if bytes.Contains(raw, []byte("__f__")) {
		panic("plot: a function in the option of " + id)
	}
	var option map[string]any
	if err := json.Unmarshal(raw, &option); err != nil {
		panic(err)
	}
	v.finish(option)
	var xs, ys, series []any
	for i, p := range v.Panels {
		x, y := v.axes(i)
		xs, ys = append(xs, x), append(ys, y)
		for _, s := range p.Series {
			o := s.option(i, tips, v.Horizontal)
			if v.Scaled != nil {
				for j, item := range o["data"].([]any) {
					it := item.(map[string]any)
					it["value"] = []any{v.Scaled.At[j], it["value"]}
				}
			}
			series = append(series, o)
		}
	}
	option["xAxis"], option["yAxis"], option["series"] = xs, ys, series
	return option
}

// base sets what all panels share: grids, tooltip, description.
func (v View) base(id, alt string) *charts.Bar {
	bar := charts.NewBar()
	var grids []opts.Grid
	n := len(v.Panels)
	var all []int
	for i := range v.Panels {
		grids = append(grids, opts.Grid{Left: "56", Right: "24", Top: fmt.Sprintf("%d%%", 12+i*84/n), Height: fmt.Sprintf("%d%%", 84/n-12), ContainLabel: opts.Bool(v.Horizontal)})
		all = append(all, i)
	}
	bar.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: strings.ReplaceAll(id, "-", "_"), Theme: "page"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(grids...),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithToolboxOpts(opts.Toolbox{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: types.FuncStr("{b}")}),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Enabled: opts.Bool(true), Description: alt}, Decal: &opts.AriaDecal{Show: opts.Bool(true)}}),
	)
	if v.Zoom {
		bar.SetGlobalOptions(charts.WithDataZoomOpts(opts.DataZoom{Type: "slider", XAxisIndex: all, FilterMode: "none"}))
	}
	return bar
}

// axes writes the two axes of panel i.
func (v View) axes(i int) (x, y map[string]any) {
	p := v.Panels[i]
	axis := func(kind string, label, name map[string]any) map[string]any {
		label["color"], label["fontSize"] = colour(draw.Ink3), 12
		name["color"], name["fontWeight"] = colour(draw.Ink2), "bold"
		out := map[string]any{"type": kind, "axisLabel": label, "nameTextStyle": name,
			"axisLine":  map[string]any{"lineStyle": map[string]any{"color": colour(draw.Edge)}},
			"splitLine": map[string]any{"show": kind != "category", "lineStyle": map[string]any{"color": colour(draw.Rule)}}}
		if i > 0 {
			out["gridIndex"] = i
		}
		return out
	}
	names := axis("category", map[string]any{"show": v.Horizontal || i == len(v.Panels)-1}, map[string]any{"align": "left"})
	if names["data"] = v.Names; v.Scaled != nil {
		delete(names, "data")
		names["type"], names["min"], names["max"] = v.Scaled.Type, v.Scaled.Min, v.Scaled.Max
		names["splitLine"] = map[string]any{"show": false}
	}
	numbers := axis("value", map[string]any{}, map[string]any{})
	numbers["name"], numbers["min"], numbers["max"] = p.Title, 0, p.Max
	if p.From != "" {
		numbers["type"], numbers["min"], numbers["max"] = "time", p.From, p.Until
	}
	if p.Step > 0 {
		numbers["interval"] = p.Step
	}
	if v.Horizontal {
		names["inverse"], numbers["nameLocation"], numbers["nameGap"] = true, "middle", 32
		return numbers, names
	}
	numbers["axisLabel"].(map[string]any)["show"] = true
	numbers["nameTextStyle"].(map[string]any)["align"] = "left"
	return names, numbers
}

// option writes a series of a panel. Go-echarts has a type of data for each kind
// and drops what is zero, so this is written directly.
func (s Series) option(panel int, tips []string, horizontal bool) map[string]any {
	style := itemStyle(s.Token, s.Hollow)
	out := map[string]any{"name": s.Name, "type": s.Kind, "itemStyle": style, "emphasis": map[string]any{"disabled": true}}
	if panel > 0 {
		out["xAxisIndex"], out["yAxisIndex"] = panel, panel
	}
	if s.Token == "" { // it only holds up the bar above it
		style["decal"], out["silent"] = map[string]any{"symbol": "none"}, true
	}
	switch s.Kind {
	case "bar":
		out["barCategoryGap"] = "25%"
		if s.Stacked {
			out["stack"] = "all"
		}
	case "line":
		stroke := map[string]any{"color": colour(s.Token), "width": 2}
		if s.Dashed {
			stroke["type"] = "dashed"
		}
		out["lineStyle"], out["connectNulls"] = stroke, false
		out["symbol"], out["symbolSize"], out["showSymbol"], out["showAllSymbol"] = "circle", 8, true, true // the drawing marks each value too
	case "scatter":
		out["symbol"], out["symbolSize"] = "circle", 12
	default:
		panic("plot: no kind of series " + s.Kind)
	}
	var data []any
	for i, it := range s.Items {
		data = append(data, it.option(s.Kind, i, tips, horizontal))
	}
	out["data"] = data
	return out
}

// option writes item i of a series.
func (it Item) option(kind string, i int, tips []string, horizontal bool) map[string]any {
	var value any = it.V
	switch {
	case math.IsNaN(it.V):
		value = "-" // a gap
	case it.Date != "":
		value = it.Date
	}
	out := map[string]any{"value": value}
	switch {
	case kind == "scatter":
		i = it.X
		out["value"] = []any{i, value}
		if horizontal {
			out["value"] = []any{value, i}
		}
		if it.Symbol != "" {
			out["symbol"] = it.Symbol
		}
	case kind == "bar" && it.Token != "":
		out["itemStyle"] = itemStyle(it.Token, it.Hollow)
	}
	out["name"] = tips[i]
	return out
}

func itemStyle(token draw.Token, hollow bool) map[string]any {
	if hollow {
		return map[string]any{"color": colour(draw.Surface), "borderColor": colour(token), "borderWidth": 2}
	}
	return map[string]any{"color": colour(token)}
}

// finish sets what go-echarts has no field for, and takes away what it always
// writes.
func (v View) finish(option map[string]any) {
	delete(option, "color")
	tooltip := option["tooltip"].(map[string]any)
	tooltip["renderMode"] = "richText" // an HTML tooltip needs inline styles, which the page forbids
	tooltip["confine"] = true
	tooltip["backgroundColor"], tooltip["borderColor"] = colour(draw.Surface), colour(draw.Edge)
	tooltip["textStyle"] = map[string]any{"color": colour(draw.Ink), "fontSize": 13}
	option["textStyle"] = map[string]any{"color": colour(draw.Ink2), "fontSize": 12}
	option["backgroundColor"] = "transparent"
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
