package prose

import (
	"strings"
	"unicode/utf8"
)

// unquoted blanks text in quotation marks, another voice than ours, keeping
// every offset. A mark that is opened again before it is closed opens nothing.
func unquoted(text string) string {
	var b strings.Builder
	end := 0 // of the last quotation
	for i := 0; i < len(text); {
		if text[i] != '"' && text[i] != "“"[0] { // as nearly all bytes; both curved marks begin alike
			i++
			continue
		}
		open, n := utf8.DecodeRuneInString(text[i:])
		inner := i + n
		i = inner
		shut := closing(open)
		if shut == 0 {
			continue
		}
		n = strings.IndexFunc(text[inner:], func(r rune) bool { return r == open || r == shut })
		if n < 0 || !strings.HasPrefix(text[inner+n:], string(shut)) {
			continue
		}
		start := inner - utf8.RuneLen(open)
		b.WriteString(text[end:start])
		end = inner + n + utf8.RuneLen(shut)
		b.WriteString(strings.Repeat(" ", end-start))
		i = end
	}
	if end == 0 {
		return text // as most are
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
