package prose

import (
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
)

func TestDoubled(t *testing.T) {
	for text, want := range map[string]string{
		"The the troops.":                      `"the" stands twice`,
		"1.18 trillion\u00a0won won":           `"won" stands twice`,
		"13%% more":                            "a unit behind a number that has one",
		"13% percent more":                     "a unit behind a number that has one",
		"13% more, 14% less":                   "",
		"It was won. Won rose":                 "",
		"what they had had, and that that was": "",
		"Part A a":                             "",
		"over and over again":                  "",
		"CNN [@a] and [@b] and KBS say so":     "",
		"CNN and and [@b] KBS say so":          `"and" stands twice`,
	} {
		src := diag.NewSource("content/a.md", []byte(text))
		doc, _ := markdown.NewPage(markdown.Host{Cite: func(string) *markdown.Complaint { return nil }}).Convert(src, src.Text)
		c := checker{source: src}
		for _, b := range doc.Blocks {
			c.read = readWords(nil, b.Text)
			c.doubled(b, b.Text)
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
