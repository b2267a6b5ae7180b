package unit

import (
	"math"
	"strings"
)

// won writes billions of won. What rounds to a thousand billion is a trillion.
func (v Value) won(f Form) string {
	trillion := math.Abs(v.F) >= 999.5
	if f == Exact {
		trillion = math.Abs(v.F) >= 1000
	}
	scaled, decimals, long, short := v.F, 0, "billion", "bn"
	if trillion {
		scaled, decimals, long, short = v.F/1000, 2, "trillion", "tn"
	} else if math.Abs(v.F) < 9.95 {
		decimals = 1
	}
	if v.Decimals >= 0 {
		decimals = v.Decimals
	}
	n := fixed(scaled, decimals)
	switch f {
	case Exact:
		return trimmed(scaled, 4) + nbsp + long + " won"
	case Number:
		return n
	case Short:
		return n + short + nbsp + "won"
	}
	return n + nbsp + long + " won"
}

// dollars writes billions of dollars.
func (v Value) dollars(f Form) string {
	size := math.Abs(v.F)
	scaled, long, short := v.F, "billion", "bn"
	decimals, trim := v.Decimals, false
	switch {
	case size < 0.4995 || size < 1 && v.Decimals > 2:
		scaled, long, short = v.F*1000, "million", "m"
		decimals = max(v.Decimals-3, 0)
	case v.Decimals < 0 && size < 9.995:
		decimals, trim = 2, true
	case v.Decimals < 0:
		decimals, trim = 1, true
	}
	n := fixed(scaled, decimals)
	if trim {
		n = trimmed(scaled, decimals)
	}
	if f == Exact {
		n = trimmed(scaled, 4)
	}
	if f == Number {
		return n
	}
	sign := ""
	if rest, ok := strings.CutPrefix(n, minus); ok {
		sign, n = minus, rest
	}
	if f == Short {
		return sign + "$" + n + short
	}
	return sign + "$" + n + nbsp + long
}

// rate writes won for a dollar: whole from a hundred up, where a won is small
// change. The sentence says “a dollar”: “1,145 won to the dollar”.
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
