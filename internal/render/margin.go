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

// withMargin puts the definition of one term a section into the text, behind
// the first paragraph of the page's own text that uses it. The note is wrapped
// with that paragraph and those that follow it without a break: beside them it
// has its room, and whoever reads without a margin meets the paragraph first.
func (r *Renderer) withMargin(text string) string {
	if r.lists.glossary == "" || !strings.Contains(text, `<a class="term"`) { // without a glossary no link leads to it
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	var b strings.Builder
	depth, free := 0, true
	for len(lines) > 0 {
		free = free || depth == 0 && strings.HasPrefix(lines[0], "<h2")
		if first := paragraphLines(lines); depth == 0 && free && first > 0 {
			if note := r.marginNote(strings.Join(lines[:first], "")); note != "" {
				last := first
				for paragraphLines(lines[last:]) > 0 {
					last += paragraphLines(lines[last:])
				}
				b.WriteString("<div class=\"noted\">\n" + strings.Join(lines[:first], "") + note + strings.Join(lines[first:last], "") + "</div>\n")
				lines, free = lines[last:], false
				continue
			}
		}
		depth += len(opening.FindAllString(lines[0], -1)) - len(closing.FindAllString(lines[0], -1))
		b.WriteString(lines[0])
		lines = lines[1:]
	}
	return b.String()
}

// paragraphLines counts the lines of the paragraph that the lines begin with;
// 0 when they begin with something else.
func paragraphLines(lines []string) int {
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "<p>") {
		return 0
	}
	for i, line := range lines {
		if strings.Contains(line, "</p>") {
			return i + 1
		}
	}
	return 0
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
