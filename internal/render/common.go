package render

import (
	"html/template"
	"slices"

	"sharingthecost/internal/content"
)

// common is what all pages say in the same words, found out once.
type common struct {
	site     Site
	menus    map[string]bool // addresses that header and footer lead to
	shared   Shared          // of all other pages; the only part that Site makes, before any page
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
	r.common.menus = map[string]bool{"/charts/": true}
	for _, p := range slices.Concat(r.Content.Navigation, r.footer) {
		r.common.menus[p.URL] = true
	}
	if r.Host.Policy != nil {
		r.common.policies = map[bool]string{true: r.Host.Policy(true), false: r.Host.Policy(false)}
	}
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
