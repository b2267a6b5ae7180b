package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"sharingthecost/internal/diag"
)

// A formula is a sum over figures, parsed once.
type formula struct {
	text   string
	pos    func(start, end int) diag.Pos // of bytes of text
	root   ast.Node
	inputs []string            // ids of figures, each once, in order of mention
	at     map[string]diag.Pos // where each is first mentioned
}

// formulaWords are the names that formulas keep for themselves.
var formulaWords = []string{"round", "min", "max", "abs", "and", "or", "not", "in", "let", "if", "else", "true", "false", "nil",
	"matches", "contains"}

// maxFormula is how many bytes a formula may have. The parser calls itself at each
// parenthesis: a million of them ended the program, which had used up its stack.
const maxFormula = 1000

// parseFormula reads a formula; pos places its bytes. The formula is nil when
// there is a problem.
func parseFormula(text string, pos func(start, end int) diag.Pos, l *Ledger) (*formula, diag.List) {
	p := &formulaParser{l: l, f: &formula{text: text, pos: pos, at: map[string]diag.Pos{}}}
	if len(text) > maxFormula {
		p.problems.Report(pos(0, len(text)), fmt.Sprintf("the formula is longer than %d bytes", maxFormula), "divide it into several figures")
		return nil, p.problems
	}
	tree, err := parser.Parse(text)
	if err != nil {
		p.syntax(err)
		return nil, p.problems
	}
	p.f.root = tree.Node
	p.walk(tree.Node)
	if len(p.problems) > 0 {
		return nil, p.problems
	}
	return p.f, nil
}

type formulaParser struct {
	l        *Ledger
	f        *formula
	problems diag.List
}

// pos turns a location of the library, which counts characters, into a place.
func (p *formulaParser) pos(from, to int) diag.Pos {
	return p.f.pos(byteOffset(p.f.text, from), byteOffset(p.f.text, to))
}

func byteOffset(s string, runes int) int {
	at := 0
	for ; runes > 0 && at < len(s); runes-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

func (p *formulaParser) syntax(err error) {
	var e *file.Error
	if !errors.As(err, &e) {
		p.problems.Report(p.f.pos(0, len(p.f.text)), "not a formula: "+err.Error(), formulaHint)
		return
	}
	text := strings.ToLower(e.Message[:1]) + e.Message[1:]
	p.problems.Report(p.pos(e.From, max(e.To, e.From+1)), "not a formula: "+text, formulaHint)
}

const formulaHint = "formulas have numbers, ids of figures, + - * / **, brackets, round, min, max and abs"

// walk accepts what a sum needs and notes the figures in it.
func (p *formulaParser) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
	case *ast.IdentifierNode:
		p.input(n)
	case *ast.UnaryNode:
		if n.Operator != "-" && n.Operator != "+" {
			p.refuse(n, n.Operator)
			return
		}
		p.walk(n.Node)
	case *ast.BinaryNode:
		if !slices.Contains([]string{"+", "-", "*", "/", "**", "^"}, n.Operator) {
			p.refuse(n, n.Operator)
			return
		}
		p.walk(n.Left)
		p.walk(n.Right)
	case *ast.BuiltinNode, *ast.CallNode:
		name, args := called(n)
		p.call(n, name, args)
	default:
		loc := n.Location()
		p.refuse(n, p.f.text[byteOffset(p.f.text, loc.From):byteOffset(p.f.text, max(loc.From, loc.To))])
	}
}

func (p *formulaParser) refuse(n ast.Node, what string) {
	loc := n.Location()
	p.problems.Report(p.pos(loc.From, loc.To), what+" is not for formulas", formulaHint)
}

func (p *formulaParser) input(n *ast.IdentifierNode) {
	loc := n.Location()
	at := p.pos(loc.From, loc.To)
	if p.l.figure[n.Value] == nil {
		p.problems.Report(at, "no figure "+n.Value, p.l.likeFigure(n.Value))
		return
	}
	if _, ok := p.f.at[n.Value]; !ok {
		p.f.at[n.Value] = at
		p.f.inputs = append(p.f.inputs, n.Value)
	}
}

// functions are those a formula may call: how many values each takes, at least
// and at most, and what it makes of them.
var functions = map[string]struct {
	least, most int
	of          func(values []float64) float64
}{
	"round": {2, 2, func(v []float64) float64 {
		scale := math.Pow(10, v[1])
		return math.Round(v[0]*scale) / scale
	}},
	"min": {2, 9, slices.Min[[]float64]},
	"max": {2, 9, slices.Max[[]float64]},
	"abs": {1, 1, func(v []float64) float64 { return math.Abs(v[0]) }},
}

func (p *formulaParser) call(n ast.Node, name string, args []ast.Node) {
	loc := n.Location()
	f, ok := functions[name]
	if !ok {
		hint := diag.DidYouMean(name, []string{"round", "min", "max", "abs"})
		p.problems.Report(p.pos(loc.From, loc.To), "no function "+name, cmp.Or(hint, "the functions are round, min, max, abs"))
		return
	}
	if len(args) < f.least || len(args) > f.most {
		p.problems.Report(p.pos(loc.From, loc.To), fmt.Sprintf("%s takes %d values, not %d", name, f.least, len(args)), "round(x, 2), min(a, b), max(a, b), abs(x)")
		return
	}
	for _, a := range args {
		p.walk(a)
	}
}

// run works the formula out. The result need not be finite.
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
	case *ast.BuiltinNode, *ast.CallNode:
		name, args := called(n)
		var of []float64
		for _, a := range args {
			of = append(of, result(a, values))
		}
		return functions[name].of(of)
	}
	panic(fmt.Sprintf("ledger: a formula holds a %T", n))
}

func operation(operator string, a, b float64) float64 {
	switch operator {
	case "+":
		return added(a, b)
	case "-":
		return added(a, -b)
	case "*":
		return a * b
	case "/":
		return a / b
	case "**", "^":
		return math.Pow(a, b)
	}
	panic("ledger: a formula holds " + operator)
}

// added is a sum, without what binary arithmetic leaves of two numbers that
// cancel out: 0.3 - 0.2 - 0.1 is nought.
func added(a, b float64) float64 {
	sum := a + b
	if math.Abs(sum) < 1e-12*math.Max(math.Abs(a), math.Abs(b)) {
		return 0
	}
	return sum
}

// called gives the name and the values of a call, of whichever kind the library
// makes of it.
func called(n ast.Node) (name string, values []ast.Node) {
	switch n := n.(type) {
	case *ast.BuiltinNode:
		return n.Name, n.Arguments
	case *ast.CallNode:
		if id, ok := n.Callee.(*ast.IdentifierNode); ok {
			name = id.Value
		}
		return name, n.Arguments
	}
	return "", nil
}
