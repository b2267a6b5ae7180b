package render

import (
	"html/template"
	"regexp"
	"strings"
)

// Definitions stand in the margin of wide screens, beside the paragraph that
// uses the term first. The link to the glossary serves everybody else, so the
// stylesheet shows notes only where there is a margin.

var (
	termLink = regexp.MustCompile(`<a class="term" href="[^"]*#([^"]+)"`)
	opening  = regexp.MustCompile(`<(?:section|figure|blockquote|div|ul|ol|dl|table|aside)\b`)
	closing  = regexp.MustCompile(`</(?:section|figure|blockquote|div|ul|ol|dl|table|aside)>`)
)

// longEnough is the length of a paragraph, in bytes of HTML, beside which a
// note fits even when something broad follows.
const longEnough = 700

// withMargin puts the definition of one term a section into the text, in front
// of the first paragraph of the page's own text that uses it.
func (r *Renderer) withMargin(text string) string {
	lines := strings.SplitAfter(text, "\n")
	var b strings.Builder
	depth, free := 0, true
	for i, line := range lines {
		if depth == 0 && strings.HasPrefix(line, "<h2") {
			free = true
		}
		follows := i+1 < len(lines) && strings.HasPrefix(lines[i+1], "<p>")
		if depth == 0 && free && strings.HasPrefix(line, "<p>") && (follows || len(line) > longEnough) {
			if note := r.marginNote(line); note != "" {
				b.WriteString(note)
				free = false
			}
		}
		depth += len(opening.FindAllString(line, -1)) - len(closing.FindAllString(line, -1))
		b.WriteString(line)
	}
	return b.String()
}

// marginNote is the definition of the first term that a paragraph links, or "".
func (r *Renderer) marginNote(paragraph string) string {
	m := termLink.FindStringSubmatch(paragraph)
	if m == nil {
		return ""
	}
	t := r.Ledger.Term(m[1])
	if t == nil {
		return ""
	}
	says, _, _ := r.Ledger.Expand(t.Says) // its problems are the ledger's own
	korean := ""
	if t.Korean.Given() {
		korean = ` <span lang="ko">` + template.HTMLEscapeString(t.Korean.S) + `</span>`
	}
	term := template.HTMLEscapeString(t.Term.S)
	return `<aside class="margin-note" role="note" aria-label="Definition: ` + term + `"><b>` + term + "</b>" + korean + " " +
		template.HTMLEscapeString(says) + "</aside>\n"
}
