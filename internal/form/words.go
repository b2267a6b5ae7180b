package form

import (
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
)

// PlainNumber drops the sign of a rise and the percent sign, where a line says
// what the numbers are.
func PlainNumber(l *lang.Language, s string) string {
	for _, unit := range []lang.Pattern{l.Units.PercentShort, l.Units.PointsShort.Other, l.Units.PointsShort.One} {
		s = strings.TrimSuffix(s, unit.With("n", ""))
	}
	return strings.TrimPrefix(s, "+")
}

// When is the name of a point with its preposition: “in 2021”, “for Peru”.
func When(l *lang.Language, k plot.Kind, name string) string {
	words := l.Chart.When
	pattern := words.In
	switch k {
	case plot.Years:
		pattern = words.Year
	case plot.Days:
		pattern = words.Day
	case plot.Numbers:
		pattern = words.Number
	case plot.Names:
		pattern = words.Name
	}
	return pattern.With("name", name)
}
