package prose

import (
	"iter"
	"strings"
	"unicode"
)

// runs yields where each run of characters of a kind begins and ends.
func runs(text string, is func(rune) bool) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start, inside := 0, false
		for i, r := range text {
			if is(r) == inside {
				continue
			}
			if inside && !yield(start, i) {
				return
			}
			start, inside = i, !inside
		}
		if inside {
			yield(start, len(text))
		}
	}
}

// wordPart reports characters that words are made of. What has one on either side is only a part of a word.
func wordPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// countWords counts the runs between spaces that have a letter or a digit. A space that does not break, as between a
// number and its unit, parts words too.
func countWords(text string) int {
	n := 0
	for run := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(run, wordPart) {
			n++
		}
	}
	return n
}

// syllables estimates the syllables of a run of letters: its groups of vowels, less a silent final e, and one at least.
func syllables(word string) int {
	n := 0
	for range runs(word, vowel) {
		n++
	}
	if n > 1 && strings.HasSuffix(strings.ToLower(word), "e") && !strings.HasSuffix(strings.ToLower(word), "le") {
		n--
	}
	return max(n, 1)
}

func vowel(r rune) bool {
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
