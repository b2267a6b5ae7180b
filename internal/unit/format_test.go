package unit

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"sharingthecost/internal/lang"
)

// The unit that downloads name is the one their numbers are written in.
func TestUnitsOfDownloadsAreThoseOfTheNumbers(t *testing.T) {
	for _, c := range []struct {
		format    Format
		value     float64
		raw, unit string
	}{
		{FormatFor(lang.English, KRW, []Value{{1500, KRW, -1}}, -1), 1038.9, "1.0389", "krw_tn"},
		{FormatFor(lang.English, KRW, []Value{{500, KRW, -1}}, -1), 444.2, "444.2", "krw_bn"},
		{FormatFor(lang.English, USD, []Value{{5, USD, -1}}, -1), 4.7, "4.7", "usd_bn"},
		{FormatFor(lang.English, USD, []Value{{0.1, USD, -1}}, -1), 0.1, "100", "million_us_dollars"},
		{FormatFor(lang.English, Percent, nil, -1), 12, "12", "percent"},
	} {
		if raw, name := c.format.Raw(c.value), c.format.UnitName(); raw != c.raw || name != c.unit {
			t.Errorf("%v is written %s %s, want %s %s", c.value, raw, name, c.raw, c.unit)
		}
	}
}

func TestFormat(t *testing.T) {
	of := func(u Unit, raw ...string) (values []Value) {
		for _, r := range raw {
			v, err := strconv.ParseFloat(r, 64)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, u.Written(v, Decimals(r)))
		}
		return values
	}
	for _, test := range []struct {
		values               []Value
		value                float64
		number, mark, phrase string
	}{
		{of(Count, "1.24", "0.98"), 0.98, "0.98", "0.98", "0.98"},
		{of(Count, "1", "0.5"), 1, "1.0", "1.0", "1"},
		{of(USD, "0.24", "0.8705"), 0.24, "0.2400", "$0.2400bn", "$0.24~billion"},
		{of(Percent, "48", "48.5"), 48, "48.0%", "48.0%", "48%"},
		{append(of(Times, "33.3333"), Value{3.4212, Times, -1}), 3.4212, "3.4212", "3.4212×", "3.42~times"},
		{of(Percent, "48", "52"), 48, "48%", "48%", "48%"},
		{of(Percent, "4.04", "99.96"), 4.04, "4.04%", "4.04%", "4.04%"},
		{[]Value{{0.04, Percent, -1}, {12, Percent, -1}}, 0.04, "0.04%", "0.04%", "0.04%"},
		{of(PercentagePoints, "1"), 1, "1~point", "1~point", "1~percentage point"},
		{of(PercentMore, "0", "13.9"), 0, "0%", "0%", "0%"},
		{of(KRW, "444.2", "371.0"), 371, "371.0", "371.0bn~won", "371.0~billion won"},
		{of(KRW, "444.2", "1038.9"), 444.2, "0.44", "0.44tn~won", "0.44~trillion won"},
		{of(KRW, "0.4", "1038.9"), 0.4, "0.0004", "0.0004tn~won", "0.0004~trillion won"},
		{of(USD, "0.024", "0.15"), 0.15, "150", "$150m", "$150~million"},
		{of(USD, "0.15", "1.03"), 0.15, "0.15", "$0.15bn", "$0.15~billion"},
		{of(USD, "0.924", "4.7"), 4.7, "4.700", "$4.700bn", "$4.7~billion"},
		{of(USD, "25400", "900"), -900, "−0.9", "−$0.9tn", "−$0.9~trillion"},
		{of(Energy, "1234", "200"), 200, "0.20", "0.20~TWh", "0.2~TWh"},
		{of(Celsius, "-0.31", "0.98"), -0.31, "−0.31", "−0.31°C", "−0.31~°C"},
		{of(Months, "1", "20"), 1, "1", "1~month", "1~month"},
		{[]Value{{2.444, Times, -1}, {3.4, Times, -1}}, 3.4, "3.40", "3.40×", "3.4~times"},
	} {
		f := FormatFor(lang.English, test.values[0].Unit, test.values, -1)
		got := []string{f.Number(test.value), f.Mark(test.value), f.Phrase(test.value)}
		for i, want := range []string{test.number, test.mark, test.phrase} {
			if got := strings.ReplaceAll(got[i], "\u00a0", "~"); got != want {
				t.Errorf("%s %v: got %s, want %s", f.Unit, test.value, got, want)
			}
		}
	}
}

