package render

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/markdown"
)

// A target is what a link written as a file path leads to.
type target struct {
	url  string        // root-relative, without fragment
	page *content.Page // nil for other files
	ids  []string      // anchors of a page that has no source of its own
}

// resolve finds the file that a page means by a path. Paths count from the
// folder of the page, as on a code host.
func (r *Renderer) resolve(from *content.Page, dest string) (target, *markdown.Complaint) {
	file, _, _ := strings.Cut(dest, "#")
	if file == "" {
		return target{url: r.url(from.URL), page: from}, nil
	}
	if strings.HasPrefix(file, "/") {
		return target{}, &markdown.Complaint{Text: "the link " + file + " begins with a slash", Hint: r.fileOf(from, file)}
	}
	full := path.Join(path.Dir(from.Path), file)
	switch {
	case r.pages[full] != nil:
		p := r.pages[full]
		return target{url: r.url(p.URL), page: p}, nil
	case r.charts[full] != nil:
		return target{url: r.chartURL(r.charts[full]), ids: chartAnchors()}, nil
	case r.assets.Static[full] != "":
		return target{url: r.url(r.assets.Static[full])}, nil
	}
	if t := r.Ledger.Table(full); t != nil {
		return target{url: r.url("data/" + path.Base(t.Path))}, nil
	}
	if r.brokenInput(full) {
		return target{}, nil
	}
	return target{}, r.unknown(from, file, full)
}

// brokenInput reports whether a path is a chart or a table with problems of its own,
// which say what is wrong with it.
func (r *Renderer) brokenInput(name string) bool {
	if path.Dir(name) == "content/charts" && path.Ext(name) == ".yaml" && r.charts[name] == nil {
		_, err := fs.Stat(r.FS, name)
		return err == nil
	}
	return r.Ledger.Broken(strings.TrimPrefix(name, "content/"))
}

// unknown says that a file does not exist, in the words for its kind.
func (r *Renderer) unknown(from *content.Page, file, full string) *markdown.Complaint {
	what := "file"
	switch {
	case path.Ext(file) == ".md":
		what = "page"
	case path.Ext(file) == ".yaml" && strings.Contains(full, "/charts/"):
		what = "chart"
	case path.Ext(file) == ".csv":
		what = "table"
	}
	var near []string
	for _, name := range r.linkable() {
		if strings.HasPrefix(name, path.Dir(from.Path)+"/") {
			name = strings.TrimPrefix(name, path.Dir(from.Path)+"/")
		}
		near = append(near, name)
	}
	hint := meant(file, near, "links are paths of files: demand.md, charts/x.yaml, data/x.csv")
	return &markdown.Complaint{Text: "no " + what + " " + file, Hint: hint}
}

// meant is the hint for a name that does not exist: the nearest that does, or
// else what to do.
func meant(name string, known []string, otherwise string) string {
	return cmp.Or(diag.DidYouMean(name, known), otherwise)
}

