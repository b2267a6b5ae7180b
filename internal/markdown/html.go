package markdown

import (
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
)

// escapeText makes s safe between tags.
func escapeText(s string) string { return escape(s, false) }

// escapeAttr makes s safe between double quotes in a tag.
func escapeAttr(s string) string { return escape(s, true) }

// escape also shows what [forbidden] refuses as U+FFFD: such characters are
// problems, but their way into a page is barred here as well.
func escape(s string, quotes bool) string {
	if safe(s, quotes) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"' && quotes:
			b.WriteString("&quot;")
		case diag.HiddenRune(r) != "":
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// safe reports whether nothing in s need be escaped.
func safe(s string, quotes bool) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7F { // as nearly all characters are
			if c == '&' || c == '<' || c == '>' || c == '"' && quotes {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if diag.HiddenRune(r) != "" {
			return false
		}
		i += n
	}
	return true
}

// attribute writes ` name="value"`, or nothing for an empty value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + escapeAttr(value) + `"`
}