func TestChange(t *testing.T) {
	for _, test := range []struct {
		unit     Unit
		decimals int
		from, to float64
		want     string
	}{
		{Percent, 0, 4, 5, "rose by one~percentage point"}, {Percent, 1, 5.1, 4.2, "fell by 0.9~percentage points"},
		{PercentMore, 0, 20, 20, "hardly changed"}, {Percent, 0, 0, 12, "rose by 12~percentage points"},
		{Count, 2, 1.24, 0.72, "fell by 42%"}, {Count, 0, 0, 4, "rose from 0 to 4"}, {Count, 0, 0, 0, "hardly changed"},
		{Count, 0, -4, 6, "rose from −4 to 6"}, {Count, 0, -4, -6, "fell from −4 to −6"}, {Count, 0, 4, 0, "fell by 100%"}, {Count, 0, 4, 44, "rose by 1,000%"},
		{Count, 0, 2, 12025, "rose to 6,013~times what it was"},
		{Count, 0, 1000, 1001, "hardly changed"},
		{Celsius, 1, 13.7, 15.2, "rose by 1.5~°C"}, {Celsius, 1, -3, -5.5, "fell by 2.5~°C"}, {Celsius, 1, 1.2, 1.2, "hardly changed"},
		{Celsius.On(RatioScale), 1, 1, 2, "rose by 100%"}, {Count.On(Interval), 0, 10, 20, "rose by 10"},
	} {
		f := FormatFor(lang.English, test.unit, nil, test.decimals)
		if got := strings.ReplaceAll(f.Change(test.from, test.to), "\u00a0", "~"); got != test.want {
			t.Errorf("%s from %v to %v: got %q, want %q", test.unit, test.from, test.to, got, test.want)
		}
	}
}

// What readers are told of one value, read back, is that value: on a label, in
// a cell of a table, in a sentence and in a file for programs. It is off by no
// more than half of its last digit, never nothing and never all unless it is. A
// sentence of a chart has it as prose has.
func FuzzTextsOfOneValueAgree(f *testing.F) {
	for i, v := range []float64{0, 1.24, 0.04, 99.96, -0.4, 999.6, 0.0004, 0.9996, 1183.3, 4.40196e4, 25e12, 1e-7, 9.995, -99.999} {
		f.Add(v, uint8(i), int8(i%7-1))
	}
	for u := range uint8(len(all.Units())) {
		f.Add(-100.0, u, int8(-1))
		f.Add(-99.96, u, int8(0))
	}
	scales := map[string]float64{"million": 0.001, "m": 0.001, "trillion": 1000, "tn": 1000, "TWh": 1000, "min": 1.0 / 60}
	f.Fuzz(func(t *testing.T, v float64, which uint8, decimals int8) {
		u := all.Units()[int(which)%len(all.Units())]
		if math.IsNaN(v) || math.Abs(v) > 1e14 || v != 0 && math.Abs(v) < 1e-10 || decimals < -1 || decimals > 6 {
			t.Skip()
		}
		value := u.Written(v, int(decimals))
		format := FormatFor(lang.English, u, []Value{value}, -1)
		raw, err := strconv.ParseFloat(format.Raw(v), 64)
		if err != nil || math.Abs(raw*format.Divisor-v) > 1e-11*math.Abs(v) {
			t.Errorf("%s %v in a file: %s, divided by %v", u, v, format.Raw(v), format.Divisor)
		}
		column := FormatFor(lang.English, u, []Value{value, u.Written(v*1.37+1, 3), u.Written(v/2-1, 1)}, -1)
		if alone := column.by(v).bare(v); v*1.37+1 != v && v/2-1 != v && column.Divisor == value.Per(Prose) && alone != value.Text(lang.English, Number) {
			t.Errorf("%s %v with %d decimals is %s in a sentence of a chart and %s in prose", u, v, decimals, alone, value.Text(lang.English, Number))
		}
		for _, text := range []string{value.Text(lang.English, Prose), value.Text(lang.English, Exact), value.Text(lang.English, Short), value.Text(lang.English, Number), format.Number(v), format.Mark(v), format.Phrase(v)} {
			n := strings.NewReplacer("−", "", "+", "", "$", "", "CHF\u00a0", "", ",", "").Replace(text)
			end := strings.IndexFunc(n, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
			if end < 0 {
				end = len(n)
			}
			if end == 0 {
				continue // a word: “five times”
			}
			got, err := strconv.ParseFloat(n[:end], 64)
			if err != nil {
				t.Fatalf("%s %v: %q", u, v, text)
			}
			per := 1.0
			for word, p := range scales {
				if rest := strings.Fields(n[end:]); len(rest) > 0 && rest[0] == word {
					per = p
				}
			}
			switch text { // without words the scale is that of the form or the column
			case value.Text(lang.English, Number):
				per = value.Per(Number)
			case format.Number(v):
				per = format.Divisor
			}
			half := 0.5 * math.Pow(10, -float64(max(Decimals(n[:end]), 0))) * per
			if math.Abs(got*per-math.Abs(v)) > half*(1+1e-6)+1e-9*math.Abs(v) {
				t.Errorf("%s %v with %d decimals is written %q", u, v, decimals, text)
			}
			if (got == 0) != (v == 0) || strings.HasPrefix(text, minus) != (v < 0) {
				t.Errorf("%s %v with %d decimals is written %q", u, v, decimals, text)
			}
			if u == Percent && got == 100 && math.Abs(math.Abs(v)-100) > 1e-9 {
				t.Errorf("%v is written as all: %q", v, text)
			}
		}
	})
}
