package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
)

// length holds a page to the words that its front matter gives.
func (c *checker) length(limits content.WordRange, words int) {
	switch {
	case limits.Max > 0 && words > limits.Max:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, more than %d", words, limits.Max), "shorten it, or say why it may be longer by raising max")
	case words < limits.Min:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, fewer than %d", words, limits.Min), "write on, or lower min")
	}
}

// headings holds the levels of headings to the page's own: the title is the
// one heading of the first level, and none is left out below it, since readers who go
// by headings would look for what is not there.
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

// How long the text is that search engines and shared links show of a page, in
// characters: shorter says too little, longer is cut.
const (
	minDescription = 50
	maxDescription = 180
)

// description holds the summary of a page, or else its description, to its
// length. A text with figures is measured on the finished page.
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
