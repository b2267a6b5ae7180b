package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is how words are put together.
type Text struct {
	And    Pattern // {list}, {last}: the end of a list: “a, b and c”
	Quoted Pattern // {text}
	// Within is how a title of the program’s own goes on within a sentence.
	Within func(title string) string
}

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

// Within writes a title of the program’s own, or what begins a sentence, as it goes on
// within one: “billion euros”; in German as it is, “Milliarden Euro”.
func (l *Language) Within(s string) string { return l.Text.Within(s) }

// List joins words as a sentence does: “a, b and c”.
func (l *Language) List(words []string) string {
	if n := len(words); n > 1 {
		return l.Text.And.With("list", strings.Join(words[:n-1], ", "), "last", words[n-1])
	}
	return strings.Join(words, "")
}

// List joins words of a message to authors, which is English.
func List(words []string) string { return English.List(words) }

// Quoted puts a text within quotation marks.
func (l *Language) Quoted(s string) string { return l.Text.Quoted.With("text", s) }

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