// linkable lists every file that a page can link to, sorted.
func (r *Renderer) linkable() []string {
	var out []string
	for name := range r.pages {
		out = append(out, name)
	}
	for name := range r.charts {
		out = append(out, name)
	}
	for _, t := range r.Ledger.Tables {
		out = append(out, t.Path)
	}
	for name := range r.assets.Static {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// fileOf gives the hint for an address written instead of a file's path.
func (r *Renderer) fileOf(from *content.Page, address string) string {
	for _, p := range r.Content.Pages {
		if strings.Trim(p.URL, "/") == strings.Trim(address, "/") {
			return "write the file's path: " + p.Name
		}
	}
	return "write the path of a file, counted from the folder of " + path.Base(from.Path)
}

// link is the Link function of a page's host.
func (r *Renderer) link(from *content.Page, dest string) (markdown.Target, *markdown.Complaint) {
	t, complaint := r.resolve(from, dest)
	if complaint != nil {
		return markdown.Target{}, complaint
	}
	out := markdown.Target{URL: t.url}
	if _, fragment, ok := strings.Cut(dest, "#"); ok {
		out.URL += "#" + fragment
		if r.lists.glossary == t.url && r.Ledger.Term(fragment) != nil {
			out.Term = fragment
		}
	}
	if t.page == from && strings.HasPrefix(dest, "#") {
		out.URL = dest
	}
	return out, nil
}

// CheckLinks reports anchors that do not exist, at the links that name them. It
// needs all pages of the site, those with problems too.
func (r *Renderer) CheckLinks(docs []*Document) diag.List {
	pages := titlesOf(docs)
	ids := map[*content.Page][]string{}
	var problems diag.List
	for _, d := range docs {
		for _, l := range d.Links {
			if path, ours := strings.CutPrefix(l.Dest, strings.TrimSuffix(r.Address, "/")); l.External && ours {
				problems.Add(r.ownAddress(d.Page, l, path))
			}
			if l.External || l.Fragment == "" {
				continue
			}
			t, complaint := r.resolve(d.Page, l.Dest)
			if complaint != nil {
				continue // reported when the page was converted
			}
			known := t.ids
			name := path.Base(l.Path)
			if t.page != nil {
				if pages[t.page] == nil { // its front matter is broken
					continue
				}
				if ids[t.page] == nil {
					ids[t.page] = pages[t.page].anchors()
				}
				known, name = ids[t.page], t.page.Name
			}
			chart, framed := strings.CutPrefix(l.Fragment, frameID(""))
			if framed && r.brokenInput("content/charts/"+chart+".yaml") {
				continue // whose own problems say what is wrong
			}
			if !slices.Contains(known, l.Fragment) {
				problems.Report(l.At, "no heading #"+l.Fragment+" in "+name, meant(l.Fragment, known, "give the heading an id, ## Heading {#"+markdown.WrittenID(l.Fragment)+"}, and link to that; or link to the page"))
			}
		}
	}
	return problems
}

// ownAddress reports a link to a page of this site, by its address, that is not
// there. What other files there are is not known yet.
func (r *Renderer) ownAddress(from *content.Page, l markdown.Link, path string) diag.List {
	path, _, _ = strings.Cut(path, "#")
	page := func(p *content.Page) bool { return p.URL == path }
	chart := func(c *chart.Chart) bool {
		return path == "/charts/"+c.ID+"/" || path == "/embed/"+c.ID+"/" || path == "/charts/"
	}
	var problems diag.List
	if strings.HasSuffix(path, "/") && !slices.ContainsFunc(r.Content.Pages, page) && !slices.ContainsFunc(r.Charts, chart) {
		problems.Report(l.At, "no page of this site is at "+path, r.fileOf(from, path))
	}
	return problems
}

// lists are the addresses of the pages that hold a list of everything; empty
// when no page does. They are the one thing that pages need to know of each
// other's texts.
type lists struct{ figures, sources, accounts, glossary string }

// findLists looks for the first page with each list, and keeps for every page
// with a list the names of its fenced blocks.
func (r *Renderer) findLists() {
	names := []string{"figures-list", "sources-list", "glossary", "accounts", "timeline", "whatif"}
	r.blocks = map[*content.Page][]string{}
	first := func(url *string, p *content.Page) {
		if *url == "" {
			*url = r.url(p.URL)
		}
	}
	for _, p := range r.Content.Pages {
		if !slices.ContainsFunc(names, func(name string) bool { return bytes.Contains(p.Text(), []byte(name)) }) {
			continue // most pages need not be parsed for it
		}
		for _, block := range markdown.Fences(p.Text()) {
			r.blocks[p] = append(r.blocks[p], block.Name)
			switch {
			case block.Name == "figures-list":
				first(&r.lists.figures, p)
			case block.Name == "sources-list":
				first(&r.lists.sources, p)
			case block.Name == "glossary":
				first(&r.lists.glossary, p)
			case block.Name == "accounts" && slices.Contains(block.Lines, "all"):
				first(&r.lists.accounts, p)
			}
		}
	}
}

// hasBlock reports whether a page has a block of a name.
func (r *Renderer) hasBlock(p *content.Page, name string) bool {
	return slices.Contains(r.blocks[p], name)
}

// anchor is an address in a list, or "" when no page has the list.
func anchor(list, id string) string {
	if list == "" {
		return ""
	}
	return list + "#" + id
}
