package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Limits on what is read. Inside them the time grows with the length of the
// text; beyond them goldmark's grows with the square of it: each closing mark
// looks back over the open ones of its block, a table's missing cells are
// added row by row, a definition is cut out of its paragraph by moving the
// rest. No page that people read comes near them.
const (
	maxPage        = 1 << 20 // bytes of a page
	maxNesting     = 100     // quotes, lists and notes within one another
	maxMarks       = 1000    // of * _ ~ [ ] ` < { in one paragraph, heading or cell
	maxColumns     = 100     // of a table
	maxDefinitions = 200     // of link targets in one paragraph
	maxCode        = 100_000 // bytes of a page in languages, whose rules may look ahead from each place
)

func (c *conversion) tooLarge(body []byte) bool {
	if len(body) > maxPage {
		c.report(0, 1, fmt.Sprintf("the text is larger than %d bytes", maxPage), "divide it into several pages")
	}
	return len(body) > maxPage
}

// withinLimits reports what is too much, and whether the text can be read.
func (c *conversion) withinLimits(body []byte) bool {
	before := len(c.list)
	most := c.measureLines(body)
	if len(c.list) > before {
		return false
	}
	if most.marks > maxMarks || most.depth > 2*maxNesting { // else, as on nearly all pages, no block is over a limit
		c.measureBlocks(outline.Parse(text.NewReader(body)), 0)
	}
	return len(c.list) == before
}

// A measure is what the blocks of a text have at most.
type measure struct {
	marks int // in one block of text
	depth int // of blocks within one another
}

// measureLines finds what would take long in reading the blocks. It returns
// bounds that the blocks keep: the text of one ends at an empty line, and a
// block within others has the mark of each, or spaces for it, before it on its
// line.
func (c *conversion) measureLines(body []byte) (most measure) {
	definitions, marks := 0, 0
	for start := 0; start < len(body); {
		stop := start + bytes.IndexByte(body[start:], '\n') + 1
		if stop == start {
			stop = len(body)
		}
		line := body[start:stop]
		nested, indent := containers(line)
		if nested > maxNesting {
			c.report(start, stop, fmt.Sprintf("more than %d blocks within one another", maxNesting), "")
			return
		}
		if bytes.Count(line, []byte("|")) > maxColumns && len(bytes.Trim(line, "|-: \t\r\n>")) == 0 {
			c.report(start, stop, fmt.Sprintf("a table of more than %d columns", maxColumns), "")
			return
		}
		switch words := bytes.TrimLeft(line, " \t\r\n"); {
		case len(words) == 0: // the text of no block goes on
			definitions, marks = 0, 0
			start = stop
			continue
		case len(bytes.Trim(words, "> \t\r\n")) == 0:
			definitions = 0
		case bytes.Contains(words, []byte("]:")):
			if definitions++; definitions > maxDefinitions {
				c.report(start, stop, fmt.Sprintf("more than %d link definitions in one paragraph", maxDefinitions), "put empty lines between them")
				return
			}
		}
		most.depth = max(most.depth, 2*(nested+indent)+innerDepth)
		marks += marksIn(line)
		most.marks = max(most.marks, marks)
		start = stop
	}
	return most
}

// innerDepth is how deep blocks lie that no mark of quotes, lists or notes
// tells of: those of a table, and what follows an item without words.
const innerDepth = 6

// containers counts the marks of quotes, lists and notes that a line begins
// with, and the columns of space before and between them.
func containers(line []byte) (n, indent int) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ':
			i++
			indent++
			continue
		case c == '\t':
			i++
			indent += 4
			continue
		case c == '>':
			i++
		case c == '-' || c == '+' || c == '*' || c == ':':
			if i+1 < len(line) && line[i+1] > ' ' {
				return n, indent
			}
			i++
		case c >= '0' && c <= '9':
			for i < len(line) && line[i] >= '0' && line[i] <= '9' {
				i++
			}
			if i >= len(line) || line[i] != '.' && line[i] != ')' {
				return n, indent
			}
			i++
		case c == '[':
			_, length := noteLabel(line[i:])
			if length == 0 || i+length >= len(line) || line[i+length] != ':' {
				return n, indent
			}
			i += length + 1
		default:
			return n, indent
		}
		n++
	}
	return n, indent
}

// measureBlocks finds blocks whose text would take long, and blocks too deep to
// be shown.
func (c *conversion) measureBlocks(n ast.Node, depth int) {
	if depth > 2*maxNesting { // a list and its item count two
		at := linesOf(n)
		c.report(at.start, at.start+1, fmt.Sprintf("more than %d blocks within one another", maxNesting), "")
		return
	}
	if n.Type() == ast.TypeBlock && !n.IsRaw() && n.Lines().Len() > 0 {
		marks := 0
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			marks += marksIn(c.src[line.Start:line.Stop])
		}
		c.tooManyMarks(marks, run{n.Lines().At(0).Start, n.Lines().At(0).Stop})
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Type() == ast.TypeBlock {
			c.measureBlocks(child, depth+1)
		}
	}
}

func marksIn(text []byte) int {
	n := 0
	for _, b := range text {
		n += int(isMark[b])
	}
	return n
}

// isMark has a 1 for each byte that is a mark.
var isMark = [256]uint8{'*': 1, '_': 1, '~': 1, '[': 1, ']': 1, '`': 1, '<': 1, '{': 1}

func (c *conversion) tooManyMarks(n int, at run) bool {
	if n > maxMarks {
		c.report(at.start, at.stop, fmt.Sprintf("more than %d of the marks * _ ~ [ ] ` < { in one block of text", maxMarks), "divide it")
	}
	return n > maxMarks
}
