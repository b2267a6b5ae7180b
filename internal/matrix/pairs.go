package matrix

import (
	"fmt"
	"math"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
)

// slopeFile is a chart of lines between two times.
type slopeFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
}

type slope struct{ *matrix }

func (f *slopeFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, false)
	if !ok {
		return nil
	}
	if !m.onlyEnds() {
		b.Report(f.X.At, fmt.Sprintf("a slope lies between two points of the axis, and column %s has a value at one alone", f.X.S), "choose rows with where, from and until, or draw bars")
		return nil
	}
	m.layers(plot.Line)
	m.Ends, m.Starts = true, true
	m.Scale = plot.NewScale(m.format, m.all(), 5, false, false)
	return slope{m}
}

// onlyEnds keeps the first and the last point that has a value.
func (m *matrix) onlyEnds() bool {
	var rows []int
	for i := m.First; i < len(m.Points); i++ {
		if m.valued(i) {
			rows = append(rows, i)
		}
	}
	if len(rows) < 2 {
		return false
	}
	from, to := rows[0], rows[len(rows)-1]
	m.Points, m.First = []plot.Point{m.Points[from], m.Points[to]}, 0
	m.sources = []table.Cell{m.sources[from], m.sources[to]}
	for n, v := range m.vars {
		m.vars[n].values = []float64{v.values[from], v.values[to]}
	}
	m.number()
	return true
}

func (k slope) Alt() string {
	return lang.Sentences(k.lang.Chart.Slope.With("subject", k.subject, "says", k.balance()), k.lang.Chart.TableBelow)
}

// balance counts the series that rose and that fell, and names the steepest.
func (m *matrix) balance() string {
	up, down, most := 0, 0, -1
	for n, v := range m.vars {
		from, to := m.ends(v)
		if from < 0 || from == to {
			continue
		}
		change := m.format.Round(v.values[to]) - m.format.Round(v.values[from])
		if change > 0 {
			up++
		} else if change < 0 {
			down++
		}
		if most < 0 || math.Abs(change) > math.Abs(m.vars[most].values[to]-m.vars[most].values[from]) {
			most = n
		}
	}
	if most < 0 {
		return m.lang.Chart.NoPairs
	}
	if len(m.vars) == 1 {
		return m.course(m.vars[0])
	}
	return m.lang.Chart.Balance.With("up", m.lang.Count(up), "down", m.lang.Count(down), "name", m.vars[most].name, "went", m.went(m.vars[most]))
}

func (k slope) Describe() []string {
	out := []string{k.axisWords()}
	for _, v := range k.vars {
		out = append(out, lang.Sentence(k.course(v)))
	}
	if passed := k.crossings(k.vars); len(passed) > 0 {
		out = append(out, lang.Sentences(passed...))
	}
	return out
}

// dumbbellFile is a chart of two values of each name, and the gap between them.
type dumbbellFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
}

type dumbbell struct{ *matrix }

func (f *dumbbellFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, false)
	if !ok {
		return nil
	}
	if len(m.vars) != 2 {
		b.Report(f.Y[0].At, fmt.Sprintf("a dumbbell has two series, and this chart %d", len(m.vars)), "name two columns under y, or two series under order")
		return nil
	}
	m.Layers = []plot.Layer{{Mark: plot.Rule, Token: "edge", From: m.vars[0].values, Values: m.vars[1].values}}
	m.layers(plot.Dot)
	m.Layers[1].Hollow = true // before and after are told apart without colour too
	m.inRows()
	m.Grid = true
	m.Scale = plot.NewScale(m.format, m.all(), 5, false, false)
	return dumbbell{m}
}

// gap says how far apart the values of a point are.
func (k dumbbell) gap(i int) string {
	a, b := k.vars[0], k.vars[1]
	name := k.Points[i].Name
	switch {
	case math.IsNaN(a.values[i]) && math.IsNaN(b.values[i]):
		return ""
	case math.IsNaN(a.values[i]):
		return k.lang.Chart.GapAlone.With("name", name, "value", k.phrase(b, i), "series", b.name)
	case math.IsNaN(b.values[i]):
		return k.lang.Chart.GapAlone.With("name", name, "value", k.phrase(a, i), "series", a.name)
	}
	return k.lang.Chart.Gap.With("name", name, "first", k.phrase(a, i), "a", a.name, "second", k.phrase(b, i), "b", b.name)
}

func (k dumbbell) widest() int {
	best, widest := -1, -1.0
	for i := k.First; i < len(k.Points); i++ {
		if gap := math.Abs(k.vars[0].values[i] - k.vars[1].values[i]); gap > widest {
			best, widest = i, gap
		}
	}
	return best
}

func (k dumbbell) Alt() string {
	text := k.lang.Chart.Dumbbell.With("subject", k.subject, "a", k.vars[0].name, "b", k.vars[1].name)
	if i := k.widest(); i >= 0 {
		text = k.lang.Chart.Widest.With("chart", text, "count", k.lang.Count(len(k.Drawn())), "gap", k.gap(i))
	}
	return lang.Sentences(text, k.lang.Chart.TableBelow)
}

func (k dumbbell) Describe() []string {
	out := []string{k.axisWords()}
	for i := k.First; i < len(k.Points); i++ {
		if text := k.gap(i); text != "" {
			out = append(out, lang.Sentence(text))
		}
	}
	return out
}
