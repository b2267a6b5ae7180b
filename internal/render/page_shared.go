package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/linked"
)

// common is what all pages say in the same words.
type common struct {
	site     Site
	menus    map[string]bool // addresses that header and footer lead to
	shared   Shared          // of all other pages; the only part that Site makes, before any page
	policies map[bool]string // of pages with an Explore button and without
}

func (r *Renderer) findCommon() {
	s := r.Content.Settings
	r.common = common{
		site: Site{
			Name: s.Title.S, Description: s.Footer.S, Language: s.Language.S, Home: r.base, Preview: r.Preview && r.AsOf == "", AsOf: r.day(r.AsOf), Living: r.public("/"), Edition: r.newest,
			CSS: r.url(r.assets.CSS), JS: r.script("site"), Licence: r.licence(s),
		},
	}
	r.linked = linked.Site{
		Address: r.public("/"), Name: s.Title.S, Description: s.Description.S, Language: s.Language.S,
		PublishedBy: s.Publisher.Name.S, PublishURL: s.Publisher.URL.S, Licence: cmp.Or(s.Licence.URL.S, s.Licence.Name.S),
	}
	r.common.menus = map[string]bool{"/charts/": true, searchURL: true, CorrectionsURL: true}
	for _, p := range slices.Concat(r.Content.Navigation, r.footer) {
		r.common.menus[p.URL] = true
	}
	if r.Host.Policy != nil {
		r.common.policies = map[bool]string{true: r.Host.Policy(true), false: r.Host.Policy(false)}
	}
}

func (r *Renderer) licence(s content.Settings) template.HTML {
	if !s.Licence.Name.Given() {
		return ""
	}
	name := template.HTMLEscapeString(s.Licence.Name.S)
	if s.Licence.URL.Given() {
		name = `<a rel="license" href="` + template.HTMLEscapeString(s.Licence.URL.S) + `">` + name + `</a>`
	}
	return template.HTML(r.Ledger.Lang.Page.Rights.With("licence", name) + ".")
}

// findShared makes what pages share, once their titles are known. It comes
// before any of them.
func (r *Renderer) findShared(all titles) diag.List {
	view := SharedView{Site: r.common.site}
	for _, link := range r.Host.Links {
		view.Links = append(view.Links, template.HTML(link))
	}
	head, problems := r.templates.Execute("shared-head", view)
	r.common.shared.Head = template.HTML(head)
	var more diag.List
	r.common.shared, more = r.withMenus("", all)
	problems.Add(more)
	return problems
}

// shared is what the page at an address shares with others.
func (r *Renderer) shared(url string, all titles) (Shared, diag.List) {
	if r.common.menus[url] { // they mark the current page
		return r.withMenus(url, all)
	}
	return r.common.shared, nil
}

func (r *Renderer) withMenus(current string, all titles) (Shared, diag.List) {
	view := SharedView{Site: r.common.site, Nav: r.navLinks(r.Content.Navigation, current, all), Footer: r.footerMenu(current, all)}
	header, problems := r.templates.Execute("shared-header", view)
	footer, more := r.templates.Execute("shared-footer", view)
	problems.Add(more)
	return Shared{r.common.shared.Head, template.HTML(header), template.HTML(footer)}, problems
}

// footerMenu is every page in the groups of the settings: those that no group names in
// the last, and the list of charts behind the list of figures, or else at the end.
func (r *Renderer) footerMenu(current string, all titles) []Menu {
	rest := slices.Clone(r.footer)
	var menus []Menu
	for i, pages := range r.Content.FooterMenu {
		rest = slices.DeleteFunc(rest, func(p *content.Page) bool { return slices.Contains(pages, p) })
		menus = append(menus, Menu{Title: r.Content.Settings.FooterMenu[i].Title.S, Links: r.navLinks(pages, current, all)})
	}
	if len(menus) == 0 {
		menus = []Menu{{}}
	}
	last := &menus[len(menus)-1]
	last.Links = append(last.Links, r.navLinks(rest, current, all)...)
	last.Links = append(last.Links, NavLink{Text: r.Ledger.Lang.Page.Corrections, URL: r.url(CorrectionsURL), Current: current == CorrectionsURL})
	if r.search() != nil {
		last.Links = append(last.Links, NavLink{Text: r.Ledger.Lang.Page.Search, URL: r.url(searchURL), Current: current == searchURL})
	}
	if len(r.Shown) == 0 {
		return menus
	}
	charts := NavLink{Text: r.Ledger.Lang.Page.Charts, URL: r.url("charts/"), Current: current == "/charts/"}
	for i := range menus {
		if at := slices.IndexFunc(menus[i].Links, func(l NavLink) bool { return l.URL == r.lists.figures }); at >= 0 {
			menus[i].Links = slices.Insert(menus[i].Links, at+1, charts)
			return menus
		}
	}
	last.Links = append(last.Links, charts)
	return menus
}

func (r *Renderer) navLinks(pages []*content.Page, current string, all titles) []NavLink {
	var out []NavLink
	for _, p := range pages {
		out = append(out, NavLink{Text: r.menuName(all[p]), URL: r.url(p.URL), Current: p.URL == current})
	}
	return out
}

const (
	wordsPerMinute  = 200 // measured rates of adults reading non-fiction lie around 240; sums and names slow them
	minutesPerChart = 0.5
	shortest        = 150 // words below which a page is skimmed rather than read
)

// readingTime is the time to read a page, in minutes; 0 for a page that is not
// read through.
func readingTime(words, charts int) int {
	if words < shortest {
		return 0
	}
	return max(1, int(math.Round(float64(words)/wordsPerMinute+minutesPerChart*float64(charts))))
}
