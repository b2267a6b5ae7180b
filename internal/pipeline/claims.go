package pipeline

import (
	"sharingthecost/internal/claims"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
)

// printedClaims holds to the rule for numbers what no page converts: the texts
// of content/site.yaml, which stand on every page, in feeds and on cards, and
// the names of pages in menus.
func printedClaims(site *content.Site, checker *claims.Checker) diag.List {
	s := site.Settings
	problems := checker.Printed(s.Tagline)
	problems.Add(checker.Printed(s.Description))
	problems.Add(checker.Printed(s.Footer))
	for _, p := range site.Pages {
		problems.Add(checker.Printed(p.Meta.Nav))
	}
	return problems
}
