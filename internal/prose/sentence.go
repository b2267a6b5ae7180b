package prose

import (
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

// sentences cuts a text into sentences.
func sentences(text string) []sentence {
	var out []sentence
	start := 0
	cut := func(end int) {
		if words := countWords(text[start:end]); words > 0 {
			lead := len(text[start:end]) - len(strings.TrimLeftFunc(text[start:end], unicode.IsSpace))
			out = append(out, sentence{start + lead, end, words})
		}
		start = end
	}
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
		if ends(text, i, end) {
			cut(end)
		}
	}
	cut(len(text))
	return out
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
	initial := len([]rune(word)) == 1 && unicode.IsUpper([]rune(word)[0])
	return !initial && !stops[strings.ToLower(word)]
}

// countWords counts runs between spaces that have a letter or a digit. A space
// that does not break, as between a number and its unit, parts words too.
func countWords(text string) int {
	n := 0
	for _, f := range strings.Fields(text) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// syllables estimates the syllables of a text: groups of vowels, less a silent
// final e, one at least for each word.
func syllables(text string) int {
	total := 0
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		n, vowel := 0, false
		for _, r := range word {
			v := strings.ContainsRune("aeiouy", r)
			if v && !vowel {
				n++
			}
			vowel = v
		}
		if n > 1 && strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") {
			n--
		}
		total += max(n, 1)
	}
	return total
}
