package ledger

import (
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

// walk lets through what a sum needs and notes the figures in it.
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
	case *ast.BuiltinNode:
		p.call(n, n.Name, n.Arguments)
	case *ast.CallNode:
		name := ""
		if id, ok := n.Callee.(*ast.IdentifierNode); ok {
			name = id.Value
		}
		p.call(n, name, n.Arguments)
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

// arity is how many arguments each function takes, at least and at most.
var arity = map[string][2]int{"round": {2, 2}, "min": {2, 9}, "max": {2, 9}, "abs": {1, 1}}

func (p *formulaParser) call(n ast.Node, name string, args []ast.Node) {
	loc := n.Location()
	bounds, ok := arity[name]
	if !ok {
		p.problems.Report(p.pos(loc.From, loc.To), "no function "+name, functionHint(name))
		return
	}
	if len(args) < bounds[0] || len(args) > bounds[1] {
		p.problems.Report(p.pos(loc.From, loc.To), fmt.Sprintf("%s takes %d values, not %d", name, bounds[0], len(args)), "round(x, 2), min(a, b), max(a, b), abs(x)")
		return
	}
	for _, a := range args {
		p.walk(a)
	}
}

func functionHint(name string) string {
	functions := []string{"round", "min", "max", "abs"}
	if hint := diag.DidYouMean(name, functions); hint != "" {
		return hint
	}
	return "the functions are " + strings.Join(functions, ", ")
}

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
