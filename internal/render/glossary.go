package render

import (
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// glossaryBlock is ```glossary: every term.
func (c *conversion) glossaryBlock(all []record.Text) (string, diag.List) {
	problems := noLines("glossary", all)
	var block GlossaryBlock
	for _, t := range c.r.Ledger.Terms {
		html, _ := c.record(c.page, t.Says, &problems)
		c.doc.blockedIDs = append(c.doc.blockedIDs, t.ID.S)
		block.Terms = append(block.Terms, TermView{
			ID: t.ID.S, Term: t.Term.S, Abbreviation: t.Abbreviation.S, Korean: t.Korean.S,
			Text: html, Mark: c.marks(t.Says, t.Cited),
		})
	}
	return c.block("glossary", block, problems)
}

// terms finds the words of the glossary in a text.
type terms struct {
	pattern *regexp.Regexp
	id      map[string]string // by wording, in lower case unless it is an abbreviation
	list    string            // address of the glossary
}

func newTerms(l *ledger.Ledger, list string) *terms {
	t := &terms{id: map[string]string{}, list: list}
	var plain, exact []string
	for _, term := range l.Terms {
		words := []string{term.Term.S}
		for _, w := range term.Also {
			words = append(words, w.S)
		}
		for _, w := range words {
			if strings.ToLower(w[1:]) != w[1:] && !strings.Contains(w, " ") { // GAO, KATUSA: capitals are the word
				exact = append(exact, w)
				t.id[w] = term.ID.S
				continue
			}
			plain = append(plain, w)
			t.id[strings.ToLower(w)] = term.ID.S
		}
		if a := term.Abbreviation.S; a != "" {
			exact = append(exact, a)
			t.id[a] = term.ID.S
		}
	}
	if len(plain)+len(exact) == 0 {
		return t
	}
	var parts []string
	for _, w := range longestFirst(plain) {
		parts = append(parts, `(?i:`+regexp.QuoteMeta(w)+`s?)`)
	}
	for _, w := range longestFirst(exact) {
		parts = append(parts, regexp.QuoteMeta(w))
	}
	t.pattern = regexp.MustCompile(`\b(?:` + strings.Join(parts, "|") + `)\b`)
	return t
}

func longestFirst(words []string) []string {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// find is the Terms function of a page's host.
func (t *terms) find(text string) []markdown.Term {
	if t.pattern == nil {
		return nil
	}
	var out []markdown.Term
	for _, at := range t.pattern.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		id := t.id[word]
		for _, form := range []string{strings.ToLower(word), strings.ToLower(strings.TrimSuffix(word, "s"))} {
			if id == "" {
				id = t.id[form]
			}
		}
		if id != "" {
			out = append(out, markdown.Term{Start: at[0], End: at[1], ID: id, URL: anchor(t.list, id)})
		}
	}
	return out
}
