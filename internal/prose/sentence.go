package prose

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is a part of a block's text, as byte offsets, with its number of words.
type sentence struct{ start, end, words int }

func (s sentence) syllables(text string) int {
	n := 0
	for start, end := range runs(text[s.start:s.end], unicode.IsLetter) {
		n += syllables(text[s.start+start : s.start+end])
	}
	return n
}

// Longest sentence in words, and the longest average of a page (explainer
// guidelines of public broadcasters and statistics offices cluster here).
const (
	maxWords   = 32
	maxAverage = 18
)

// stops are words after which a full stop ends no sentence.
var stops = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "lt": true, "col": true, "sen": true, "rep": true, "prof": true,
	"no": true, "nos": true, "p": true, "pp": true, "vs": true, "v": true, "st": true, "art": true, "vol": true, "ed": true, "eg": true, "ie": true,
}

// sentences yields the sentences of a text, those that have a word.
func sentences(text string) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		start := 0
		one := func(end int) bool { // yields what is up to end, if it has a word
			s := sentence{start, end, countWords(text[start:end])}
			start = end
			return s.words == 0 || yield(s.trimmed(text))
		}
		for i, r := range text {
			if i < start || r != '.' && r != '!' && r != '?' {
				continue
			}
			if end := closed(text, i+1); ends(text, i, end) && !one(end) {
				return
			}
		}
		one(len(text))
	}
}

// closed is where the quotation marks and brackets end that belong to the
// sentence whose stop is before end.
func closed(text string, end int) int {
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune(`”’"')]`, r) {
			break
		}
		end += n
	}
	return end
}

// trimmed is the sentence without the space before it.
func (s sentence) trimmed(text string) sentence {
	s.start = s.end - len(strings.TrimLeftFunc(text[s.start:s.end], unicode.IsSpace))
	return s
}

// ends reports whether the stop at i, closed at end, ends a sentence.
func ends(text string, i, end int) bool {
	rest := text[end:]
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if after == "" {
		return true
	}
	if len(after) == len(rest) {
		return false // "1.5", "example.org"
	}
	next, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) && !strings.ContainsRune(`“‘"'([$₩`, next) {
		return false
	}
	if text[i] != '.' {
		return true
	}
	word := text[strings.LastIndexFunc(text[:i], func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })+1 : i]
	first, n := utf8.DecodeRuneInString(word)
	initial := n == len(word) && unicode.IsUpper(first)
	return !initial && !stops[strings.ToLower(word)]
}
