package pipeline

import (
	"slices"
	"strings"

	"sharingthecost/internal/claims"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// printedClaims holds to the rule for numbers what no page converts: the texts
// of content/site.yaml, which stand on every page, in feeds and on cards, and
// the names of pages in menus, and those of people.
func printedClaims(site *content.Site, checker *claims.Checker) diag.List {
	s := site.Settings
	var problems diag.List
	for _, t := range append([]record.Text{s.Title, s.Tagline, s.Description, s.Footer, s.Publisher.Name}, s.Vocabulary.Texts()...) {
		problems.Add(asItStands(t))
	}
	for _, t := range append([]record.Text{s.Tagline, s.Description, s.Footer}, s.Vocabulary.Texts()...) {
		problems.Add(checker.Printed(t))
	}
	for _, p := range site.Pages {
		problems.Add(checker.Printed(p.Meta.Nav))
		for _, t := range printed(p.Meta) {
			problems.Add(checker.Printed(t))
			problems.Add(markdown.Plain(t))
		}
	}
	mentions := len(problems) > 0 // which have been told
	for _, p := range site.Pages {
		problems.Add(unfinished(p.Meta.Nav, !mentions))
	}
	for _, t := range []record.Text{s.Title, s.Tagline, s.Description, s.Footer, s.Publisher.Name, s.Licence.Name} {
		problems.Add(unfinished(t, !mentions))
	}
	return problems
}

// printed are the texts of a page's front matter that are printed as they stand.
func printed(m content.Meta) []record.Text {
	out := []record.Text{m.Image.Alt}
	for _, p := range slices.Concat(m.Authors, m.ReviewedBy) {
		out = append(out, p.Name)
	}
	return out
}

// asItStands reports what cannot stand in a text that is printed unchanged: markup, and
// a language that nothing names.
func asItStands(t record.Text) diag.List {
	problems := markdown.Plain(t)
	if from, to := lang.Hangul(t.S); to > 0 {
		problems.Report(t.Pos(from, to), "Hangul in a text that is printed as it stands", "write it in the language of the site: it stands where no other can be named")
	}
	return problems
}

// unfinished reports what a text of a record may not hold. Braces are figures, or
// reported as such, but in another's words.
func unfinished(t record.Text, braces bool) diag.List {
	var problems diag.List
	if at, word := lang.Trace(t.S, 0, lang.Prose); word != "" && (braces || strings.Trim(word, "{}") != "") {
		problems.Report(t.Pos(at, at+len(word)), "unfinished text: "+word, "finish or remove it")
	}
	return problems
}
