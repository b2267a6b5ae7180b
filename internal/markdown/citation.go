package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// A citation is [@id], [@id, p. 3] or [@a; @b].
type citation struct {
	inlineNode
	at      run
	entries []citationEntry
	bad     string
}

type citationEntry struct {
	Citation
	at run // the id's place
}

// Longest citation, in bytes; it bounds the search for a closing bracket.
const maxCitation = 1000

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

// Parse reads a citation, which may run over lines. "[@name](…)" and
// "[@name][…]" are links whose text begins with "@".
func (citationParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '@' || !nameByte(line[2]) {
		return nil
	}
	n := &citation{at: run{segment.Start, segment.Start + 2}}
	var body []byte
	var offsets []int
	for len(body) < maxCitation {
		line, segment := block.PeekLine()
		if line == nil {
			break
		}
		for i, c := range line {
			switch {
			case c == ']':
				block.Advance(i + 1)
				if next := block.Peek(); next == '(' || next == '[' && !beginsMark(block) {
					return nil
				}
				n.at.stop = segment.Start + i + 1 - segment.Padding
				n.read(body[1:], offsets[1:])
				return n
			case c == '[' && len(body) > 0:
				return nil
			}
			body = append(body, c)
			offsets = append(offsets, segment.Start+i-segment.Padding)
		}
		block.AdvanceLine()
	}
	return nil
}

// beginsMark reports whether a citation or a footnote's mark follows.
func beginsMark(block text.Reader) bool {
	line, _ := block.PeekLine()
	return len(line) > 1 && (line[1] == '@' || line[1] == '^')
}

// read parses the inside of the brackets; offsets[i] is the offset of body[i] in
// the source.
func (n *citation) read(body []byte, offsets []int) {
	from := 0
	for from <= len(body) {
		to := from
		for to < len(body) && body[to] != ';' {
			to++
		}
		part := string(body[from:to])
		id, locator, located := strings.Cut(part, ",")
		left := len(id) - len(strings.TrimLeft(id, " \t\r\n"))
		id = strings.TrimSpace(id)
		locator = strings.Join(strings.Fields(locator), " ")
		if len(id) < 2 || id[0] != '@' || !name(id[1:]) || located && (locator == "" || strings.Contains(locator, "@")) {
			n.bad = "a citation is written [@id], [@id, p. 3] or [@id; @other]"
			return
		}
		start := from + left
		n.entries = append(n.entries, citationEntry{
			Citation{ID: id[1:], Locator: locator},
			run{offsets[start] + 1, offsets[start+len(id)-1] + 1},
		})
		from = to + 1
	}
}

// A mark stands for citations in a flow, until it is numbered.
type mark struct {
	cites  []Citation
	figure string // the figure whose sources these are; "" for written citations
	linked bool   // to the figure's record, which tells them
}

func (b *builder) citation(n *citation) {
	c := b.conversion
	switch {
	case n.bad != "":
		c.report(n.at.start, n.at.stop, n.bad, `for brackets as such write \[`)
		return
	case c.page.host.Cite == nil:
		c.report(n.at.start, n.at.stop, "sources cannot be cited here", "cite them in the text of the page")
		return
	case b.heading || b.kind == Alt:
		c.report(n.at.start, n.at.stop, "a citation does not belong in a heading or a picture's text", "put it into the text that follows")
		return
	}
	var m mark
	for _, e := range n.entries {
		if complaint := c.page.host.Cite(e.ID); complaint != nil {
			c.complain(e.at, complaint)
			continue
		}
		known := func(id string) bool { return c.page.host.Cite(id) == nil }
		if second := record.JoinedSource(e.Locator, known); second != "" {
			from := e.at.stop + strings.Index(c.source[e.at.stop:], second)
			c.report(from, from+len(second), record.JoinedSources, "part them by a semicolon: [@"+e.ID+"; @"+second+"]")
			continue
		}
		if _, word := lang.Trace(e.Locator, 0, lang.Prose); word != "" {
			c.report(n.at.start, n.at.stop, "unfinished text: "+word, "finish or remove it")
		}
		m.cites = append(m.cites, e.Citation)
	}
	if len(m.cites) > 0 {
		b.trimSpace()
		b.cite(m)
	}
}

// cite adds a mark, after the link when inside one: links cannot nest.
func (b *builder) cite(m mark) {
	if len(m.cites) == 0 || b.page.host.Cite == nil {
		return
	}
	if b.inLink > 0 {
		b.pending = append(b.pending, m)
		return
	}
	b.add(piece{mark: &m})
}

// number returns a source's number on the page, giving it the next one at its
// first citation.
func (p *Page) number(c Citation) int {
	n, ok := p.numbers[c.ID]
	if !ok {
		p.cited = append(p.cited, Use{ID: c.ID})
		n = len(p.cited)
		p.numbers[c.ID] = n
	}
	return n
}

// citeHTML numbers the citations and returns their mark: a superscript with a link
// for each source, and a button that opens the note on all of them. A quiet mark is for
// paper and other programs: on screens the figures that it stands for lead to the same
// sources.
func (p *Page) citeHTML(cites []Citation, quiet bool) string {
	if len(cites) == 0 {
		return ""
	}
	p.marks++
	ref := "cite-" + strconv.Itoa(p.marks)
	var links, numbers, labels []string
	var said []Said
	for _, c := range cites {
		n := p.number(c)
		number := strconv.Itoa(n)
		label := p.host.language().Page.SourceMark.With("n", number)
		if c.Locator != "" {
			label += ", " + c.Locator
			if !p.located[c] {
				p.located[c] = true
				p.cited[n-1].Locators = append(p.cited[n-1].Locators, c.Locator)
			}
		}
		if slices.Contains(labels, label) {
			continue
		}
		labels, said = append(labels, label), append(said, Said{n, c.Locator})
		if slices.Contains(numbers, number) {
			continue
		}
		numbers, p.cited[n-1].Refs = append(numbers, number), append(p.cited[n-1].Refs, ref)
		links = append(links, `<a href="#`+SourceID(n)+`" role="doc-biblioref"`+attribute("aria-label", label)+">"+number+"</a>")
	}
	class := "cite"
	if quiet {
		class = "cite quiet"
	}
	return `<sup class="` + class + `" id="` + ref + `"><span>` + strings.Join(links, ", ") + `</span><button type="button" popovertarget="` + NoteID(p.note(said)) + `"` +
		attribute("data-mark", strings.Join(numbers, ", ")) + attribute("aria-label", strings.Join(labels, "; ")) + `></button></sup>`
}

// note returns the number of the note on some sources. Marks of the same sources share
// one.
func (p *Page) note(said []Said) int {
	for i, n := range p.said {
		if slices.Equal(n, said) {
			return i + 1
		}
	}
	p.said = append(p.said, said)
	return len(p.said)
}

// NoteID returns the id that the page gives to the note of a number, which the marks
// open: "note-3".
func NoteID(number int) string { return "note-" + strconv.Itoa(number) }

// SourceID returns the id that the page's list of sources gives to a number:
// "source-3".
func SourceID(number int) string { return "source-" + strconv.Itoa(number) }
