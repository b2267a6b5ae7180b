package ledger

import (
	"math"
	"strings"
	"testing"

	"sharingthecost/internal/diag"
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
