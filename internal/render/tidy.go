package render

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// tidy is a page as it is published, from what its template made: without the
// empty lines that template actions leave, and with the day and the month of a
// date on one line. It reads the whole page because dates come from everywhere:
// prose, records, lists of sources, tables.
func tidy(page []byte) []byte { return appendTidy(nil, page) }

// appendTidy appends a page as it is published to b. Little of a page changes,
// so that most of it is copied in long stretches.
func appendTidy(b, page []byte) []byte {
	b = slices.Grow(b, len(page)+len(page)/64)
	done := emptyLines(page) // so much of the page stands in b, or was left out
	replace := func(at, n int, with string) (next int) {
		if n > 0 {
			b = append(append(b, page[done:at]...), with...)
			done = at + n
		}
		return at + n
	}
	for i := done; ; {
		for i < len(page) && !turning[page[i]] {
			i++
		}
		if i == len(page) {
			return append(b, page[done:]...)
		}
		switch page[i] {
		case '<':
			end, preformatted := markupEnd(page, i)
			for !preformatted {
				line := bytes.IndexByte(page[i:end], '\n') + 1
				if line == 0 {
					break
				}
				i = replace(i+line, emptyLines(page[i+line:]), "")
			}
			i = end
		case '\n':
			i = replace(i+1, emptyLines(page[i+1:]), "")
		default:
			i++
			if n := gap(page[i:]); n > 0 && endsWithDay(page[:i]) && startsWithMonth(page[i+n:]) {
				i = replace(i, n, "\u00a0")
			}
		}
	}
}

// turning are the characters at which a page may have to change: line ends and
// the digits of days, and where markup begins. Looking one up is quicker than
// asking of each character what it is, which no processor foresees.
var turning = [256]bool{
	'<': true, '\n': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
}

// markupEnd is where the tag ends that begins at some place of a page, with what
// the element holds where nobody reads it as prose: that stays to the letter. In
// pre the empty lines stay too.
func markupEnd(page []byte, at int) (end int, preformatted bool) {
	tag := bytes.IndexByte(page[at:], '>') + 1
	if tag == 0 {
		return len(page), false
	}
	end = at + tag
	name := page[at+1 : end-1]
	for i, c := range name {
		if c == ' ' {
			name = name[:i]
			break
		}
	}
	var closing string
	switch string(name) {
	case "head":
		closing = "</head>"
	case "script":
		closing = "</script>"
	case "style":
		closing = "</style>"
	case "pre":
		closing, preformatted = "</pre>", true
	case "code":
		closing = "</code>"
	case "textarea":
		closing = "</textarea>"
	default:
		return end, false
	}
	if n := bytes.Index(page[end:], []byte(closing)); n >= 0 {
		return end + n, preformatted
	}
	return end, false
}

// gap is the length of the space, or of the line end with empty lines behind it,
// that a text begins with.
func gap(text []byte) int {
	switch {
	case len(text) == 0:
		return 0
	case text[0] == ' ':
		return 1
	case text[0] == '\n':
		return 1 + emptyLines(text[1:])
	}
	return 0
}

// emptyLines is the length of the empty lines that a text begins with.
func emptyLines(text []byte) int {
	n := 0
	for n < len(text) && (text[n] <= ' ' || text[n] >= utf8.RuneSelf) { // else it is a line with something on it
		end := bytes.IndexByte(text[n:], '\n') + 1
		if end == 0 || len(bytes.TrimSpace(text[n:n+end])) > 0 {
			break
		}
		n += end
	}
	return n
}
