package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/lang"
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

// links checks that a link says where it leads: readers of a screen reader meet
// links in a list.
func (c *checker) links(all []markdown.Link) {
	for _, l := range all {
		if lang.SaysNothing(l.Text) {
			c.problems.Report(l.At, `the link text "`+l.Text+`" does not say where it leads`, "name the page or thing that it leads to")
		}
	}
}

// How long the text is that search engines and shared links show of a page, in
// characters: shorter says too little, longer is cut.
const (
	minDescription = 50
	maxDescription = 180
)

// description checks the length of the summary of a page, or else of its
// description. A text with figures is measured on the finished page.
func (c *checker) description(p *content.Page) {
	t, what := p.Meta.Description, "description"
	if p.Meta.Summary.Given() {
		t, what = p.Meta.Summary, "summary"
	}
	n := utf8.RuneCountInString(t.S)
	if p.Name == "404.md" || !t.Given() || strings.Contains(t.S, "{{") || n >= minDescription && n <= maxDescription {
		return
	}
	hint := fmt.Sprintf("write %d to %d", minDescription, maxDescription)
	if what == "description" {
		hint += "; a longer one needs a summary: of its own"
	}
	c.problems.Report(t.At, fmt.Sprintf("the %s has %d characters", what, n), hint)
}
