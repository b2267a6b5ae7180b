package prose

import "unicode/utf8"

// A word is a run of letters of a text.
type word struct {
	start, end int // bytes
	groups     int // of vowels
}

// readWords appends the words of a text to out. Where words end costs more to
// find than all that is asked of them, so a text is read once for all rules.
func readWords(out []word, text string) []word {
	for start := 0; start < len(text); {
		if c := text[start]; c < utf8.RuneSelf && ascii[c]&letter == 0 {
			start++
			continue
		}
		end, groups := letters(text, start)
		if end > start {
			out = append(out, word{start, end, groups})
			start = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[start:]) // a sign beyond ASCII
		start += n
	}
	return out
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

// syllables estimates the syllables of a word: its groups of vowels, less a
// silent final e, and one at least.
func (w word) syllables(text string) int {
	n := w.groups
	if n > 1 && text[w.end-1]|0x20 == 'e' && text[w.end-2]|0x20 != 'l' {
		n--
	}
	return max(n, 1)
}
