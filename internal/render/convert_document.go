package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/record"
)

// A Document is what the site needs to know of a page whose texts have been
// converted, besides the text itself, which the Renderer's memory holds.
type Document struct {
	Page *content.Page
	Key  memo.Key // DocumentKey of the page
	Facts
}

// Facts are what came out of a page's texts.
type Facts struct {
	Headings                  []markdown.Heading
	Links                     []markdown.Link
	Anchors                   []markdown.Anchor
	Words                     int
	Title, Deck, Kicker       Text
	Lead                      template.HTML
	Summary                   string
	Brief, Unknowns           []Text
	Cards                     []Card
	Changes                   []Change
	Cited                     []markdown.Use
	Notes                     [][]markdown.Said
	Figures, Charts, Accounts []string // shown on the page
	BlockIDs                  []string // anchors made by blocks
	Scripts                   []string
	Shared                    SharedPicture // the picture for sharing, where the page names one
	Later                     []string      // blocks that are written when all pages are known: "figures-list"
	ListsAll                  bool          // the page lists all figures: charts can be explored here
}

// A Text is a short Text in its two forms.
type Text struct {
	HTML  template.HTML
	Plain string
}

// Convert converts all texts of a page: the headline and the short texts before
// the text, then the text with its blocks, then what follows it. The text is
// given apart: once it was checked, only the page itself asks for its HTML.
func (r *Renderer) Convert(p *content.Page) (*Document, markdown.Doc, diag.List) {
	c := &conversion{r: r, doc: &Document{Page: p, Key: r.DocumentKey(p)}}
	doc, problems := c.convert()
	return c.doc, doc, problems
}

// Texts are what a page says: its own texts and those of the records that it shows,
// and the figures of its number cards.
type Texts struct {
	Blocks []markdown.Block
	Cards  []string
}

// Texts converts a page once more, for those who compare what it says.
func (r *Renderer) Texts(p *content.Page) Texts {
	c := &conversion{r: r, doc: &Document{Page: p, Key: r.DocumentKey(p)}}
	c.convert()
	return Texts{append(c.quiet.Blocks(), c.page.Blocks()...), c.cards}
}

func (c *conversion) convert() (markdown.Doc, diag.List) {
	r, d, p := c.r, c.doc, c.doc.Page
	var problems diag.List
	c.quiet = markdown.NewPage(c.quietHost())
	c.page = markdown.NewPage(c.host())
	inline := func(page *markdown.Page, t record.Text) Text {
		if !t.Given() {
			return Text{}
		}
		html, plain, more := page.Inline(t)
		problems.Add(more)
		return Text{template.HTML(html), plain}
	}
	d.Title, d.Deck, d.Kicker = inline(c.quiet, p.Meta.Title), inline(c.quiet, p.Meta.Description), inline(c.quiet, p.Meta.Kicker)
	d.Summary = d.Deck.Plain
	if p.Meta.Summary.Given() {
		d.Summary = inline(c.quiet, p.Meta.Summary).Plain
	}
	if n := utf8.RuneCountInString(d.Title.Plain); n > content.MostTitle {
		problems.Report(p.Meta.Title.At, fmt.Sprintf("the title has %d characters", n), fmt.Sprintf("write %d at most", content.MostTitle))
	}
	for _, t := range p.Meta.Brief {
		d.Brief = append(d.Brief, inline(c.quiet, t))
	}
	for _, card := range p.Meta.Cards {
		view, more := c.card(card)
		problems.Add(more)
		d.Cards = append(d.Cards, view)
	}
	var more diag.List
	d.Shared, more = r.sharedPicture(p)
	problems.Add(more)
	c.number()
	problems.Add(c.lead(p.Meta.Lead))
	doc, more := c.page.Convert(p.Source, p.Body())
	problems.Add(more)
	d.Headings, d.Anchors, d.Words = doc.Headings, doc.Anchors, doc.Words
	for _, t := range p.Meta.Unknowns {
		d.Unknowns = append(d.Unknowns, inline(c.page, t))
	}
	for _, change := range p.Meta.Changes {
		d.Changes = append(d.Changes, Change{Date: c.r.date(change.Date), Text: inline(c.quiet, change.Says).HTML, Correction: change.Correction})
	}
	d.Cited, d.Notes, d.Links = c.page.Cited(), c.page.Notes(), c.page.Links()
	doc.Links = d.Links
	memo.Do(r.Memo, textKey(d.Key), func() (string, bool) { return doc.HTML, len(problems) == 0 })
	return doc, problems
}

func textKey(document memo.Key) memo.Key { return memo.KeyOf("text of a page", document[:]) }

// text is the HTML of a page's text, as Convert made it.
func (r *Renderer) text(d *Document) string {
	return memo.Do(r.Memo, textKey(d.Key), func() (string, bool) {
		_, doc, problems := r.Convert(d.Page)
		return doc.HTML, len(problems) == 0
	})
}

// anchors lists every id of the page that a link can name.
func (d *Document) anchors() []string {
	var out []string
	for _, a := range d.Anchors {
		out = append(out, a.ID)
	}
	for _, id := range d.Charts {
		out = append(out, frameID(id))
	}
	return slices.Concat(out, d.BlockIDs, pageAnchors())
}

// pageAnchors are the ids that page.html gives to its own parts.
func pageAnchors() []string {
	return []string{"main", "brief", "unknowns", "sources", "cite", "cite-short", "cite-full", "changes", "next", "related", "said"}
}

// body is the text with the blocks that had to wait.
func (d *Document) body(r *Renderer, u *usage) (template.HTML, diag.List) {
	html := r.text(d)
	var problems diag.List
	for _, name := range d.Later {
		var dot any
		switch name {
		case "changes":
			dot = ChangesBlock{u.changes}
		case "figures-list":
			dot = r.figuresBlock(u)
		case "sources-list":
			dot = r.sourcesBlock(u)
		}
		block, more := r.templates.Execute("block-"+name, dot)
		problems.Add(more)
		html = strings.Replace(html, laterMark(name), string(block), 1)
	}
	return template.HTML(html), problems
}

// laterMark is written into the text in place of a block of [Facts.Later]. No author can write
// it: raw HTML never passes.
func laterMark(block string) string { return "<!--" + block + "-->\n" }

func (d *Document) uses(figure string) {
	if !slices.Contains(d.Figures, figure) {
		d.Figures = append(d.Figures, figure)
	}
}

// day is a date that is known to be one, or none.
func (r *Renderer) day(s string) Date {
	d, _ := record.ParseDate(s)
	return r.date(d)
}

func (r *Renderer) date(d record.Date) Date {
	return Date{ISO: d.String(), Long: lang.NoBreak(d.Prose(r.Ledger.Lang))}
}
