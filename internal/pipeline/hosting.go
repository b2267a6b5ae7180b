package pipeline

import (
	"fmt"
	"net/url"
	"strings"
	"sync"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/host"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/render"
)

// hostSite says where the site will be seen. What is no production build names
// the public site as the one to find.
func hostSite(s content.Settings, address string, production bool) host.Site {
	out := host.Site{Settings: s, Address: address, Production: production}
	if !production {
		out.ProductionBase = s.BaseURL.S
	}
	return out
}

// heads is what the heads of pages say of the files that addHostFiles adds. A dated
// version has none of them, and loads nothing from elsewhere.
func heads(s host.Site, asOf string) render.Host {
	if asOf != "" {
		return render.Host{Policy: func(bool) string { return s.MetaPolicy(false) }}
	}
	h := render.Host{Links: s.HeadLinks(), Policy: s.MetaPolicy, Twin: host.TwinPath, Changes: host.CorrectionsFeed}
	if s.Settings.Cards == nil || *s.Settings.Cards {
		h.Card = host.CardPath
	}
	return h
}

// addHostFiles adds to a tree what hosts, crawlers and feed readers ask for.
// The header rules come last: they name every file.
func addHostFiles(tree *output.Tree, site host.Site, pages []render.Listing, changes []render.ListedChange, m *memo.Memo) diag.List {
	in := host.Input{Site: site, Pages: pages, Changes: changes, Tree: tree.Files()}
	jobs, problems := host.Cards(in)
	var made []output.File
	for _, j := range append(jobs, host.Icons(in)...) {
		made = append(made, output.File{Path: j.Path, Source: j.Source, Make: func() []byte {
			return memo.Do(m, memo.KeyOf("picture", []byte(j.Key)), func() ([]byte, bool) { return j.Draw(), true })
		}})
	}
	add := func(files []output.File) {
		for _, f := range files {
			if clash := tree.Add(f); clash != nil {
				problems = append(problems, *clash)
			}
		}
	}
	found := in.Found()
	whole := len(found) <= host.MostWhole
	for _, p := range found {
		made = append(made, output.File{Path: host.TwinPath(p.URL), Source: p.File.Source, Make: func() []byte { return readingOf(in, p, m, whole).twin() }})
	}
	made = append(made, output.File{Path: render.SearchIndex, Source: "templates/search.html", Make: sync.OnceValue(func() []byte {
		return in.SearchIndex(found, parallel.Map(found, func(p host.Found) []host.Section { return readingOf(in, p, m, whole).sections() }))
	})})
	add(made)
	in.Tree = tree.Files()
	files, more := host.Files(in)
	problems.Add(more)
	add(files)
	return problems
}

// A reading is what a finished page is made into besides. Who reads the page for one part
// remembers the other too; each by itself, since one is seldom asked for with the other.
type reading struct {
	twin     func() []byte
	sections func() []host.Section
}

func readingOf(in host.Input, p host.Found, m *memo.Memo, whole bool) reading {
	page := p.File.Bytes()
	twinKey, sectionsKey := memo.KeyOf("twin", []byte(in.Address), page), memo.KeyOf("sections", page, fmt.Append(nil, whole))
	return reading{
		twin: func() []byte {
			return memo.Do(m, twinKey, func() ([]byte, bool) {
				r := in.Read(p.Listing, page, whole)
				memo.Do(m, sectionsKey, func() ([]host.Section, bool) { return r.Sections, true })
				return r.Twin, true
			})
		},
		sections: func() []host.Section {
			return memo.Do(m, sectionsKey, func() ([]host.Section, bool) {
				r := in.Read(p.Listing, page, whole)
				memo.Do(m, twinKey, func() ([]byte, bool) { return r.Twin, true })
				return r.Sections, true
			})
		},
	}
}

// A Deployment is where a build will be seen.
type Deployment struct {
	Address    string // absolute, ending in a slash; empty: what content/site.yaml says
	Production bool   // whether it is the public site, to be found and indexed
	AsOf       string // the day of the dated version that this is: "2026-11-21"; empty: the living site
}

// DeploymentOf decides where a build will be seen: at the address given as a flag,
// else where the environment of the reference host says, else where the site's own
// settings say.
//
// The host sets CONTEXT to production, deploy-preview or branch-deploy, URL to
// the site's main address and DEPLOY_PRIME_URL to that of this very build. In
// production the latter is a technical address that must not become canonical.
func DeploymentOf(flag string, env func(string) string) (Deployment, error) {
	d := Deployment{Production: true}
	given := "-base-url"
	switch context := env("CONTEXT"); {
	case flag != "":
		d.Address = flag
		d.Production = env("NETLIFY") != "true" || context == "production"
	case env("NETLIFY") != "true":
		return d, nil
	case context == "production":
		d.Address, given = env("URL"), "URL"
	default:
		d.Address, given, d.Production = env("DEPLOY_PRIME_URL"), "DEPLOY_PRIME_URL", false
	}
	u, err := url.Parse(d.Address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return d, fmt.Errorf("%s: %q is not the address of a site: write https://host/ or https://host/path/", given, d.Address)
	}
	if !strings.HasSuffix(d.Address, "/") {
		d.Address += "/"
	}
	return d, nil
}
