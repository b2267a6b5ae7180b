package ledger

import (
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
)

// A small site that is right in every respect; the tests change one file of it.
var site = map[string]string{
	"content/sources.yaml": `references:
  - {id: cnn-2021-03-07, type: article-newspaper, title: Report, publisher: CNN, issued: 2021-03-07, kind: report}
  - {id: mofa-2019, type: report, title: Statement, publisher: Ministry, issued: 2019-02-10, URL: "https://example.org/a", kind: primary}
  - {id: fed, type: dataset, title: Rates, author: [{literal: Federal Reserve}], kind: primary}
`,
	"content/data/contribution.csv": `year,krw_bn,change,source
2019,1038.9,8.2,mofa-2019
2021,1183.3,13.9,mofa-2019;cnn-2021-03-07
2022,,,mofa-2019
`,
	"content/data/contribution.yaml": `title: Contribution
licence: CC0-1.0
primary_key: year
fields:
  - {name: year, type: year, required: true}
  - {name: krw_bn, type: number, unit: krw_bn}
  - {name: change, type: number, unit: percent}
  - {name: source, type: string, required: true}
`,
	"content/figures.yaml": `contribution_2019:
  from: data/contribution.csv[year=2019].krw_bn
  unit: krw_bn
  says: The contribution of 2019
  label: Set for 2019
  as_of: 2019
  usd: contribution_2019_usd
contribution_2021:
  from: data/contribution.csv[year=2021].krw_bn
  unit: krw_bn
  says: The contribution of 2021
  label: Set for 2021
  as_of: 2021
  status: official
rate_2019:
  value: 1165.8
  unit: krw_per_usd
  says: Won for one US dollar in 2019
  label: Rate in 2019
  as_of: 2019
  sources: [fed]
contribution_2019_usd:
  formula: contribution_2019 / rate_2019
  unit: usd_bn
  says: The same in dollars
  label: Set for 2019
offer_2020:
  value: 13
  unit: percent_more
  qualifier: about
  base: contribution_2019
  says: Seoul's offer of 2020
  label: Seoul's offer
  as_of: 2020
  sources: ["cnn-2021-03-07, p. 3"]
  quote: around 13%
  changed: [{date: 2026-11-21, old: 12, reason: A slip of ours}]
  review_by: 2027-03-01
offer_2020_won:
  formula: contribution_2019 * (1 + offer_2020 / 100)
  unit: krw_bn
  says: The offer of {{ offer_2020 }} in won
  label: The offer in won
troops:
  value: 28500
  unit: people
  says: US troops in South Korea
  label: US troops
  as_of: 2024
  sources: [cnn-2021-03-07]
  note: A level, not a head count.
demand_first:
  value: 400
  unit: percent_more
  qualifier: up_to
  base: contribution_2019
  says: The first demand
  label: First demand
  as_of: 2019
  sources: [cnn-2021-03-07]
`,
	"content/events.yaml": `events:
  - {id: offer, date: 2020-04, by: korea, kind: offer, says: "Seoul offers {{ offer_2020 }} more, “13% and no more” [@cnn-2021-03-07, p. 2].", main: true}
  - {id: deal, date: 2021-03-07, until: 2021-04-08, by: both, says: A deal, sources: [mofa-2019]}
`,
	"content/accounts.yaml": `accounts:
  - id: rise
    question: "{{ offer_2020 }} or more?"
    kind: different_things
    says:
      - {figure: "{{ offer_2020 : short }}", source: "cnn-2021-03-07, p. 3", words: around 13%}
      - {figure: 13.9%, source: mofa-2019, date: 2021-03}
    why: One is an offer.
    we_use: Both.
    reviewed: 2026-11-21
`,
	"content/glossary.yaml": `terms:
  - {id: sma, term: Special Measures Agreement, abbreviation: SMA, korean: 특별협정, says: The agreement, sources: [mofa-2019]}
`,
	"content/checks.yaml": `checks:
  - {says: The offer lies below the deal, claim: offer_2020_won < contribution_2021}
  - {says: The rise is right, claim: "contribution_2021 ≈ contribution_2019 * 1.139", within: 0.1%}
`,
}

// load loads the site with some text of one file replaced.
func load(t testing.TB, file, old, new string) (*Ledger, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range site {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if file != "" {
		text, ok := site[file]
		if !ok || !strings.Contains(text, old) {
			t.Fatalf("%s has no %q", file, old)
		}
		fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	}
	l, problems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return l, problems.Sorted()
}

// said prints problems as the program does, without the source lines.
func said(problems diag.List) string {
	var b strings.Builder
	if err := diag.Text(&b, problems, nil, false); err != nil {
		panic(err)
	}
	return b.String()
}

func TestASoundSiteHasNoProblems(t *testing.T) {
	l, problems := load(t, "", "", "")
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if len(l.Figures) != 8 || len(l.Events) != 2 || len(l.Sources) != 3 || len(l.Accounts) != 1 || len(l.Terms) != 1 || len(l.Checks) != 2 || len(l.Tables) != 1 {
		t.Error("something was not read")
	}
	if _, problems, err := Load(fstest.MapFS{}); err != nil || len(problems) > 0 {
		t.Errorf("an empty site: %v %v", problems, err)
	}
}

func TestFigures(t *testing.T) {
	l, _ := load(t, "", "", "")
	won := l.Figure("offer_2020_won")
	if won.Sum != "1.0389 × 1.13 = 1.174\u00a0trillion won" || won.Status != Arithmetic {
		t.Errorf("the sum is %q, the status %s", won.Sum, won.Status)
	}
	if won.Says != "The offer of 13% in won" {
		t.Errorf("says %q", won.Says)
	}
	var cited []string
	for _, c := range won.Sources {
		cited = append(cited, c.ID+" "+c.Locator)
	}
	if got := strings.Join(cited, "; "); got != "mofa-2019 ; cnn-2021-03-07 p. 3" {
		t.Errorf("a formula's sources are %q", got)
	}
	if got := l.Figure("contribution_2021").Sources; len(got) != 2 || got[1].ID != "cnn-2021-03-07" {
		t.Errorf("a cell's sources are %v", got)
	}
	if offer := l.Figure("offer_2020"); offer.Base != l.Figure("contribution_2019") || offer.Changed[0].Old != "12%" || offer.Qualifier.String() != "about" {
		t.Errorf("the offer is %+v", offer)
	}
	for _, test := range []struct{ id, form, want string }{
		{"contribution_2019", "prose", "1.04~trillion won"},
		{"contribution_2019", "usd", "$0.89~billion"},
		{"contribution_2019", "with_usd", "1.04~trillion won (about $0.89~billion)"},
		{"demand_first", "times", "five~times"},
		{"troops", "Words", "28,500"},
		{"troops", "times", "troops is in people, which has no form times"},
		{"troops", "usd", "troops has no dollar figure for the form usd"},
		{"troops", "roman", `there is no form "roman"`},
	} {
		got, err := l.Figure(test.id).Text(test.form)
		if err != nil {
			got = err.Error()
		}
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != test.want {
			t.Errorf("%s as %s: got %q, want %q", test.id, test.form, got, test.want)
		}
	}
}
