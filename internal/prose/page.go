package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
)

// length checks the number of words against the limits of the front matter.
func (c *checker) length(limits content.WordRange, words int) {
	switch {
	case limits.Max > 0 && words > limits.Max:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, more than %d", words, limits.Max), "shorten it, or say why it may be longer by raising max")
	case words < limits.Min:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, fewer than %d", words, limits.Min), "write on, or lower min")
	}
}

// headings checks the levels: the title is the one heading of the first level,
// and below it none is left out, since readers who jump from heading to heading
// would search for the missing one.
func (c *checker) headings(all []markdown.Heading) {
	last := 1
	for _, h := range all {
		switch {
		case h.Level == 1:
			c.problems.Report(h.At, "a second headline", "the title is the page's; write ## "+h.Text)
		case h.Level > last+1:
			c.problems.Report(h.At, fmt.Sprintf("a heading of level %d below one of level %d", h.Level, last),
				"write "+strings.Repeat("#", last+1)+" "+h.Text)
		}
		last = max(h.Level, 2)
	}
}

// tables checks that readers can follow a table that is read out to them.
func (c *checker) tables(all []markdown.Table) {
	for _, t := range all {
		if !t.Captioned {
			c.problems.Report(t.At, "the table has no caption", `write a paragraph before it that begins with "Table:" and says what it shows`)
		}
		if !t.Named {
			c.problems.Report(t.At, "no column of the table has a name", "name the columns in its first row, or write {.rows} before it if its rows have names")
		}
	}
}

// links checks that a link says where it leads: readers of a screen reader meet
// links in a list.
func (c *checker) links(all []markdown.Link) {
	for _, l := range all {
		if c.lang.SaysNothing(l.Text) {
			c.problems.Report(l.At, `the link text "`+l.Text+`" does not say where it leads`, "name the page or thing that it leads to")
		}
	}
}

// description checks the lengths of the description of a page, in words, and of what
// search engines and shared links show of it, in characters.
func (c *checker) description(p *content.Page, summary string) {
	t, what := p.Meta.Description, "description"
	words := len(strings.Fields(t.S))
	if most := c.style.Description; most > 0 && words > most {
		c.problems.Report(t.At, fmt.Sprintf("the description has %d words", words), fmt.Sprintf("write %d at most", most))
	}
	if p.Meta.Summary.Given() {
		t, what = p.Meta.Summary, "summary"
	}
	n, limits := utf8.RuneCountInString(summary), c.style.Summary
	if p.Name == "404.md" || !t.Given() || n >= limits.Min && (limits.Max == 0 || n <= limits.Max) {
		return
	}
	hint := fmt.Sprintf("write %d to %d", limits.Min, limits.Max)
	if limits.Max == 0 {
		hint = fmt.Sprintf("write %d at least", limits.Min)
	}
	if what == "description" {
		hint += "; a longer one needs a summary: of its own"
	}
	c.problems.Report(t.At, fmt.Sprintf("the %s has %d characters", what, n), hint)
}
