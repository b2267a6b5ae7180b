package matrix

import (
	"cmp"
	"math"
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
)

// stripFile is a chart of dots along lines: how the values of each group are spread.
type stripFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
	Median bool `yaml:"median" doc:"A line marks the value in the middle of each group."`
}

type strip struct {
	*matrix
	middle []float64 // of the points; nil where none is drawn
}

func (f *stripFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, true)
	if !ok {
		return nil
	}
	k := strip{matrix: m}
	k.layers(len(f.Stand) > 0)
	if f.Median {
		for i := range m.Points {
			k.middle = append(k.middle, k.median(i))
		}
		m.Layers = append([]plot.Layer{{Mark: plot.Tick, Token: draw.Ink, Values: k.middle}}, m.Layers...)
	}
	m.inRows()
	m.Grid = true
	m.Scale = plot.NewScale(m.format, m.all(), 6, false, false)
	return k
}

// layers gives each dot its name: that of those that stand out, else of the ends of each
// group.
func (k strip) layers(stands bool) {
	order := slices.Clone(k.vars)
	slices.SortStableFunc(order, func(a, b variable) int {
		return cmp.Compare(map[bool]int{true: 0, false: 1}[a.faint], map[bool]int{true: 0, false: 1}[b.faint])
	})
	for _, v := range order {
		says := make([]string, len(k.Points))
		for i := range k.Present(v.values) {
			of := k.of(i)
			if !v.faint && (stands || v.name == of[0].name || v.name == of[len(of)-1].name) {
				says[i] = v.name
			}
		}
		k.Layers = append(k.Layers, plot.Layer{Mark: plot.Dot, Name: v.name, Named: true, Token: v.token, Hollow: v.faint || !stands, Values: v.values, Says: says})
	}
}

// of are the series that have a value in a group, the highest first.
func (k strip) of(i int) []variable { return k.ranked(k.vars, i) }

// median is the value in the middle of a group.
func (k strip) median(i int) float64 {
	of := k.of(i)
	if len(of) == 0 {
		return math.NaN()
	}
	return (of[(len(of)-1)/2].values[i] + of[len(of)/2].values[i]) / 2
}

// spread says how the values of a group lie.
func (k strip) spread(i int) string {
	of := k.of(i)
	if len(of) < 2 {
		return k.standing(k.vars, i)
	}
	low, high := of[len(of)-1], of[0]
	text := k.lang.Chart.Spread.With("name", k.Points[i].Name, "count", k.lang.Count(len(of)), "low", k.phrase(low, i), "lowest", low.name, "high", k.phrase(high, i), "highest", high.name)
	if k.middle != nil {
		text = k.lang.Chart.Median.With("spread", text, "value", k.format.Phrase(k.median(i)))
	}
	return text
}

func (k strip) Alt() string {
	return lang.Sentences(k.lang.Chart.Strip.With("subject", k.subject), k.spread(k.First), map[bool]string{true: k.lang.Chart.FurtherGroups.With("count", k.lang.Count(len(k.Drawn())-1))}[len(k.Drawn()) > 2], k.lang.Chart.TableBelow)
}

func (k strip) Describe() []string {
	out := []string{k.axisWords()}
	for i := k.First; i < len(k.Points); i++ {
		if text := k.spread(i); text != "" {
			out = append(out, lang.Sentence(text))
		}
	}
	return out
}
