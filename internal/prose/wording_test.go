package prose

import (
	"slices"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
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

func TestCapitals(t *testing.T) {
	for text, want := range map[string][]string{
		"USFK and the SMAs":         {"USFK", "SMAs"},
		"ABCDEFG, A, aBC, AB1, A_B": nil,
		"주한미군USFK사령부":               {"USFK"},
		"US":                        {"US"},
	} {
		var got []string
		for at := range capitals(text) {
			got = append(got, text[at[0]:at[1]])
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
		_, problems := NewRules(settings).Check(&content.Page{Source: src}, doc)
		var got []string
		for _, p := range problems {
			got = append(got, p.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
