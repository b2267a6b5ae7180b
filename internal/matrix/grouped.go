package matrix

import (
	"fmt"

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
	m.Rows = f.Form.S == "grouped-bars"
	m.Scale = plot.NewScale(m.format, m.all(), 5, true, false)
	return grouped{m}
}

// bars says what stands or lies: “Column”, “Bar”.
func (m *matrix) bars() string {
	if m.Rows {
		return "Bar"
	}
	return "Column"
}

func (k grouped) Alt() string {
	vars := k.named()
	text := fmt.Sprintf("%s chart of %s series", k.bars(), k.lang.Count(len(k.vars)))
	if last := k.lastShared(vars); last >= 0 && len(vars) > 1 && k.timed() {
		return lang.Sentences(text+". "+k.subject+": "+k.lang.Within(k.standing(vars, last)), "Table below")
	}
	return lang.Sentences(text+". "+k.subject+": "+k.peaks(vars), "Table below")
}

// peaks says where each series is highest: “coal is highest for Poland, 61%”.
func (m *matrix) peaks(vars []variable) string {
	var parts []string
	for _, v := range vars {
		if high := m.highest(v); high >= 0 {
			parts = append(parts, fmt.Sprintf("%s is highest %s, %s", v.name, m.when(high), m.phrase(v, high)))
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
