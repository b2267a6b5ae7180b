package ledger

import (
	"math"
	"strings"
	"testing"

	"github.com/expr-lang/expr"

	"sharingthecost/internal/diag"
)

// The library parses formulas; what they come to is what it would make of them.
func TestFormulasComeToWhatTheLibrarySays(t *testing.T) {
	l := &Ledger{figure: map[string]*Figure{"a": {}, "b": {}, "c": {}}}
	for _, text := range []string{
		"a", "-a", "+a", "--a", "1", "0.1 + 0.2", "1 + 2 * 3", "(1 + 2) * 3", "7 / 2", "1 / 3 * 3", "a - b - c", "a - (b - c)", "a / b / c",
		"-2 ** 2", "2 ** -1", "2 ** 3 ** 2", "a ^ 0.5", "b * (1 + c / 100)", "round(a, 2)", "round(-2.5, 0)", "round(a / 3, -1)",
		"abs(b - a)", "abs(-3)", "min(a, b)", "min(3, a, 2.5, c)", "max(a, b, 1e3)", "max(-a, -b) + 1", "1_000 * a", "a / 0", "0 / 0", "-1 / 0",
	} {
		f, problems := parseFormula(text, func(int, int) diag.Pos { return diag.Pos{} }, l)
		if len(problems) > 0 {
			t.Errorf("%s: %v", text, problems)
			continue
		}
		values := map[string]float64{"a": 12.345, "b": -0.7, "c": 1144.89}
		program, err := expr.Compile(text, expr.Env(values), expr.AsFloat64(), expr.DisableBuiltin("round"), expr.Function("round", rounded))
		if err != nil {
			t.Fatal(err)
		}
		want, err := expr.Run(program, values)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.run(values); got != want && (got == got || want == want) {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

// rounded is round(x, n); the library's own takes no n.
func rounded(a ...any) (any, error) {
	number := func(v any) float64 {
		if whole, ok := v.(int); ok {
			return float64(whole)
		}
		return v.(float64)
	}
	scale := math.Pow(10, number(a[1]))
	return math.Round(number(a[0])*scale) / scale, nil
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
