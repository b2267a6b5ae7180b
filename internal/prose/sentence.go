package prose

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is a part of a block's text, as byte offsets, and its words.
type sentence struct {
	start, end int
	words      int
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

// measured is a part of a text without the space before it, and its words.
func measured(text string, start, end int) sentence {
	part := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	return sentence{end - len(part), end, countWords(part)}
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

// countWords counts runs between spaces that have a letter or a digit. A space
// that does not break, as between a number and its unit, parts words too.
func countWords(text string) int {
	n, counted := 0, false // the run at hand
	for _, r := range text {
		if unicode.IsSpace(r) {
			counted = false
		} else if !counted && wordPart(r) {
			n++
			counted = true
		}
	}
	return n
}

// syllables estimates the syllables of a text: groups of vowels, less a silent
// final e, one at least for each word.
func syllables(text string) int {
	total := 0
	for at := range words(text) {
		word := text[at[0]:at[1]]
		n, vowel := 0, false
		for _, r := range word {
			v := isVowel(r)
			if v && !vowel {
				n++
			}
			vowel = v
		}
		if n > 1 && hasEnding(word, "e") && !hasEnding(word, "le") {
			n--
		}
		total += max(n, 1)
	}
	return total
}

func isVowel(r rune) bool {
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// hasEnding reports whether a word ends with some letters, in any case.
func hasEnding(word, ending string) bool {
	return len(word) >= len(ending) && strings.EqualFold(word[len(word)-len(ending):], ending)
}
