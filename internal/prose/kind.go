package prose

import (
	"unicode"
	"unicode/utf8"
)

// A kind says what a character is to the rules of text.
type kind uint8

const (
	vowel kind = 1 << iota
	letter
	digit
	space
)

// kindOf looks up the characters that nearly all text is made of.
func kindOf(r rune) kind {
	if r < utf8.RuneSelf {
		return ascii[r]
	}
	return find(r)
}

var ascii = func() (kinds [utf8.RuneSelf]kind) {
	for r := range kinds {
		kinds[r] = find(rune(r))
	}
	return kinds
}()

func find(r rune) kind {
	switch {
	case r >= '\u2010' && r <= '\u2027': // dashes, quotation marks, apostrophes: most of what is not ASCII
		return 0
	case unicode.IsSpace(r):
		return space
	case unicode.IsDigit(r):
		return digit
	case !unicode.IsLetter(r):
		return 0
	}
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return letter | vowel
	}
	return letter
}

// letters reads the run of letters that begins at start: where it ends, and how
// many groups of vowels it has. A vowel behind none is counted as the bit that
// it is: no processor foresees where the vowels of a word stand, and asking
// would cost more than adding.
func letters(text string, start int) (end, groups int) {
	last := kind(0)
	for end = start; end < len(text); {
		k, n := kind(0), 1
		if c := text[end]; c < utf8.RuneSelf {
			k = ascii[c]
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(text[end:])
			k = find(r)
		}
		if k&letter == 0 {
			break
		}
		groups += int(k &^ last & vowel)
		last = k
		end += n
	}
	return end, groups
}

// wordPart reports characters that words are made of. What has one on either
// side is only a part of a word.
func wordPart(r rune) bool { return kindOf(r)&(letter|digit) != 0 }
