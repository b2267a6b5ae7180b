package markdown

import (
	"bytes"
	"fmt"

	"sharingthecost/internal/diag"

	"github.com/yuin/goldmark/ast"
)

// Problems reported for one text. More would not be corrected at once, and each
// place costs a walk along its line.
const maxProblems = 1000

// A reporter gathers the problems of one text, given by byte offsets.
type reporter struct {
	list diag.List
	pos  func(start, end int) diag.Pos
}

func (r *reporter) report(start, end int, text, hint string) {
	if r.full(start) {
		return
	}
	r.list.Report(r.pos(start, end), text, hint)
}

func (r *reporter) complain(at run, c *Complaint) { r.report(at.start, at.stop, c.Text, c.Hint) }

func (r *reporter) related(at run, text, hint string, other run, otherText string) {
	if r.full(at.start) {
		return
	}
	r.list.ReportRelated(r.pos(at.start, at.stop), text, hint, r.pos(other.start, other.stop), otherText)
}

// add takes over problems that the host found.
func (r *reporter) add(more diag.List) {
	for _, p := range more {
		if len(r.list) < maxProblems {
			r.list = append(r.list, p)
		}
	}
}

func (r *reporter) full(at int) bool {
	if len(r.list) == maxProblems {
		r.list.Report(r.pos(at, at), fmt.Sprintf("more than %d problems", maxProblems), "mend those before it first")
	}
	return len(r.list) > maxProblems
}

// A run is a piece of the source: byte offsets from start up to stop.
type run struct{ start, stop int }

// within returns the place in source of the bytes of part, when part is a slice
// of it. Goldmark returns targets of links and labels as slices of the
// source but not their offsets. A slice of the same array that was never
// capped ends, with its capacity, where the array does, so that the difference
// of the capacities is the offset; the comparison of addresses makes sure of it.
func within(source, part []byte) (run, bool) {
	at := cap(source) - cap(part)
	if len(part) == 0 || at < 0 || at+len(part) > len(source) || &source[at] != &part[0] {
		return run{}, false
	}
	return run{at, at + len(part)}, true
}

// target returns the place of a link's or image's target: the target's own
// words, in the definition when the link is by reference. A link without words
// for its target has the place of its parentheses or, failing that, its start.
func (c *conversion) target(n ast.Node, dest []byte) run {
	if at, ok := within(c.src, dest); ok {
		return at
	}
	from := max(n.Pos(), 0)
	stop := c.blockEnd(n)
	if last := lastOffset(n); last > from {
		from = last
	}
	if len(dest) > 0 { // a line that begins with part of a tab was copied
		if i := bytes.Index(c.src[from:stop], dest); i >= 0 {
			return run{from + i, from + i + len(dest)}
		}
	}
	if i := bytes.Index(c.src[from:stop], []byte("](")); i >= 0 {
		end := bytes.IndexByte(c.src[from+i:stop], ')')
		if end >= 0 {
			return run{from + i + 1, from + i + end + 1}
		}
	}
	at := max(n.Pos(), 0)
	return run{at, min(at+1, len(c.src))}
}

// lastOffset returns where the last text below n ends, or -1.
func lastOffset(n ast.Node) int {
	for c := n.LastChild(); c != nil; c = c.LastChild() {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Stop
		}
	}
	return -1
}

// blockEnd returns where the lines of the block around an inline node end.
func (c *conversion) blockEnd(n ast.Node) int {
	for n != nil && n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	if n != nil && n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return min(n.Lines().At(n.Lines().Len()-1).Stop, len(c.src))
	}
	return len(c.src)
}

// linesOf returns the run from the first to the last line of a block.
func linesOf(n ast.Node) run {
	if n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
		at := max(n.Pos(), 0)
		return run{at, at + 1}
	}
	return run{n.Lines().At(0).Start, n.Lines().At(n.Lines().Len() - 1).Stop}
}
