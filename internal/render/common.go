package render

import (
	"html/template"
	"slices"

	"sharingthecost/internal/content"
)

// common is what all pages say in the same words, found out once. Nothing
// changes it.
type common struct {
	site     Site            // without the links of header and footer
	links    []template.HTML // what other rooms add to each head
	policies map[bool]string // of pages with an Explore button and without
	// Structured data:
	publisher, publisherRef, partOf thing
	licence                         string // its address, or else its name
}

func (r *Renderer) findCommon() {
	s := r.Content.Settings
	r.common = common{
		site: Site{
			Name: s.Title.S, Description: s.Footer.S, Language: s.Language.S, Home: r.base, Preview: r.Preview, Edition: r.newest,
			CSS: r.url(r.assets.css), JS: r.script("site"), Licence: licence(s),
		},
		publisher: r.publisherLD(), publisherRef: thing{ID: r.publisherID()},
		partOf:  thing{Type: "WebSite", ID: r.siteID(), Name: s.Title.S, URL: r.public("/")},
		licence: s.Licence.URL.S,
	}
	if !s.Licence.URL.Given() {
		r.common.licence = s.Licence.Name.S
	}
	for _, link := range r.Host.Links {
		r.common.links = append(r.common.links, template.HTML(link))
	}
	r.common.links = slices.Clip(r.common.links) // so that no page adds to those of another
	if r.Host.Policy != nil {
		r.common.policies = map[bool]string{true: r.Host.Policy(true), false: r.Host.Policy(false)}
	}
}

// site is what is the same on every page, but for the links, one of which leads
// to the page itself.
func (r *Renderer) site(current string, all titles) Site {
	out := r.common.site
	for _, p := range r.Content.Navigation {
		out.Nav = append(out.Nav, r.navLink(p, current, all))
	}
	for _, p := range r.footer {
		out.Footer = append(out.Footer, r.navLink(p, current, all))
	}
	if len(r.Charts) > 0 {
		out.Footer = append(out.Footer, NavLink{Text: "Charts", URL: r.url("charts/"), Current: current == "/charts/"})
	}
	return out
}

func (r *Renderer) navLink(p *content.Page, current string, all titles) NavLink {
	return NavLink{Text: r.menuName(all[p]), URL: r.url(p.URL), Current: p.URL == current}
}

func licence(s content.Settings) template.HTML {
	if !s.Licence.Name.Given() {
		return ""
	}
	name := template.HTMLEscapeString(s.Licence.Name.S)
	if s.Licence.URL.Given() {
		name = `<a rel="license" href="` + template.HTMLEscapeString(s.Licence.URL.S) + `">` + name + `</a>`
	}
	return template.HTML("Text and charts: " + name + ".")
}
