package render

import (
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
)

// words is the Words function of a page's host: it finds what may not be published
// as it stands. Unmarked has the words of the text whose language is not given.
func words(kind markdown.Kind, text, unmarked string) []markdown.Claim {
	var out []markdown.Claim
	for from := 0; ; {
		at, word := lang.Trace(text, from, lang.Prose)
		if word == "" {
			break
		}
		from = at + len(word)
		hint := "finish or remove it"
		if strings.Trim(word, "{}") == "" {
			hint = "write a figure as {{ id }}, and braces as such as code: `{{`"
		}
		out = append(out, markdown.Claim{Start: at, End: from, Text: "unfinished text: " + word, Hint: hint})
	}
	for from := 0; ; {
		start, end := lang.Hangul(unmarked[from:])
		if end == 0 {
			return out
		}
		word := unmarked[from+start : from+end]
		c := markdown.Claim{Start: from + start, End: from + end, Text: "Hangul that does not say its language: " + word, Hint: "write [" + word + "]{lang=ko}"}
		if kind == markdown.Alt {
			c.Hint = "write it in the language of the page: no part of such a text can have another"
		}
		out = append(out, c)
		from += end
	}
}
