package check

import (
	"maps"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }

// pageLinks checks every address of a page.
func (s *site) pageLinks(f *file) {
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		if f.full() {
			return
		}
		for j := range n.attr {
			s.attribute(f, n, n.attr[j].key, n.attr[j].val)
		}
		if n.tag == "script" && n.val("type") == "application/ld+json" {
			s.linkedData(f, i)
		}
	}
}

// attribute checks the addresses in one attribute of an element.
func (s *site) attribute(f *file, n *node, key, value string) {
	switch key {
	case "href", "xlink:href":
		switch n.tag {
		case "a", "area":
			s.pageLink(f, n, key, value, false)
		case "link":
			s.linkElement(f, n, value)
		default: // use, image and others of SVG
			s.pageLink(f, n, key, value, true)
		}
	case "src", "poster":
		s.pageLink(f, n, key, value, true)
	case "srcset", "imagesrcset":
		for candidate := range strings.SplitSeq(value, ",") {
			address, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
			s.pageLink(f, n, key, address, true)
		}
	case "action", "formaction", "cite":
		s.pageLink(f, n, key, value, false)
	case "content":
		switch p := n.val("property") + n.val("name"); p {
		case "og:image", "og:image:url", "og:image:secure_url", "og:url", "twitter:image":
			if n.tag == "meta" {
				s.absolute(f, n, key, value)
			}
		}
	}
	if strings.Contains(value, "var(--") {
		for _, use := range customUses([]byte(value)) {
			if !use.fallback && !s.defined[use.name] {
				f.reportAttr(n, key, "no style sheet defines "+use.name, diag.DidYouMean(use.name, sortedKeys(s.defined)))
			}
		}
	}
}

// linkElement checks a <link>: those that are fetched with the page must be on
// the site, those that other programs read must be absolute.
func (s *site) linkElement(f *file, n *node, value string) {
	rel := strings.ToLower(n.val("rel"))
	switch {
	case rel == "canonical":
		s.absolute(f, n, "href", value)
	case rel == "":
		f.report(n.start, n.end, "a <link> without rel", "say what it is: rel=\"icon\"")
	default:
		led := []string{"alternate", "license", "author", "me", "next", "prev", "help"}
		s.pageLink(f, n, "href", value, !slices.Contains(led, rel))
	}
}

// absolute checks an address that leaves the page with it: other programs have
// no page to resolve it against.
func (s *site) absolute(f *file, n *node, key, value string) {
	if !strings.HasPrefix(value, "https://") && !strings.HasPrefix(value, "http://") {
		f.reportAttr(n, key, "the address "+value+" is not absolute", "write it with https:// and the host")
		return
	}
	s.pageLink(f, n, key, value, false)
}

// pageLink checks one address. loaded says that browsers fetch it with the page.
func (s *site) pageLink(f *file, n *node, key, value string, loaded bool) {
	text, hint, target := s.fault(f, value, loaded)
	if text != "" {
		f.reportAttr(n, key, text, hint)
	}
	s.noteAnchor(f, target, anchor{At: span{n.start, n.end}, Tag: n.tag, Attr: key})
}

// fault says what is wrong with an address in a file, save for its anchor, and
// where it leads.
func (s *site) fault(f *file, ref string, loaded bool) (text, hint string, g target) {
	g = s.follow(f.Path, ref)
	switch {
	case g.text != "":
		return g.text, g.hint, target{}
	case g.elsewhere && loaded:
		return "the page loads " + ref + " from another site", "put a copy into static", target{}
	}
	return "", "", g
}

// linkedData checks the addresses of this site in a page's JSON-LD. Fragments
// there name things, not anchors.
func (s *site) linkedData(f *file, i int) {
	if s.Origin == "" {
		return
	}
	n := &f.page.nodes[i]
	for _, ref := range jsonStrings(f.page.content(i)) {
		rest, ours := strings.CutPrefix(ref, s.Origin)
		if !ours || rest != "" && rest[0] != '/' && rest[0] != '#' {
			continue
		}
		plain, _, _ := strings.Cut(ref, "#")
		if text, hint, _ := s.fault(f, plain, false); text != "" {
			f.report(n.start, n.end, text, hint)
		}
	}
}

// fileLinks checks the addresses in a file that is not a page.
func (s *site) fileLinks(f *file, refs []reference) {
	for _, r := range refs {
		if f.full() {
			return
		}
		text, hint, target := s.fault(f, r.address, r.loaded)
		if text != "" {
			f.report(r.start, r.end, text, hint)
		}
		s.noteAnchor(f, target, anchor{At: span{r.start, r.end}})
	}
}
