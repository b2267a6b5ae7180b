package ledger

import (
	"fmt"
	"math"

	"github.com/expr-lang/expr/ast"
)

// run works the formula out. The result need not be finite. To have the
// library compile it first would take far longer than the sum, which is worked
// out once or twice.
func (f *formula) run(values map[string]float64) float64 { return result(f.root, values) }

// result works out a part that parseFormula has let through, in floating point
// throughout: whole numbers do not run over, as they would in the library.
func result(n ast.Node, values map[string]float64) float64 {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return float64(n.Value)
	case *ast.FloatNode:
		return n.Value
	case *ast.IdentifierNode:
		return values[n.Value]
	case *ast.UnaryNode:
		if n.Operator == "-" {
			return -result(n.Node, values)
		}
		return result(n.Node, values)
	case *ast.BinaryNode:
		return operation(n.Operator, result(n.Left, values), result(n.Right, values))
	case *ast.BuiltinNode:
		return function(n.Name, n.Arguments, values)
	case *ast.CallNode:
		return function(n.Callee.(*ast.IdentifierNode).Value, n.Arguments, values)
	}
	panic(fmt.Sprintf("ledger: a formula holds a %T", n))
}

func operation(operator string, a, b float64) float64 {
	switch operator {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "/":
		return a / b
	case "**", "^":
		return math.Pow(a, b)
	}
	panic("ledger: a formula holds " + operator)
}

func function(name string, arguments []ast.Node, values map[string]float64) float64 {
	first := result(arguments[0], values)
	switch name {
	case "abs":
		return math.Abs(first)
	case "round":
		scale := math.Pow(10, result(arguments[1], values))
		return math.Round(first*scale) / scale
	case "min":
		for _, a := range arguments[1:] {
			first = math.Min(first, result(a, values))
		}
		return first
	case "max":
		for _, a := range arguments[1:] {
			first = math.Max(first, result(a, values))
		}
		return first
	}
	panic("ledger: a formula calls " + name)
}
