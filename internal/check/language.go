package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// language finds Hangul that screen readers would try to read as English.
func (f *file) language() {
	if !f.mayHaveHangul() {
		return
	}
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

// mayHaveHangul is a quick look at a page, whose character references may stand
// for Hangul.
func (f *file) mayHaveHangul() bool { return len(f.page.coded) > 0 || mayBeHangul(f.text) }

// The bytes that Hangul begins with. Most English texts have none of them.
const hangulLeads = "\xE1\xE3\xEA\xEB\xEC\xED\xEF"

func mayBeHangul(data []byte) bool {
	for i := range len(hangulLeads) {
		if bytes.IndexByte(data, hangulLeads[i]) >= 0 {
			return true
		}
	}
	return false
}

// hangul finds the first Hangul in a text.
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
