package ledger

import (
	"math"
	"strings"

	"github.com/expr-lang/expr/ast"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
)

// sum writes a formula worked out for readers, as the package documentation
// states it: “1.0389 × 1.13 = €1.174 billion”.
func (f *formula) sum(l *lang.Language, result *Figure) string {
	if _, ok := f.root.(*ast.IdentifierNode); ok {
		return "" // another name of a figure is no sum
	}
	w := sumWriter{lang: l, figures: map[string]*Figure{}}
	for _, in := range result.Inputs {
		w.figures[in.ID] = in
	}
	w.units = !result.oneUnit() || !f.holdsBare(result)
	text := ""
	if n, ok := f.root.(*ast.BinaryNode); ok {
		text, _ = w.operation(n) // 1 + 13 ÷ 100 = 1.13 says more than 1.13 = 1.13
	} else {
		text, _ = w.part(f.root)
	}
	return text + " = " + result.Value.Full(l)
}

// oneUnit reports whether what the formula measures, and its result, are of one unit.
func (f *Figure) oneUnit() bool {
	first := unit.Unit{}
	if f.Value.Unit.Measures() {
		first = f.Value.Unit
	}
	for _, in := range f.Inputs {
		if u := in.Value.Unit; u.Measures() {
			if first.Valid() && first != u {
				return false
			}
			first = u
		}
	}
	return true
}

// holdsBare reports whether the sum is true of the numbers as they are
// printed, without their units: 1.0389 × 1.13 = 1.174 is, with all in
// billions; of 1.0389 × 0.1 = 103.89, which is in millions, it is not.
func (f *formula) holdsBare(result *Figure) bool {
	values := map[string]float64{}
	for _, in := range result.Inputs {
		values[in.ID] = in.Value.F / in.Value.Per(unit.Exact)
	}
	got, want := f.run(values), result.Value.F/result.Value.Per(unit.Exact)
	return math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))
}

type sumWriter struct {
	lang    *lang.Language
	figures map[string]*Figure
	units   bool
}

// How tightly operators bind; a part that binds less is put in brackets.
const (
	adding = iota + 1
	multiplying
	negating
	raising
	atom
)

// write writes a part of the sum; outer is how tightly its surroundings bind.
func (w sumWriter) write(n ast.Node, outer int) string {
	s, binds := w.part(n)
	if binds < outer {
		return "(" + s + ")"
	}
	return s
}

// behind writes a part that follows an operator. One that begins with a minus is
// put in brackets: 2 − (−5).
func (w sumWriter) behind(n ast.Node, outer int) string {
	s := w.write(n, outer)
	if strings.HasPrefix(s, "−") {
		return "(" + s + ")"
	}
	return s
}

func (w sumWriter) part(n ast.Node) (s string, binds int) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return w.plain(float64(n.Value)), atom
	case *ast.FloatNode:
		return w.plain(n.Value), atom
	case *ast.IdentifierNode:
		return w.figure(n.Value), atom
	case *ast.UnaryNode:
		if n.Operator == "+" {
			return w.part(n.Node)
		}
		return "−" + w.behind(n.Node, raising), negating
	case *ast.BinaryNode:
		return w.binary(n)
	case *ast.BuiltinNode, *ast.CallNode:
		name, args := called(n)
		parts := make([]string, len(args))
		for i, a := range args {
			parts[i] = w.write(a, 0)
		}
		return name + "(" + strings.Join(parts, ", ") + ")", atom
	}
	panic("ledger: a formula holds what it may not")
}

func (w sumWriter) binary(n *ast.BinaryNode) (s string, binds int) {
	if factor, ok := w.factor(n); ok {
		return factor, atom
	}
	return w.operation(n)
}

func (w sumWriter) operation(n *ast.BinaryNode) (s string, binds int) {
	switch n.Operator {
	case "+":
		return w.write(n.Left, adding) + " + " + w.behind(n.Right, adding), adding
	case "-":
		return w.write(n.Left, adding) + " − " + w.behind(n.Right, multiplying), adding
	case "*":
		return w.write(n.Left, multiplying) + " × " + w.behind(n.Right, multiplying), multiplying
	case "/":
		return w.write(n.Left, multiplying) + " ÷ " + w.behind(n.Right, negating), multiplying
	}
	// Words bind for the eye as loosely as they can: (2 to the power 3) × 5.
	return w.lang.Lists.Power.With("base", w.behind(n.Left, atom), "exponent", w.behind(n.Right, atom)), adding
}

// factor writes 1 + x / 100 and 1 − x / 100, with a percentage x, as the
// number they come to: 13% more is × 1.13.
func (w sumWriter) factor(n *ast.BinaryNode) (string, bool) {
	one, isInt := n.Left.(*ast.IntegerNode)
	part, isBinary := n.Right.(*ast.BinaryNode)
	if !isInt || one.Value != 1 || !isBinary || part.Operator != "/" || n.Operator != "+" && n.Operator != "-" {
		return "", false
	}
	hundred, isInt := part.Right.(*ast.IntegerNode)
	id, isID := part.Left.(*ast.IdentifierNode)
	if !isInt || hundred.Value != 100 || !isID {
		return "", false
	}
	v := w.figures[id.Value].Value
	if v.Unit != unit.Percent && v.Unit != unit.PercentMore {
		return "", false
	}
	share := v.F / 100
	if n.Operator == "-" {
		share = -share
	}
	return w.plain(1 + share), true
}

// figure writes an input: percentages, multiples and counts as bare numbers,
// for that is how formulas use them; measures and rates with their unit where the
// sum needs it.
func (w sumWriter) figure(id string) string {
	v := w.figures[id].Value
	if w.units && v.Unit.Measures() {
		return v.Full(w.lang)
	}
	return w.plain(v.F / v.Per(unit.Exact))
}

// plain writes a number without a unit, to four decimals.
func (w sumWriter) plain(v float64) string { return plain(w.lang, v) }

func plain(l *lang.Language, v float64) string {
	return unit.Value{F: v, Unit: unit.Count}.Text(l, unit.Exact)
}
