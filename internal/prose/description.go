package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
)

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
