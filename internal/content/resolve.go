package content

import (
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// resolve turns the file names in the settings and in front matter into pages
// and puts the pages in order.
func (s *Site) resolve() diag.List {
	r := resolver{site: s}
	s.Navigation = r.pages("", s.Settings.Navigation, nil)
	s.FooterMenu = r.menu(s.Settings.FooterMenu)
	for _, p := range s.Pages {
		if p.Meta.Next.Given() {
			if next := r.pages(p.Name, []record.Text{p.Meta.Next}, p); next != nil {
				p.Next = next[0]
			}
		}
		p.Related = r.pages(p.Name, p.Meta.Related, p)
	}
	s.order()
	return r.problems
}

type resolver struct {
	site     *Site
	problems diag.List
}

// pages finds the pages that a list names. It reports those that do not exist,
// those named twice, and self, the page that has the list.
func (r *resolver) pages(from string, list []record.Text, self *Page) []*Page {
	var out []*Page
	first := map[*Page]diag.Pos{}
	for _, t := range list {
		p := r.site.Target(from, t.S)
		before, twice := first[p]
		switch {
		case p == nil:
			r.problems.Report(t.At, "no page "+t.S, r.suggest(t.S))
		case p == self:
			r.problems.Report(t.At, t.S+" is this page itself", "name another page")
		case twice:
			r.problems.ReportRelated(t.At, t.S+" is named twice", "keep one of them", before, "first named here")
		default:
			first[p] = t.At
			out = append(out, p)
		}
	}
	return out
}

// menu finds the pages of the footer's groups. No page is in two.
func (r *resolver) menu(groups []MenuGroup) [][]*Page {
	var names []record.Text
	for _, g := range groups {
		names = append(names, g.Pages...)
	}
	r.pages("", names, nil) // for its problems
	out := make([][]*Page, len(groups))
	for i, g := range groups {
		for _, t := range g.Pages {
			if p := r.site.Target("", t.S); p != nil {
				out[i] = append(out[i], p)
			}
		}
	}
	return out
}

// suggest gives the hint for a page that does not exist.
func (r *resolver) suggest(name string) string {
	names := make([]string, len(r.site.Pages))
	for i, p := range r.site.Pages {
		names[i] = p.Name
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	plain := strings.TrimPrefix(strings.Trim(name, "/"), folder+"/")
	for _, candidate := range []string{plain, plain + ".md"} {
		if r.site.Page(candidate) != nil {
			return "write the file's name: " + candidate
		}
	}
	return "write the name of a file in content: index.md"
}

// checkAddresses reports pages and aliases that share an address.
func (s *Site) checkAddresses() diag.List {
	var problems diag.List
	owner := map[string]*Page{}
	for _, p := range s.Pages {
		if other := owner[key(p.URL)]; other != nil {
			problems.ReportRelated(p.addressAt(), p.Name+" and "+other.Name+" have the same address "+p.URL, "rename one of them, or give it another slug", other.addressAt(), "also "+p.URL)
			continue
		}
		owner[key(p.URL)] = p
		for folder, use := range kept {
			if strings.HasPrefix(key(p.URL)+"/", folder) {
				problems.Report(p.addressAt(), "the address "+p.URL+" lies where "+use+" are", "rename the page or its folder, or give it another slug")
			}
		}
	}
	first := map[string]diag.Pos{}
	for _, p := range s.Pages {
		for _, alias := range p.Meta.Aliases {
			other := owner[key(alias.S)]
			before, twice := first[key(alias.S)]
			switch text, hint := aliasMistake(alias.S); {
			case text != "":
				problems.Report(alias.At, text, hint)
			case other != nil:
				problems.ReportRelated(alias.At, "the alias "+alias.S+" is the address of "+other.Name, "remove it: an alias is an earlier address", other.addressAt(), "its address is "+other.URL)
			case twice:
				problems.ReportRelated(alias.At, "the alias "+alias.S+" is given twice", "keep one of them", before, "first given here")
			default:
				first[key(alias.S)] = alias.At
			}
		}
	}
	return problems
}

// kept are the folders of a site that hosts serve by rules of their own: not to be found,
// or to be framed.
var kept = map[string]string{"/v/": "dated versions of the site", "/embed/": "charts for other sites"}

// key makes addresses equal that are the same to hosts.
func key(address string) string { return strings.ToLower(strings.TrimSuffix(address, "/")) }

// addressAt is the place that decides the page's address.
func (p *Page) addressAt() diag.Pos {
	if p.Meta.Slug.Given() {
		return p.Meta.Slug.At
	}
	return p.Source.Whole()
}

// aliasMistake says what is wrong with the form of an alias.
func aliasMistake(a string) (text, hint string) {
	const example = "write a path from the root of the site: /old/"
	switch {
	case !strings.HasPrefix(a, "/") || strings.Contains(a, "//"):
		return "the alias " + a + " is not a path from the root of the site", example
	case strings.ContainsFunc(a, func(r rune) bool { return oddRune(r) && !strings.ContainsRune("/~@%", r) }):
		return "the alias " + a + " has a character that addresses cannot have", "use letters, digits and - . _ ~ / (others as %XX)"
	}
	read, err := url.PathUnescape(a)
	switch {
	case err != nil || strings.Contains(read, "%"):
		return "the alias " + a + " has a % that hosts read differently", "write others than letters, digits and - . _ ~ as %XX, once"
	case read != "/" && path.Clean(read) != strings.TrimSuffix(read, "/") || strings.Count(read, "/") > strings.Count(a, "/"):
		return "the alias " + a + " is not clean", "leave out . and .."
	case diag.Hidden(read) != "" || !utf8.ValidString(read) || strings.ContainsAny(read, "\\\n\t"):
		return "the alias " + a + " has a character that addresses cannot have", "leave it out"
	}
	return "", ""
}
