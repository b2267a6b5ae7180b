package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/unit"
)

// capital writes the first letter of s large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower writes the first letter of s small, unless the word is an
// abbreviation.
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
	return strings.TrimSuffix(strings.TrimPrefix(s, "+"), "%")
}

// list joins words as a sentence does: “a, b and c”.
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// count spells a small number: “four”.
func count(n int) string {
	return unit.Value{F: float64(n), Unit: unit.Count, Decimals: 0}.Text(unit.Words)
}

// slug writes a title as a column name for machines: "Trillion won (2019)"
// is "trillion_won".
func slug(s string) string {
	s, _, _ = strings.Cut(s, " (")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "US$", "usd"), "$", "usd")
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			b.WriteRune(r)
		case r == '%':
			if b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = true
			b.WriteString("percent")
		case r != '’' && r != '\'':
			gap = true
		}
	}
	return b.String()
}

// sentence ends a text with a full stop unless it has an end.
func sentence(s string) string {
	if s == "" || strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}
