package plot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sharingthecost/internal/draw"
)

// A View is a chart in the terms of ECharts: panels with an axis of names and
// an axis of numbers, bars, lines and points on them.
type View struct {
	Names      []string // along the axis of names
	Below      []string // a line under each of them, if any
	Horizontal bool     // the names stand at the side
	Legend     bool     // the series are named above, and can be taken away and brought back
	Zoom       bool     // the axis of names can be narrowed, all panels together
	Scaled     *Scaled  // the axis of names is one of times or numbers
	Bands      []ViewBand
	Foot       string // a line below it all, in its colour
	FootToken  draw.Token
	Panels     []ViewPanel
}

// A ViewBand is a period behind the panels, from one name to another.
type ViewBand struct {
	From, To int
	Label    string
}

// Scaled is where the names lie on an axis to scale.
type Scaled struct {
	Type     string // time or value
	Min, Max any
	At       []any // of each name
}

// A ViewPanel is one pair of axes.
type ViewPanel struct {
	Title    string // of the axis of numbers
	Along    string // title of the other axis, if it has one
	Min, Max float64
	Log      bool
	Step     float64 // between ticks; 0 leaves them to ECharts
	Plain    bool    // its numbers are years, without a mark for thousands
	Series   []Series
}

// A Series is bars, a line or points on a panel.
type Series struct {
	Name           string
	Kind           string     // bar, line or scatter
	Stacked        bool       // bars stand on those of the series before
	Stack          string     // lines that stand on one another, filled where they are an area
	Token          draw.Token // "" draws nothing: what holds a floating bar up
	Hollow, Dashed bool
	Thin           bool       // others stand out from it
	Across         bool       // a line leads across missing values
	Area           bool       // of a line, filled to the one below
	Inside         bool       // what an item says stands inside it
	End            string     // what stands at the end of a line
	Items          []Item     // one for each name
	Tips           []string   // what each says when it is pointed at, instead of the row of its name
	Rules          []ViewRule // instead of items
}

// An Item is one value of a series.
type Item struct {
	V      float64    // NaN is missing
	Token  draw.Token // instead of the series'
	Hollow bool
	X      int    // index of the name, for points
	Symbol string // of a point, when it is not the series'
	Side   string // where its words stand, when not above or right of it
	Says   string // beside the mark
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
// "var(--c1)", and "transparent". Nothing in it is code, moves or loads
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
					value := it["value"]
					if pair, ok := value.([]any); ok { // a point already has the index of its name
						value = pair[1]
					}
					it["value"] = []any{v.Scaled.At[j], value}
				}
			}
			series = append(series, o)
		}
	}
	if len(v.Bands) > 0 && len(series) > 0 {
		series[0].(map[string]any)["markArea"] = v.bands()
	}
	if v.Foot != "" {
		option["title"] = map[string]any{"show": true, "text": "", "subtext": v.Foot, "bottom": 0, "subtextStyle": map[string]any{"color": colour(v.FootToken)}}
	}
	if v.Horizontal {
		option["height"] = 36 + len(v.Panels)*(v.rows()+70) + 20
	}
	option["xAxis"], option["yAxis"], option["series"] = xs, ys, series
	return option
}

// label is how a name stands at the axis.
func (v View) label(i int) string {
	if v.Below == nil || v.Below[i] == "" {
		return v.Names[i]
	}
	return v.Names[i] + "\n" + v.Below[i]
}

// bands are the periods behind the panels, every second one filled, as in the drawing.
func (v View) bands() map[string]any {
	var data []any
	for i, b := range v.Bands {
		fill := "transparent"
		if i%2 == 0 {
			fill = colour(draw.Band)
		}
		data = append(data, []any{
			map[string]any{"name": literal(b.Label), "xAxis": v.label(b.From), "itemStyle": map[string]any{"color": fill}},
			map[string]any{"xAxis": v.label(b.To)},
		})
	}
	return map[string]any{"silent": true, "animation": false, "data": data, "label": map[string]any{"color": colour(draw.Ink2), "position": "insideTopLeft"}}
}

