package pipeline

import (
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/host"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
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

// heads is what the heads of pages say of the files that addHostFiles adds.
func heads(s host.Site) render.Host {
	h := render.Host{Links: s.HeadLinks(), Policy: s.MetaPolicy}
	if s.Settings.Cards == nil || *s.Settings.Cards {
		h.Card = host.CardPath
	}
	return h
}

// addHostFiles adds to a tree what hosts, crawlers and feed readers ask for.
// The header rules come last: they name every file.
func addHostFiles(tree *output.Tree, site host.Site, pages []render.Listing, m *memo.Memo) diag.List {
	in := host.Input{Site: site, Pages: pages, Tree: tree.Files()}
	jobs, problems := host.Cards(in)
	var pictures []output.File
	for _, j := range append(jobs, host.Icons(in)...) {
		pictures = append(pictures, output.File{Path: j.Path, Source: j.Source, Make: func() []byte {
			return memo.Do(m, memo.KeyOf("picture", []byte(j.Key)), func() ([]byte, bool) { return j.Draw(), true })
		}})
	}
	add := func(files []output.File) {
		for _, f := range files {
			if clash := tree.Add(f); clash != nil {
				problems = append(problems, clash.Problem())
			}
		}
	}
	add(pictures)
	in.Tree = tree.Files()
	files, more := host.Files(in)
	problems.Add(more)
	add(files)
	return problems
}
