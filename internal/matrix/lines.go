package matrix

import (
	"fmt"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
)

// linesFile is a chart of several lines, named at their ends.
type linesFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
	Zero   bool `yaml:"from_zero" doc:"The scale begins at zero, even where the lines lie far from it."`
	Joined bool `yaml:"joined" doc:"A broken line leads across times that have no value."`
	Log    bool `yaml:"log" doc:"Equal steps of the scale are equal ratios; all values must be above zero."`
}

type lines struct{ *matrix }

func (f *linesFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, false)
	if !ok {
		return nil
	}
	if f.Log && !b.positive(m, f.Y[0]) {
		return nil
	}
	m.layers(plot.Line)
	for i := range m.Layers {
		m.Layers[i].Joined = f.Joined
	}
	m.Ends = true
	m.Scale = plot.NewScale(m.format, m.all(), 6, f.Zero, f.Log)
	return lines{m}
}

// positive reports a value that a scale of ratios has no place for.
func (b *builder) positive(m *matrix, at record.Text) bool {
	for _, v := range m.vars {
		for i, value := range m.Present(v.values) {
			if value <= 0 {
				b.Report(m.s.Place(i), fmt.Sprintf("the value of %s %s is %s, which has no place on a scale of ratios", v.name, m.when(i), m.format.Number(value)), "leave log out, or the row with where")
				return false
			}
		}
	}
	return true
}

func (k lines) Alt() string {
	vars := k.named()
	last := k.lastShared(vars)
	if last < 0 || len(vars) == 1 {
		return lang.Sentences(k.lang.Chart.LinesOne.With("subject", k.subject, "says", k.course(vars[0])), k.lang.Chart.TableBelow)
	}
	return lang.Sentences(k.lang.Chart.Lines.With("count", k.lang.Count(len(k.vars)), "subject", k.subject, "says", k.lang.Within(k.standing(vars, last))), first(k.crossings(vars)), k.lang.Chart.TableBelow)
}

func (k lines) Describe() []string {
	vars := k.named()
	out := []string{k.axisWords()}
	for _, v := range vars {
		text := lang.Sentence(k.course(v))
		if low, high := k.extremes(v); k.timed() && low >= 0 {
			text += " " + k.lang.Chart.Ends.With("low", k.phrase(v, low), "lowWhen", k.when(low), "high", k.phrase(v, high), "highWhen", k.when(high))
		}
		out = append(out, text)
	}
	if last := k.lastShared(vars); last >= 0 && len(vars) > 1 {
		out = append(out, lang.Sentences(append([]string{k.standing(vars, last)}, k.crossings(vars)...)...))
	}
	if n := len(k.vars) - len(vars); n > 0 {
		out = append(out, k.lang.Many(n, k.lang.Chart.FurtherLines))
	}
	return out
}

// extremes are the lowest and the highest value of a series, where neither is an end; −1
// where both are.
func (m *matrix) extremes(v variable) (low, high int) {
	first, last := m.ends(v)
	low, high = first, first
	for i, value := range m.Present(v.values) {
		if value < v.values[low] {
			low = i
		}
		if value > v.values[high] {
			high = i
		}
	}
	if (low == first || low == last) && (high == first || high == last) {
		return -1, -1
	}
	return low, high
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
