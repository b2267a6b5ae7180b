package markdown

import (
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
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
	blocks    []Block
	links     []Link
	terms     map[string]bool // glossary terms already linked
	ids       map[string]bool
	suffix    map[string]int  // last suffix of each repeated id
	linked    map[string]bool // figures that a link leads to
	marks     int             // of sources, so far
	said      [][]Said        // the notes that they open
	notes     int             // footnotes so far
	tables    int             // tables so far
	callouts  int             // callouts so far
}

// NewPage starts a page.
func NewPage(host Host) *Page {
	return &Page{
		host: host, numbers: map[string]int{}, located: map[Citation]bool{}, mentioned: map[string]bool{},
		used: map[string]bool{}, terms: map[string]bool{}, linked: map[string]bool{}, ids: map[string]bool{}, suffix: map[string]int{},
	}
}

// Cite returns the mark of a citation ("<sup>…"), numbered on this page, for
// what the site writes itself. The sources must exist.
func (p *Page) Cite(cites ...Citation) string { return p.citeHTML(cites, false) }

// use notes that a figure is on the page.
func (p *Page) use(figure string) {
	if !p.used[figure] {
		p.used[figure] = true
		p.figures = append(p.figures, figure)
	}
}

// Cited returns the sources cited so far, in order of their numbers.
func (p *Page) Cited() []Use { return p.cited }

// Blocks returns the blocks of all texts converted so far, the short ones too.
func (p *Page) Blocks() []Block { return p.blocks }

// Links returns the links so far, those in the short texts too.
func (p *Page) Links() []Link { return p.links }

// Linked tells that something else on the page leads to a figure's record already.
func (p *Page) Linked(figure string) { p.linked[figure] = true }

// Notes returns what the marks so far open: for each note, by its number, the sources it
// tells of. The page must show them under the ids of [NoteID].
func (p *Page) Notes() [][]Said { return p.said }

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
	captions   map[*east.Table]int // numbers of tables with captions
	tables     map[string]int      // the same, by their ids
	numbering  bool                // a table is called by its number
	pictures   map[*ast.Image]picture
	space      []piece // buffer for the next block's pieces
	coded      int     // bytes of code so far
	usedAt     run     // the use of a link by reference, while its target is resolved
}

func (p *Page) conversion(body []byte, pos func(start, end int) diag.Pos) *conversion {
	return &conversion{
		reporter: reporter{pos: pos}, page: p, src: body, source: string(body), out: &strings.Builder{}, ids: map[int]bool{},
		notes: map[string]*note{}, cited: map[*ast.Blockquote]bool{}, captions: map[*east.Table]int{}, tables: map[string]int{}, pictures: map[*ast.Image]picture{},
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
	c.doc.Figures, c.doc.Cited, c.doc.Links = c.page.figures, c.page.cited, c.page.links
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
	if c.tooLarge(body) || !c.characters(body) || c.tooManyMarks(marksIn(body), run{0, len(body)}) {
		return "", "", c.list
	}
	if n := len(t.S) - len(strings.TrimLeft(t.S, " \t")); n > 0 { // a deep indent would be code
		c.report(0, n, "a space before the text", "remove it")
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

// A Doc is a converted page body. Only its Blocks keep the page's text in memory.
type Doc struct {
	HTML     string
	Headings []Heading // in order of the text
	Tables   []Table
	Links    []Link   // every link, outward ones too, in order of the text, those of blocks included
	Figures  []string // ids of the figures mentioned, in order of first use
	Cited    []Use    // sources in order of first citation: number 1 is Cited[0]
	Anchors  []Anchor // every id an author may link to: headings' and written ones
	Blocks   []Block  // every block of text, for editorial checks
	Words    int      // words a reader sees, code and alt texts left out
}

// A Heading is one heading. Text is plain; ID is unique on the page.
type Heading struct {
	ID, Text string
	Level    int // 1 to 6
	At       diag.Pos
}

// A Table is one table of a page: what it says of itself, and where its names begin.
type Table struct {
	Captioned bool // it has a caption
	Named     bool // columns or rows have names
	At        diag.Pos
}

// A Link is one link of a page. Dest is as written, entities and escapes
// resolved; Path and Fragment are its two sides of "#" (a "#" without words
// gives an empty Fragment). URL is what was written into the page.
type Link struct {
	Dest, Path, Fragment string
	URL                  string
	Text                 string   // what readers see of it
	External             bool     // http, https or mailto
	At                   diag.Pos // the target's words
}

// A Use is a source that the page cites. Its number is its place in
// [Doc.Cited], from 1; the page's list must give it the id [SourceID](number).
type Use struct {
	ID       string
	Locators []string // distinct, in order of first use
	Refs     []string // ids of the citations that point here, for back-links
}

// A Said is a source that a note tells of, by its number on the page.
type Said struct {
	Number  int
	Locator string
}

// An Anchor is an id in the page and the place that made it.
type Anchor struct {
	ID string
	At diag.Pos
}

// A Kind says what a block of text is.
type Kind string

// The kinds of blocks.
const (
	Paragraph   Kind = "paragraph"
	HeadingText Kind = "heading"
	Item        Kind = "item"        // the text of a list item
	Cell        Kind = "cell"        // of a table's body
	HeaderCell  Kind = "header cell" // of a table's head
	Caption     Kind = "caption"     // of a table
	TermText    Kind = "term"        // of a definition list
	Description Kind = "description" // of a definition list
	Alt         Kind = "alt"         // an image's alternative text
)

// A Block is one run of text as readers see it, without markup.
type Block struct {
	Kind  Kind
	Text  string
	Quote bool // inside a block quotation
	Note  bool // inside a footnote
	flow  *flow
}

// Pos returns the place in the source of the bytes of Text from start up to
// end. It is worked out here, since few places are ever asked for.
func (b Block) Pos(start, end int) diag.Pos { return b.flow.place(start, end) }

// Figures returns the figures that stand in Text.
func (b Block) Figures() []Shown { return b.flow.figures() }
