package ledger

import (
	"fmt"

	"github.com/expr-lang/expr/ast"

	"sharingthecost/internal/unit"
)

// A quantity is what a part of a formula measures, as far as its units say: nothing
// known, a bare number, or a dimension.
type quantity struct {
	known     bool
	dimension string // empty: a bare number
}

// dimensions reports a formula that adds or compares what cannot be, euros and pounds,
// or whose result is of another dimension than the figure's unit. Numbers that are
// written in a formula may be conversions, so that what they multiply is not known.
func (b *builder) dimensions(f *Figure, parsed *formula) {
	got := b.quantity(parsed, parsed.root)
	u := f.Value.Unit
	want, ok := quantityOf(u)
	if !got.known || !ok || got == want {
		return
	}
	comes := "a number without a unit"
	if got.dimension != "" {
		comes = got.dimension
	}
	b.report(parsed.pos(0, len(parsed.text)), fmt.Sprintf("%s is in %s, and its formula comes to %s", f.ID, u, comes),
		"divide or multiply by what is missing, or give it the unit of the result; units that may stand for one another share a dimension")
}

// quantityOf is what values of a unit measure; ok is false for counts, which leave to
// the text what they count.
func quantityOf(u unit.Unit) (q quantity, ok bool) {
	switch {
	case u.Measures():
		return quantity{true, u.Dimension()}, true
	case u == unit.Percent || u == unit.PercentMore || u == unit.PercentagePoints || u == unit.Times || u == unit.Ratio:
		return quantity{known: true}, true
	}
	return quantity{}, false
}

func (b *builder) quantity(f *formula, n ast.Node) quantity {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return quantity{known: n.Value == 1 || n.Value == 100}
	case *ast.IdentifierNode:
		q, _ := quantityOf(b.l.figure[n.Value].Value.Unit)
		return q
	case *ast.UnaryNode:
		return b.quantity(f, n.Node)
	case *ast.BinaryNode:
		left, right := b.quantity(f, n.Left), b.quantity(f, n.Right)
		switch n.Operator {
		case "+", "-":
			return b.alike(f, n, left, right)
		case "*":
			if left.dimension == "" {
				left, right = right, left
			}
		}
		switch both := left.known && right.known; {
		case both && right.dimension == "" && n.Operator != "**" && n.Operator != "^":
			return left
		case both && left == right && n.Operator == "/":
			return quantity{known: true}
		}
	case *ast.BuiltinNode, *ast.CallNode:
		name, args := called(n)
		q := b.quantity(f, args[0])
		for _, a := range args[1:] {
			if name == "min" || name == "max" {
				q = b.alike(f, n, q, b.quantity(f, a))
			}
		}
		return q
	}
	return quantity{}
}

// alike is what a sum or a comparison of two parts measures.
func (b *builder) alike(f *formula, n ast.Node, left, right quantity) quantity {
	switch {
	case !left.known || !right.known:
		return quantity{}
	case left != right && left.dimension != "" && right.dimension != "":
		loc := n.Location()
		at := f.pos(byteOffset(f.text, loc.From), byteOffset(f.text, max(loc.To, loc.From+1)))
		b.report(at, fmt.Sprintf("%s and %s cannot be added or compared", left.dimension, right.dimension), "turn one into the other first; units that measure the same in the same scale share a dimension")
		return quantity{}
	}
	return left
}
