package render

import (
	"cmp"
	"fmt"
	"html/template"
	"path"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"
)

// A usage knows, once all pages are converted, where each figure, source and
// chart is used. Its lists are in the order of the site's pages, then charts.
type usage struct {
	ledger.Uses
	links   map[string]FigureLink  // by address in Uses: the page or chart
	charts  map[string][]Onward    // by chart
	shown   map[string]record.Date // by chart: the newest day of the pages that show it
	changes []Change               // of all pages and figures
	key     memo.Key               // of all of it
}

func (r *Renderer) usageOf(docs []*Document) *usage {
	u := &usage{Uses: r.Uses(docs), links: map[string]FigureLink{}, charts: map[string][]Onward{}, shown: lastShown(docs), changes: r.changes(docs), key: r.usageKey(docs)}
	for _, d := range docs {
		url := r.url(d.Page.URL)
		u.links[d.Page.URL] = FigureLink{Text: r.menuName(d), URL: url}
		for _, id := range d.Charts {
			u.charts[id] = append(u.charts[id], Onward{Title: d.Title.HTML, URL: url})
		}
	}
	for _, c := range r.Shown {
		u.links[chartPage(c)] = FigureLink{Text: r.Ledger.Lang.Page.ChartOf.With("headline", c.Headline), URL: r.chartURL(c)}
	}
	return u
}

// usedIn are links to where something is used.
func (u *usage) usedIn(uses []ledger.Use) []FigureLink {
	var out []FigureLink
	for _, use := range uses {
		out = append(out, u.links[use.Page])
	}
	return out
}

// takenFrom are links to the figures taken from a source.
func (r *Renderer) takenFrom(source string) []FigureLink {
	var out []FigureLink
	for _, f := range r.Ledger.FiguresFrom(source) {
		out = append(out, FigureLink{ID: f.ID, Text: lang.NoBreak(f.Label), URL: anchor(r.lists.figures, f.ID)})
	}
	return out
}

// usageKey is the key of what depends on all inputs but the texts of pages, and on
// what pages and charts use.
func (r *Renderer) usageKey(docs []*Document) memo.Key {
	var uses []byte
	for _, d := range docs {
		uses = fmt.Appendf(uses, "%q %q %q %q %q %v\n", d.Page.Path, d.Figures, ids(d), d.Charts, d.Accounts, d.ListsAll)
	}
	for _, c := range r.Shown {
		uses = fmt.Appendf(uses, "%q", c.Path)
	}
	return memo.KeyOf("uses", r.key[:], uses)
}

// chartPage is the address of a chart's page within the site.
func chartPage(c *chart.Chart) string { return "/charts/" + c.ID + "/" }

// chartSources are the ids of all sources of a chart, each once.
func chartSources(c *chart.Chart) []string {
	var ids []string
	for _, s := range c.Sources {
		if !slices.Contains(ids, s.ID) {
			ids = append(ids, s.ID)
		}
	}
	for _, id := range c.Cited {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// menuName is the short name of a page.
func (r *Renderer) menuName(d *Document) string {
	if d.Page.Meta.Nav.Given() {
		return d.Page.Meta.Nav.S
	}
	return d.Title.Plain
}

func plainHTML(s string) template.HTML {
	return template.HTML(template.HTMLEscapeString(lang.NoBreak(s)))
}

// The ledger as a file, at a stable address, and the schema it keeps to.
const (
	LedgerPath       = "ledger.json"
	ledgerSchemaPath = "ledger.schema.json"
	figuresPath      = "figures/" // ID.json: the part of one figure
)

// dataFiles are the tables, their description for programs, and the ledger.
func (r *Renderer) dataFiles(u *usage) []output.File {
	var files []output.File
	for _, t := range r.Ledger.Tables {
		files = append(files, output.File{Path: "data/" + path.Base(t.Path), Data: t.Raw, Source: t.Path})
	}
	s := r.Content.Settings
	info := data.Info{
		Title: s.Title.S, Description: s.Description.S, Homepage: r.public("/"), Lang: r.Ledger.Lang,
		Publisher: cmp.Or(s.Publisher.Name.S, s.Title.S), PublisherURL: s.Publisher.URL.S, Published: r.Content.Oldest(), Modified: r.Content.Edition(),
		Source: func(id string) (title, address string) {
			if s := r.Ledger.Source(id); s != nil {
				return s.Full(r.Ledger.Lang), s.URL.S
			}
			return "", ""
		},
	}
	for _, f := range r.Ledger.Figures {
		one, _ := r.file(figuresPath+f.ID+".json", f.At.File, u.key, func() ([]byte, diag.List) { return r.Ledger.Part(f).JSON(u.Uses), nil })
		files = append(files, one)
	}
	book, _ := r.file(LedgerPath, "content/figures.yaml", u.key, func() ([]byte, diag.List) { return r.Ledger.JSON(u.Uses), nil })
	return append(files, book,
		output.File{Path: "data/datapackage.json", Data: data.Package(info, r.Ledger.Tables), Source: "content/data"},
		output.File{Path: "data/croissant.json", Data: data.Croissant(info, r.Ledger.Tables), Source: "content/data"},
		output.File{Path: ledgerSchemaPath, Data: ledger.Schema(), Source: "the program"})
}

// Uses lists the figures and the sources that the page shows, its charts and
// blocks included, in the order of first use. An entry in a list of all figures
// or of all sources does not count.
func (d *Document) Uses() (figures, sources []string) { return d.Figures, ids(d) }

// Uses says where every figure, source and account is used: pages first, in
// their order, then charts. A page that lists all of them does not count.
func (r *Renderer) Uses(docs []*Document) ledger.Uses {
	var uses ledger.Uses
	for _, d := range docs {
		use := ledger.Use{Page: d.Page.URL, Title: d.Title.Plain, Kind: "page"}
		for _, id := range d.Accounts {
			uses.AddAccount(id, use)
		}
		if d.ListsAll {
			continue
		}
		for _, id := range d.Figures {
			uses.AddFigure(id, use)
		}
		for _, id := range ids(d) {
			uses.AddSource(id, use)
		}
	}
	for _, c := range r.Shown {
		use := ledger.Use{Page: chartPage(c), Title: c.Headline, Kind: "chart"}
		for _, id := range c.Figures {
			uses.AddFigure(id, use)
		}
		for _, id := range chartSources(c) {
			uses.AddSource(id, use)
		}
	}
	return uses
}
