package chart

import (
	"cmp"
	"math"
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/series"
)

// A panel is one plot with its own scale, and what words say of it. Indexes count all
// points of the axis, drawn or not.
type panel struct {
	lang *lang.Language
	plot.Scale
	Title     string
	Values    []float64
	Line      bool
	Roles     []plot.Role
	Converted bool         // the values are our conversion: marks are hollow
	Foot      bool         // each value is printed at the foot of its column
	Labelled  map[int]bool // the value is printed above its mark
	Running   map[int]bool // agreed for a time that is not over
	Limits    *limits
	Forecast  *forecast
	Proposals []proposal
	Notes     []plot.Note
	Height    float64

	s         *series.Series
	col       *series.Column
	below     *series.Column
	high      *series.Column // of the limits
	highSays  string
	lowSays   string
	expected  *series.Column // of the forecast
	expecting string         // what the forecast is
}

// limits are a wedge between what is sure and the most that may come.
type limits struct {
	From, Last        int // the point whose value is the lower limit, and the last that has an upper one
	High              []float64
	HighText, LowText string // labels of the edges
}

// A forecast is what somebody expected.
type forecast struct {
	Values []float64
	Last   int
	Text   string // label of the end
	Actual string // label of what came instead; "" is none
}

// A proposal is what somebody asked for or offered for one point, beside what it became:
// a line across the point's column; or a column of its own, striped, whose end fades from
// the lowest value reported to the highest.
type proposal struct {
	At          int
	Value, High float64 // High is 0 where there is one value
	Role        plot.Role
	Text        string
}

// Open reports whether the proposal has no certain end.
func (q proposal) Open() bool { return q.High > q.Value }

// plane is the panel as layers of marks: what may come and what was asked for lie behind
// what is, and what was expected before it.
func (pn *panel) plane() *plot.Plane {
	p := &plot.Plane{Axis: pn.s.Axis, Scale: pn.Scale, Title: pn.Title, Height: pn.Height, Notes: pn.Notes}
	p.Layers = slices.Concat(pn.limitLayers(), pn.proposalLayers(true), []plot.Layer{pn.values()}, pn.proposalLayers(false), pn.forecastLayers())
	return p
}

// values is the layer of the panel's own values.
func (pn *panel) values() plot.Layer {
	l := plot.Layer{Mark: plot.Bar, Name: pn.Title, Roles: pn.Roles, Hollow: pn.Converted, Values: pn.Values,
		Says: make([]string, len(pn.Values)), Running: make([]bool, len(pn.Values))}
	if pn.Line {
		l.Mark = plot.Line
	}
	if pn.Foot {
		l.Feet = make([]string, len(pn.Values))
	}
	for i, v := range pn.s.Present(pn.Values) {
		l.Running[i] = pn.Running[i]
		if pn.Labelled[i] {
			l.Says[i] = pn.Format.Number(v)
		}
		if pn.Foot {
			l.Feet[i] = pn.Format.Number(v)
		}
	}
	return l
}

// limitLayers are the wedge and the lines that bound it.
func (pn *panel) limitLayers() []plot.Layer {
	l := pn.Limits
	if l == nil {
		return nil
	}
	low, high := pn.none(), pn.none()
	for i := l.From; i <= l.Last; i++ {
		low[i], high[i] = pn.Values[l.From], l.High[i]
	}
	high[l.From] = pn.Values[l.From]
	return []plot.Layer{
		{Mark: plot.Area, Token: draw.C1Pale, From: low, Values: high},
		{Mark: plot.Line, Token: draw.C1, Faint: true, Dashed: true, Values: high, End: l.HighText},
		{Mark: plot.Line, Token: draw.C1, Faint: true, Dashed: true, Values: low, End: l.LowText},
	}
}

// forecastLayers are what was expected, and the name of what came instead.
func (pn *panel) forecastLayers() []plot.Layer {
	f := pn.Forecast
	if f == nil {
		return nil
	}
	out := []plot.Layer{{Mark: plot.Line, Token: draw.Ink, Dashed: true, Values: f.Values, End: f.Text}}
	if v := pn.Values[f.Last]; f.Actual != "" && !math.IsNaN(v) {
		actual := plot.Layer{Mark: plot.None, Faint: true, Values: pn.none(), End: f.Actual + ": " + pn.Format.Number(v)}
		actual.Values[f.Last] = v
		out = append(out, actual)
	}
	return out
}

// proposalLayers are the proposals without a certain end, or the others, from the lowest.
func (pn *panel) proposalLayers(open bool) (out []plot.Layer) {
	list := slices.SortedStableFunc(slices.Values(pn.Proposals), func(a, b proposal) int { return cmp.Compare(a.Value, b.Value) })
	for _, q := range list {
		if q.Open() != open {
			continue
		}
		l := plot.Layer{Mark: plot.Tick, Name: q.Text, Named: true, Token: q.Role.Token(), Values: pn.none(), Says: make([]string, len(pn.Values))}
		l.Values[q.At], l.Says[q.At] = q.Value, q.Text
		if open {
			l.Mark, l.Fades = plot.Bar, pn.none()
			l.Fades[q.At] = q.High
		}
		out = append(out, l)
	}
	return out
}

// none are values that are all missing.
func (pn *panel) none() []float64 { return slices.Repeat([]float64{math.NaN()}, len(pn.Values)) }
