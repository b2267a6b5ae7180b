package render

import (
	"cmp"
	"fmt"
	"io/fs"
	"net/url"
	"strings"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/chart"
	"sharingthecost/internal/claims"
	"sharingthecost/internal/code"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/glossary"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/linked"
	"sharingthecost/internal/look"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/parallel"
)

// Inputs is what a site is rendered from. All of it has been read without
// problems.
type Inputs struct {
	FS      fs.FS // the project's root: templates/ and static/
	Content *content.Site
	Ledger  *ledger.Ledger
	Claims  *claims.Checker // of the ledger
	Charts  []*chart.Chart
	Address string     // where the site will be seen, with a slash at the end; empty: what the settings say
	Preview bool       // this is not the public site
	Memo    *memo.Memo // remembers pictures, code, texts and pages; nil: they are made as often as they are asked for
	Key     memo.Key   // of all that the site is made of but the texts of pages
	Host    Host

	AsOf     string            // the day of the dated version that this is; empty: the living site
	Versions []archive.Version // the oldest first
}

// Host is what the heads of pages say of files that package host makes. The
// zero Host says nothing.
type Host struct {
	Links   []string                  // elements for every page: icons, manifest, feed
	Policy  func(explore bool) string // the content security policy of a page, with or without an Explore button
	Card    func(url string) string   // path of a page's picture for sharing: "cards/demand.png"
	Changes string                    // path of the feed of corrections and changes
	Twin    func(url string) string   // path of a page as Markdown: "demand/index.md"
}

// A Renderer makes the pages of one site. Its methods other than Site may be
// called for several pages at the same time.
type Renderer struct {
	Inputs
	Shown     []*chart.Chart // those of Charts that have a page; all, unless Published says otherwise
	key       memo.Key       // of all that pages are made of but their own texts
	templates *look.Templates
	assets    look.Assets
	base      string // path of the site, with slashes around: "/", "/sub/"
	terms     *glossary.Terms
	pages     map[string]*content.Page // by path
	charts    map[string]*chart.Chart  // by path: the first view of each
	lists     lists
	blocks    map[*content.Page][]string // names of the fenced blocks of each page
	newest    Date                       // of the days on which pages changed
	inFeed    map[*content.Page]bool     // the pages that changed last
	footer    []*content.Page            // the pages that every page leads to
	common    common
	linked    linked.Site // structured data
}

// New reads the templates and the static files. Mistakes in them are problems;
// the Renderer is then nil.
func New(in Inputs) (*Renderer, diag.List, error) {
	if in.Address == "" {
		in.Address = in.Content.Settings.BaseURL.S
	}
	r := &Renderer{Inputs: in, base: basePath(in.Address), pages: map[string]*content.Page{}, charts: map[string]*chart.Chart{}}
	for _, p := range in.Content.Pages {
		r.pages[p.Path] = p
		if p.File != missing && !strings.Contains(p.Name, "/") { // folders are entered from their pages
			r.footer = append(r.footer, p)
		}
	}
	r.Shown = in.Charts
	for _, c := range in.Charts {
		r.charts[c.Path] = allViews(c)[0]
	}
	r.findLists()
	r.key = memo.KeyOf("all but texts", in.Key[:], fmt.Appendf(nil, "%q", r.lists))
	r.newest, r.inFeed = r.date(in.Content.Edition()), newestPages(in.Content.Pages)
	r.terms = glossary.New(in.Ledger, r.lists.glossary)
	var problems, more diag.List
	var failed [2]error
	parallel.All(
		func() { r.templates, problems, failed[0] = look.ReadTemplates(in.FS, given(in.Ledger.Lang)) },
		func() {
			r.assets, more, failed[1] = look.ReadAssets(in.FS, []byte(in.Content.Settings.Palette().CSS()), code.Stylesheet())
		},
	)
	if err := cmp.Or(failed[0], failed[1]); err != nil {
		return nil, nil, err
	}
	if e := in.Content.Settings.Explore; e.Own() && r.assets.Static["static"+e.Src.S] == "" {
		more.Report(e.Src.At, "there is no file static"+e.Src.S, "put the library there, or give its address on the web with its integrity")
	}
	if problems.Add(more); len(problems) > 0 {
		return nil, problems, nil
	}
	r.findCommon()
	return r, nil, nil
}

// script is the address of a script, or "" when the site has none of that name.
func (r *Renderer) script(stem string) string {
	if r.assets.Scripts[stem] == "" {
		return ""
	}
	return r.url(r.assets.Scripts[stem])
}

// DocumentKey is the key of a page's document: of its own text, and of all that it
// may depend on besides.
func (r *Renderer) DocumentKey(p *content.Page) memo.Key {
	return memo.KeyOf("document", r.key[:], []byte(p.Path), p.Source.Text)
}

// basePath is the path under which the site is served: "/" or "/sub/path/".
func basePath(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return "/"
	}
	return "/" + strings.TrimPrefix(strings.TrimSuffix(u.Path, "/")+"/", "/")
}

// url gives the root-relative address of a path from the site's root:
// "/demand/" or "charts/x.svg".
func (r *Renderer) url(p string) string { return r.base + strings.TrimPrefix(p, "/") }

// public gives the absolute address of a path at the public site, which is
// what canonical links, citations and embeds name even in a preview.
func (r *Renderer) public(p string) string {
	address := r.Address
	if r.Preview {
		address = r.Content.Settings.BaseURL.S
	}
	return strings.TrimSuffix(address, "/") + "/" + strings.TrimPrefix(p, "/")
}
