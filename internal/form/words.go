package form

import (
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/unit"
)

// PlainNumber drops the sign of a rise and the percent sign, where a line says
// what the numbers are.
func PlainNumber(s string) string {
	for _, unit := range []string{"%", "\u00a0points", "\u00a0point"} {
		s = strings.TrimSuffix(s, unit)
	}
	return strings.TrimPrefix(s, "+")
}

// Count spells a small number: “four”.
func Count(n int) string {
	return unit.Value{F: float64(n), Unit: unit.Count, Decimals: 0}.Text(unit.Words)
}

// Many counts things in words: “four bars”, “one bar”, at the start of a sentence.
func Many(n int, one, more string) string {
	if n == 1 {
		return "One " + one
	}
	return lang.Capital(Count(n)) + " " + more
}

// Preposition goes before the name of a point.
func Preposition(k plot.Kind) string {
	switch k {
	case plot.Days:
		return "on"
	case plot.Numbers:
		return "at"
	case plot.Names:
		return "for"
	}
	return "in"
}
