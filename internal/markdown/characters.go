package markdown

import (
	"fmt"
	"unicode/utf8"

	"sharingthecost/internal/diag"
)

// characters reports invalid bytes, and characters that show nothing or turn
// around what is shown: a reader of the source, and the number check, would not
// see what readers see. It returns false when the text is not UTF-8 or wholly
// spoilt, and nothing more can be said about it.
func (r *reporter) characters(text []byte) bool {
	valid := true
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf && text[i] >= ' ' && text[i] != 0x7F || text[i] == '\n' {
			i++
			continue
		}
		c, n := utf8.DecodeRune(text[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			r.report(i, i+1, fmt.Sprintf("byte 0x%02X is not UTF-8", text[i]), "save the file as UTF-8")
			valid = false
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c == utf8.RuneError:
			r.report(i, i+n, "U+FFFD stands where a character was lost", "write the character that belongs here")
		default:
			if what := diag.HiddenRune(c); what != "" {
				r.report(i, i+n, what, "delete it")
			}
		}
		if i += n; i < len(text) && r.full(i) {
			break
		}
	}
	return valid && len(r.list) <= maxProblems
}
