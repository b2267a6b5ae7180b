package pipeline

import (
	"regexp"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
)

// bracketed matches what looks like a citation that lacks its @.
var bracketed = regexp.MustCompile(`\[([a-z0-9]+(?:-[a-z0-9]+)+)[],;]`)

// bareCitations reports ids of sources that stand in brackets as text: a
// citation whose @ was forgotten would be printed as it is.
func bareCitations(doc markdown.Doc, book *ledger.Ledger) diag.List {
	var problems diag.List
	for _, b := range doc.Blocks {
		for _, m := range bracketed.FindAllStringSubmatchIndex(b.Text, -1) {
			if id := b.Text[m[2]:m[3]]; book.Source(id) != nil {
				problems.Report(b.Pos(m[2], m[3]), "a citation without its @", "write [@"+id+"]")
			}
		}
	}
	return problems
}
