package render

import (
	"strings"
	"unicode/utf8"
)

// tidy is a page as it is published, from what its template made: without the
// empty lines that template actions leave, and with the day and the month of a
// date on one line. It reads the whole page because dates come from everywhere:
// prose, records, lists of sources, tables.
func tidy(page string) []byte {
	b := make([]byte, 0, len(page)+len(page)/64)
	page = page[emptyLines(page):]
	for page != "" {
		tag := strings.IndexByte(page, '<')
		if tag < 0 {
			tag = len(page)
		}
		b = appendText(b, page[:tag])
		if page = page[tag:]; page == "" {
			break
		}
		markup, preformatted := markupLen(page)
		if preformatted {
			b = append(b, page[:markup]...)
		} else {
			b = appendLines(b, page[:markup])
		}
		page = page[markup:]
	}
	return b
}

// markupLen is the length of the tag that a text begins with, and of what the
// element holds where nobody reads it as prose: that stays to the letter. In pre
// the empty lines stay too.
func markupLen(html string) (n int, preformatted bool) {
	n = strings.IndexByte(html, '>') + 1
	if n == 0 {
		return len(html), false
	}
	name, _, _ := strings.Cut(html[1:n-1], " ")
	switch name {
	case "head", "script", "style", "pre", "code", "textarea":
		if shut := strings.Index(html, "</"+name+">"); shut > 0 {
			return shut, name == "pre"
		}
	}
	return n, false
}

// appendText appends a text without its empty lines, and with a no-break space
// between the days and months of its dates.
func appendText(b []byte, text string) []byte {
	done := 0 // what has been appended
	for i := 0; i < len(text); i++ {
		if !turning[text[i]] {
			continue
		}
		if text[i] == '\n' {
			if n := emptyLines(text[i+1:]); n > 0 {
				b = append(b, text[done:i+1]...)
				done = i + 1 + n
				i = done - 1
			}
		} else if n := gap(text[i+1:]); n > 0 && endsWithDay(text[:i+1]) && startsWithMonth(text[i+1+n:]) {
			b = append(b, text[done:i+1]...)
			b = append(b, "\u00a0"...)
			done = i + 1 + n
			i = done - 1
		}
	}
	return append(b, text[done:]...)
}

// turning are the characters behind which a text may have to change: line ends
// and the digits of days. Looking one up is quicker than asking whether each
// character is a space, which no processor foresees.
var turning = [256]bool{'\n': true, '0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true}

// gap is the length of the space, or of the line end with empty lines behind it,
// that a text begins with.
func gap(text string) int {
	switch {
	case text == "":
		return 0
	case text[0] == ' ':
		return 1
	case text[0] == '\n':
		return 1 + emptyLines(text[1:])
	}
	return 0
}

// appendLines appends a text without its empty lines.
func appendLines(b []byte, text string) []byte {
	for {
		end := strings.IndexByte(text, '\n') + 1
		if end == 0 {
			return append(b, text...)
		}
		b = append(b, text[:end]...)
		text = text[end+emptyLines(text[end:]):]
	}
}

// emptyLines is the length of the empty lines that a text begins with.
func emptyLines(text string) int {
	n := 0
	for n < len(text) && (text[n] <= ' ' || text[n] >= utf8.RuneSelf) { // else it is a line with something on it
		end := strings.IndexByte(text[n:], '\n') + 1
		if end == 0 || strings.TrimSpace(text[n:n+end]) != "" {
			break
		}
		n += end
	}
	return n
}
