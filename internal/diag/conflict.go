package diag

import (
	"bytes"
	"regexp"
	"unicode/utf8"
)

// Conflicting is the text of the problem of a file with marks of a merge.
const Conflicting = "two versions of these lines, as a merge left them"

// Conflict finds the first mark of a merge that nobody finished. Its line is 0 when
// there is none.
func Conflict(src *Source) (at Pos, hint string) {
	if !bytes.Contains(src.Text, []byte("<<<<<<< ")) && !bytes.Contains(src.Text, []byte(">>>>>>> ")) {
		return Pos{}, ""
	}
	m := conflict.FindIndex(src.Text)
	if m == nil {
		return Pos{}, ""
	}
	return src.Pos(m[0], m[0]+7), "keep the lines that are right, and delete the lines <<<<<<<, ======= and >>>>>>>"
}

// conflict matches the line that begins or ends what a merge left: seven marks, then a name.
var conflict = regexp.MustCompile(`(?m)^(?:<{7} |>{7} ).*$`)

// UTF16 reports whether a file begins as those of the encoding UTF-16 do.
func UTF16(src *Source) bool {
	return bytes.HasPrefix(src.Text, []byte("\xFF\xFE")) || bytes.HasPrefix(src.Text, []byte("\xFE\xFF"))
}

// Invalid is the place of the first byte that is not UTF-8; its line is 0 when
// there is none.
func Invalid(src *Source) Pos {
	if utf8.Valid(src.Text) {
		return Pos{}
	}
	at := 0
	for at < len(src.Text) {
		r, n := utf8.DecodeRune(src.Text[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return src.Pos(at, at+1)
}
