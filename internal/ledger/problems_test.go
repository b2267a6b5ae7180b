package ledger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
)

// Every mistake that an editor can make in a file of the ledger, made once,
// and what the program says to it: testdata/problems.golden.
func TestProblems(t *testing.T) {
	const (
		figures  = "content/figures.yaml"
		csv      = "content/data/contribution.csv"
		schema   = "content/data/contribution.yaml"
		sources  = "content/sources.yaml"
		events   = "content/events.yaml"
		accounts = "content/accounts.yaml"
		glossary = "content/glossary.yaml"
		checks   = "content/checks.yaml"
	)
	var b bytes.Buffer
	for _, test := range []struct{ name, file, old, new string }{
		{"a figure without a source", figures, "  sources: [fed]\n", ""},
		{"a figure without a date", figures, "  as_of: 2024\n", ""},
		{"an unknown unit", figures, "unit: people", "unit: peple"},
		{"no number", figures, "  value: 28500\n", ""},
		{"two numbers", figures, "  value: 28500\n", "  value: 28500\n  formula: 28000 + 500\n"},
		{"a figure defined twice", figures, "demand_first:", "troops:"},
		{"a rise over nothing", figures, "  base: contribution_2019\n  says: The first demand", "  says: The first demand"},
		{"an unknown base", figures, "  base: contribution_2019\n  says: The first demand", "  base: contribution_2109\n  says: The first demand"},
		{"a base that the formula does not lead to", figures, "troops:\n", "rise:\n  formula: (contribution_2021 / contribution_2019_usd - 1) * 100\n  unit: percent_more\n  base: troops\n  says: a\n  label: a\ntroops:\n"},
		{"a base beside percentages", figures, "troops:\n", "rise:\n  formula: offer_2020 * 2\n  unit: percent_more\n  base: contribution_2021\n  says: a\n  label: a\ntroops:\n"},
		{"a base that is a percentage", figures, "  base: contribution_2019\n  says: The first demand", "  base: offer_2020\n  says: The first demand"},
		{"an unknown source", figures, "sources: [fed]", "sources: [fedd]"},
		{"a source with @", figures, "sources: [fed]", `sources: ["@fed"]`},
		{"an id in capitals", figures, "troops:", "Troops:"},
		{"an id that formulas need", figures, "troops:", "max:"},
		{"sources of a formula", figures, "  formula: contribution_2019 / rate_2019\n", "  formula: contribution_2019 / rate_2019\n  sources: [fed]\n  status: official\n"},
		{"a second value in the same unit", figures, "also: contribution_2019_usd", "also: contribution_2021"},
		{"a long quote", figures, "quote: around 13%", "quote: one two three four five six seven eight nine ten eleven twelve thirteen"},
		{"too many decimals", figures, "unit: people\n", "unit: people\n  decimals: 9\n"},

		// Formulas.
		{"an unknown name", figures, "contribution_2019 * (1 + offer_2020 / 100)", "contribution_2019 * (1 + ofer_2020 / 100)"},
		{"a formula cut short", figures, "contribution_2019 / rate_2019", "contribution_2019 / (rate_2019"},
		{"a function too many", figures, "contribution_2019 / rate_2019", "rond(contribution_2019 / rate_2019, 1)"},
		{"a value too few", figures, "contribution_2019 / rate_2019", "round(contribution_2019 / rate_2019)"},
		{"a comparison", figures, "contribution_2019 / rate_2019", "contribution_2019 > rate_2019"},
		{"a text", figures, "contribution_2019 / rate_2019", `rate_2019 + "a"`},
		{"division by zero", figures, "contribution_2019 / rate_2019", "contribution_2019 / (rate_2019 - rate_2019)"},
		{"a circle of one", figures, "contribution_2019 / rate_2019", "contribution_2019_usd * 2"},
		{"a circle of two", figures, "troops:\n", "x:\n  formula: y + 1\n  unit: count\n  says: a\n  label: a\ny:\n  formula: 2 * x\n  unit: count\n  says: a\n  label: a\ntroops:\n"},

		// Cells.
		{"not a cell", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv.krw_bn"},
		{"no such table", figures, "data/contribution.csv[year=2019].krw_bn", "data/contributions.csv[year=2019].krw_bn"},
		{"no such key column", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[yaer=2019].krw_bn"},
		{"no such row", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[year=1019].krw_bn"},
		{"no such column", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[year=2019].krw"},
		{"an empty cell", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[year=2022].krw_bn"},
		{"another unit", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[year=2019].change"},
		{"no unit", figures, "data/contribution.csv[year=2019].krw_bn", "data/contribution.csv[year=2019].year"},

		// Tables.
		{"a missing cell", csv, "2021,1183.3,13.9,mofa-2019;cnn-2021-03-07", "2021,1183.3,13.9,"},
		{"a row of an unknown source", csv, "mofa-2019;cnn-2021-03-07", "mofa-2019;cnn-2021-03-08"},
		{"a changed cell breaks a check", csv, "1183.3", "1283.3"},
		{"a table without a schema", schema, "title: Contribution\n", ""},

		// Sources.
		{"a source defined twice", sources, "id: mofa-2019", "id: fed"},
		{"nobody's source", sources, "author: [{literal: Federal Reserve}], ", ""},
		{"half an author", sources, "{literal: Federal Reserve}", "{given: Kylie, literal: Fed, family: Atwood}"},
		{"half an address", sources, "https://example.org/a", "example.org/a"},
		{"an unknown type", sources, "type: dataset", "type: data-set"},

		// Events, accounts, terms.
		{"an unknown figure in an event", events, "{{ offer_2020 }}", "{{ offr_2020 }}"},
		{"an unknown form", events, "{{ offer_2020 }}", "{{ offer_2020 : shrt }}"},
		{"a form that the unit does not have", events, "{{ offer_2020 }}", "{{ troops : times }}"},
		{"no second value", events, "{{ offer_2020 }}", "{{ contribution_2021 : also }}"},
		{"an unclosed mention", events, "{{ offer_2020 }}", "{{ offer_2020 }"},
		{"an unknown source in a text", events, "@cnn-2021-03-07, p. 2", "@cnn-2021-03-70, p. 2"},
		{"an event without a source", events, ", sources: [mofa-2019]", ""},
		{"an event that ends before it begins", events, "until: 2021-04-08", "until: 2021-02-08"},
		{"a long event", events, "says: A deal", "says: a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"},
		{"an unknown side", events, "by: korea", "by: seoul"},
		{"one statement", accounts, "      - {figure: 13.9%, source: mofa-2019, date: 2021-03}\n", ""},
		{"an unknown kind", accounts, "kind: different_things", "kind: different_thing"},
		{"an unknown source of a term", glossary, "sources: [mofa-2019]", "sources: [mofa-2109]"},

		{"an empty wording", glossary, "foreign: {lang: ko, text: 특별협정}", "also: [an agreement, \"\"]"},
		{"one wording of two terms", glossary, "foreign: {lang: ko, text: 특별협정}", "also: [SMA]"},

		// Checks.
		{"no relation", checks, "offer_2020_won < contribution_2021", "offer_2020_won"},
		{"no tolerance", checks, ", within: 0.1%", ""},
		{"no number for a tolerance", checks, "within: 0.1%", "within: little"},
		{"an unknown figure in a check", checks, "offer_2020_won <", "ofer_2020_won <"},
	} {
		_, problems := load(t, test.file, test.old, test.new)
		lines := func(file string, n int) (string, bool) {
			text := site[file]
			if file == test.file {
				text = strings.Replace(text, test.old, test.new, 1)
			}
			return diag.NewSource(file, []byte(text)).Line(n), true
		}
		fmt.Fprintf(&b, "# %s\n", test.name)
		if err := diag.Text(&b, problems, lines, false); err != nil {
			t.Fatal(err)
		}
		if len(problems) == 0 {
			t.Errorf("%s: no problem", test.name)
		}
		b.WriteString("\n")
	}
	golden.Check(t, "testdata/problems.golden", b.Bytes())
}

// Whatever the files hold, loading ends without a panic, and without problems
// every figure can be written in each of its forms and the whole as JSON.
func FuzzLoad(f *testing.F) {
	f.Add(site["content/figures.yaml"], site["content/checks.yaml"])
	f.Add("a: {formula: b, unit: count, says: a, label: a}\nb: {formula: a, unit: count, says: a, label: a}\n", "checks: [{says: a, claim: a = b}]\n")
	f.Add("a: {formula: 2 ** 9999, unit: count, says: a, label: a}\n", "checks:\n  -\n  - {says: x, claim: ≈, within: 1}\n")
	f.Add("a: {formula: 1 / 3 % 2, unit: x, says: '{{ a', label: '[@'}\nb: 1\n", "checks: {}\n")
	f.Fuzz(func(t *testing.T, figures, checks string) {
		fsys := fstest.MapFS{"content/figures.yaml": {Data: []byte(figures)}, "content/checks.yaml": {Data: []byte(checks)}}
		for _, name := range []string{"content/sources.yaml", "content/units.yaml", "content/data/contribution.csv", "content/data/contribution.yaml"} {
			fsys[name] = &fstest.MapFile{Data: []byte(site[name])}
		}
		l, problems, err := Load(fsys, words, lang.English)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.Text == "" || p.Pos.File == "" {
				t.Errorf("problem %+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		for _, fig := range l.Figures {
			for _, form := range fig.Value.Unit.Forms() {
				if s := fig.Value.Text(lang.English, unit.Form(form)); s == "" {
					t.Errorf("%s has no form %s", fig.ID, form)
				}
			}
		}
		l.JSON(Uses{})
	})
}
