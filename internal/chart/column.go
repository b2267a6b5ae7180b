package chart

import (
	"math"
	"strconv"
	"strings"

	"sharingthecost/internal/unit"
)

// A scale is how the numbers of one column are printed throughout a chart: on
// the axis, on marks, in the table and, unrounded, in the CSV. It belongs to a
// column and not to a value, so that 0.99 and 1.03 keep their two decimals.
type scale struct {
	unit     unit.Unit
	divisor  float64
	decimals int
	title    string // "Trillion won"
	prefix   string // before a number on a mark: "$"
	suffix   string // after it: "bn"
	words    string // after it in a sentence: " trillion won"
}

// unitName names what the shown numbers count, for programs: the unit's name,
// or krw_tn where won that are kept in billions are shown in trillions.
func (s scale) unitName() string {
	if s.unit == unit.KRW && s.divisor == 1000 {
		return "krw_tn"
	}
	return string(s.unit)
}

// scaleFor chooses the scale for a column whose largest value is given.
// Decimals are the house's unless decimals is 0 or more.
func scaleFor(u unit.Unit, largest float64, decimals int) scale {
	s := scale{unit: u, divisor: 1}
	s.divisor, s.title = u.Axis()
	switch u {
	case unit.KRW:
		s.decimals, s.suffix, s.words = 2, "tn won", "\u00a0trillion won"
		if largest < 1000 && largest > 0 {
			s.divisor, s.decimals, s.title, s.suffix, s.words = 1, 0, "Billion won", "bn won", "\u00a0billion won"
		}
	case unit.USD:
		s.decimals, s.prefix, s.suffix, s.words = 2, "$", "bn", "\u00a0billion dollars"
	case unit.Percent, unit.PercentMore, unit.PercentagePoints:
		s.decimals, s.suffix, s.words = 1, "%", "%"
	case unit.Times:
		s.decimals, s.suffix, s.words = -1, "×", "\u00a0times"
	default:
		s.decimals = 0
	}
	if decimals >= 0 {
		s.decimals = decimals
	}
	return s
}

// number prints the value alone: "1.18", "−0.08", "+13.9%" for a rise.
func (s scale) number(v float64) string {
	switch s.unit {
	case unit.PercentMore:
		if s.round(v) == 0 {
			return "0%"
		}
		return unit.Value{F: v, Unit: s.unit, Decimals: s.decimals}.Text(unit.Short)
	case unit.Percent:
		return unit.Value{F: v, Unit: s.unit, Decimals: s.decimals}.Text(unit.Short)
	case unit.Times:
		return unit.Value{F: v, Unit: s.unit, Decimals: s.decimals}.Text(unit.Number)
	}
	return unit.Value{F: v / s.divisor, Unit: unit.Count, Decimals: s.decimals}.Text(unit.Number)
}

// mark prints the value as a label that stands alone: "−$0.08bn".
func (s scale) mark(v float64) string {
	n := s.number(v)
	if strings.HasSuffix(n, "%") {
		return n
	}
	sign := ""
	if rest, ok := strings.CutPrefix(n, "−"); ok {
		sign, n = "−", rest
	}
	return sign + s.prefix + n + s.suffix
}

// phrase prints the value for a sentence: "1.18 trillion won".
func (s scale) phrase(v float64) string {
	n := s.number(v)
	if strings.HasSuffix(n, "%") {
		return n
	}
	return n + s.words
}

// raw prints the value unrounded in the scale of the chart, for CSV and JSON.
// Twelve significant digits drop the noise of binary arithmetic.
func (s scale) raw(v float64) string {
	f, err := strconv.ParseFloat(strconv.FormatFloat(v/s.divisor, 'g', 12, 64), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// round gives the value as number prints it, in the scale of the chart.
func (s scale) round(v float64) float64 {
	d := s.decimals
	if d < 0 {
		d = 3
	}
	p := math.Pow(10, float64(d))
	return math.Round(v/s.divisor*p) / p
}

// A value is a number at one place of a series, or its absence.
type value struct {
	F       float64
	Missing bool
	Text    string // for columns of text
	Raw     string // the text in the CSV, when it differs
}

// A column is one variable of a chart.
type column struct {
	key    string
	title  string
	text   bool // holds words, not numbers
	scale  scale
	zero   string  // shown below the years instead of nought
	failed bool    // could not be made; the problem is told
	values []value // one for each row of the series
}

func (c *column) largest() float64 {
	m := 0.0
	for _, v := range c.values {
		if !v.Missing {
			m = max(m, math.Abs(v.F))
		}
	}
	return m
}

// shown is the cell of a table for row i.
func (c *column) shown(i int) string {
	v := c.values[i]
	switch {
	case v.Missing:
		return ""
	case c.text:
		return v.Text
	}
	return c.scale.number(v.F)
}
