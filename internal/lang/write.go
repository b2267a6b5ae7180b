package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capital writes the first letter of a text large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Lower writes the first letter of a text small, unless its first word is an
// abbreviation: “GWh”, “UN members”. It is for titles of the program’s own; the
// first word of an author’s text may be a name.
func Lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// List joins words as a sentence does: “a, b and c”.
func List(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
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
