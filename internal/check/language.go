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
