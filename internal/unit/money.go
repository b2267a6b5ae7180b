package unit

import (
	"math"
	"strconv"
	"strings"
)

// A scale is a size in which money is written.
type scale struct {
	from          float64 // the least value, as it is rounded
	per           float64 // what a value is divided by
	name, short   string  // "billion", "bn"
	axis, machine string  // title of an axis; the unit for programs
	decimals      int     // of a computed column
}

var wonScales = []scale{
	{0, 1, "billion", "bn", "Billion won", "krw_bn", 0},
	{1000, 1000, "trillion", "tn", "Trillion won", "krw_tn", 2},
}

var dollarScales = []scale{
	{0, 0.001, "million", "m", "Million US dollars", "usd_m", 0},
	{0.5, 1, "billion", "bn", "Billion US dollars", "usd_bn", 2},
	{1000, 1000, "trillion", "tn", "Trillion US dollars", "usd_tn", 2},
}

// scaled writes the number of a sum of money in the largest scale that it
// reaches as it is rounded: 999.6 billion won is a trillion.
func (v Value) scaled(f Form, scales []scale) (s scale, n string) {
	for i, larger := range scales {
		if i > 0 && size(n)*s.per < larger.from {
			break
		}
		s, n = larger, v.amount(f, larger)
	}
	return s, n
}

// size reads back what fixed has written, without its sign.
func size(n string) float64 {
	v, err := strconv.ParseFloat(strings.TrimPrefix(strings.ReplaceAll(n, ",", ""), minus), 64)
	if err != nil {
		panic("unit: not a number: " + n)
	}
	return v
}

// amount writes a sum of money in a scale, without its words.
func (v Value) amount(f Form, s scale) string {
	scaled := v.F / s.per
	switch large := math.Abs(scaled) >= 9.995; {
	case f == Exact:
		return trimmed(scaled, 4)
	case v.Decimals >= 0:
		n := fixed(scaled, v.Decimals)
		if s.per > 1 && size(n) != math.Abs(scaled) { // whole billions are not whole trillions
			n = fixed(scaled, max(v.Decimals, s.decimals))
		}
		return n
	case v.Unit == KRW && s.per == 1 && math.Abs(scaled) < 9.95:
		return fixed(scaled, 1)
	case v.Unit == USD && s.per >= 1 && large:
		return trimmed(scaled, 1)
	case v.Unit == USD:
		return trimmed(scaled, s.decimals)
	}
	return fixed(scaled, s.decimals)
}

// Per is what the value is divided by where it is written in a form: 1,000
// for billions of won that are written in trillions.
func (v Value) Per(f Form) float64 {
	if st, _ := v.Unit.style(); st.scales != nil {
		s, _ := v.scaled(f, st.scales)
		return s.per
	}
	return 1
}

func (v Value) won(f Form) string {
	s, n := v.scaled(f, wonScales)
	switch f {
	case Number:
		return n
	case Short:
		return n + s.short + nbsp + "won"
	}
	return n + nbsp + s.name + " won"
}

func (v Value) dollars(f Form) string {
	s, n := v.scaled(f, dollarScales)
	if f == Number {
		return n
	}
	sign := ""
	if rest, ok := strings.CutPrefix(n, minus); ok {
		sign, n = minus, rest
	}
	if f == Short {
		return sign + "$" + n + s.short
	}
	return sign + "$" + n + nbsp + s.name
}

// rate writes won for a dollar: a computed one whole from a hundred up, where
// a won is small change. The sentence says “a dollar”: “1,145 won to the dollar”.
func (v Value) rate(f Form) string {
	decimals := v.Decimals
	if decimals < 0 {
		decimals = 0
		if math.Abs(v.F) < 100 {
			decimals = 2
		}
	}
	n := fixed(v.F, decimals)
	if f == Exact {
		n = trimmed(v.F, 4)
	}
	switch f {
	case Number:
		return n
	case Short:
		return n + nbsp + "won per $"
	}
	return n + nbsp + "won"
}
