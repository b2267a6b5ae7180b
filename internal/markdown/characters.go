package markdown

import (
	"fmt"
	"unicode/utf8"
)

// forbidden says what is wrong with a character that no page may hold, or "".
// Such characters show nothing or turn around what is shown, so that a reader
// of the source, and the number check, would not see what readers see.
func forbidden(r rune) string {
	switch {
	case r == '\t' || r == '\n':
		return ""
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return "control character"
	case r < 0x2000 && r != 0x180E && r != 0x061C:
		return ""
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x061C || r == 0x200E || r == 0x200F:
		return "bidirectional control character"
	case r == 0x180E || r == 0x200B || r >= 0x2060 && r <= 0x2065 || r >= 0x206A && r <= 0x206F || r == 0xFEFF ||
		r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE0FFF:
		return "invisible character"
	case r == 0x2028 || r == 0x2029:
		return "line separator"
	case r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE:
		return "character that is none"
	}
	return ""
}

// characters reports invalid bytes and forbidden characters. It returns false
// when the text is not UTF-8 or wholly spoilt, and nothing more can be said
// about it.
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
		case forbidden(c) != "":
			r.report(i, i+n, fmt.Sprintf("%s U+%04X", forbidden(c), c), "remove it")
		}
		if i += n; i < len(text) && r.full(i) {
			break
		}
	}
	return valid && len(r.list) <= maxProblems
}
