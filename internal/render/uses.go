package render

import (
	"slices"

	"sharingthecost/internal/record"
)

// Uses lists the figures and the sources that the page shows, its charts and
// blocks included, in the order of first use. Standing in a list of all figures
// or of all sources is no use.
func (d *Document) Uses() (figures, sources []string) {
	for _, c := range d.Cited {
		if !slices.Contains(sources, c.ID) {
			sources = append(sources, c.ID)
		}
	}
	return slices.Clone(d.Figures), sources
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
