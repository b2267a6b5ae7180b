package render

import (
	"strings"
	"testing"
)

// A definition stands in front of the first paragraph of a section that uses a
// term, once a section, and never inside a block.
func TestMargin(t *testing.T) {
	r := renderer(t, project(t, nil), Inputs{})
	const link = `<a class="term" href="/numbers/#accord">accord</a>`
	note := `<aside class="margin-note" role="note" aria-label="Definition: Accord"><b>Accord</b> <span lang="ko">협정</span> What both sides signed.</aside>` + "\n"
	for _, c := range []struct{ name, text, want string }{
		{"a paragraph", "<p>The " + link + ".</p>\n<p>More.</p>\n", note + "<p>The " + link + ".</p>\n<p>More.</p>\n"},
		{"no term", "<p>The.</p>\n<p>More.</p>\n", "<p>The.</p>\n<p>More.</p>\n"},
		{"inside a block", "<section class=\"differ\">\n<p>The " + link + ".</p>\n<p>More.</p>\n</section>\n", "<section class=\"differ\">\n<p>The " + link + ".</p>\n<p>More.</p>\n</section>\n"},
		{"in front of a figure there is no room", "<p>The " + link + ".</p>\n<figure>\n</figure>\n", "<p>The " + link + ".</p>\n<figure>\n</figure>\n"},
		{"a term that nobody defines", "<p><a class=\"term\" href=\"/numbers/#x\">x</a></p>\n<p>More.</p>\n", "<p><a class=\"term\" href=\"/numbers/#x\">x</a></p>\n<p>More.</p>\n"},
	} {
		if got := r.withMargin(c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	section := "<h2 id=\"a\">A</h2>\n<p>" + link + "</p>\n<p>" + link + "</p>\n<p>End.</p>\n"
	if n := strings.Count(r.withMargin(section+section), "margin-note"); n != 2 {
		t.Errorf("%d notes in two sections", n)
	}
}
