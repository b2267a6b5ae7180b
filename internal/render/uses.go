package render

import (
	"slices"

	"sharingthecost/internal/record"
)

// Title is the headline of the page as plain text.
func (d *Document) Title() string { return d.title.plain }

// Uses lists the figures and the sources that the page shows, its charts and
// blocks included, in the order of first use. Standing in a list of all figures
// or of all sources is no use.
func (d *Document) Uses() (figures, sources []string) {
	for _, c := range d.cited {
		if !slices.Contains(sources, c.ID) {
			sources = append(sources, c.ID)
		}
	}
	return slices.Clone(d.figures), sources
}

// edition is the newest date of any page.
func (r *Renderer) edition() Date {
	var newest record.Date
	for _, p := range r.Content.Pages {
		if day := p.Meta.LastUpdated(); day.Compare(newest) > 0 {
			newest = day
		}
	}
	return date(newest)
}
