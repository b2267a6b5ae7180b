// Package glossary finds the terms of the glossary in a text, however they are written:
// with an s more, with or without capitals, in Hangul with a particle behind.
package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
)

// Terms finds the words of the glossary in a text.
type Terms struct {
	wordings [256][]wording // by their first byte in lower case, in the order in which they are tried
	list     string         // address of the glossary
}

// A wording is a way to write a term.
type wording struct {
	text, id string
	exact    bool // the capitals are the word: GAO, KATUSA
}

// New reads the terms of a ledger; list is the address of the page that lists them.
func New(l *ledger.Ledger, list string) *Terms {
	var all []wording
	for _, term := range l.Terms {
		words := []string{term.Term.S}
		for _, w := range term.Also {
			words = append(words, w.S)
		}
		for _, w := range words {
			_, n := utf8.DecodeRuneInString(w)
			all = append(all, wording{w, term.ID.S, strings.ToLower(w[n:]) != w[n:] && !strings.Contains(w, " ")})
		}
		if a := term.Abbreviation.S; a != "" {
			all = append(all, wording{a, term.ID.S, true})
		}
	}
	// Of two that begin alike the longer is meant: cost-sharing agreement, not
	// cost-sharing; of AID and aid, when written in capitals, the first.
	slices.SortStableFunc(all, func(a, b wording) int {
		return cmp.Or(len(b.text)-len(a.text), cmp.Compare(order(a.exact), order(b.exact)))
	})
	t := &Terms{list: list}
	for _, w := range all {
		first := lower(w.text[0])
		t.wordings[first] = append(t.wordings[first], w)
	}
	return t
}

func order(exact bool) int {
	if exact {
		return 0
	}
	return 1
}

// Find finds the terms in a text.
func (t *Terms) Find(text string) []markdown.Term {
	var out []markdown.Term
	for i := 0; i < len(text); i++ {
		candidates := t.wordings[lower(text[i])]
		if candidates == nil || !edge(text, i) {
			continue
		}
		for _, w := range candidates {
			if end := w.end(text, i); end > 0 {
				out = append(out, markdown.Term{Start: i, End: end, ID: w.id, URL: t.list + "#" + w.id})
				i = end - 1
				break
			}
		}
	}
	return out
}

// end returns where the wording ends that begins at a byte of a text, 0 when it
// does not. A plain one may have an s more.
func (w *wording) end(text string, begin int) int {
	end := begin + len(w.text)
	switch {
	case end > len(text):
	case w.exact:
		if text[begin:end] == w.text && edge(text, end) {
			return end
		}
	case strings.EqualFold(text[begin:end], w.text):
		if end < len(text) && lower(text[end]) == 's' && edge(text, end+1) {
			return end + 1
		}
		if edge(text, end) {
			return end
		}
	}
	return 0
}

// edge reports whether a place is not within a word. Particles in Hangul follow
// Latin letters without a space: UN은.
func edge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !inWord(before) || !inWord(after) || unicode.Is(unicode.Hangul, before) != unicode.Is(unicode.Hangul, after)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_'
}

// lower is the byte in lower case, as far as it is a letter of ASCII.
func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}
