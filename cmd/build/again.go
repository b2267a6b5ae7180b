package main

import (
	"io/fs"
	"slices"

	"sharingthecost/internal/content"
	"sharingthecost/internal/host"
	"sharingthecost/internal/output"
	"sharingthecost/internal/render"
)

// again makes a site again of which only the texts of some pages have changed.
// It makes only these pages, and reports true: the site is then what makeSite
// would make. It reports false when such a change reaches what other files show,
// and when something is wrong; then all has to be made, and m is of no use any
// more.
func (m *made) again(root fs.FS, pages []*content.Page) bool {
	const few = 20 // each takes a look at all pages
	if len(pages) > few {
		return false
	}
	var files []output.File
	feed := false
	for _, page := range pages {
		text, err := fs.ReadFile(root, page.Path)
		if err != nil || !page.Retext(text) {
			return false
		}
		i := slices.IndexFunc(m.docs, func(d *render.Document) bool { return d.Page == page })
		d, ok := m.renderer.ConvertAgain(m.docs[i], m.docs)
		if !ok {
			return false
		}
		measures, problems := m.rulesOfText(d)
		if len(problems) > 0 {
			return false
		}
		f, ok := m.renderer.PageAgain(d, m.docs)
		if !ok {
			return false
		}
		m.docs[i], m.measures[i] = d, measures
		files = append(files, f)
		feed = feed || m.renderer.Feeds(d)
	}
	if feed {
		f, problems := host.Feed(host.Input{Site: m.host, Pages: m.renderer.Listings(m.docs)})
		if len(problems) > 0 {
			return false
		}
		files = append(files, f)
	}
	for _, f := range files {
		if !m.checked.Again(f) {
			return false
		}
	}
	m.tree = m.tree.With(files...)
	return true
}
