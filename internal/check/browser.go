package check

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Elements that the parser adds when the text leaves them out.
var implied = []string{"html", "head", "body", "tbody", "colgroup"}

// compare reports the first element that a browser puts elsewhere than where it is
// written: a <div> in a <p>, text in a table. A browser's parser takes longer than
// all the rules together, so it is given few pages.
func (s *site) compare(f *file) {
	if s.usual(f.page) {
		return
	}
	switch at, added, err := f.page.firstMoved(f.text); {
	case err != nil:
		f.reportWhole("a browser cannot read the page: "+err.Error(), "")
	case at > 0:
		n := &f.page.nodes[at]
		f.report(n.start, n.end, "a browser does not leave <"+n.tag+"> where it is written, in <"+f.page.nodes[n.parent].tag+">",
			"look for a block inside <p>, nested links or buttons, or table parts outside their table")
	case added != "":
		f.reportWhole("a browser adds <"+added+"> to the page", "look for an end tag that stands in the wrong place")
	}
}

// firstMoved parses the text of a document as a browser does and finds the first
// element that ends up elsewhere, or else the name of an element that the browser
// adds after all that are written.
func (d *document) firstMoved(text []byte) (at int, added string, err error) {
	root, err := html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return 0, "", err
	}
	written := d.elements
	var same func(n *html.Node, in int) bool
	same = func(n *html.Node, in int) bool {
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			inner := in
			switch tag := strings.ToLower(c.Data); {
			case len(written) > 0 && d.nodes[written[0]].tag == tag && d.nodes[written[0]].parent == in:
				inner, written = written[0], written[1:]
			case !slices.Contains(implied, tag):
				added = tag
				return false
			}
			if !same(c, inner) {
				return false
			}
		}
		return true
	}
	same(root, 0)
	if len(written) > 0 {
		return written[0], "", nil
	}
	return 0, added, nil
}

// usual reports whether it is known that a browser leaves the elements of a page where
// they are written. Whether it moves an element in the body (HTML, section 13.2.6)
// depends on what the element lies in: all before it were closed in their places and
// leave no trace. So each nesting is tried once for all pages. Of a page with more
// around its body than the usual, or with elements whose attributes, texts or
// neighbours count, nothing is known.
func (s *site) usual(d *document) bool {
	nestings, ok := d.nestings()
	if !ok {
		return false
	}
	nestings = slices.DeleteFunc(nestings, func(n *nesting) bool {
		_, kept := s.nestings.Load(n.open)
		return kept || len(n.inner) > 0 // which is tried with what lies in it
	})
	if len(nestings) == 0 {
		return true
	}
	text := []byte("<!doctype html><html><head></head><body>")
	for _, n := range nestings {
		text = append(append(text, n.open...), n.end...)
	}
	f := &file{text: append(text, "</body></html>"...)}
	if at, added, err := f.parse().firstMoved(f.text); err != nil || at > 0 || added != "" || len(f.problems) > 0 {
		return false
	}
	for _, n := range nestings {
		s.nestings.Store(n.open, true)
	}
	return true
}

// A nesting is the place of all elements of a name that lie in the same elements,
// by their names.
type nesting struct {
	tag       string
	open, end string // the tags from below the body to the element, and back
	inner     []*nesting
}

// nestings lists the nestings in the body of a page, unless the page has to be
// compared as it is: then ok is false.
func (d *document) nestings() (all []*nesting, ok bool) {
	const most, longest = 1000, 4000 // with more of them, or with longer start tags, to try each would take too long
	in := make([]*nesting, len(d.nodes))
	outline := "" // the elements around the body and the body
	for i := 1; i < len(d.nodes); i++ {
		n := &d.nodes[i]
		outer, outerTag := in[n.parent], d.nodes[n.parent].tag
		around := outerTag == "#document" || outerTag == "html" || outerTag == "head"
		switch n.tag {
		case "!":
			continue
		case "":
			if around && strings.Trim(n.text, " \t\r\n\f") != "" {
				return nil, false
			}
			continue
		case "font", "math", "template", "colgroup": // their attributes or neighbours count
			return nil, false
		}
		switch {
		case outerTag == "head":
			if !slices.Contains([]string{"title", "meta", "link", "script", "style", "base"}, n.tag) {
				return nil, false
			}
		case around:
			if outline += n.tag + " "; !strings.HasPrefix("html head body ", outline) {
				return nil, false
			}
			if n.tag == "body" {
				in[i] = &nesting{}
			}
		case outer == nil || len(all) == most || len(outer.open)+len(n.tag) > longest:
			return nil, false
		default:
			at := slices.IndexFunc(outer.inner, func(x *nesting) bool { return x.tag == n.tag })
			if at < 0 {
				at = len(outer.inner)
				inner := &nesting{tag: n.tag, open: outer.open + "<" + n.tag + ">", end: outer.end}
				if !isVoid(n.tag) || n.foreign {
					inner.end = "</" + n.tag + ">" + outer.end
				}
				outer.inner, all = append(outer.inner, inner), append(all, inner)
			}
			in[i] = outer.inner[at]
		}
	}
	return all, true
}
