package pipeline

import (
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

// printedClaims holds to the rule for numbers what no page converts: the texts
// of content/site.yaml, which stand on every page, in feeds and on cards, and
// the names of pages in menus.
func printedClaims(site *content.Site, book *ledger.Ledger) diag.List {
	s := site.Settings
	problems := book.Verbatim(s.Tagline)
	problems.Add(book.Verbatim(s.Description))
	problems.Add(book.Verbatim(s.Footer))
	for _, p := range site.Pages {
		problems.Add(book.Verbatim(p.Meta.Nav))
	}
	return problems
}

// claimsOf reports the numbers of a chart's text that no figure stands for.
func claimsOf(book *ledger.Ledger) func(record.Text) diag.List {
	return func(t record.Text) diag.List {
		var problems diag.List
		for _, c := range book.Claims(t.S, nil) {
			problems.Report(t.Pos(c.Start, c.End), c.Problem(), c.Hint)
		}
		return problems
	}
}
