package matrix

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/unit"
)

// named are the series that stand out, or all.
func (m *matrix) named() []variable {
	out := slices.DeleteFunc(slices.Clone(m.vars), func(v variable) bool { return v.faint })
	return out
}

// timed reports whether the axis has an order that values can rise along.
func (m *matrix) timed() bool { return m.Kind != plot.Names }

// when is a point with its preposition: "in 2021", "for Peru".
func (m *matrix) when(i int) string { return form.When(m.lang, m.Kind, m.Points[i].Name) }

// ends are the first and the last value of a series, or −1.
func (m *matrix) ends(v variable) (first, last int) {
	first, last = -1, -1
	for i := range m.Present(v.values) {
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}

// lastShared is the last point at which all the series have a value, or −1.
func (m *matrix) lastShared(vars []variable) int {
	for i := len(m.Points) - 1; i >= m.First; i-- {
		if !slices.ContainsFunc(vars, func(v variable) bool { return math.IsNaN(v.values[i]) }) {
			return i
		}
	}
	return -1
}

// ranked are the series by their values at a point, the highest first.
func (m *matrix) ranked(vars []variable, i int) []variable {
	out := slices.DeleteFunc(slices.Clone(vars), func(v variable) bool { return math.IsNaN(v.values[i]) })
	slices.SortStableFunc(out, func(a, b variable) int { return cmp.Compare(b.values[i], a.values[i]) })
	return out
}

// standing says who is highest and lowest at a point: “In 2025 the highest is Japan, 5.2%,
// and the lowest Peru, 1.1%”.
func (m *matrix) standing(vars []variable, i int) string {
	order := m.ranked(vars, i)
	when, words := lang.Capital(m.when(i)), m.lang.Chart
	switch len(order) {
	case 0:
		return ""
	case 1:
		return words.Alone.With("when", when, "name", order[0].name, "value", m.phrase(order[0], i))
	}
	high, low := order[0], order[len(order)-1]
	if m.format.Round(high.values[i]) == m.format.Round(low.values[i]) {
		return words.Alike.With("when", when, "names", m.lang.List(names(order)), "value", m.phrase(high, i))
	}
	return words.Standing.With("when", when, "high", high.name, "top", m.phrase(high, i), "low", low.name, "bottom", m.phrase(low, i))
}

func (m *matrix) phrase(v variable, i int) string { return m.format.Phrase(v.values[i]) }

func names(vars []variable) (out []string) {
	for _, v := range vars {
		out = append(out, v.name)
	}
	return out
}

// course says how a series went: “Japan rose by 12%, from 5 in 2010 to 5.6 in 2020”.
func (m *matrix) course(v variable) string {
	first, last := m.ends(v)
	switch {
	case first < 0:
		return m.lang.Chart.Empty.With("name", v.name)
	case first == last:
		return m.lang.Chart.Single.With("name", v.name, "value", m.phrase(v, first), "when", m.when(first))
	}
	return m.lang.Chart.Course.With("name", v.name, "went", m.went(v))
}

// went is the course of a series with two values, without its name.
func (m *matrix) went(v variable) string {
	first, last := m.ends(v)
	return m.lang.Chart.Went.With("change", m.change(v.values[first], v.values[last]),
		"from", m.phrase(v, first), "since", m.when(first), "to", m.phrase(v, last), "until", m.when(last))
}

// change says how far a value rose or fell; of values on both sides of zero there is no
// percentage.
func (m *matrix) change(from, to float64) string {
	a, b := m.format.Round(from), m.format.Round(to)
	if m.format.Unit.Ratios() && (a <= 0 || b < 0) {
		switch {
		case b > a:
			return m.lang.Change.Rose
		case b < a:
			return m.lang.Change.Fell
		}
		return m.lang.Change.Not
	}
	return m.format.Change(from, to)
}

// crossings says which of two series passed the other, and between when and when.
func (m *matrix) crossings(vars []variable) (out []string) {
	if len(vars) > 6 {
		return nil
	}
	for n, a := range vars {
		for _, b := range vars[n+1:] {
			before := -1
			for i := m.First; i < len(m.Points); i++ {
				gap := m.format.Round(a.values[i]) - m.format.Round(b.values[i])
				if math.IsNaN(gap) || gap == 0 {
					continue
				}
				if before >= 0 && (a.values[before] > b.values[before]) != (gap > 0) {
					up, down := a, b
					if gap < 0 {
						up, down = b, a
					}
					out = append(out, m.lang.Chart.Between.With("span", m.span(before, i), "up", up.name, "down", down.name))
				}
				before = i
			}
		}
	}
	if len(out) > 4 { // of lines that run together, that they do says more
		return []string{m.lang.Chart.Crossings.With("count", m.lang.Count(len(out)))}
	}
	return out
}

// span names the time from one point to another: “March and May 2024”.
func (m *matrix) span(from, to int) string {
	a, b := m.Points[from], m.Points[to]
	if year := fmt.Sprintf(" %d", a.Year); m.Kind == plot.Months && a.Year == b.Year {
		return m.lang.List([]string{strings.TrimSuffix(a.Name, year), b.Name})
	}
	return m.lang.List([]string{a.Name, b.Name})
}

// axisWords says what the axis holds and what the scale is.
func (m *matrix) axisWords() string {
	drawn, words := m.Drawn(), m.lang.Chart
	first, last := drawn[0].Name, drawn[len(drawn)-1].Name
	text := words.AxisNames.With("count", m.lang.Count(len(drawn)), "first", first, "last", last)
	switch {
	case len(drawn) == 1:
		text = words.AxisOne.With("name", first)
	case m.timed():
		text = words.Axis.With("first", first, "last", last)
	}
	s := m.Scale
	low, high := s.Tick(s.Lo), s.Tick(s.Hi)
	scale := words.ScaleOf.With("title", m.lang.Within(m.Title), "low", low, "high", high)
	if m.Title == m.format.Title && m.format.Unit == unit.Count { // a bare number says nothing
		scale = words.Scale.With("low", low, "high", high)
	}
	switch {
	case s.Log:
		scale = words.ScaleRatios.With("scale", scale)
	case s.Lo > 0 || s.Hi < 0:
		scale = words.ScaleOff.With("scale", scale)
	}
	return text + " " + scale + "."
}
