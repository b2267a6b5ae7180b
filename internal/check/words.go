package check

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Traces of unfinished text and of templates gone wrong. The first group is not
// looked for in code, the second nowhere accepted.
var (
	unfinished = regexp.MustCompile(`\{\{|\}\}|\b(?:TODO|FIXME|TBD|XXX)\b|(?i:\blorem\b)`)
	gone       = regexp.MustCompile(`ZgotmplZ|<no value>|%!(?:[a-zA-Z]?\(|\()|\[object Object\]|\bNaN\b`)
)

// Every leftover holds one of these: a quick look that most files pass.
var leftoverSigns = [][]byte{[]byte("{{"), []byte("}}"), []byte("TODO"), []byte("FIXME"), []byte("TBD"), []byte("XXX"), []byte("orem"), []byte("OREM"),
	[]byte("ZgotmplZ"), []byte("no value"), []byte("%!"), []byte("[object"), []byte("NaN")}

func mayHaveLeftovers(data []byte) bool {
	for _, sign := range leftoverSigns {
		if bytes.Contains(data, sign) {
			return true
		}
	}
	return false
}

const leftoverHint = "finish or remove it"

// leftovers looks for unfinished text in the texts, comments and attributes of a
// page.
func (f *file) leftovers() {
	if !mayHaveLeftovers(f.Data) {
		return
	}
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		if n.tag == "" || n.tag == "!" {
			word := leftover(n.words(), f.isCode(i))
			if f.isData(i) {
				word = dataLeftover(n.words())
			}
			if word != "" {
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

// dataLeftover looks in a data block, where closing braces and capitals are in
// order. JSON never has two opening braces in a row.
func dataLeftover(text string) string {
	if word := gone.FindString(text); word != "" {
		return word
	}
	if strings.Contains(text, "{{") {
		return "{{"
	}
	return ""
}

func leftover(text string, code bool) string {
	if word := gone.FindString(text); word != "" {
		return word
	}
	if code {
		return ""
	}
	return unfinished.FindString(text)
}

// reportWord adds a problem at a word of a text, or at the whole text when the
// word is written with character references.
func (f *file) reportWord(n *node, word, text, hint string) {
	start, end := n.start, n.end
	if i := bytes.Index(f.Data[start:end], []byte(word)); i >= 0 {
		start += i
		end = start + len(word)
	}
	f.report(start, end, text, hint)
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
	if !mayHaveLeftovers(f.Data) {
		return
	}
	for _, at := range gone.FindAllIndex(f.Data, -1) {
		f.report(at[0], at[1], "unfinished text: "+string(f.Data[at[0]:at[1]]), leftoverHint)
	}
}

// language finds Hangul that screen readers would try to read as English.
func (f *file) language() {
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		if n.tag == "" {
			words := n.words()
			if at := hangul(words); at >= 0 && !f.korean(n.parent) && !f.isData(i) {
				word := strings.Fields(words[at:])[0]
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

// hangul finds the first Hangul in a text. Its characters begin with bytes from
// 0xE1 up, which English texts seldom have.
func hangul(s string) int {
	for i := range len(s) {
		if s[i] < 0xE1 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.Is(unicode.Hangul, r) {
			return i
		}
	}
	return -1
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
