package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A Page converts all Markdown that ends up on one page: its body and the short
// texts around it (the brief above the body, the rows of a block). They share
// the numbering of sources, the first mentions and the ids. A Page is for one
// goroutine; different pages may be converted at the same time.
type Page struct {
	host      Host
	cited     []Use
	numbers   map[string]int    // sources by id: their numbers
	located   map[Citation]bool // locators already listed
	mentioned map[string]bool   // figures whose sources are printed
	used      map[string]bool   // figures in figures
	figures   []string
	terms     map[string]bool // glossary terms already linked
	ids       map[string]bool
	suffix    map[string]int // last suffix of each repeated id
	notes     int            // footnotes so far
	tables    int            // tables so far
}

// NewPage starts a page.
func NewPage(host Host) *Page {
	return &Page{
		host: host, numbers: map[string]int{}, located: map[Citation]bool{}, mentioned: map[string]bool{},
		used: map[string]bool{}, terms: map[string]bool{}, ids: map[string]bool{}, suffix: map[string]int{},
	}
}

// Cite returns the mark of a citation ("<sup>…"), numbered on this page, for
// what the site writes itself. The sources must exist.
func (p *Page) Cite(cites ...Citation) string { return p.citeHTML(cites) }

// use notes that a figure is on the page.
func (p *Page) use(figure string) {
	if !p.used[figure] {
		p.used[figure] = true
		p.figures = append(p.figures, figure)
	}
}

// Cited returns the sources cited so far, in order of their numbers.
func (p *Page) Cited() []Use { return p.cited }

// A conversion is the state of converting one text of a page.
type conversion struct {
	reporter
	page   *Page
	src    []byte // the text
	source string // the same
	out    *strings.Builder
	doc    Doc

	ids        map[int]bool // written ids that are right, by the offset of their attribute
	notes      map[string]*note
	noteLabels []string // in order of the text
	noted      []*note  // in order of first mark
	cited      map[*ast.Blockquote]bool
	pictures   map[*ast.Image]picture
	coded      int  // bytes of code so far
	explained  bool // the section has a term for the margin
	usedAt     run  // the use of a link by reference, while its target is resolved
}

func (p *Page) conversion(body []byte, pos func(start, end int) diag.Pos) *conversion {
	return &conversion{
		reporter: reporter{pos: pos}, page: p, src: body, source: string(body), out: &strings.Builder{}, ids: map[int]bool{},
		notes: map[string]*note{}, cited: map[*ast.Blockquote]bool{}, pictures: map[*ast.Image]picture{},
	}
}

// Convert converts a page's body. Body has the length of src.Text, so that its
// offsets are those of the file; the header is blanked. When a limit of this
// package is passed or a byte is not UTF-8, the Doc is empty and the problems
// say so.
func (p *Page) Convert(src *diag.Source, body []byte) (Doc, diag.List) {
	c := p.conversion(body, src.Pos)
	if !c.readable() {
		return Doc{}, c.list
	}
	root := dialect.Parse(text.NewReader(c.src))
	if !c.blocksWithin(root) {
		return Doc{}, c.list
	}
	c.out.Grow(2 * len(c.src))
	c.gather(root)
	c.blocks(root, context{})
	c.writeNotes()
	c.doc.HTML = c.out.String()
	c.doc.Figures, c.doc.Cited = c.page.figures, c.page.cited
	return c.doc, c.list
}

// put writes parts one after the other.
func (c *conversion) put(parts ...string) {
	for _, p := range parts {
		c.out.WriteString(p)
	}
}

// Inline converts a one-line value of a record: emphasis, code, spans, mentions
// and, where the host has Link and Cite, links and citations. Plain is the text
// without markup.
func (p *Page) Inline(t record.Text) (html, plain string, problems diag.List) {
	body := []byte(t.S)
	c := p.conversion(body, t.Pos)
	if c.tooLarge(body) || !c.characters(body) || c.tooManyMarks(body, run{0, len(body)}) {
		return "", "", c.list
	}
	root := oneLine.Parse(text.NewReader(body))
	c.gather(root)
	var texts []string
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b := c.builder(Paragraph)
		b.children(n)
		f := b.finish(context{})
		if n.PreviousSibling() != nil {
			c.out.WriteByte(' ')
		}
		c.write(f)
		texts = append(texts, f.text)
	}
	return c.out.String(), strings.Join(texts, " "), c.list
}
