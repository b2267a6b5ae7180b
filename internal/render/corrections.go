package render

import (
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/linked"
)

// The list of all corrections and other changes.
const CorrectionsURL = "/corrections/"

// changes are those of all pages and figures, newest first.
func (r *Renderer) changes(docs []*Document) []Change {
	var out []Change
	for _, d := range docs {
		if d.Page.File == missing || d.Page.Meta.Draft {
			continue
		}
		for _, change := range d.Changes {
			change.Page = &Onward{Title: template.HTML(html.EscapeString(r.menuName(d))), URL: r.url(d.Page.URL)}
			out = append(out, change)
		}
	}
	out = append(out, r.figureChanges()...)
	slices.SortStableFunc(out, func(a, b Change) int { return strings.Compare(b.Date.ISO, a.Date.ISO) })
	return out
}

// figureChanges are the corrections of figures.
func (r *Renderer) figureChanges() []Change {
	var out []Change
	for _, f := range r.Ledger.Figures {
		for _, change := range f.Changed {
			out = append(out, Change{
				Date: r.date(change.Date), Text: plainHTML(lang.Sentence(change.Reason)), Was: change.Old, Correction: true,
				Page: &Onward{Title: plainHTML(f.Label), URL: anchor(r.lists.figures, f.ID)},
			})
		}
	}
	return out
}

// correctionsPage renders /corrections/.
func (r *Renderer) correctionsPage(changes []Change, all titles) ([]byte, diag.List) {
	words := r.Ledger.Lang.Page
	shared, problems := r.shared(CorrectionsURL, all)
	v := View{
		Site: r.common.site, Shared: shared, Head: r.head(words.Changes, r.allChanges(), CorrectionsURL),
		Kicker: plainHTML(words.Reference), Title: plainHTML(words.Changes), Deck: plainHTML(words.ChangesDeck),
	}
	if r.Host.Changes != "" {
		v.Feed = r.url(r.Host.Changes)
	}
	for _, change := range changes {
		if change.Correction {
			v.Corrections = append(v.Corrections, change)
		} else {
			v.Other = append(v.Other, change)
		}
	}
	for _, version := range slices.Backward(r.Versions) {
		v.Versions = append(v.Versions, Onward{Title: plainHTML(r.day(version.Day).Long), URL: r.url(archive.Published + version.Day + "/")})
	}
	html, more := r.templates.Execute("corrections", v)
	problems.Add(more)
	return html, problems
}

func (r *Renderer) allChanges() string {
	return r.Ledger.Lang.Page.ChangesFind.With("site", r.Content.Settings.Title.S)
}

// A ListedChange is a change for a feed. Addresses count from the site's root.
type ListedChange struct {
	ID    string // of the change, as an address: that of the page, and a fragment
	URL   string // of what changed
	Title string // of what changed, as HTML
	Text  string // as HTML
	Was   string
	Day   string // "2026-11-21"

	Correction bool
}

// ListedChanges are all changes, newest first.
func (r *Renderer) ListedChanges(docs []*Document) []ListedChange {
	all := r.changes(docs)
	out := make([]ListedChange, len(all))
	ids := map[string]int{}
	for i := len(all) - 1; i >= 0; i-- { // an id stays when newer changes come
		c := all[i]
		url := "/" + strings.TrimPrefix(c.Page.URL, r.base)
		id := strings.ReplaceAll(url, "#", "?figure=") + "#changed-" + c.Date.ISO
		if ids[id]++; ids[id] > 1 {
			id += fmt.Sprintf("-%d", ids[id])
		}
		out[i] = ListedChange{id, url, string(c.Page.Title), string(c.Text), c.Was, c.Date.ISO, c.Correction}
	}
	return out
}

// correctionsLD says of a page what was put right on it: in its text, and in the
// figures that it shows.
func (r *Renderer) correctionsLD(d *Document) []linked.Thing {
	var out []linked.Thing
	for _, c := range d.Page.Meta.Changes {
		if c.Correction {
			out = append(out, linked.Thing{Type: "CorrectionComment", DatePublished: c.Date.String(), Text: r.Ledger.Plain(c.Says)})
		}
	}
	for _, id := range d.Figures {
		f := r.Ledger.Figure(id)
		if f == nil || d.ListsAll {
			continue
		}
		for _, c := range f.Changed {
			out = append(out, linked.Thing{Type: "CorrectionComment", DatePublished: c.Date.String(), Text: corrected(r.Ledger.Lang, f, c)})
		}
	}
	return out
}

func corrected(l *lang.Language, f *ledger.Figure, c ledger.Change) string {
	return lang.Sentence(f.Label+": "+c.Reason) + " " + l.Page.SaidBefore.With("was", c.Old)
}
