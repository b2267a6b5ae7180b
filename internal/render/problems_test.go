package render

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Each mistake of an author is reported at its own place, in these words.
func TestMistakesInPages(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a page that does not exist", "[x](numbres.md)", `content/index.md:8:5: no page numbres.md
  hint: did you mean numbers.md?
`},
		{"an anchor that does not exist", "[x](numbers.md#rises)", `content/index.md:8:5: no heading #rises in numbers.md
  hint: did you mean rise?
`},
		{"an anchor of the page itself", "[x](#askd)\n\n## Asked?", `content/index.md:8:5: no heading #askd in index.md
  hint: did you mean asked?
`},
		{"an anchor of a chart's page", "[x](charts/rises.yaml#downlod)", `content/index.md:8:5: no heading #downlod in rises.yaml
  hint: did you mean download?
`},
		{"an address instead of a file", "[x](/numbers/)", `content/index.md:8:5: the link /numbers/ begins with a slash
  hint: write the file's path: numbers.md
`},
		{"a chart that does not exist", "![](charts/rise.yaml)", `content/index.md:8:5: no chart or picture charts/rise.yaml
  hint: did you mean charts/rises.yaml?
`},
		{"a link to a chart that does not exist", "[x](charts/rise.yaml)", `content/index.md:8:5: no chart charts/rise.yaml
  hint: did you mean charts/rises.yaml?
`},
		{"a table that does not exist", "[x](data/sums.csv)", `content/index.md:8:5: no table data/sums.csv
  hint: links are paths of files: demand.md, charts/x.yaml, data/x.csv
`},
		{"a chart twice", "![](charts/rises.yaml)\n\n![](charts/rises.yaml)", `content/index.md:10:5: the chart rises is on this page twice
  hint: link to it: [rises](#chart-rises)
`},
		{"a picture without words", "![](../static/mark.svg)", `content/index.md:8:5: the picture ../static/mark.svg has no alternative text
  hint: say between the brackets what it shows
`},
		{"a caption for a chart", `![](charts/rises.yaml "What rose")`, `content/index.md:8:5: a chart takes no caption
  hint: write it as the headline, subhead or note of charts/rises.yaml
`},
		{"a picture with a caption within a text", `See ![A mark](../static/mark.svg "Ours").`, `content/index.md:8:15: a chart or a picture with a caption stands in a paragraph of its own
  hint: put empty lines around it
`},
		{"a figure that does not exist", "{{ ris }}", `content/index.md:8:4: no figure ris
  hint: did you mean rise?
`},
		{"a form that does not exist", "{{ rise : wordz }}", `content/index.md:8:11: there is no form "wordz"
  hint: did you mean words?
`},
		{"a source that does not exist", "Yes [@wire-2012].", `content/index.md:8:7: no source wire-2012
  hint: did you mean wire-2021?
`},
		{"a number without a figure", "They paid 77% more.", `content/index.md:8:11: "77%" is not in the ledger
  hint: add it to content/figures.yaml with its source; what claims nothing goes under literals
`},
		{"a card of no figure", "```figures\nrise\nrisse\n```", `content/index.md:10:1: no figure risse
  hint: did you mean rise?
`},
		{"an event that does not exist", "```timeline\nfrist\n```", `content/index.md:9:1: no event frist
  hint: did you mean first?
`},
		{"a stretch without events", "```timeline\n2001 to 2002\n```", `content/index.md:9:1: no event from 2001 to 2002
  hint: write dates: 2019-11 to 2021
`},
		{"an account that does not exist", "## Here\n\n```accounts\nhow-mcuh\n```", `content/index.md:11:1: no account how-mcuh
  hint: did you mean how-much?
`},
		{"a rise that is none", "## Here\n\n```whatif\nsum\n```", `content/index.md:11:1: sum is not a rise over another figure
  hint: name figures of the unit percent_more
`},
		{"lines where none are read", "```changes\nall\n```", `content/index.md:9:1: the block changes takes no lines
  hint: remove this line
`},
		{"a language that nobody highlights", "```pyton\nx\n```", `content/index.md:8:4: no language or block pyton
  hint: did you mean python?
`},
	} {
		_, _, problems := convert(t, project(t, map[string]string{"content/index.md": page("Home", c.body+"\n", "")}), Inputs{})
		if got := texts(problems); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestMistakesInTemplates(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a field that does not exist", "templates/block-changes.html", "<p>\n  {{.Chnages}}</p>", `templates/block-changes.html:2:5: there is no .Chnages
`},
		{"a template that does not exist", "templates/block-changes.html", "\n{{template \"chnages\" .}}", `templates/block-changes.html:2:12: no such template "chnages"
`},
		{"an action that is not closed", "templates/block-changes.html", "\n\n{{range .Changes}}", `templates/block-changes.html:3:1: the file ends before {{end}}
`},
		{"a template that is too large", "templates/block-changes.html", strings.Repeat("{{if .}}", 1<<20/8+1), `templates/block-changes.html: the template is larger than 1048576 bytes
`},
		{"a function that does not exist", "templates/block-changes.html", "\n  {{upper .Changes}}", `templates/block-changes.html:2:5: function "upper" not defined
`},
	} {
		_, problems := build(t, project(t, map[string]string{c.file: c.text}), Inputs{})
		got, _, _ := strings.Cut(texts(problems), "  hint:")
		if got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
	fsys := project(t, nil)
	own := "templates/charts.html"
	fsys[own] = &fstest.MapFile{Data: append([]byte(`{{template "card" .}}`), fsys[own].Data...)}
	_, problems := build(t, fsys, Inputs{})
	if got, want := texts(problems), "  hint: templates/parts.html is built in: look at what templates/charts.html gives it\n"; !strings.HasPrefix(got, "templates/parts.html:") || !strings.HasSuffix(got, want) {
		t.Errorf("a built-in template that is given what it cannot use: %s", got)
	}
	const templateHint = "what templates may use is in internal/render/view.go and blockviews.go"
	_, problems = build(t, project(t, map[string]string{"templates/shared-footer.html": "\n<p>{{.Foot}}</p>", "templates/charts.html": "{{.Titel}}"}), Inputs{})
	if got, want := texts(problems), "templates/charts.html:1:3: there is no .Titel\n  hint: did you mean .Title? "+templateHint+"; go run ./cmd/build look templates/charts.html prints the built-in file\n"+
		"templates/shared-footer.html:2:6: there is no .Foot\n  hint: did you mean .Footer? "+templateHint+"; go run ./cmd/build look templates/shared-footer.html prints the built-in file\n"; got != want {
		t.Errorf("a mistake in what pages share, and another:\n%swant\n%s", got, want)
	}
}

func TestTwoInputsForOnePath(t *testing.T) {
	_, problems := build(t, project(t, map[string]string{"static/numbers/index.html": "<p>"}), Inputs{})
	if got := texts(problems); !strings.HasPrefix(got, "static/numbers/index.html: two inputs make the file numbers/index.html") {
		t.Errorf("problems: %s", got)
	}
}
