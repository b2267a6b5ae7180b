package render

import (
	"html/template"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
)

// findShared makes what pages share, once their titles are known. It comes
// before any of them.
func (r *Renderer) findShared(all titles) diag.List {
	view := SharedView{Site: r.common.site}
	for _, link := range r.Host.Links {
		view.Links = append(view.Links, template.HTML(link))
	}
	head, problems := r.templates.execute("shared-head", view)
	r.common.shared.Head = template.HTML(head)
	var more diag.List
	r.common.shared, more = r.withMenus("", all)
	problems.Add(more)
	return problems
}

// shared is what the page at an address shares with others.
func (r *Renderer) shared(url string, all titles) (Shared, diag.List) {
	if r.common.menus[url] { // they mark the page that they stand on
		return r.withMenus(url, all)
	}
	return r.common.shared, nil
}

func (r *Renderer) withMenus(current string, all titles) (Shared, diag.List) {
	view := SharedView{Site: r.common.site, Nav: r.navLinks(r.Content.Navigation, current, all), Footer: r.navLinks(r.footer, current, all)}
	if len(r.Charts) > 0 {
		view.Footer = append(view.Footer, NavLink{Text: "Charts", URL: r.url("charts/"), Current: current == "/charts/"})
	}
	header, problems := r.templates.execute("shared-header", view)
	footer, more := r.templates.execute("shared-footer", view)
	problems.Add(more)
	return Shared{r.common.shared.Head, template.HTML(header), template.HTML(footer)}, problems
}

func (r *Renderer) navLinks(pages []*content.Page, current string, all titles) []NavLink {
	var out []NavLink
	for _, p := range pages {
		out = append(out, NavLink{Text: r.menuName(all[p]), URL: r.url(p.URL), Current: p.URL == current})
	}
	return out
}
