package render

import (
	"slices"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/output"
)

// ConvertAgain converts one page of a rendered site again after
// [content.Page.Retext]. The other files stay as they are if it reports true: the
// page uses, cites and shows the same as before, leads its readers to sound
// links, keeps every anchor that others can lead to, and has no part that waits
// for other pages. Only the feed may have to follow; see [Renderer.Feeds].
func (r *Renderer) ConvertAgain(before *Document, docs []*Document) (*Document, bool) {
	if len(before.later) > 0 || r.holdsList(before.Page) {
		return nil, false
	}
	d, problems := r.convert(before.Page)
	ok := len(problems) == 0 && len(d.later) == 0 && sameForOthers(before, d) && len(r.checkLinks(docs, d)) == 0
	return d, ok
}

// PageAgain renders a page that ConvertAgain has converted.
func (r *Renderer) PageAgain(d *Document, docs []*Document) (output.File, bool) {
	f, problems := r.page(d, titlesOf(docs), nil)
	return f, len(problems) == 0
}

// holdsList reports whether the page held a list of everything when the site was
// rendered, or holds one now.
func (r *Renderer) holdsList(p *content.Page) bool {
	lists := []string{r.lists.figures, r.lists.sources, r.lists.accounts, r.lists.glossary}
	return slices.Contains(lists, r.url(p.URL)) || slices.ContainsFunc(markdown.Fences(p.Text()), func(f markdown.Fence) bool {
		return slices.Contains([]string{"figures-list", "sources-list", "accounts", "glossary"}, f.Name)
	})
}

// Feeds reports whether the feed has the text of a page.
func (r *Renderer) Feeds(d *Document) bool { return r.fed[d.Page] }

// sameForOthers reports whether a page gives the rest of the site what it gave
// before.
func sameForOthers(a, b *Document) bool {
	places := func(d *Document) []string {
		ids := d.anchors()
		slices.Sort(ids)
		return ids
	}
	return a.title == b.title && a.kicker == b.kicker && a.summary == b.summary && slices.Equal(a.figures, b.figures) &&
		slices.Equal(a.charts, b.charts) && slices.Equal(a.accounts, b.accounts) && slices.Equal(ids(a), ids(b)) &&
		slices.Equal(places(a), places(b))
}
