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

// sentences yields the sentences of a text, given its runs of letters.
//
// What counts as a word is a run between spaces that has a letter or a digit; a
// space that does not break, as between a number and its unit, parts words too.
func sentences(text string, words []word) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		var s sentence
		counted := false // the run between spaces at hand is a word
		count := func() {
			if !counted {
				s.words++
				counted = true
			}
		}
		for i := 0; i < len(text); {
			if len(words) > 0 && words[0].start == i {
				count()
				s.syllables += words[0].syllables(text)
				i = words[0].end
				words = words[1:]
				continue
			}
			r, n := rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			switch k := kindOf(r); {
			case k&space != 0:
				counted = false
			case k&digit != 0:
				count()
			case r == '.' || r == '!' || r == '?':
				s.end = closed(text, i+1)
				if !ends(text, i, s.end) {
					break
				}
				if s.words > 0 && !yield(s.trimmed(text)) {
					return
				}
				s, counted, n = sentence{start: s.end}, false, s.end-i
			}
			i += n
		}
		s.end = len(text)
		if s.words > 0 {
			yield(s.trimmed(text))
		}
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
