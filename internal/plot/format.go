package plot

import (
	"math"
	"strconv"
	"strings"

	"sharingthecost/internal/unit"
)

// A Format is how the numbers of one column are printed throughout a chart: on
// the axis, on marks, in the table and, unrounded, in the CSV. It belongs to a
// column and not to a value, so that 0.99 and 1.03 keep their two decimals.
type Format struct {
	Unit     unit.Unit
	Divisor  float64
	Decimals int
	Title    string // "Trillion won"
	prefix   string // before a number on a mark: "$"
	suffix   string // after it: "bn"
	words    string // after it in a sentence: " trillion won"
}

// UnitName names what the shown numbers count, for programs: the unit's name,
// or krw_tn where won that are kept in billions are shown in trillions.
func (f Format) UnitName() string {
	if f.Unit == unit.KRW && f.Divisor == 1000 {
		return "krw_tn"
	}
	return string(f.Unit)
}

// FormatFor chooses the scale for a column whose largest value is given.
// Decimals are those of the house style unless decimals is 0 or more.
func FormatFor(u unit.Unit, largest float64, decimals int) Format {
	f := Format{Unit: u, Divisor: 1}
	f.Divisor, f.Title = u.Axis()
	switch u {
	case unit.KRW:
		f.Decimals, f.suffix, f.words = 2, "tn won", "\u00a0trillion won"
		if largest < 1000 && largest > 0 {
			f.Divisor, f.Decimals, f.Title, f.suffix, f.words = 1, 0, "Billion won", "bn won", "\u00a0billion won"
		}
	case unit.USD:
		f.Decimals, f.prefix, f.suffix, f.words = 2, "$", "bn", "\u00a0billion dollars"
	case unit.Percent, unit.PercentMore, unit.PercentagePoints:
		f.Decimals, f.suffix, f.words = 1, "%", "%"
	case unit.Times:
		f.Decimals, f.suffix, f.words = -1, "×", "\u00a0times"
	default:
		f.Decimals = 0
	}
	if decimals >= 0 {
		f.Decimals = decimals
	}
	return f
}

// Number prints the value alone: "1.18", "−0.08", "+13.9%" for a rise.
func (f Format) Number(v float64) string {
	value := unit.Value{F: v, Unit: f.Unit, Decimals: f.Decimals}
	switch {
	case f.Unit == unit.PercentMore && f.Round(v) == 0:
		return "0%"
	case f.Unit == unit.PercentMore || f.Unit == unit.Percent:
		return value.Text(unit.Short)
	case f.Unit == unit.Times:
		return value.Text(unit.Number)
	}
	return unit.Value{F: v / f.Divisor, Unit: unit.Count, Decimals: f.Decimals}.Text(unit.Number)
}

// Mark prints the value as a label of its own: "−$0.08bn".
func (f Format) Mark(v float64) string {
	n := f.Number(v)
	if strings.HasSuffix(n, "%") {
		return n
	}
	sign := ""
	if rest, ok := strings.CutPrefix(n, "−"); ok {
		sign, n = "−", rest
	}
	return sign + f.prefix + n + f.suffix
}

// Phrase prints the value for a sentence: "1.18 trillion won".
func (f Format) Phrase(v float64) string {
	n := f.Number(v)
	if strings.HasSuffix(n, "%") {
		return n
	}
	return n + f.words
}

// Raw prints the value unrounded in the scale of the chart, for CSV and JSON.
// Twelve significant digits drop the noise of binary arithmetic.
func (f Format) Raw(v float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v/f.Divisor, 'g', 12, 64), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// Round gives the value as Number prints it, in the scale of the chart.
func (f Format) Round(v float64) float64 {
	d := f.Decimals
	if d < 0 {
		d = 3
	}
	p := math.Pow(10, float64(d))
	return math.Round(v/f.Divisor*p) / p
}
