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

func TestQuotationsAreBlanked(t *testing.T) {
	for text, want := range map[string]string{
		`a "b" c`:       `a     c`,
		"a ‘b’ c":       "a         c",
		"“a “b” c":      "“a         c", // opened again before it is closed
		"a “b":          "a “b",
		"it’s and ’tis": "it’s and ’tis",
		`“a" b` + "”":   "          ",
	} {
		if got := unquoted(text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	for text, want := range map[string][]string{
		"USFK and the SMAs":            {"USFK", "SMA"},
		"USFK, then USFKs":             {"USFK"},
		"ABCDEFG, A, aBC, AB1, A_B":    nil,
		"GAO-21-270, 5AB, x.AB, XIV":   nil,
		"주한미군USFK사령부":                  {"USFK"},
		"Forces Korea (USFK), or SMA,": nil,
		"USFK (US Forces Korea)":       nil,
		"CO₂ and CO2":                  nil,
	} {
		c := checker{Rules: NewRules(content.Settings{}), explained: map[string]bool{}}
		src := diag.NewSource("content/a.md", []byte(text))
		doc, _ := markdown.NewPage(markdown.Host{}).Convert(src, src.Text)
		c.unexplained(doc.Blocks[0], tokens(doc.Blocks[0].Text))
		var got []string
		for _, p := range c.problems {
			got = append(got, strings.TrimSuffix(p.Text, " is not explained where it is first used"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestBanned(t *testing.T) {
	settings := content.Settings{Banned: []content.Banned{
		{Words: record.Text{S: "actually"}}, {Words: record.Text{S: "5x"}}, {Words: record.Text{S: "400% demand"}}, {Words: record.Text{S: ""}},
	}}
	for text, want := range map[string][]string{
		"Actually, it is 5x.":           {`"Actually" is not used here`, `"5x" is not used here`},
		"factually 15x 5xx":             nil,
		"the 400% demand, 1400% demand": {`"400% demand" is not used here`},
	} {
		src := diag.NewSource("content/a.md", []byte(text))
		doc, _ := markdown.NewPage(markdown.Host{}).Convert(src, src.Text)
		_, problems := NewRules(settings).Check(&content.Page{Source: src}, doc, "")
		var got []string
		for _, p := range problems {
			got = append(got, p.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestDoubled(t *testing.T) {
	for text, want := range map[string]string{
		"The the troops.":                      `"the" stands twice`,
		"1.18 trillion\u00a0won won":           `"won" stands twice`,
		"in Walla Walla, by Yo Yo Ma":          "",
		"and Baden Baden, and Bora Bora":       "",
		"to Duran Duran at Sing Sing":          "",
		"Over Over again. The The troops":      `"over" stands twice"the" stands twice`,
		"in Walla walla":                       `"walla" stands twice`,
		"13% more, 14% less":                   "",
		"It was won. Won rose":                 "",
		"what they had had, and that that was": "",
		"Part A a":                             "",
		"over and over again":                  "",
		`called "new" and "old" and "late"`:    "",
		"the “the the” the":                    "",
		"CNN [@a] and [@b] and KBS say so":     "",
		"CNN and and [@b] KBS say so":          `"and" stands twice`,
	} {
		src := diag.NewSource("content/a.md", []byte(text))
		doc, _ := markdown.NewPage(markdown.Host{Cite: func(string) *markdown.Complaint { return nil }}).Convert(src, src.Text)
		c := checker{Rules: &Rules{lang: lang.English}, source: src}
		for _, b := range doc.Blocks {
			c.doubled(b, unquoted(b.Text), tokens(b.Text))
		}
		got := ""
		for _, p := range c.problems {
			got += p.Text
			if p.Hint == "" {
				t.Errorf("%q: no hint", text)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
