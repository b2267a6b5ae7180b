package ledger

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
)

// Whole numbers divide and grow as others do, which the library's own sums would
// not; powers bind as in mathematics.
func TestFormulasComeTo(t *testing.T) {
	l := &Ledger{figure: map[string]*Figure{"a": {}, "b": {}, "c": {}}}
	values := map[string]float64{"a": 12.34, "b": -0.5, "c": 8}
	for text, want := range map[string]float64{
		"a": 12.34, "--a": 12.34, "+a": 12.34, "1 + 2 * 3": 7, "(1 + 2) * 3": 9, "7 / 2": 3.5, "1 / 3 * 3": 1, "c - 2 - 1": 5,
		"c - (2 - 1)": 7, "c / 2 / 2": 2, "-2 ** 2": -4, "2 ** -1": 0.5, "2 ** 3 ** 2": 512, "c ^ 2": 64, "round(a, 1)": 12.3,
		"round(-2.5, 0)": -3, "round(1234, -2)": 1200, "abs(b)": 0.5, "min(3, a, 2.5, c)": 2.5, "max(a, b, 1e3)": 1000, "1_000 * c": 8000,
		"9000000000 * 9000000000": 8.1e19, "c / 0": math.Inf(1), "-1 / 0": math.Inf(-1),
	} {
		f, problems := parseFormula(text, func(int, int) diag.Pos { return diag.Pos{} }, l)
		if len(problems) > 0 {
			t.Errorf("%s: %v", text, problems)
		} else if got := f.run(values); got != want {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

// Open parentheses by the million would use up the stack of the program.
func TestLongFormulaIsRefused(t *testing.T) {
	for levels, refused := range map[int]bool{400: false, 500: true, 1 << 20: true} {
		text := strings.Repeat("(", levels) + "contribution_2019 / 1000" + strings.Repeat(")", levels)
		_, problems := load(t, "content/figures.yaml", "contribution_2019 / rate_2019", text)
		if got := strings.Contains(said(problems), "the formula is longer than 1000 bytes"); got != refused {
			t.Errorf("%d parentheses: %.300s", levels, said(problems))
		}
	}
}

// The sums as readers see them. Units are left away only where the sum is true
// of the bare numbers.
func TestSum(t *testing.T) {
	inputs := `won: {value: 1038.9, unit: krw_bn, says: a, label: a, as_of: 2019, sources: [s]}
won_2: {value: 1183.3, unit: krw_bn, says: a, label: a, as_of: 2019, sources: [s]}
small: {value: 960.2, unit: krw_bn, says: a, label: a, as_of: 2019, sources: [s]}
small_2: {value: 444.2, unit: krw_bn, says: a, label: a, as_of: 2019, sources: [s]}
dollars: {value: 4.7, unit: usd_bn, says: a, label: a, as_of: 2019, sources: [s]}
cents: {value: 0.924, unit: usd_bn, says: a, label: a, as_of: 2019, sources: [s]}
rate: {value: 1144.89, unit: krw_per_usd, says: a, label: a, as_of: 2019, sources: [s]}
more: {value: 13.9, unit: percent_more, base: won, says: a, label: a, as_of: 2019, sources: [s]}
share: {value: 8.9, unit: percent, says: a, label: a, as_of: 2019, sources: [s]}
loss: {value: -4, unit: count, says: a, label: a, as_of: 2019, sources: [s]}
share_2: {value: 4.2, unit: percent, says: a, label: a, as_of: 2020, sources: [s]}
six: {value: 6, unit: years, says: a, label: a, as_of: 2019, sources: [s]}
`
	sources := "references: [{id: s, type: report, title: T, publisher: P, kind: primary}]\n"
	for _, test := range []struct{ unit, formula, want string }{
		{"krw_bn", "won * (1 + more / 100)", "1.0389 × 1.139 = 1.1833 trillion won"},
		{"krw_bn", "won * (1 - share / 100)", "1.0389 trillion won × 0.911 = 946.4379 billion won"},
		{"krw_bn", "won * more / 100", "1.0389 trillion won × 13.9 ÷ 100 = 144.4071 billion won"},
		{"percent", "(won_2 / won - 1) * 100", "(1.1833 ÷ 1.0389 − 1) × 100 = 13.8993%"},
		{"percent", "(won / small - 1) * 100", "(1.0389 trillion won ÷ 960.2 billion won − 1) × 100 = 8.1962%"},
		{"percent", "small_2 / small * 100", "444.2 ÷ 960.2 × 100 = 46.2612%"},
		{"usd_bn", "won_2 / rate", "1.1833 trillion won ÷ 1,144.89 won per dollar = $1.0335 billion"},
		{"usd_bn", "small / rate", "960.2 billion won ÷ 1,144.89 won per dollar = $0.8387 billion"},
		{"krw_per_usd", "won_2 / dollars", "1.1833 trillion won ÷ $4.7 billion = 251.766 won per dollar"},
		{"percent", "(dollars / cents - 1) * 100", "(4.7 ÷ 0.924 − 1) × 100 = 408.658%"},
		{"krw_bn", "won - won_2", "1.0389 trillion won − 1.1833 trillion won = −144.4 billion won"},
		{"krw_bn", "small + small_2", "960.2 billion won + 444.2 billion won = 1.4044 trillion won"},
		{"krw_bn", "small - small_2", "960.2 − 444.2 = 516 billion won"},
		{"times", "1 + more / 100", "1 + 13.9 ÷ 100 = 1.139 times"},
		{"times", "won_2 / won", "1.1833 ÷ 1.0389 = 1.139 times"},
		{"years", "six - 1", "6 − 1 = 5 years"},
		{"years", "-(six - 8)", "−(6 − 8) = 2 years"},
		{"count", "six - (3 - 1) - 1", "6 − (3 − 1) − 1 = 3"},
		{"count", "six / (3 / 2)", "6 ÷ (3 ÷ 2) = 4"},
		{"count", "round(six / 7, 2)", "round(6 ÷ 7, 2) = 0.86"},
		{"count", "max(six, 7) + min(1, 2) + abs(-3)", "max(6, 7) + min(1, 2) + abs(−3) = 11"},
		{"percent", "((won_2 / won) ** (1 / 5) - 1) * 100", "((1.1833 ÷ 1.0389) to the power (1 ÷ 5) − 1) × 100 = 2.6371%"},
		{"count", "2 ^ 3 * six - -5", "(2 to the power 3) × 6 − (−5) = 53"},
		{"count", "six + -5 * 2 - -(1 - 2)", "6 + (−5 × 2) − (−(1 − 2)) = −5"},
		{"count", "six * -2 / -3", "6 × (−2) ÷ (−3) = 4"},
		{"count", "-six * 2", "−6 × 2 = −12"},
		{"count", "six - 2 ** 3", "6 − (2 to the power 3) = −2"},
		{"count", "(-2) ** six - -(-3)", "(−2) to the power 6 − (−(−3)) = 61"},
		{"percentage_points", "share_2 - share", "4.2 − 8.9 = −4.7 percentage points"},
		{"count", "six * loss", "6 × (−4) = −24"},
		{"count", "loss ** 2", "(−4) to the power 2 = 16"},
		{"count", "1000000 / six", "1,000,000 ÷ 6 = 166,666.6667"},
		{"krw_bn", "won", ""},
	} {
		result := "result: {formula: \"" + test.formula + "\", unit: " + test.unit + ", says: a, label: a}\n"
		l, problems, err := Load(fstest.MapFS{
			"content/sources.yaml": {Data: []byte(sources)},
			"content/units.yaml":   {Data: []byte(strings.ReplaceAll(site["content/units.yaml"], "\npeople", "\n# people"))},
			"content/figures.yaml": {Data: []byte(inputs + result)},
		}, words, lang.English)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v\n%s", test.formula, err, said(problems))
			continue
		}
		if got := strings.ReplaceAll(l.Figure("result").Sum, "\u00a0", " "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.formula, got, test.want)
		}
	}
}

// A base may be an input of an input, and an input that is no formula says
// nothing of the base.
func TestBase(t *testing.T) {
	_, problems := load(t, "content/figures.yaml", "troops:\n", `rise:
  formula: (contribution_2021 / contribution_2019_usd / 1165.8 - 1) * 100
  unit: percent_more
  base: contribution_2019
  says: The rise
  label: The rise
twice:
  formula: offer_2020 * 2
  unit: percent_more
  base: contribution_2019
  says: The offer and as much again
  label: The rise
troops:
`)
	if len(problems) > 0 {
		t.Error(said(problems))
	}
	_, problems = load(t, "content/figures.yaml", "troops:\n", `rise:
  formula: cut +
  unit: percent_more
  base: contribution_2019
  says: The rise
  label: The rise
again:
  formula: rise * 2
  unit: percent_more
  base: contribution_2019
  says: The rise
  label: The rise
troops:
`)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].Text, "not a formula") {
		t.Error(said(problems))
	}
}
