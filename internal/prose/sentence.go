package prose

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is a part of a block's text, as byte offsets, and what it counts.
type sentence struct {
	start, end       int
	words, syllables int
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

// sentences yields the sentences of a text.
func sentences(text string) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		start := 0
		for i := 0; i < len(text); i++ {
			if c := text[i]; c != '.' && c != '!' && c != '?' {
				continue
			}
			end := i + 1
			for end < len(text) { // closing quotes and brackets belong to the sentence
				r, n := utf8.DecodeRuneInString(text[end:])
				if !strings.ContainsRune(`”’"')]`, r) {
					break
				}
				end += n
			}
			if !ends(text, i, end) {
				continue
			}
			if s := measured(text, start, end); s.words > 0 && !yield(s) {
				return
			}
			start = end
		}
		if s := measured(text, start, len(text)); s.words > 0 {
			yield(s)
		}
	}
}

// measured is a part of a text without the space before it, and what it counts.
func measured(text string, start, end int) sentence {
	part := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	words, syllables := count(part)
	return sentence{end - len(part), end, words, syllables}
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
