package prose

import "unicode/utf8"

// count counts the words of a text and estimates its syllables.
//
// A word is a run between spaces that has a letter or a digit; a space that does
// not break, as between a number and its unit, parts words too. The syllables of
// a run of letters are its groups of vowels, less a silent final e, and one at
// least.
func count(text string) (words, syllables int) {
	counted := false // the run between spaces at hand is a word
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		k := kindOf(r)
		if k&letter != 0 {
			end, groups := letters(text, i)
			syllables += syllablesOf(text[i:end], groups)
			n = end - i
		}
		if k&space != 0 {
			counted = false
		} else if !counted && k&(letter|digit) != 0 {
			words++
			counted = true
		}
		i += n
	}
	return words, syllables
}

// syllablesOf estimates the syllables of a word with so many groups of vowels.
func syllablesOf(word string, groups int) int {
	if n := len(word); groups > 1 && word[n-1]|0x20 == 'e' && word[n-2]|0x20 != 'l' {
		groups-- // a silent e
	}
	return max(groups, 1)
}
