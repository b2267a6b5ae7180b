package check

import (
	"strings"

	"sharingthecost/internal/lang"
)

// language finds Hangul that screen readers would try to read as English.
func (f *file) language() {
	for i := range f.page.nodes {
		n := &f.page.nodes[i]
		if n.tag == "" {
			if from, to := lang.Hangul(n.text); to > 0 && n.kind == prose && !f.inHangul(n.parent) && f.page.nodes[n.parent].tag != "title" {
				word := n.text[from:to]
				f.reportWord(n, word, "Hangul outside lang=\"ko\": "+word, `write <span lang="ko">`)
			}
			continue
		}
		for j := range n.attr {
			switch key := n.attr[j].key; key {
			case "alt", "title", "aria-label", "placeholder":
				if _, to := lang.Hangul(n.attr[j].val); to > 0 && !f.inHangul(i) {
					f.reportAttr(n, key, "Hangul in "+key+" outside lang=\"ko\"", "write it in the language of the page")
				}
			}
		}
	}
}

// inHangul reports whether the language of an element is written in Hangul.
func (f *file) inHangul(i int) bool {
	for ; i > 0; i = f.page.nodes[i].parent {
		if tag, ok := f.page.nodes[i].get("lang"); ok {
			main, _, _ := strings.Cut(strings.ToLower(tag), "-")
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
		if _, word := lang.Trace(n.text, 0, n.kind); word != "" {
			f.reportWord(n, word, "unfinished text: "+word, leftoverHint)
		}
		for j := range n.attr {
			if _, word := lang.Trace(n.attr[j].val, 0, prose); word != "" {
				f.reportAttr(n, n.attr[j].key, "unfinished text: "+word, leftoverHint)
			}
		}
	}
}

// leftoversInText looks for templates gone wrong in files that are not pages.
func (f *file) leftoversInText() {
	text := string(f.text)
	for at, word := lang.Trace(text, 0, code); word != ""; at, word = lang.Trace(text, at+len(word), code) {
		f.report(at, at+len(word), "unfinished text: "+word, leftoverHint)
	}
}

// A kind of text decides what counts as unfinished in it.
type kind = lang.Kind

const (
	prose = lang.Prose
	code  = lang.Code
	data  = lang.Data
)

// kindIn is the kind of the texts in an element that lies among texts of a kind.
func kindIn(k kind, tag string) kind {
	switch tag {
	case "script":
		return data
	case "code", "pre", "kbd", "samp":
		return max(k, code)
	}
	return k
}
