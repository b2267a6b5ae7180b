package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hangul returns where the first words of a text are that begin in Hangul, which
// is of one language (ko) whatever stands around it; end is 0 when there are none.
func Hangul(text string) (start, end int) {
	start = strings.IndexFunc(text, isHangul)
	if start < 0 {
		return 0, 0
	}
	last := false // whether the last character is part of the words
	for i, r := range text[start:] {
		switch {
		case isHangul(r) || last && unicode.IsLetter(r):
			last, end = true, start+i+utf8.RuneLen(r)
		case r == ' ':
			last = false
		default:
			return start, end
		}
	}
	return start, end
}

func isHangul(r rune) bool { return r >= 0x1100 && unicode.Is(unicode.Hangul, r) }

// A Kind of text decides what counts as unfinished in it.
type Kind byte

const (
	Prose Kind = iota
	Code       // double braces and capitals are in order
	Data       // a block for programs, as structured data is: nobody reads it aloud, and JSON never has two opening braces in a row
)

// beginsTrace lists the bytes that a trace may begin with.
var beginsTrace = [256]bool{'{': true, '}': true, 'T': true, 'F': true, 'X': true, 'l': true, 'L': true,
	'Z': true, '<': true, '[': true, 'N': true, '%': true}

// Trace finds the first trace of unfinished text at or after a byte of a text; the
// word is empty when there is none. An expression for the same takes a hundred
// times as long.
func Trace(text string, from int, in Kind) (at int, word string) {
	for i := from; i < len(text); i++ {
		if !beginsTrace[text[i]] {
			continue
		}
		if word := goneAt(text, i); word != "" {
			return i, word
		}
		if word := unfinishedAt(text, i, in); word != "" {
			return i, word
		}
	}
	return len(text), ""
}

// unfinishedAt returns the trace of unfinished text that begins at a byte.
func unfinishedAt(text string, i int, in Kind) string {
	switch {
	case in == Code:
		return ""
	case text[i] == '{':
		return prefix(text[i:], "{{")
	case in == Data:
		return ""
	}
	switch text[i] {
	case '}':
		return prefix(text[i:], "}}")
	case 'T':
		return wholeWord(text, i, "TODO") + wholeWord(text, i, "TBD")
	case 'F':
		return wholeWord(text, i, "FIXME")
	case 'X':
		return wholeWord(text, i, "XXX")
	case 'l', 'L':
		if end := i + len("lorem"); end <= len(text) && text[i+1]|0x20 == 'o' && strings.EqualFold(text[i:end], "lorem") {
			return wholeWord(text, i, text[i:end])
		}
	}
	return ""
}

// goneAt returns the trace of a template or format string gone wrong that begins
// at a byte.
func goneAt(text string, i int) string {
	rest := text[i:]
	switch rest[0] {
	case 'Z':
		return prefix(rest, "ZgotmplZ")
	case '<':
		return prefix(rest, "<no value>")
	case '[':
		return prefix(rest, "[object Object]")
	case 'N':
		return wholeWord(text, i, "NaN")
	case '%': // %!d(string=x), %!(EXTRA …)
		if verb := 2; strings.HasPrefix(rest, "%!") {
			if len(rest) > verb && letter(rest[verb]|0x20) {
				verb++
			}
			if len(rest) > verb && rest[verb] == '(' {
				return rest[:verb+1]
			}
		}
	}
	return ""
}

func prefix(text, word string) string {
	if strings.HasPrefix(text, word) {
		return word
	}
	return ""
}

// wholeWord returns the word if it begins at a byte and is no part of a longer one.
func wholeWord(text string, i int, word string) string {
	end := i + len(word)
	if !strings.HasPrefix(text[i:], word) || i > 0 && wordByte(text[i-1]) || end < len(text) && wordByte(text[end]) {
		return ""
	}
	return word
}

func wordByte(c byte) bool { return letter(c|0x20) || c >= '0' && c <= '9' || c == '_' }

func letter(c byte) bool { return c >= 'a' && c <= 'z' }
