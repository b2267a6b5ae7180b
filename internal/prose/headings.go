package prose

import (
	"fmt"
	"strings"

	"sharingthecost/internal/markdown"
)

// headings holds the levels of headings to the page's own: the title is the
// one heading of the first level, and none is left out below it. Who reads by
// headings would look for what is not there.
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
