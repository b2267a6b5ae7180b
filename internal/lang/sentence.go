package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SentenceEnd is where the sentence ends that a text has from a byte on: behind its stop
// and the quotation marks and brackets that belong to it, or at the end of the text.
func (l *Language) SentenceEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		end := len(text) - len(strings.TrimLeft(text[i+1:], `”’“‘"')]`))
		if l.stops(text, i, end) {
			return end
		}
	}
	return len(text)
}

// stops reports whether the stop at i, closed at end, ends a sentence.
func (l *Language) stops(text string, i, end int) bool {
	rest := text[end:]
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if after == "" {
		return true
	}
	if len(after) == len(rest) {
		return false // "1.5", "example.org"
	}
	next, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) && !strings.ContainsRune(`“‘„‚"'([$₩€£¥`, next) {
		return false
	}
	if text[i] != '.' {
		return true
	}
	word := text[strings.LastIndexFunc(text[:i], func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })+1 : i]
	first, n := utf8.DecodeRuneInString(word)
	initial := n == len(word) && unicode.IsUpper(first)
	ordinal := l.Reading.Ordinals && i > 0 && text[i-1] >= '0' && text[i-1] <= '9'
	return !initial && !ordinal && !slices.Contains(l.Reading.Abbreviations, strings.ToLower(word))
}
