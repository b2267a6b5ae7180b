package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sharingthecost/internal/diag"
)

// A noteMark is [^label] in the text; a note is "[^label]: …" with its blocks.
type (
	noteMark struct {
		inlineNode
		label string
		at    run
	}
	note struct {
		blockNode
		label  string
		at     run
		number int      // from 1 in order of first use; 0 before that
		refs   []string // ids of the marks that point here
	}
)

// noteLabel reads [^label] at the start of line and returns its length. A
// label has no space and no brackets, and 200 characters at most.
func noteLabel(line []byte) (label string, n int) {
	rest, ok := bytes.CutPrefix(line, []byte("[^"))
	end := bytes.IndexFunc(rest, func(r rune) bool { return r <= ' ' || strings.ContainsRune("[]\\`", r) })
	if !ok || end < 1 || rest[end] != ']' || utf8.RuneCount(rest[:end]) > 200 {
		return "", 0
	}
	return string(rest[:end]), len("[^") + end + len("]")
}

type noteMarkParser struct{}

func (noteMarkParser) Trigger() []byte { return []byte{'['} }

func (noteMarkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	label, n := noteLabel(line)
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &noteMark{label: label, at: run{segment.Start, segment.Start + n}}
}

type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[pos:])
	if n == 0 || pos+n >= len(line) || line[pos+n] != ':' {
		return nil, parser.NoChildren
	}
	at := segment.Start + pos - segment.Padding
	rest := pos + n + 1
	for rest < len(line) && (line[rest] == ' ' || line[rest] == '\t') {
		rest++
	}
	reader.Advance(rest)
	return &note{label: label, at: run{at, at + n}}, parser.HasChildren
}

// Continue keeps lines indented by four, and blank ones.
func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return true }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

// noteMark numbers a note at its first mark and points to it.
func (b *builder) noteMark(n *noteMark) {
	c := b.conversion
	found := c.notes[n.label]
	if found == nil {
		c.report(n.at.start, n.at.stop, "no footnote [^"+n.label+"]", diag.DidYouMean(n.label, c.noteLabels))
		return
	}
	if b.kind == Alt || b.inLink > 0 {
		c.report(n.at.start, n.at.stop, "a footnote's mark does not belong in a link's or picture's text", "put it behind")
		return
	}
	if found.number == 0 {
		c.page.notes++
		found.number = c.page.notes
		c.noted = append(c.noted, found)
	}
	ref := "fnref-" + strconv.Itoa(found.number)
	if k := len(found.refs); k > 0 {
		ref += "-" + strconv.Itoa(k+1)
	}
	found.refs = append(found.refs, ref)
	letter := Letter(found.number)
	b.add(piece{html: `<sup class="note"><a id="` + ref + `" href="#fn-` + strconv.Itoa(found.number) +
		`" role="doc-noteref"` + attribute("aria-label", b.page.host.language().Page.NoteMark.With("n", letter)) + `>` + letter + `</a></sup>`})
}

// Letter counts from 1: a, b, … z, aa, ab …, as an ordered list of type "a" does.
// Notes have letters, since sources have numbers.
func Letter(n int) string {
	var s []byte
	for ; n > 0; n = (n - 1) / 26 {
		s = append([]byte{byte('a' + (n-1)%26)}, s...)
	}
	return string(s)
}

// writeNotes prints the notes that were marked, in order of their letters, and
// reports the others. Notes may mark further notes.
func (c *conversion) writeNotes() {
	if len(c.noted) > 0 {
		start := ""
		if first := c.noted[0].number; first > 1 {
			start = ` start="` + strconv.Itoa(first) + `"`
		}
		c.out.WriteString(`<section class="notes" role="doc-endnotes"` + attribute("aria-label", c.page.host.language().Page.Notes) + `>` + "\n" + `<ol type="a"` + start + ">\n")
		for i := 0; i < len(c.noted); i++ {
			c.writeNote(c.noted[i])
		}
		c.out.WriteString("</ol>\n</section>\n")
	}
	for _, label := range c.noteLabels {
		if n := c.notes[label]; n.number == 0 {
			c.report(n.at.start, n.at.stop, "no mark leads to the footnote [^"+label+"]", "put [^"+label+"] into the text, or remove the note")
		}
	}
}

func (c *conversion) writeNote(n *note) {
	page := c.out
	c.out = &strings.Builder{}
	c.blocks(n, context{note: true})
	body := strings.TrimRight(c.out.String(), "\n")
	c.out = page
	var back strings.Builder
	for i, ref := range n.refs {
		words := c.page.host.language().Page
		label := words.BackToNote.With("n", Letter(n.number))
		if i > 0 {
			label = words.BackToUse.With("note", label, "n", i+1)
		}
		back.WriteString(` <a class="back" href="#` + ref + `" role="doc-backlink"` + attribute("aria-label", label) + `>↩</a>`)
	}
	body, within := strings.CutSuffix(body, "</p>")
	c.put(`<li id="fn-`, strconv.Itoa(n.number), `">`, body, back.String())
	if within {
		c.put("</p>")
	}
	c.put("</li>\n")
}
