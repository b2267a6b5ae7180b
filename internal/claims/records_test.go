package claims

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/ledger"
)

// Records that are right in every respect; the tests change one text of them.
var records = map[string]string{
	"content/sources.yaml": `references:
  - {id: s, type: report, title: Report, publisher: CNN, kind: report, note: "Says “13% and no more”"}
`,
	"content/data/pay.csv": "year,pay,source\n2019,7,s\n",
	"content/data/pay.yaml": `title: Pay
description: What was paid
licence: CC0-1.0
primary_key: year
fields:
  - {name: year, type: year, required: true, description: The year}
  - {name: pay, type: number, title: Pay}
  - {name: source, type: string, required: true}
`,
	"content/figures.yaml": `contribution_2019: {value: 1038.9, unit: krw_bn, says: a, label: a, as_of: 2019, sources: [s], decimals: 2}
rate_2019: {value: 1165.8, unit: krw_per_usd, says: a, label: a, as_of: 2019, sources: [s]}
contribution_2019_usd: {formula: contribution_2019 / rate_2019, unit: usd_bn, says: a, label: a}
offer_2020: {value: 13, unit: percent_more, base: contribution_2019, says: a, label: a, as_of: 2020, sources: [s]}
offer_2020_won: {formula: contribution_2019 * (1 + offer_2020 / 100), unit: krw_bn, says: "The offer, {{ offer_2020 }}, in won", label: a}
troops: {value: 28500, unit: people, says: The troops, label: US troops, as_of: 2024, sources: [s], note: "“28,500”"}
demand_first: {value: 400, unit: percent_more, base: contribution_2019, says: a, label: a, as_of: 2019, sources: [s]}
`,
	"content/events.yaml": `events:
  - {id: offer, date: 2020-04, says: "An offer of {{ offer_2020 }}, “13% and no more” [@s, p. 200]"}
`,
	"content/accounts.yaml": `accounts:
  - id: rise
    question: Which rise?
    kind: source_mistaken
    says:
      - {figure: 13.9%, source: s, words: around 13%, note: On one page}
    why: One is an offer.
    we_use: Both.
    reviewed: 2026-11-21
`,
	"content/glossary.yaml": `terms:
  - {id: sma, term: Special Measures Agreement, also: [the agreement, SMA], says: The agreement, sources: [s]}
`,
}

// load reads the ledger of some files.
func load(t *testing.T, files map[string]string) *ledger.Ledger {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	book, problems, err := ledger.Load(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return book
}

// Every kind of text of the ledger is held to the rule: testdata/records.golden.
func TestRecords(t *testing.T) {
	if problems := New(load(t, records)).Records(); len(problems) > 0 {
		t.Errorf("sound records have problems: %v", problems)
	}
	const table = "content/data/pay.yaml"
	var b bytes.Buffer
	for _, test := range []struct{ name, file, old, new string }{
		{"what a figure says", "content/figures.yaml", "says: The troops", "says: 'The 28,500 troops'"},
		{"the label of a figure", "content/figures.yaml", "label: US troops", "label: 'The 28,500 troops'"},
		{"the note of a figure", "content/figures.yaml", "“28,500”", "A third of the money"},
		{"an event", "content/events.yaml", "{{ offer_2020 }}", "13%"},
		{"a question", "content/accounts.yaml", "Which rise", "Which rise of 13%"},
		{"a note of a statement", "content/accounts.yaml", "On one page", "Paid twice as much"},
		{"why sources differ", "content/accounts.yaml", "One is an offer", "One is 5%"},
		{"a term’s meaning", "content/glossary.yaml", "says: The agreement", "says: A tenfold rise"},
		{"a note of a source", "content/sources.yaml", "no more”", "no more”, and 13.9% below"},
		{"a term", "content/glossary.yaml", "term: Special Measures Agreement", "term: The 13% offer"},
		{"another wording", "content/glossary.yaml", "the agreement, SMA", "the agreement, 13% offer"},
		{"the title of a table", table, "title: Pay\n", "title: 'Pay, 28,500 troops'\n"},
		{"a figure in the description of a table", table, "What was paid", "'For {{ troops }}'"},
		{"the title of a column", table, "title: Pay}", "title: Doubled the payment}"},
		{"the description of a column", table, "The year", "The 13% year"},
	} {
		files := maps.Clone(records)
		files[test.file] = strings.Replace(files[test.file], test.old, test.new, 1)
		problems := New(load(t, files)).Records()
		if len(problems) != 1 {
			t.Errorf("%s: %v", test.name, problems)
		}
		fmt.Fprintf(&b, "# %s\n", test.name)
		if err := diag.Text(&b, problems, nil, false); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
	}
	golden.Check(t, "testdata/records.golden", b.Bytes())
}
