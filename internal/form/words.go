package form

import (
	"sharingthecost/internal/plot"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// Lower writes the first letter of a unit's title small. Texts of authors stay
// as they are written: their first word may be a name.
func Lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// PlainNumber drops the sign of a rise and the percent sign, where a line says
// what the numbers are.
func PlainNumber(s string) string {
	for _, unit := range []string{"%", "\u00a0points", "\u00a0point"} {
		s = strings.TrimSuffix(s, unit)
	}
	return strings.TrimPrefix(s, "+")
}

// List joins words as a sentence does: “a, b and c”.
func List(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
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
	return table.Capital(Count(n)) + " " + more
}

// Sentence ends a text with a full stop unless it has an end.
func Sentence(s string) string {
	if s == "" || strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// Sentences ends each with a full stop and joins them.
func Sentences(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, Sentence(p))
		}
	}
	return strings.Join(out, " ")
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
