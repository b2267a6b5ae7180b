package render

import (
	"html/template"
	"strings"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
)

// withMargin puts the definition of one term a section into a page's text, behind
// the first paragraph of the page's own text that uses it. Definitions stand in
// the margin of wide screens, beside the paragraph; the link to the glossary
// serves everybody else, so the stylesheet shows notes only where there is a
// margin. The note is wrapped with its paragraph and those that follow without a
// break: beside them it has its space.
func (r *Renderer) withMargin(doc markdown.Doc) string {
	var b strings.Builder
	from := 0
	for _, m := range doc.Margin {
		t := r.Ledger.Term(m.Term)
		if t == nil {
			continue
		}
		b.WriteString(doc.HTML[from:m.Start] + "<div class=\"noted\">\n" + doc.HTML[m.Start:m.End] +
			r.marginNote(t) + doc.HTML[m.End:m.Stop] + "</div>\n")
		from = m.Stop
	}
	return b.String() + doc.HTML[from:]
}

func (r *Renderer) marginNote(t *ledger.Term) string {
	says, _, _ := r.Ledger.Expand(t.Says) // its problems are the ledger's own
	korean := ""
	if t.Korean.Given() {
		korean = ` <span lang="ko">` + template.HTMLEscapeString(t.Korean.S) + `</span>`
	}
	term := template.HTMLEscapeString(t.Term.S)
	return `<aside class="margin-note" role="note" aria-label="Definition: ` + term + `"><b>` + term + "</b>" + korean + " " +
		string(plainHTML(says)) + "</aside>\n"
}
