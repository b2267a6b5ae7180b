package unit

import (
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/lang"
)

// A Format is how the numbers of one column are written throughout a chart: on
// the axis, on marks, in the table and, unrounded, in the CSV. It belongs to a
// column and not to a value, so that 0.99 and 1.03 have one scale, and where they
// stand among one another one number of decimals. In a sentence each has its own.
type Format struct {
	Unit     Unit
	Divisor  float64
	Decimals int
	Title    string // "Trillion euros"
	step     Step
	own      *ownDecimals // of the values in the column
	lang     *lang.Language
}

// ownDecimals are those that values have by themselves, in the scale of a column.
type ownDecimals map[float64]int

// FormatFor chooses the scale by the largest value of a column. Without
// decimals, that is −1, the column has as many as the values that an author
// wrote, and as many as the house style has for those that are computed.
func FormatFor(l *lang.Language, u Unit, values []Value, decimals int) Format {
	if !u.Valid() {
		u = Count
	}
	values = slices.Clone(values)
	for i, v := range values {
		if !v.Unit.Valid() { // of a column that names none
			values[i].Unit = u
		}
	}
	largest := Value{Unit: u, Decimals: -1}
	for _, v := range values {
		if math.Abs(v.F) > math.Abs(largest.F) {
			largest = v
		}
	}
	s, _ := largest.step(Prose)
	s = u.worded(l, s)
	f := Format{Unit: u, Divisor: s.Per, Title: s.Axis, Decimals: decimals, step: s, lang: l}
	own := ownDecimals{}
	for _, v := range values {
		if decimals < 0 {
			f.Decimals = max(f.Decimals, v.inColumn(s))
			own[v.F] = max(own[v.F], v.alone(s))
			f.own = &own
		}
	}
	f.Decimals = max(f.Decimals, 0)
	return f
}

// alone are the decimals of the value by itself, as in prose, in the scale of a step.
func (v Value) alone(s Step) int {
	if v.Unit.kind == stepped && v.Per(Prose) != s.Per {
		return max(v.inColumn(s), 0)
	}
	return Decimals(strings.ReplaceAll(v.Text(lang.English, Number), ",", "")) // in any language
}

// by is the format of one value in a sentence: 924 beside 1,870.5, where the column
// has 924.0.
func (f Format) by(v float64) Format {
	if f.own != nil {
		if own, ok := (*f.own)[v]; ok {
			f.Decimals = min(own, f.Decimals)
		}
	}
	return f
}

// Said prints the value alone in a sentence, with the decimals that it has by itself.
func (f Format) Said(v float64) string { return f.by(v).Number(v) }

// inColumn are the decimals of the value in a column of a step.
func (v Value) inColumn(s Step) int {
	own := v.Per(Prose)
	fewer, ok := shift(own / s.Per)
	switch {
	case v.Unit.kind == stepped && own < s.Per && s.Per <= 1 && ok:
		return v.Decimals + fewer // what is in millions by itself, among billions
	case v.Decimals >= 0 && s.Per <= 1:
		return v.Decimals
	case v.Unit.kind == percentage || v.Unit.kind == points:
		return 1
	case v.Unit.kind == multiple:
		return Decimals(trimmed(v.F, 2))
	}
	return Decimals(s.computed(v.F / s.Per))
}

// UnitName names what the shown numbers count, for programs: the unit's id, or
// that of the step in which they are shown.
func (f Format) UnitName() string { return f.step.ID }

// bare writes the number without its unit, in no language yet.
func (f Format) bare(v float64) string {
	if f.Unit.Valid() && (f.Unit.kind == percentage || f.Unit.kind == points) {
		return Value{v, f.Unit, f.Decimals}.part(Number)
	}
	return fixed(v/f.Divisor, f.Decimals)
}

// Number prints the value alone, in a table or on a mark: "1.18", "−0.08", "+13.9%" for a rise.
func (f Format) Number(v float64) string {
	n := f.bare(v)
	switch f.Unit {
	case PercentMore:
		if size(n) == 0 {
			return f.lang.Units.PercentShort.With("n", 0)
		}
		return Value{v, f.Unit, f.Decimals}.Text(f.lang, Short)
	case Percent, PercentagePoints:
		return Value{v, f.Unit, f.Decimals}.Text(f.lang, Short)
	}
	return f.lang.Number(n)
}

// Tick prints a tick of the axis, whose title names the unit.
func (f Format) Tick(v float64) string {
	switch {
	case f.Unit == PercentagePoints:
		return f.lang.Number(f.bare(v))
	case f.Unit.kind == multiple:
		return f.Number(v) + "×"
	}
	return f.Number(v)
}

// Mark prints the value as a label of its own: "−€0.08bn".
func (f Format) Mark(v float64) string {
	switch f.Unit.kind {
	case stepped:
		return f.step.text(f.lang, Short, f.bare(v))
	case multiple:
		return f.Number(v) + "×"
	}
	return f.Number(v)
}

// Phrase prints the value for a sentence: "1.18 billion euros".
func (f Format) Phrase(v float64) string {
	f = f.by(v)
	switch f.Unit.kind {
	case stepped:
		return f.step.text(f.lang, Prose, f.bare(v))
	case points:
		return Value{v, f.Unit, f.Decimals}.Text(f.lang, Prose)
	case multiple:
		return f.lang.Units.Times.With("n", f.Number(v))
	}
	return f.Number(v)
}

// Template is what [Format.Phrase] writes, with {n} in the place of the number.
func (f Format) Template() string {
	if f.Unit.kind == multiple {
		return f.lang.Units.Times.With("n", slot)
	}
	return f.step.text(f.lang, Prose, slot)
}

// Change says how a value went on to another: “rose by 14%”, and for
// percentages “rose by one percentage point”, for °C “rose by 1.5 °C”. From nothing or a loss there is no
// percentage, and one of thousands is a multiple.
func (f Format) Change(from, to float64) string {
	a, b := f.Round(from), f.Round(to)
	words := f.lang.Change
	by, between := words.RoseBy, words.RoseFrom
	if b < a {
		by, between = words.FellBy, words.FellFrom
	}
	switch f.Unit {
	case Percent, PercentMore, PercentagePoints:
		if a == b {
			return words.Hardly
		}
		difference := Value{math.Abs(b - a), PercentagePoints, f.Decimals}
		difference.F = Format{Divisor: 1, Decimals: f.Decimals}.Round(difference.F)
		return by.With("n", difference.Text(f.lang, Words))
	}
	switch {
	case a == b:
		return words.Hardly
	case !f.Unit.Ratios(): // from 10 °C to 20 °C it does not double
		return by.With("n", f.Phrase(math.Abs(b-a)*f.Divisor))
	case from > 0 && math.Round((to/from-1)*100) == 0:
		return words.Hardly
	case a <= 0 || b < 0:
		return between.With("from", f.Phrase(from), "to", f.Phrase(to))
	case to/from > 11:
		return words.Multiplied.With("times", Value{math.Round(to / from), Times, 0}.Text(f.lang, Prose))
	}
	return by.With("n", Value{math.Round(math.Abs(to/from-1) * 100), Percent, 0}.Text(f.lang, Prose))
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
