package prose

import (
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
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

// Lengths are a matter of taste: a site that does not limit them has none.
func TestNoStyle(t *testing.T) {
	src := diag.NewSource("content/a.md", []byte(strings.Repeat(strings.Repeat("word ", 50)+"end. Then ", 12)))
	doc, _ := markdown.NewPage(markdown.Host{}).Convert(src, src.Text)
	long := record.Text{S: strings.Repeat("word ", 90), At: src.Pos(0, 1)}
	page := &content.Page{Name: "a.md", Source: src, Meta: content.Meta{Description: long}}
	if _, problems := NewRules(content.Settings{}).Check(page, doc, long.S); !wordsOnly(problems) {
		t.Errorf("%v", problems)
	}
	style := content.Style{Sentence: 32, Average: 18, Description: 40, Summary: content.WordRange{Max: 180}}
	_, problems := NewRules(content.Settings{Style: style}).Check(page, doc, long.S)
	for _, want := range []string{"a sentence of 52 words", "its sentences have 48.0 words on average", "the description has 90 words", "the description has 450 characters"} {
		if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Text == want }) {
			t.Errorf("nobody says %q", want)
		}
	}
}

// wordsOnly reports whether all problems are words that stand twice.
func wordsOnly(problems diag.List) bool {
	return !slices.ContainsFunc(problems, func(p diag.Problem) bool { return !strings.HasSuffix(p.Text, "stands twice") })
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
		{"404.md", text(10, 3), record.Text{}, ""},
	} {
		check := checker{Rules: &Rules{lang: lang.English, style: content.Style{Summary: content.WordRange{Min: 50, Max: 180}}}}
		shown := c.description.S
		if c.summary.Given() {
			shown = c.summary.S
		}
		check.description(&content.Page{Name: c.name, Meta: content.Meta{Description: c.description, Summary: c.summary}}, shown)
		got := ""
		for _, p := range check.problems {
			got += p.Pos.String() + " " + p.Text + " / " + p.Hint
		}
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
