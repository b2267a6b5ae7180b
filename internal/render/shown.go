package render

import (
	"path"
	"slices"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
)

// Published gives a renderer of the charts that a page shows or links to, and the
// files of those that none does.
func (r *Renderer) Published(docs []*Document) (published *Renderer, unshown []string) {
	used := map[string]bool{}
	for _, d := range docs {
		for _, id := range d.Charts {
			used[id] = true
		}
		for _, l := range d.Links {
			if c, ok := r.linkedChart(d.Page, l); ok {
				used[c.ID] = true
			}
		}
	}
	for _, c := range r.Charts {
		if !used[c.ID] {
			unshown = append(unshown, c.Path)
		}
	}
	out := *r
	out.Charts = slices.DeleteFunc(slices.Clone(r.Charts), func(c *chart.Chart) bool { return !used[c.ID] })
	return &out, unshown
}

// linkedChart returns the chart that a link of a page leads to.
func (r *Renderer) linkedChart(from *content.Page, l markdown.Link) (*chart.Chart, bool) {
	c, ok := r.charts[path.Join(path.Dir(from.Path), l.Path)]
	return c, ok
}
