package ledger

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A Check is a relation that must be true of figures.
type Check struct {
	Place  record.Place `yaml:"-"`
	Says   record.Text  `yaml:"says,required" doc:"What must hold, in a sentence."`
	Claim  record.Text  `yaml:"claim,required" doc:"Two formulas with ≈, =, <, ≤, > or ≥ between them."`
	Within record.Text  `yaml:"within" doc:"How far the sides of ≈ may be apart: 0.1% of the right side, or a number in its unit."`
}

type checksFile struct {
	Checks []*Check `yaml:"checks,required" doc:"What must hold between figures."`
}

// relation matches what a claim may state. Both spellings of “at most” are read.
var relation = regexp.MustCompile(`≈|<=|>=|≤|≥|=|<|>`)

func (b *builder) checks() {
	for _, c := range b.files.checks.Checks {
		if c != nil && c.Claim.Given() && !b.lost["figures.yaml"] {
			b.l.Checks = append(b.l.Checks, c)
			b.prove(c)
		}
	}
}

// prove works out both sides of a check and reports one that is not true.
func (b *builder) prove(c *Check) {
	at := relation.FindStringIndex(c.Claim.S)
	if at == nil {
		b.report(c.Claim.At, "the claim states no relation", "write two formulas with ≈, =, <, ≤, > or ≥ between them")
		return
	}
	stated := c.Claim.S[at[0]:at[1]]
	tolerance, share, ok := b.tolerance(c, stated)
	left, okLeft := b.side(c.Claim, 0, at[0])
	right, okRight := b.side(c.Claim, at[1], len(c.Claim.S))
	if !ok || !okLeft || !okRight {
		return
	}
	if share {
		tolerance *= math.Abs(right)
	}
	if !holds(left, right, stated, tolerance) {
		b.report(c.Claim.At, fmt.Sprintf("the check does not hold: %s = %s, %s = %s", strings.TrimSpace(c.Claim.S[:at[0]]), plain(b.l.Lang, left),
			strings.TrimSpace(c.Claim.S[at[1]:]), plain(b.l.Lang, right)), b.checkHint(c, left, right))
	}
}

func (b *builder) checkHint(c *Check, left, right float64) string {
	hint := c.Says.S + "; the sides are " + plain(b.l.Lang, math.Abs(left-right)) + " apart"
	if right != 0 {
		hint += " (" + unit.Value{F: math.Abs(left-right) / math.Abs(right) * 100, Unit: unit.Percent, Decimals: 2}.Text(b.l.Lang, unit.Prose) + ")"
	}
	if c.Within.Given() {
		hint += ", the check allows " + c.Within.S
	}
	return hint
}

// tolerance reads within. share is true for a percentage.
func (b *builder) tolerance(c *Check, relation string) (v float64, share, ok bool) {
	if relation != "≈" {
		if c.Within.Given() {
			b.report(c.Within.At, "within is for ≈ alone", "remove it, or write ≈")
			return 0, false, false
		}
		return 0, false, true
	}
	if !c.Within.Given() {
		b.report(c.Claim.At, "the claim does not say how far ≈ may be off", "give it within: 0.1%")
		return 0, false, false
	}
	digits, share := strings.CutSuffix(c.Within.S, "%")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v < 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		b.report(c.Within.At, "not a tolerance: "+quoted(c.Within.S), "write 0.1% or a number: 0.05")
		return 0, false, false
	}
	if share {
		v /= 100
	}
	return v, share, true
}

// side works out claim[start:end].
func (b *builder) side(claim record.Text, start, end int) (float64, bool) {
	parsed, problems := parseFormula(claim.S[start:end], func(from, to int) diag.Pos { return claim.Pos(start+from, start+to) }, b.l)
	b.problems.Add(problems)
	if parsed == nil {
		return 0, false
	}
	values := map[string]float64{}
	b.l.mentioned = append(b.l.mentioned, parsed.inputs...)
	for _, id := range parsed.inputs {
		if b.unsound[id] {
			return 0, false // reported where it is defined
		}
		values[id] = b.l.figure[id].Value.F
	}
	v := parsed.run(values)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		b.report(claim.Pos(start, end), "this side comes to no number", "it divides by zero or grows without bound")
		return 0, false
	}
	return v, true
}

func holds(left, right float64, relation string, tolerance float64) bool {
	switch relation {
	case "≈":
		return math.Abs(left-right) <= tolerance
	case "=":
		return math.Abs(left-right) <= 1e-9*math.Max(math.Abs(left), math.Abs(right))
	case "<":
		return left < right
	case "≤", "<=":
		return left <= right
	case ">":
		return left > right
	}
	return left >= right
}
