package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Limits on what is read. Inside them the time grows with the length of the
// text; beyond them goldmark's grows with the square of it: each closing mark
// is compared with the open ones of its block, a table's missing cells are
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

// readable reports what is too much for the text to be read, and whether nothing
// is.
func (c *conversion) readable() bool {
	if c.tooLarge(c.src) || !c.characters(c.src) || !c.linesWithin(c.src) {
		return false
	}
	return marksIn(c.src) <= maxMarks || c.blocksWithin(blocksOnly.Parse(text.NewReader(c.src)))
}

// blocksWithin reports blocks whose text would take long, and blocks too deep to
// be shown, and whether there are none.
func (c *conversion) blocksWithin(root ast.Node) bool {
	before := len(c.list)
	c.measure(root, 0)
	return len(c.list) == before
}

// linesWithin reports what would take long in reading the blocks, and whether
// nothing does.
func (c *conversion) linesWithin(body []byte) bool {
	definitions, start := 0, 0
	for line := range bytes.Lines(body) {
		stop := start + len(line)
		words := bytes.TrimLeft(line, "> \t\r\n")
		if bytes.Contains(words, []byte("]:")) {
			definitions++
		}
		switch {
		case containers(line) > maxNesting:
			c.tooNested(run{start, stop})
			return false
		case bytes.Count(line, []byte("|")) > maxColumns && len(bytes.Trim(line, "|-: \t\r\n>")) == 0:
			c.report(start, stop, fmt.Sprintf("a table of more than %d columns", maxColumns), "")
			return false
		case len(words) == 0: // a paragraph ends
			definitions = 0
		case definitions > maxDefinitions:
			c.report(start, stop, fmt.Sprintf("more than %d link definitions in one paragraph", maxDefinitions), "put empty lines between them")
			return false
		}
		start = stop
	}
	return true
}

func (c *conversion) tooNested(at run) {
	c.report(at.start, at.stop, fmt.Sprintf("more than %d blocks within one another", maxNesting), "")
}

// container is the mark of a quote, a list's item, a description or a note.
var container = regexp.MustCompile("^(?:>|[-+*:](?:[ \t\r\n]|$)|[0-9]+[.)]|\\[\\^[^\\x00-\\x20[\\]\\\\`]+\\]:)")

// containers counts the marks of blocks within one another that a line begins
// with.
func containers(line []byte) (n int) {
	for {
		line = bytes.TrimLeft(line, " \t")
		if len(line) == 0 || strings.IndexByte(">-+*:[0123456789", line[0]) < 0 {
			return n
		}
		mark := container.Find(line)
		if mark == nil {
			return n
		}
		line = line[len(mark):]
		n++
	}
}

// measure does so for a block at a depth, and for those within it.
func (c *conversion) measure(n ast.Node, depth int) {
	if depth > 2*maxNesting { // a list and its item count two
		at := linesOf(n).start
		c.tooNested(run{at, at + 1})
		return
	}
	if !n.IsRaw() && n.Lines().Len() > 0 {
		first := n.Lines().At(0)
		marks := 0
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			marks += marksIn(c.src[line.Start:line.Stop])
		}
		c.tooManyMarks(marks, run{first.Start, first.Stop})
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Type() == ast.TypeBlock {
			c.measure(child, depth+1)
		}
	}
}

var isMark = [256]int{'*': 1, '_': 1, '~': 1, '[': 1, ']': 1, '`': 1, '<': 1, '{': 1}

func marksIn(text []byte) (n int) {
	for _, b := range text {
		n += isMark[b]
	}
	return n
}

// tooManyMarks reports whether one block of text has more marks than are read.
func (c *conversion) tooManyMarks(n int, at run) bool {
	if n > maxMarks {
		c.report(at.start, at.stop, fmt.Sprintf("more than %d of the marks * _ ~ [ ] ` < { in one block of text", maxMarks), "divide it")
	}
	return n > maxMarks
}

// characters reports invalid bytes, and characters that show nothing or turn
// around what is shown: a reader of the source, and the number check, would not
// see what readers see. It returns false when the text is not UTF-8 or has
// too many problems to go on.
func (r *reporter) characters(text []byte) bool {
	valid := true
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf && text[i] >= ' ' && text[i] != 0x7F || text[i] == '\n' {
			i++
			continue
		}
		c, n := utf8.DecodeRune(text[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			r.report(i, i+1, fmt.Sprintf("byte 0x%02X is not UTF-8", text[i]), "save the file as UTF-8")
			valid = false
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c == utf8.RuneError:
			r.report(i, i+n, "U+FFFD stands where a character was lost", "write the character that belongs here")
		default:
			if what := diag.HiddenRune(c); what != "" {
				r.report(i, i+n, what, "delete it")
			}
		}
		if i += n; i < len(text) && r.full(i) {
			break
		}
	}
	return valid && len(r.list) <= maxProblems
}
