package pipeline

import (
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
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
