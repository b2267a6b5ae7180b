package render

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/unit"
)

// The page of search and the index that its script reads, which package host makes.
const (
	searchURL   = "/search/"
	SearchIndex = "search.json"
)

// search is the form, for the page of search and for the page that hosts show where
// an address leads nowhere; nil on a site without the script.
func (r *Renderer) search() *Search {
	if r.script("search") == "" {
		return nil
	}
	return &Search{Index: r.url(SearchIndex)}
}

// searchKey is the key of the page of search, which lists the headings of all texts.
func searchKey(docs []*Document, u *usage) memo.Key {
	parts := [][]byte{u.key[:]}
	for _, d := range docs {
		parts = append(parts, d.Key[:])
	}
	return memo.KeyOf("search", parts...)
}

// mostHeaded is how many pages are listed with their headings: a longer list is of
// titles alone.
const mostHeaded = 500

// searchPage renders /search/.
func (r *Renderer) searchPage(docs []*Document, all titles) ([]byte, diag.List) {
	words := r.Ledger.Lang.Page
	shared, problems := r.shared(searchURL, all)
	v := View{
		Site: r.common.site, Shared: shared, Head: r.head(words.Search, words.SearchFind.With("site", r.Content.Settings.Title.S), searchURL),
		Kicker: plainHTML(words.Reference), Title: plainHTML(words.Search), Search: r.search(),
	}
	v.Head.NoIndex, v.Head.Markdown = true, ""
	v.Head.Scripts = []string{r.script("search")}
	for _, d := range docs {
		if d.Page.File == missing || d.Page.Meta.Draft {
			continue
		}
		page := SearchedPage{Title: d.Title.HTML, URL: r.url(d.Page.URL)}
		if len(docs) <= mostHeaded {
			for _, h := range d.Headings {
				page.Headings = append(page.Headings, SearchedHeading{hangulMarked(h.Text), r.url(d.Page.URL) + "#" + h.ID})
			}
		}
		v.Search.Pages = append(v.Search.Pages, page)
	}
	if len(r.Shown) > 0 {
		page := SearchedPage{Title: plainHTML(words.AllCharts), URL: r.url("charts/")}
		for _, c := range r.Shown {
			page.Headings = append(page.Headings, SearchedHeading{plainHTML(c.Headline), r.chartURL(c)})
		}
		v.Search.Pages = append(v.Search.Pages, page)
	}
	if r.lists.figures != "" {
		for _, f := range r.Ledger.Figures {
			v.Search.Figures = append(v.Search.Figures, FigureLink{ID: f.ID, Text: lang.NoBreak(f.Label + ": " + f.Value.Text(r.Ledger.Lang, unit.Prose)), URL: anchor(r.lists.figures, f.ID)})
		}
	}
	html, more := r.templates.Execute("search", v)
	problems.Add(more)
	return html, problems
}