// base sets what all panels share: grids, tooltip, description.
func (v View) base(id, alt string) *charts.Bar {
	bar := charts.NewBar()
	var grids []opts.Grid
	n := len(v.Panels)
	var all []int
	for i := range v.Panels {
		grid := opts.Grid{Left: "56", Right: v.margin(), Top: fmt.Sprintf("%d%%", 12+i*84/n), Height: fmt.Sprintf("%d%%", 84/n-12), ContainLabel: opts.Bool(v.Horizontal)}
		if v.Horizontal { // each row has its height, whatever their number
			grid.Top, grid.Height = fmt.Sprint(36+i*(v.rows()+70)), fmt.Sprint(v.rows()+24)
		}
		grids = append(grids, grid)
		all = append(all, i)
	}
	bar.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: strings.ReplaceAll(id, "-", "_"), Theme: "page"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(grids...),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(v.Legend)}),
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

// rows is the height of the rows of a panel whose names stand at the side.
func (v View) rows() int {
	lanes := 0
	for _, s := range v.Panels[0].Series {
		if s.Kind == "bar" && !s.Stacked {
			lanes++
		}
	}
	return max(len(v.Names)*(8+15*max(lanes, 1)), 250/len(v.Panels))
}

// margin is the room right of the panels: for labels at ends, as wide as the widest of
// them, but no more than a phone has.
func (v View) margin() string {
	widest := 24.0
	wants := func(says string) {
		for line := range strings.Lines(says) {
			widest = max(widest, Width(draw.Text{Size: AxisSize, Weight: draw.Bold, S: line})+8)
		}
	}
	for _, p := range v.Panels {
		for _, s := range p.Series {
			wants(s.End)
			for _, it := range s.Items {
				if v.Horizontal && !s.Inside && it.Side == "" {
					wants(it.Says)
				}
			}
		}
	}
	return fmt.Sprint(int(min(widest, 150)))
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
	labels := make([]string, len(v.Names))
	for i := range labels {
		labels[i] = v.label(i)
	}
	if names["data"] = labels; v.Scaled != nil {
		delete(names, "data")
		names["type"], names["min"], names["max"] = v.Scaled.Type, v.Scaled.Min, v.Scaled.Max
		names["splitLine"] = map[string]any{"show": false}
	}
	if p.Along != "" {
		names["name"], names["nameLocation"], names["nameGap"] = p.Along, "middle", 32
	}
	if v.Horizontal {
		names["axisLabel"].(map[string]any)["interval"] = 0
	}
	numbers := axis("value", map[string]any{"hideOverlap": true}, map[string]any{})
	numbers["name"], numbers["min"], numbers["max"] = p.Title, p.Min, p.Max
	if p.Log {
		numbers["type"] = "log"
	}
	if p.Plain {
		numbers["axisLabel"].(map[string]any)["plain"] = true // which the browser side writes without a mark for thousands
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
	if len(s.Rules) > 0 {
		out["markLine"] = rulesOption(s.Rules, horizontal)
	}
	switch s.Kind {
	case "bar":
		out["barCategoryGap"] = "25%"
		if s.Stacked {
			out["stack"] = "all"
		}
		if s.Stack != "" { // bars that begin elsewhere lie on one another
			out["stack"], out["barGap"] = s.Stack, "-100%"
		}
	case "line":
		stroke := map[string]any{"color": colour(s.Token), "width": 2}
		if s.Thin {
			stroke["width"] = 1
		}
		if s.Area {
			stroke["width"], out["areaStyle"] = 0, map[string]any{"color": colour(s.Token), "opacity": 1}
		}
		if s.Area && s.Stacked {
			out["stack"] = "all"
		}
		if s.Stack != "" {
			out["stack"] = s.Stack
		}
		if s.End != "" {
			out["endLabel"] = map[string]any{"show": true, "formatter": literal(s.End), "color": colour(draw.Ink)}
			out["labelLayout"] = map[string]any{"moveOverlap": "shiftY"}
		}
		if s.Dashed {
			stroke["type"] = "dashed"
		}
		out["lineStyle"], out["connectNulls"] = stroke, s.Across
		out["symbol"], out["symbolSize"] = "circle", 8
		if out["showSymbol"] = !s.Thin; !s.Thin && !s.Area {
			out["showAllSymbol"] = true // the drawing marks each value too
		}
	case "scatter":
		out["symbol"], out["symbolSize"] = "circle", 12
	default:
		panic("plot: no kind of series " + s.Kind)
	}
	if s.Tips != nil {
		tips = s.Tips
	}
	data := make([]any, 0, len(s.Items)) // null is no list of values
	for i, it := range s.Items {
		item := it.option(s.Kind, i, tips, horizontal)
		if it.Says != "" {
			item["label"] = s.label(it, horizontal)
			out["labelLayout"] = map[string]any{"hideOverlap": true}
		}
		data = append(data, item)
	}
	out["data"] = data
	return out
}

// option writes item i of a series.
func (it Item) option(kind string, i int, tips []string, horizontal bool) map[string]any {
	var value any = it.V
	if math.IsNaN(it.V) {
		value = "-" // a gap
	}
	out := map[string]any{"value": value}
	if kind == "scatter" {
		i = it.X
		out["value"] = []any{i, value}
		if horizontal {
			out["value"] = []any{value, i}
		}
		if it.Symbol != "" {
			out["symbol"] = it.Symbol
		}
	}
	if it.Token != "" && kind != "line" || it.Hollow {
		out["itemStyle"] = itemStyle(it.Token, it.Hollow)
	}
	out["name"] = tips[i]
	return out
}

// label is what stands beside an item, or inside it.
func (s Series) label(it Item, horizontal bool) map[string]any {
	out := map[string]any{"show": true, "formatter": literal(it.Says), "position": "top", "color": colour(draw.Ink), "fontWeight": "bold"}
	switch {
	case it.Side != "":
		out["position"] = it.Side
	case s.Inside:
		out["position"], out["color"], out["fontWeight"] = "inside", colour(draw.On(cmp.Or(it.Token, s.Token))), "normal"
	case horizontal && it.V < 0:
		out["position"] = "left"
	case horizontal:
		out["position"] = "right"
	case it.V < 0:
		out["position"] = "bottom"
	}
	return out
}

// literal is a text that ECharts is not to take for a template.
func literal(s string) string { return strings.NewReplacer("{", "(", "}", ")").Replace(s) }

// rulesOption draws lines between pairs of places.
func rulesOption(rules []ViewRule, horizontal bool) map[string]any {
	var data []any
	for _, r := range rules {
		a, b := []any{r.At, r.From}, []any{r.At, r.To}
		if horizontal {
			a, b = []any{r.From, r.At}, []any{r.To, r.At}
		}
		data = append(data, []any{map[string]any{"coord": a, "lineStyle": map[string]any{"color": colour(r.Token)}}, map[string]any{"coord": b}})
	}
	return map[string]any{"silent": true, "animation": false, "symbol": "none", "data": data,
		"lineStyle": map[string]any{"type": "solid", "width": 3}, "label": map[string]any{"show": false}}
}

func itemStyle(token draw.Token, hollow bool) map[string]any {
	if token == draw.Band {
		return map[string]any{"color": colour(token), "borderColor": colour(draw.Edge), "borderWidth": 1}
	}
	if hollow {
		return map[string]any{"color": colour(draw.Surface), "borderColor": colour(token), "borderWidth": 2}
	}
	return map[string]any{"color": colour(token)}
}

// finish sets what go-echarts has no field for, and takes away what it always
// writes.
func (v View) finish(option map[string]any) {
	delete(option, "color")
	if v.Legend {
		legend := option["legend"].(map[string]any)
		legend["top"], legend["type"], legend["textStyle"] = 0, "scroll", map[string]any{"color": colour(draw.Ink2)}
	}
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
		zoom["borderColor"], zoom["backgroundColor"], zoom["fillerColor"] = colour(draw.Rule), colour(draw.Surface), colour(draw.C1Pale)
		zoom["textStyle"] = map[string]any{"color": colour(draw.Ink3)}
		zoom["showDataShadow"] = false
		delete(zoom, "start")
		delete(zoom, "end")
	}
}

// Scaled is the axis of days or numbers. Years and months have a name for each, so
// that their names are to scale.
func (a *Axis) Scaled() *Scaled {
	drawn := a.Drawn()
	first, last, half := drawn[0].At, drawn[len(drawn)-1].At, a.Step()/2
	switch a.Kind {
	case Numbers:
		s := &Scaled{Type: "value", Min: Rounded(first - half), Max: Rounded(last + half)}
		for _, pt := range drawn {
			s.At = append(s.At, pt.At)
		}
		return s
	case Days:
		date := func(days float64) string { return time.Unix(int64(days)*86400, 0).UTC().Format(time.DateOnly) }
		s := &Scaled{Type: "time", Min: date(first - math.Ceil(half)), Max: date(last + math.Ceil(half))}
		for _, pt := range drawn {
			s.At = append(s.At, pt.Key)
		}
		return s
	}
	return nil
}
