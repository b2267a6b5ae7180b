package render

import (
	"strings"
	"testing"
)

// A definition stands behind the first paragraph of a section that uses a
// term, in a wrapper with the paragraphs that follow, once a section, and never
// inside a block.
func TestMargin(t *testing.T) {
	r := renderer(t, project(t, nil), Inputs{})
	const link = `<a class="term" href="/numbers/#accord">accord</a>`
	const note = `<aside class="margin-note" role="note" aria-label="Definition: Accord"><b>Accord</b> <span lang="ko">협정</span> What both sides signed.</aside>` + "\n"
	const open, shut = "<div class=\"noted\">\n", "</div>\n"
	for _, c := range []struct{ name, text, want string }{
		{"a paragraph", "<p>The " + link + ".</p>\n<p>More.</p>\n<ul>\n</ul>\n", open + "<p>The " + link + ".</p>\n" + note + "<p>More.</p>\n" + shut + "<ul>\n</ul>\n"},
		{"a paragraph of two lines", "<p>The\n" + link + ".</p>\n", open + "<p>The\n" + link + ".</p>\n" + note + shut},
		{"no term", "<p>The.</p>\n<p>More.</p>\n", "<p>The.</p>\n<p>More.</p>\n"},
		{"the second paragraph", "<p>The.</p>\n<p>An " + link + ".</p>\n", "<p>The.</p>\n" + open + "<p>An " + link + ".</p>\n" + note + shut},
		{"inside a block", "<section class=\"differ\">\n<p>The " + link + ".</p>\n<p>More.</p>\n</section>\n", "<section class=\"differ\">\n<p>The " + link + ".</p>\n<p>More.</p>\n</section>\n"},
		{"in front of a figure", "<p>The " + link + ".</p>\n<figure>\n</figure>\n", open + "<p>The " + link + ".</p>\n" + note + shut + "<figure>\n</figure>\n"},
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
