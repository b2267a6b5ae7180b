package render

import (
	"html/template"
	"slices"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"
)

// A Document is a page whose texts have been converted. Only Site reads more
// of it than its Page and Doc.
type Document struct {
	Page *content.Page
	Doc  markdown.Doc

	title, deck, kicker       text
	summary                   string
	brief, unknowns           []text
	cards                     []Card
	changes                   []Change
	cited                     []markdown.Use
	figures, charts, accounts []string // shown on the page
	blockedIDs                []string // anchors made by blocks
	scripts                   []string
	later                     []later
	whole                     bool        // the page lists all figures: charts can be explored here
	text                      output.File // Doc.HTML, on the shelf until the page is rendered

	finished *finished // what an earlier build made of the page; nil when it was converted
}

// A text is a short text in its two forms.
type text struct {
	html  template.HTML
	plain string
}

// later is a block that can only be written when all pages are known. Its mark
// stands in the page until then.
type later struct {
	mark, template string
	dot            func(*usage) any
}

// Convert converts all texts of a page: the headline and what stands around
// the text, then the text with its blocks, then what follows it.
func (r *Renderer) Convert(p *content.Page) (*Document, diag.List) {
	if d := r.recall(p); d != nil {
		return d, nil
	}
	return r.convert(p)
}

func (r *Renderer) convert(p *content.Page) (*Document, diag.List) {
	d := &Document{Page: p}
	c := &conversion{r: r, doc: d}
	var problems diag.List
	c.quiet = markdown.NewPage(c.quietHost())
	c.page = markdown.NewPage(c.host())
	inline := func(page *markdown.Page, t record.Text) text {
		if !t.Given() {
			return text{}
		}
		html, plain, more := page.Inline(t)
		problems.Add(more)
		return text{template.HTML(html), plain}
	}
	d.title, d.deck, d.kicker = inline(c.quiet, p.Meta.Title), inline(c.quiet, p.Meta.Description), inline(c.quiet, p.Meta.Kicker)
	d.summary = d.deck.plain
	if p.Meta.Summary.Given() {
		d.summary = inline(c.quiet, p.Meta.Summary).plain
	}
	for _, t := range p.Meta.Brief {
		d.brief = append(d.brief, inline(c.quiet, t))
	}
	for _, card := range p.Meta.Cards {
		view, more := c.card(card)
		problems.Add(more)
		d.cards = append(d.cards, view)
	}
	var more diag.List
	d.Doc, more = c.page.Convert(p.Source, p.Body())
	problems.Add(more)
	for _, t := range p.Meta.Unknowns {
		d.unknowns = append(d.unknowns, inline(c.page, t))
	}
	for _, change := range p.Meta.Changes {
		d.changes = append(d.changes, Change{Date: date(change.Date), Text: inline(c.quiet, change.Says).html})
	}
	d.cited = c.page.Cited()
	if r.Shelf != nil && !r.fed[p] {
		d.text, d.Doc.HTML = r.Shelf.Put(output.File{Path: p.Path, Data: []byte(d.Doc.HTML)}), ""
	}
	return d, problems
}

// anchors lists every id of the page that a link can name.
func (d *Document) anchors() []string {
	var out []string
	for _, a := range d.Doc.Anchors {
		out = append(out, a.ID)
	}
	for _, id := range d.charts {
		out = append(out, frameID(id))
	}
	return slices.Concat(out, d.blockedIDs, pageAnchors())
}

// pageAnchors are the ids that page.html gives to its own parts.
func pageAnchors() []string {
	return []string{"main", "brief", "unknowns", "sources", "cite", "cite-short", "cite-full", "changes", "next", "related", "said"}
}

// body is the text with the blocks that had to wait.
func (d *Document) body(r *Renderer, u *usage, scratch *scratch) (template.HTML, diag.List) {
	html := d.Doc.HTML
	if html == "" {
		scratch.text = d.text.AppendTo(scratch.text[:0])
		html = string(scratch.text)
	}
	doc := d.Doc
	doc.HTML = html
	html = r.withMargin(doc)
	var problems diag.List
	for _, l := range d.later {
		block, more := r.templates.execute(l.template, l.dot(u))
		problems.Add(more)
		html = strings.Replace(html, l.mark, string(block), 1)
	}
	return template.HTML(html), problems
}

func (d *Document) uses(figure string) {
	if !slices.Contains(d.figures, figure) {
		d.figures = append(d.figures, figure)
	}
}

func date(d record.Date) Date { return Date{ISO: d.String(), Long: markdown.NoBreak(d.Prose())} }
