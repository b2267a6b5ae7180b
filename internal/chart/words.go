package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// lower writes the first letter of a unit's title small. Texts of authors stay
// as they are written: their first word may be a name.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// plainNumber drops the sign of a rise and the percent sign, where a line says
// what the numbers are.
func plainNumber(s string) string {
	for _, unit := range []string{"%", "\u00a0points", "\u00a0point"} {
		s = strings.TrimSuffix(s, unit)
	}
	return strings.TrimPrefix(s, "+")
}

// list joins words as a sentence does: “a, b and c”.
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// count spells a small number: “four”.
func count(n int) string {
	return unit.Value{F: float64(n), Unit: unit.Count, Decimals: 0}.Text(unit.Words)
}

// many counts things in words: “four bars”, “one bar”, at the start of a sentence.
func many(n int, one, more string) string {
	if n == 1 {
		return "One " + one
	}
	return table.Capital(count(n)) + " " + more
}

// sentence ends a text with a full stop unless it has an end.
func sentence(s string) string {
	if s == "" || strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}
