package markdown

import (
	"bytes"
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

// Convert converts a page that has no other texts. See [Page.Convert].
func Convert(src *diag.Source, body []byte, host Host) (Doc, diag.List) {
	return NewPage(host).Convert(src, body)
}

// Inline converts a text that stands on no page. See [Page.Inline].
func Inline(t record.Text, host Host) (html, plain string, problems diag.List) {
	return NewPage(host).Inline(t)
}

// Cite returns the mark of a citation ("<sup>…"), numbered on this page, for
// what the site writes itself. The sources must exist.
func (p *Page) Cite(cites ...Citation) string { return p.citeHTML(cites) }

// Mention writes a figure as {{ id : form }} would; its first mention on the
// page is followed by its citations.
func (p *Page) Mention(id, form string) (html string, c *Complaint) {
	if p.host.Figure == nil {
		return "", &Complaint{Text: "figures cannot be mentioned here", Hint: "mention them in the text of the page"}
	}
	f, complaint := p.host.Figure(id, form)
	if complaint != nil {
		return "", complaint
	}
	p.use(id)
	html = figureHTML(f, true)
	if p.host.Cite != nil && len(f.Cites) > 0 {
		html += p.citeHTML(p.due(&mark{figure: id, cites: f.Cites}, nil))
	}
	return html, nil
}

// use notes that a figure is on the page.
func (p *Page) use(figure string) {
	if !p.used[figure] {
		p.used[figure] = true
		p.figures = append(p.figures, figure)
	}
}

// Figures returns the ids of the figures mentioned so far, in order of first
// use.
func (p *Page) Figures() []string { return p.figures }

// Cited returns the sources cited so far, in order of their numbers.
func (p *Page) Cited() []Use { return p.cited }

// A conversion is the state of converting one text of a page.
type conversion struct {
	reporter
	page   *Page
	src    []byte // the text
	source string // the same
	out    bytes.Buffer
	doc    Doc

	ids        map[int]bool // written ids that are right, by the offset of their attribute
	notes      map[string]*note
	noteLabels []string // in order of the text
	noted      []*note  // in order of first mark
	cited      map[*ast.Blockquote]bool
	pictures   map[*ast.Image]picture
	coded      int     // bytes of code so far
	usedAt     run     // the use of a link by reference, while its target is resolved
	spare      []piece // room in which the next block is laid out
}

func (p *Page) conversion(body []byte, pos func(start, end int) diag.Pos) *conversion {
	return &conversion{
		reporter: reporter{pos: pos}, page: p, src: body, source: string(body), ids: map[int]bool{},
		notes: map[string]*note{}, cited: map[*ast.Blockquote]bool{}, pictures: map[*ast.Image]picture{},
	}
}

// Convert converts a page's body. Body has the length of src.Text, so that its
// offsets are those of the file; the header is blanked. When a limit of this
// package is passed or a byte is not UTF-8, the Doc is empty and the problems
// say so.
func (p *Page) Convert(src *diag.Source, body []byte) (Doc, diag.List) {
	c := p.conversion(body, src.Pos)
	if c.tooLarge(body) || !c.characters(body) || !c.withinLimits(body) {
		return Doc{}, c.list
	}
	root := dialect.Parse(text.NewReader(body))
	c.out.Grow(len(body) * 3 / 2) // prose becomes that much HTML, and seldom more
	c.gather(root)
	c.blocks(root, context{})
	c.writeNotes()
	c.doc.HTML = c.out.String()
	c.doc.Contents = contents(c.doc.Headings)
	c.doc.Figures, c.doc.Cited = p.figures, p.cited
	c.readText()
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
	root := oneLine.Parse(text.NewReader(body))
	c.gather(root)
	var h, s []string
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b := c.builder(Paragraph)
		b.children(n)
		f, html := b.finish(context{})
		h, s = append(h, html), append(s, f.text)
	}
	return strings.Join(h, " "), strings.Join(s, " "), c.list
}

// readText fills in what is told of the whole text.
func (c *conversion) readText() {
	size := 0
	for _, block := range c.doc.Blocks {
		size += len(block.Text) + len("\n\n")
	}
	var b strings.Builder
	b.Grow(size)
	for _, block := range c.doc.Blocks {
		if block.Kind == Alt {
			continue
		}
		for range strings.FieldsSeq(block.Text) {
			c.doc.Words++
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(block.Text)
	}
	c.doc.Text = b.String()
}

// contents makes a tree of headings: each holds the deeper ones that follow it.
func contents(headings []Heading) []Section {
	var out []Section
	for i := 0; i < len(headings); {
		end := i + 1
		for end < len(headings) && headings[end].Level > headings[i].Level {
			end++
		}
		out = append(out, Section{Heading: headings[i], Sections: contents(headings[i+1 : end])})
		i = end
	}
	return out
}
