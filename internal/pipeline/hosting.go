package pipeline

import (
	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
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
	if hasCards(s) {
		h.Card = host.CardPath
	}
	return h
}

// hasCards reports whether each page has a picture for sharing.
func hasCards(s host.Site) bool { return s.Settings.Cards == nil || *s.Settings.Cards }

// addHostFiles adds to a tree what hosts, crawlers and feed readers ask for.
// The header rules come last: they name every file.
func addHostFiles(tree *output.Tree, site host.Site, pages []render.Listing, m *memo.Memo) diag.List {
	in := hostInput(site, pages)
	in.Tree = tree.Files()
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

func hostInput(site host.Site, pages []render.Listing) host.Input {
	in := host.Input{Site: site}
	for _, l := range pages {
		l.OwnCard = l.OwnCard || !hasCards(site)
		in.Pages = append(in.Pages, hostPage(l))
		for _, from := range l.Aliases {
			in.Aliases = append(in.Aliases, host.Alias{From: from, To: l.URL})
		}
	}
	return in
}

func hostPage(l render.Listing) host.Page {
	p := host.Page{
		URL: l.URL, Title: l.Title, Kicker: l.Kicker, Description: l.Description, Published: l.Published, Updated: l.Updated,
		NoIndex: l.NoIndex, Body: l.Body, At: l.At,
	}
	if !l.OwnCard && !l.NoIndex {
		p.Card = &host.Card{Drawing: cardDrawing(l.Lead)}
	}
	for i, c := range l.Charts {
		p.Charts = append(p.Charts, host.Chart{
			Frame: l.Frames[i], URL: "/charts/" + c.ID + "/", Picture: "/charts/" + c.ID + ".png",
			Alt: c.Alt(), Headline: c.Headline, Caption: c.Note + " " + c.SourceLine(),
		})
	}
	return p
}

func cardDrawing(c *chart.Chart) func() *draw.Canvas {
	if c == nil {
		return nil
	}
	return c.CardDrawing
}
