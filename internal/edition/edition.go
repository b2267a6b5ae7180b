package edition

import (
	"slices"
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/render"
)

// An Edition is what one state of a site says.
type Edition struct {
	Name   string // as whoever compares calls it: "main", "the working tree"
	Ledger ledger.Published
	Pages  []Page
	Charts []Chart
	Whole  bool // pages and charts are known, and not only the ledger

	figures map[string]*ledger.Figure // of a whole edition
	lang    *lang.Language
}

// A Page is what a page says.
type Page struct {
	File, URL, Title string
	Passages         []Passage
	Changes          []string // the entries of its list of changes, with their dates
}

// A Passage is a part of a page that is read at once.
type Passage struct {
	Kind    string // "sentence", "heading", "card" …
	Text    string
	Figures []string
	At      diag.Pos
}

// A Chart is what a chart shows, in forms that can be compared.
type Chart struct {
	ID, File, Headline      string
	Figures                 []string
	Drawing, Numbers, Words string
}

// OfLedger is the edition of which only a published ledger is known.
func OfLedger(name string, book ledger.Published) Edition { return Edition{Name: name, Ledger: book} }

// Of is the edition of a site that was read without problems.
func Of(name string, site *pipeline.Site) (Edition, error) {
	book, err := ledger.ReadPublished(site.Ledger.JSON(site.Renderer.Uses(site.Docs)))
	if err != nil {
		return Edition{}, err
	}
	e := Edition{Name: name, Ledger: book, Whole: true, figures: figuresOf(site), lang: site.Ledger.Lang}
	for _, d := range site.Docs {
		e.Pages = append(e.Pages, e.page(d, site.Renderer.Texts(d.Page)))
	}
	for _, c := range site.Renderer.Shown {
		e.Charts = append(e.Charts, chartOf(c))
	}
	return e, nil
}

// PageOf is what one page of a site says.
func PageOf(site *pipeline.Site, d *render.Document) Page {
	return Edition{figures: figuresOf(site), lang: site.Ledger.Lang}.page(d, site.Renderer.Texts(d.Page))
}

func figuresOf(site *pipeline.Site) map[string]*ledger.Figure {
	out := map[string]*ledger.Figure{}
	for _, f := range site.Ledger.Figures {
		out[f.ID] = f
	}
	return out
}

func (e Edition) page(d *render.Document, texts render.Texts) Page {
	p := Page{File: d.Page.Path, URL: d.Page.URL, Title: d.Title.Plain}
	for _, c := range d.Page.Meta.Changes {
		p.Changes = append(p.Changes, c.Date.String()+" "+c.Says.S)
	}
	shown := map[string]bool{}
	for _, id := range texts.Cards {
		shown[id] = true
		p.Passages = append(p.Passages, e.card("card", id, p.File))
	}
	for _, b := range texts.Blocks {
		for _, passage := range passages(e.lang, b) {
			p.Passages = append(p.Passages, passage)
			for _, id := range passage.Figures {
				shown[id] = true
			}
		}
	}
	for _, id := range d.Figures { // in blocks that work numbers out of others
		if !shown[id] && !d.ListsAll {
			p.Passages = append(p.Passages, e.card("block", id, p.File))
		}
	}
	return p
}

// card is a number that stands by itself.
func (e Edition) card(kind, id, file string) Passage {
	f := e.figures[id]
	text, err := f.Text(e.lang, "short")
	if err != nil {
		panic(err) // every unit has a short form
	}
	return Passage{kind, f.Label + ": " + text, []string{id}, diag.Pos{File: file}}
}

// passages divides a block of text into its sentences, where it is running text.
func passages(l *lang.Language, b markdown.Block) []Passage {
	parts, kind := [][2]int{{0, len(b.Text)}}, string(b.Kind)
	switch b.Kind {
	case markdown.Paragraph, markdown.Item, markdown.Description:
		parts, kind = sentences(l, b.Text), "sentence"
	case markdown.HeaderCell:
		kind = string(markdown.Cell)
	case markdown.Alt:
		kind = "alternative text"
	}
	figures := b.Figures()
	var out []Passage
	for _, part := range parts {
		p := Passage{Kind: kind, Text: b.Text[part[0]:part[1]], At: b.Pos(part[0], part[1])}
		for _, f := range figures {
			if f.Start >= part[0] && f.End <= part[1] && !slices.Contains(p.Figures, f.ID) {
				p.Figures = append(p.Figures, f.ID)
			}
		}
		out = append(out, p)
	}
	return out
}

// sentences finds the sentences of a text, as byte offsets.
func sentences(l *lang.Language, text string) [][2]int {
	var out [][2]int
	for start := 0; start < len(text); {
		end := l.SentenceEnd(text, start)
		if s := strings.TrimSpace(text[start:end]); s != "" {
			at := start + strings.Index(text[start:end], s)
			out = append(out, [2]int{at, at + len(s)})
		}
		start = end
	}
	return out
}

func chartOf(c *chart.Chart) Chart {
	return Chart{
		ID: c.ID, File: c.Path, Headline: c.Headline, Figures: c.Figures,
		Drawing: c.WideSVG("-") + c.NarrowSVG("-"), // its accessible name is among the words
		Numbers: string(c.CSV()),
		Words:   c.Headline + "\n" + c.Subhead + "\n" + c.Note + "\n" + c.SourceLine() + "\n" + c.Alt() + "\n" + c.Description(),
	}
}
