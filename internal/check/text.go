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
			if at := hangul(n.text); at >= 0 && n.kind != data && !f.korean(n.parent) {
				word := strings.Fields(n.text[at:])[0]
				f.reportWord(n, word, "Korean text outside lang=\"ko\": "+word, `write <span lang="ko">`)
			}
			continue
		}
		for j := range n.attr {
			switch key := n.attr[j].key; key {
			case "alt", "title", "aria-label", "placeholder":
				if hangul(n.attr[j].val) >= 0 && !f.korean(i) {
					f.reportAttr(n, key, "Korean text in "+key+" outside lang=\"ko\"", "write it in the language of the page")
				}
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
		if _, word := nextTrace(n.text, 0, n.kind); word != "" {
			f.reportWord(n, word, "unfinished text: "+word, leftoverHint)
		}
		for j := range n.attr {
			if _, word := nextTrace(n.attr[j].val, 0, prose); word != "" {
				f.reportAttr(n, n.attr[j].key, "unfinished text: "+word, leftoverHint)
			}
		}
	}
}

// leftoversInText looks for templates gone wrong in files that are not pages.
func (f *file) leftoversInText() {
	text := string(f.text)
	for at, word := nextTrace(text, 0, code); word != ""; at, word = nextTrace(text, at+len(word), code) {
		f.report(at, at+len(word), "unfinished text: "+word, leftoverHint)
	}
}

// A kind of text decides what counts as unfinished in it.
type kind byte

const (
	prose kind = iota
	code       // double braces and capitals are in order
	data       // a block for programs, as structured data is: nobody reads it aloud, and JSON never has two opening braces in a row
)

// in is the kind of the texts in an element that lies among texts of a kind.
func (k kind) in(tag string) kind {
	switch tag {
	case "script":
		return data
	case "code", "pre", "kbd", "samp":
		return max(k, code)
	}
	return k
}

// beginsTrace lists the bytes that a trace may begin with.
var beginsTrace = [256]bool{'{': true, '}': true, 'T': true, 'F': true, 'X': true, 'l': true, 'L': true,
	'Z': true, '<': true, '[': true, 'N': true, '%': true}

// nextTrace finds the first trace at or after a byte of a text. An expression for
// the same takes a hundred times as long.
func nextTrace(text string, from int, in kind) (at int, word string) {
	for i := from; i < len(text); i++ {
		if !beginsTrace[text[i]] {
			continue
		}
		if word := goneAt(text, i); word != "" {
			return i, word
		}
		if word := unfinishedAt(text, i, in); word != "" {
			return i, word
		}
	}
	return len(text), ""
}

// unfinishedAt returns the trace of unfinished text that begins at a byte.
func unfinishedAt(text string, i int, in kind) string {
	switch {
	case in == code:
		return ""
	case text[i] == '{':
		return prefix(text[i:], "{{")
	case in == data:
		return ""
	}
	switch text[i] {
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

// wholeWord returns the word if it begins at a byte and is no part of a longer one.
func wholeWord(text string, i int, word string) string {
	end := i + len(word)
	if !strings.HasPrefix(text[i:], word) || i > 0 && wordByte(text[i-1]) || end < len(text) && wordByte(text[end]) {
		return ""
	}
	return word
}

func wordByte(c byte) bool { return letter(c|0x20) || c >= '0' && c <= '9' || c == '_' }

func letter(c byte) bool { return c >= 'a' && c <= 'z' }
