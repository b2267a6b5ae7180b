package unit

import (
	"math"
	"strings"
)

// part writes the number of a percentage or of percentage points.
func (v Value) part(f Form) string {
	switch {
	case f == Exact:
		return trimmed(v.F, 4)
	case v.Decimals >= 0:
		return fixed(v.F, v.Decimals)
	case math.Abs(v.F) < 9.95:
		return trimmed(v.F, 1)
	}
	return fixed(v.F, 0)
}

func (v Value) percentage(f Form) string {
	n := v.part(f)
	if f == Number {
		return n
	}
	// On a label no “more” stands beside the number, so the sign says that it
	// is a change.
	if f == Short && v.Unit == PercentMore && !strings.HasPrefix(n, minus) {
		n = "+" + n
	}
	return n + "%"
}

func (v Value) points(f Form) string {
	n := v.part(f)
	switch {
	case f == Number:
		return n
	case f == Short:
		return n + nbsp + "points"
	case n == "1":
		return n + nbsp + "percentage point"
	}
	return n + nbsp + "percentage points"
}
