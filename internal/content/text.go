package content

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"sharingthecost/internal/diag"
)

// The most bad characters reported for one file: in a file of another encoding
// every line has some.
const maxBadCharacters = 5

// badText reports bytes that are not UTF-8, and characters that show nothing or
// turn around what is shown.
func badText(src *diag.Source) diag.List {
	var problems diag.List
	text := src.Text
	if bytes.HasPrefix(text, []byte("\xFF\xFE")) || bytes.HasPrefix(text, []byte("\xFE\xFF")) {
		problems.Report(src.Pos(0, 2), "the text is UTF-16, not UTF-8", "save the file as UTF-8")
		return problems
	}
	for i := 0; i < len(text) && len(problems) < maxBadCharacters; {
		if len(text)-i >= 8 && plain(binary.LittleEndian.Uint64(text[i:])) {
			i += 8
			continue
		}
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if what, hint := badCharacter(r, n, i == 0, text[i:]); what != "" {
			problems.Report(src.Pos(i, i+n), what, hint)
		}
		i += n
	}
	return problems
}

// plain reports whether eight bytes are all from ' ' up to '~', at once: most of
// a text is, and every byte of the site is looked at in every build.
func plain(eight uint64) bool {
	const each = 0x0101010101010101
	low := (eight - ' '*each) &^ eight // the sign of a byte is set below ' '; wrongly too, above one that is
	high := eight | (eight + each)     // and from 0x7F on
	return (low|high)&(0x80*each) == 0
}

// badCharacter says what is wrong with a character of n bytes.
func badCharacter(r rune, n int, first bool, rest []byte) (what, hint string) {
	switch {
	case r == utf8.RuneError && n == 1:
		return "the text is not UTF-8 here", "save the file as UTF-8"
	case r == '\t' || r == '\r' && bytes.HasPrefix(rest, []byte("\r\n")) || r == 0xFEFF && first:
		return "", ""
	case r == '\r':
		return "a carriage return without a line feed", "save the file with LF or CRLF line ends"
	case r == 0xFEFF:
		return "a byte order mark inside the text", "delete it"
	}
	return diag.HiddenRune(r), "delete it"
}

func blank(s string) bool { return len(bytes.TrimSpace([]byte(s))) == 0 }
