package matrix

import (
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
)

// groupedFile is a chart of columns or bars beside one another, one for each series.
type groupedFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
}

type grouped struct{ *matrix }

func (f *groupedFile) build(b *builder) form.Body {
	m, ok := b.matrix(f.matrixKeys, false)
	if !ok {
		return nil
	}
	m.layers(plot.Bar)
	for n := range m.Layers {
		m.Layers[n].Lane = n
	}
	if f.Form.S == "grouped-bars" {
		m.inRows()
	}
	m.Scale = plot.NewScale(m.format, m.all(), 5, true, false)
	return grouped{m}
}

func (k grouped) Alt() string {
	vars := k.named()
	pattern, says := k.lang.Chart.ColumnsOfSeries, k.peaks(vars)
	if k.Rows {
		pattern = k.lang.Chart.BarsOfSeries
	}
	if last := k.lastShared(vars); last >= 0 && len(vars) > 1 && k.timed() {
		says = k.lang.Within(k.standing(vars, last))
	}
	return lang.Sentences(pattern.With("count", k.lang.Count(len(k.vars)), "subject", k.subject, "says", says), k.lang.Chart.TableBelow)
}

// peaks says where each series is highest: “coal is highest for Poland, 61%”.
func (m *matrix) peaks(vars []variable) string {
	var parts []string
	for _, v := range vars {
		if high := m.highest(v); high >= 0 {
			parts = append(parts, m.lang.Chart.Peak.With("name", v.name, "when", m.when(high), "value", m.phrase(v, high)))
		}
	}
	return m.lang.List(parts)
}

// highest is the point of the highest value of a series, or −1.
func (m *matrix) highest(v variable) int {
	high := -1
	for i, value := range m.Present(v.values) {
		if high < 0 || value > v.values[high] {
			high = i
		}
	}
	return high
}

func (k grouped) Describe() []string {
	out := []string{k.axisWords()}
	for i := k.First; i < len(k.Points); i++ {
		if text := k.standing(k.vars, i); text != "" {
			out = append(out, lang.Sentence(text))
		}
	}
	if len(out) > 13 { // of many, where each series is highest says more
		out = append(out[:1], lang.Sentence(k.peaks(k.vars)))
	}
	if k.timed() {
		for _, v := range k.named() {
			out = append(out, lang.Sentence(k.course(v)))
		}
	}
	return out
}
