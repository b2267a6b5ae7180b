package check

import (
	"strings"
	"unicode"
)

// language finds Hangul that screen readers would try to read as English.
func (f *file) language() {
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		if n.tag == "" {
			if at := hangul(n.text); at >= 0 && !f.korean(n.parent) && !f.isData(i) {
				word := strings.Fields(n.text[at:])[0]
				f.reportWord(n, word, "Korean text outside lang=\"ko\": "+word, `write <span lang="ko">`)
			}
			continue
		}
		for _, key := range []string{"alt", "title", "aria-label", "placeholder"} {
			if v, ok := n.get(key); ok && hangul(v) >= 0 && !f.korean(i) {
				f.reportAttr(n, key, "Korean text in "+key+" outside lang=\"ko\"", "write it in the language of the page")
			}
		}
	}
}

// hangul finds the first Hangul in a text.
func hangul(s string) int {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x1100 && unicode.Is(unicode.Hangul, r) })
}

// korean reports whether the language of an element is Korean.
func (f *file) korean(i int) bool {
	for ; i > 0; i = f.page.nodes[i].parent {
		if lang, ok := f.page.nodes[i].get("lang"); ok {
			main, _, _ := strings.Cut(strings.ToLower(lang), "-")
			return main == "ko"
		}
	}
	return false
}

const leftoverHint = "finish or remove it"

// leftovers looks for unfinished text in the texts, comments and attributes of a
// page.
func (f *file) leftovers() {
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		if n.tag == "" || n.tag == "!" {
			if word := f.leftoverIn(i); word != "" {
				f.reportWord(n, word, "unfinished text: "+word, leftoverHint)
			}
			continue
		}
		for j := range n.attr {
			if word := leftover(n.attr[j].Val, false); word != "" {
				f.reportAttr(n, n.attr[j].Key, "unfinished text: "+word, leftoverHint)
			}
		}
	}
}

// leftoverIn looks in a text or comment.
func (f *file) leftoverIn(i int) string {
	words := f.page.nodes[i].text
	if f.isData(i) {
		return dataLeftover(words)
	}
	return leftover(words, f.isCode(i))
}

// dataLeftover looks in a data block, where closing braces and capitals are in
// order. JSON never has two opening braces in a row.
func dataLeftover(text string) string {
	if word := firstTrace(text, goneAt); word != "" {
		return word
	}
	if strings.Contains(text, "{{") {
		return "{{"
	}
	return ""
}

func leftover(text string, code bool) string {
	if word := firstTrace(text, goneAt); word != "" || code {
		return word
	}
	return firstTrace(text, unfinishedAt)
}

func (f *file) isCode(i int) bool {
	return f.page.inside(i, func(n *node) bool {
		return n.tag == "code" || n.tag == "pre" || n.tag == "kbd" || n.tag == "samp"
	})
}

// isData reports whether a text is a data block for programs, as structured
// data is; nobody reads it aloud.
func (f *file) isData(i int) bool {
	return f.page.inside(i, func(n *node) bool { return n.tag == "script" })
}

// leftoversInText looks for templates gone wrong in files that are not pages,
// where double braces and capitals may be in order.
func (f *file) leftoversInText() {
	text := string(f.text)
	for i := 0; i < len(text); i++ {
		if word := goneAt(text, i); word != "" {
			f.report(i, i+len(word), "unfinished text: "+word, leftoverHint)
			i += len(word) - 1
		}
	}
}

// Traces of unfinished text and of templates gone wrong. The first are not looked
// for in code, the second nowhere accepted. Both are found by the byte they begin
// with: an expression for the same takes a hundred times as long, and every page
// with structured data has braces to look at.

// unfinishedAt returns the trace of unfinished text that begins at a byte.
func unfinishedAt(text string, i int) string {
	switch text[i] {
	case '{':
		return prefix(text[i:], "{{")
	case '}':
		return prefix(text[i:], "}}")
	case 'T':
		return wholeWord(text, i, "TODO") + wholeWord(text, i, "TBD")
	case 'F':
		return wholeWord(text, i, "FIXME")
	case 'X':
		return wholeWord(text, i, "XXX")
	case 'l', 'L':
		if end := i + len("lorem"); end <= len(text) && text[i+1]|0x20 == 'o' && strings.EqualFold(text[i:end], "lorem") {
			return wholeWord(text, i, text[i:end])
		}
	}
	return ""
}

// goneAt returns the trace of a template or format string gone wrong that begins
// at a byte.
func goneAt(text string, i int) string {
	rest := text[i:]
	switch rest[0] {
	case 'Z':
		return prefix(rest, "ZgotmplZ")
	case '<':
		return prefix(rest, "<no value>")
	case '[':
		return prefix(rest, "[object Object]")
	case 'N':
		return wholeWord(text, i, "NaN")
	case '%': // %!d(string=x), %!(EXTRA …)
		if verb := 2; strings.HasPrefix(rest, "%!") {
			if len(rest) > verb && letter(rest[verb]|0x20) {
				verb++
			}
			if len(rest) > verb && rest[verb] == '(' {
				return rest[:verb+1]
			}
		}
	}
	return ""
}

func prefix(text, word string) string {
	if strings.HasPrefix(text, word) {
		return word
	}
	return ""
}

// wholeWord returns the word if it stands at a byte and is no part of a longer one.
func wholeWord(text string, i int, word string) string {
	end := i + len(word)
	if !strings.HasPrefix(text[i:], word) || i > 0 && wordByte(text[i-1]) || end < len(text) && wordByte(text[end]) {
		return ""
	}
	return word
}

func wordByte(c byte) bool { return letter(c|0x20) || c >= '0' && c <= '9' || c == '_' }

// firstTrace returns the first trace in a text.
func firstTrace(text string, traceAt func(text string, i int) string) string {
	for i := range len(text) {
		switch text[i] {
		case '{', '}', 'T', 'F', 'X', 'l', 'L', 'Z', '<', '[', 'N', '%': // few are called for
			if word := traceAt(text, i); word != "" {
				return word
			}
		}
	}
	return ""
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' }
