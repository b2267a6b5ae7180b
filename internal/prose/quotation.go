package prose

import (
	"strings"
	"unicode/utf8"
)

// unquoted blanks text in quotation marks, another voice than ours, keeping
// every offset. A mark that is opened again before it is closed opens nothing.
func unquoted(text string) string {
	var out []byte // a copy, if there is a quotation
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
		if out == nil {
			out = []byte(text)
		}
		i = inner + n + utf8.RuneLen(shut)
		for at := inner - utf8.RuneLen(open); at < i; at++ {
			out[at] = ' '
		}
	}
	if out == nil {
		return text // as most are
	}
	return string(out)
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
