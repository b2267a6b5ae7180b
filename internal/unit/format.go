package unit

import (
	"math"
	"strings"
)

// A Format is how the numbers of one column are written throughout a chart: on
// the axis, on marks, in the table and, unrounded, in the CSV. It belongs to a
// column and not to a value, so that 0.99 and 1.03 have one scale and one
// number of decimals.
type Format struct {
	Unit     Unit
	Divisor  float64
	Decimals int
	Title    string // "Trillion won"
	name     string // of the shown unit, for programs: "krw_tn"
	prefix   string // before a number on a mark: "$"
	suffix   string // after it: "bn"
	words    string // after it in a sentence: " trillion won"
}

// FormatFor chooses the scale by the largest value of a column. Without
// decimals, that is −1, the column has as many as the values that an author
// wrote, and as many as the house style has for those that are computed.
func FormatFor(u Unit, values []Value, decimals int) Format {
	s, _ := u.style()
	f := Format{Unit: u, Divisor: 1, Title: s.axis, name: string(u), Decimals: decimals}
	money := scale{per: 1}
	if s.scales != nil {
		largest := Value{Unit: u, Decimals: -1}
		for _, v := range values {
			if math.Abs(v.F) > math.Abs(largest.F) {
				largest = v
			}
		}
		money, _ = largest.scaled(Prose, s.scales)
		f.Divisor, f.Title, f.name = money.per, money.axis, money.machine
	}
	switch s.family {
	case won:
		f.suffix, f.words = money.short+" won", nbsp+money.name+" won"
	case dollars:
		f.prefix, f.suffix, f.words = "$", money.short, nbsp+money.name+" dollars"
	case multiple:
		f.suffix, f.words = "×", nbsp+"times"
	}
	for _, v := range values {
		if decimals < 0 {
			f.Decimals = max(f.Decimals, v.inColumn(s, money))
		}
	}
	f.Decimals = max(f.Decimals, 0)
	return f
}

// inColumn are the decimals of the value in a column of a scale.
func (v Value) inColumn(s style, money scale) int {
	switch {
	case s.scales != nil && money.per == 1 && v.Per(Prose) < 1:
		return v.Decimals + 3 // of a computed one two, as the house style has
	case s.scales != nil && (v.Decimals < 0 || money.per > 1):
		return money.decimals
	case v.Decimals >= 0:
		return v.Decimals
	case s.family == percentage || s.family == points:
		return 1
	case s.family == multiple:
		return Decimals(trimmed(v.F, 2))
	}
	return 0
}

// UnitName names what the shown numbers count, for programs: the unit's name,
// or krw_tn where won that are kept in billions are shown in trillions.
func (f Format) UnitName() string { return f.name }

// bare writes the number without its unit.
func (f Format) bare(v float64) string {
	switch s, _ := f.Unit.style(); s.family {
	case percentage, points:
		return Value{v, f.Unit, f.Decimals}.Text(Number)
	}
	return fixed(v/f.Divisor, f.Decimals)
}

// Number prints the value alone: "1.18", "−0.08", "+13.9%" for a rise.
func (f Format) Number(v float64) string {
	n := f.bare(v)
	switch f.Unit {
	case PercentMore:
		if size(n) == 0 {
			return "0%"
		}
		return Value{v, f.Unit, f.Decimals}.Text(Short)
	case Percent, PercentagePoints:
		return Value{v, f.Unit, f.Decimals}.Text(Short)
	}
	return n
}

// Tick prints a tick of the axis, whose title names the unit.
func (f Format) Tick(v float64) string {
	if f.Unit == PercentagePoints {
		return f.bare(v)
	}
	return f.Number(v)
}

// Mark prints the value as a label of its own: "−$0.08bn".
func (f Format) Mark(v float64) string {
	n, sign := f.Number(v), ""
	if rest, ok := strings.CutPrefix(n, minus); ok && f.prefix != "" {
		sign, n = minus, rest
	}
	return sign + f.prefix + n + f.suffix
}

// Phrase prints the value for a sentence: "1.18 trillion won".
func (f Format) Phrase(v float64) string {
	if f.Unit == PercentagePoints {
		return Value{v, f.Unit, f.Decimals}.Text(Prose)
	}
	return f.Number(v) + f.words
}

// Change says how a value went on to another: “rose by 14%”, and for
// percentages “rose by one percentage point”. From nothing or a loss there is no
// percentage, and one of thousands is a multiple.
func (f Format) Change(from, to float64) string {
	a, b := f.Round(from), f.Round(to)
	verb := "rose by "
	if b < a {
		verb = "fell by "
	}
	switch f.Unit {
	case Percent, PercentMore, PercentagePoints:
		if a == b {
			return "hardly changed"
		}
		difference := Value{math.Abs(b - a), PercentagePoints, f.Decimals}
		difference.F = Format{Divisor: 1, Decimals: f.Decimals}.Round(difference.F)
		return verb + difference.Text(Words)
	}
	switch {
	case a == b || from > 0 && math.Round((to/from-1)*100) == 0:
		return "hardly changed"
	case a <= 0 || b < 0:
		return strings.TrimSuffix(verb, "by ") + "from " + f.Phrase(from) + " to " + f.Phrase(to)
	case to/from > 11:
		return "rose to " + Value{math.Round(to / from), Times, 0}.Text(Prose) + " what it was"
	}
	return verb + Value{math.Round(math.Abs(to/from-1) * 100), Percent, 0}.Text(Prose)
}

// Raw prints the value unrounded in the scale of the chart, for CSV and JSON.
func (f Format) Raw(v float64) string { return Value{F: v / f.Divisor}.Machine() }

// Round gives the value as Number prints it, in the scale of the chart.
func (f Format) Round(v float64) float64 {
	if math.IsNaN(v) { // a missing value
		return v
	}
	n := size(f.bare(v))
	if v < 0 && n != 0 { // and no -0
		return -n
	}
	return n
}
