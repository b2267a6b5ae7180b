package prose

import (
	"strings"
	"unicode/utf8"
)

// unquoted blanks text in quotation marks, another voice than ours, keeping
// every offset. A mark that is opened again before it is closed opens nothing.
func unquoted(text string) string {
	if !strings.Contains(text, `"`) && !strings.Contains(text, "“") && !strings.Contains(text, "‘") {
		return text // as most do
	}
	var b strings.Builder
	end := 0 // of the last quotation
	for i, open := range text {
		shut := closing(open)
		if shut == 0 || i < end {
			continue
		}
		inner := i + utf8.RuneLen(open)
		n := strings.IndexFunc(text[inner:], func(r rune) bool { return r == open || r == shut })
		if n < 0 || !strings.HasPrefix(text[inner+n:], string(shut)) {
			continue
		}
		b.WriteString(text[end:i])
		end = inner + n + utf8.RuneLen(shut)
		b.WriteString(strings.Repeat(" ", end-i))
	}
	b.WriteString(text[end:])
	return b.String()
}

// closing is the mark that ends what a quotation mark opens, or 0.
func closing(open rune) rune {
	switch open {
	case '"':
		return '"'
	case '“':
		return '”'
	case '‘':
		return '’'
	}
	return 0
}
