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

// wordPart reports characters that words are made of. What has one on either
// side is only a part of a word.
func wordPart(r rune) bool { return kindOf(r)&(letter|digit) != 0 }
