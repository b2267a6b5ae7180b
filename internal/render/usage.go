package render

import (
	"html/template"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/record"
)

// A usage knows, once all pages are converted, where each figure, source and
// chart is used. Its lists are in the order of the site's pages, then charts.
type usage struct {
	figures map[string][]FigureLink // by figure
	sources map[string][]FigureLink // by source
	charts  map[string][]Onward     // by chart
	taken   map[string][]FigureLink // by source: the figures taken from it
	shown   map[string]record.Date  // by chart: the newest day of the pages that show it
}

func (r *Renderer) usageOf(docs []*Document) *usage {
	u := &usage{
		figures: map[string][]FigureLink{}, sources: map[string][]FigureLink{}, charts: map[string][]Onward{},
		taken: map[string][]FigureLink{}, shown: lastShown(docs),
	}
	for _, d := range docs {
		page := FigureLink{Text: r.menuName(d), URL: r.url(d.Page.URL)}
		if d.ListsAll {
			continue // it lists everything
		}
		for _, id := range d.Figures {
			u.figures[id] = append(u.figures[id], page)
		}
		for _, use := range d.Cited {
			u.sources[use.ID] = append(u.sources[use.ID], page)
		}
	}
	for _, d := range docs {
		for _, id := range d.Charts {
			u.charts[id] = append(u.charts[id], Onward{Title: d.Title.HTML, URL: r.url(d.Page.URL)})
		}
	}
	for _, c := range r.Charts {
		link := FigureLink{Text: "Chart: " + c.Headline, URL: r.chartURL(c)}
		for _, id := range c.Figures {
			u.figures[id] = append(u.figures[id], link)
		}
		for _, id := range chartSources(c) {
			u.sources[id] = append(u.sources[id], link)
		}
	}
	for _, f := range r.Ledger.Figures {
		if f.Formula != "" {
			continue // its sources are those of its inputs
		}
		for _, s := range f.Sources {
			link := FigureLink{Text: f.Label, URL: anchor(r.lists.figures, f.ID)}
			if !slices.Contains(u.taken[s.ID], link) {
				u.taken[s.ID] = append(u.taken[s.ID], link)
			}
		}
	}
	return u
}

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

func plainHTML(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }
