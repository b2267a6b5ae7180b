package prose

import (
	"strings"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
)

func TestHeadings(t *testing.T) {
	for _, c := range []struct {
		levels []int
		want   string
	}{
		{nil, ""},
		{[]int{2, 3, 4, 2, 3}, ""},
		{[]int{2, 1}, "a second headline | the title is the page's; write ## Why"},
		{[]int{3}, "a heading of level 3 below one of level 1 | write ## Why"},
		{[]int{2, 4}, "a heading of level 4 below one of level 2 | write ### Why"},
		{[]int{2, 3, 2, 4}, "a heading of level 4 below one of level 2 | write ### Why"},
	} {
		var all []markdown.Heading
		for i, level := range c.levels {
			all = append(all, markdown.Heading{Level: level, Text: "Why", At: diag.Pos{File: "content/a.md", Line: i + 1, Col: 1}})
		}
		var check checker
		check.headings(all)
		var got []string
		for _, p := range check.problems {
			got = append(got, p.Text+" | "+p.Hint)
			if p.Pos.Line != len(c.levels) {
				t.Errorf("%v: told at line %d", c.levels, p.Pos.Line)
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%v: %q, want %q", c.levels, got, c.want)
		}
	}
}
