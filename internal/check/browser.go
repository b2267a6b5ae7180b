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
// all the rules together, so few pages are given to it whole.
func (f *file) compare() {
	if f.page.soundInBrief() {
		return
	}
	root, err := browse(f.text)
	if err != nil {
		f.reportWhole("a browser cannot read the page: "+err.Error(), "")
		return
	}
	switch at, added := f.page.firstMoved(root); {
	case at > 0:
		n := &f.page.nodes[at]
		f.report(n.start, n.end, "a browser does not leave <"+n.tag+"> where it is written, in <"+f.page.nodes[n.parent].tag+">",
			"look for a block inside <p>, nested links or buttons, or table parts outside their table")
	case added != "":
		f.reportWhole("a browser adds <"+added+"> to the page", "look for an end tag that stands in the wrong place")
	}
}

// browse parses a page as browsers do.
func browse(text []byte) (*html.Node, error) {
	return html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false))
}

// firstMoved finds the first element that is elsewhere in the tree of a browser, or
// else the name of an element that the browser adds after all that are written.
func (d *document) firstMoved(root *html.Node) (at int, added string) {
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
		return written[0], ""
	}
	return 0, added
}

// soundInBrief reports whether a browser builds the elements of a page as they are
// written, so far as the brief form of the page tells.
func (d *document) soundInBrief() bool {
	brief, text := d.brief()
	if brief == nil {
		return false
	}
	root, err := browse(text)
	if err != nil {
		return false
	}
	at, added := brief.firstMoved(root)
	return at == 0 && added == ""
}

// brief returns a page with one element for all that lie in the same elements, by
// their names, and without texts and attributes; and how it is written. Whether a
// browser moves an element (HTML, section 13.2.6) depends on what it lies in: all
// before it were closed in their places and leave no trace. So if the browser
// leaves every element of the brief page in its place, it does so with those of
// the whole page. What takes more than that is kept: the elements around the body.
// For a page with texts there, or with elements whose attributes, texts or
// neighbours count, it returns nil.
func (d *document) brief() (*document, []byte) {
	type element struct {
		*node
		inner []*element
	}
	at := make([]*element, len(d.nodes)) // the element of the brief page for each node
	at[0] = &element{node: &d.nodes[0]}
	for i := 1; i < len(d.nodes); i++ {
		n := &d.nodes[i]
		up := at[n.parent]
		around := up.tag == "#document" || up.tag == "html" || up.tag == "head"
		switch n.tag {
		case "!":
			continue
		case "":
			if around && strings.Trim(n.text, " \t\r\n\f") != "" {
				return nil, nil
			}
			continue
		case "font", "math", "template", "colgroup":
			return nil, nil
		}
		if same := slices.IndexFunc(up.inner, func(e *element) bool { return e.tag == n.tag }); same >= 0 && !around {
			at[i] = up.inner[same]
			continue
		}
		if len(up.inner) == 200 { // comparing with all of them would take too long
			return nil, nil
		}
		at[i] = &element{node: n}
		up.inner = append(up.inner, at[i])
	}
	brief, text := &document{nodes: []node{{tag: "#document"}}}, []byte("<!doctype html>")
	var write func(outer *element, in int)
	write = func(outer *element, in int) {
		for _, e := range outer.inner {
			text = append(append(append(text, '<'), e.tag...), '>')
			written := len(brief.nodes)
			brief.nodes = append(brief.nodes, node{tag: e.tag, parent: in})
			brief.elements = append(brief.elements, written)
			if isVoid(e.tag) && !e.foreign {
				continue
			}
			write(e, written)
			text = append(append(append(text, "</"...), e.tag...), '>')
		}
	}
	write(at[0], 0)
	return brief, text
}
