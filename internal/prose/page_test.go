package prose

import (
	"strings"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
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
				t.Errorf("%v: reported at line %d", c.levels, p.Pos.Line)
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%v: %q, want %q", c.levels, got, c.want)
		}
	}
}

func TestDescription(t *testing.T) {
	text := func(n, line int) record.Text {
		return record.Text{S: strings.Repeat("é", n), At: diag.Pos{File: "content/a.md", Line: line, Col: 1}}
	}
	for _, c := range []struct {
		name                 string
		description, summary record.Text
		want                 string
	}{
		{"a.md", text(50, 3), record.Text{}, ""},
		{"a.md", text(180, 3), record.Text{}, ""},
		{"a.md", text(49, 3), record.Text{}, "content/a.md:3:1 the description has 49 characters / write 50 to 180; a longer one needs a summary: of its own"},
		{"a.md", text(400, 3), text(181, 4), "content/a.md:4:1 the summary has 181 characters / write 50 to 180"},
		{"a.md", text(400, 3), text(80, 4), ""},
		{"a.md", record.Text{S: "{{ a }}", At: diag.Pos{File: "content/a.md", Line: 3}}, record.Text{}, ""},
		{"404.md", text(10, 3), record.Text{}, ""},
	} {
		var check checker
		check.description(&content.Page{Name: c.name, Meta: content.Meta{Description: c.description, Summary: c.summary}})
		got := ""
		for _, p := range check.problems {
			got += p.Pos.String() + " " + p.Text + " / " + p.Hint
		}
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
