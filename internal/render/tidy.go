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
	from := 0
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' && text[i] != '\n' {
			continue
		}
		next := i + 1
		if text[i] == '\n' {
			next += emptyLines(text[next:])
		}
		switch {
		case i > 0 && isDigit(text[i-1]) && endsWithDay(text[:i]) && startsWithMonth(text[next:]):
			b = append(b, text[from:i]...)
			b = append(b, "\u00a0"...)
			from = next
		case next > i+1:
			b = append(b, text[from:i+1]...)
			from = next
		}
		i = next - 1
	}
	return append(b, text[from:]...)
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
