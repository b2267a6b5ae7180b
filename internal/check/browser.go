package check

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Elements that the parser adds when the text leaves them out.
var implied = []string{"html", "head", "body", "tbody", "colgroup"}

// soundInBrief reports whether a browser builds the elements of a page as they are
// written, so far as the brief form of the page tells: its parser takes longer than
// all the rules together, so few pages are given to it whole.
func (d *document) soundInBrief() bool {
	f := &file{text: d.brief()}
	if f.text == nil {
		return false
	}
	f.compare(f.parse())
	return len(f.problems) == 0
}

// brief writes a page again without the elements that lie in the same elements,
// by their names, as one before them, and without texts and attributes. Whether a
// browser moves an element (HTML, section 13.2.6) depends on what it lies in: all
// before it were closed in their places and leave no trace. So if the browser
// leaves every element of the brief page in its place, it does so with those of
// the whole page. What takes more than that is not left out: the elements around
// the body. For a page with texts there, or with elements whose attributes, texts
// or neighbours count, it returns nil.
func (d *document) brief() []byte {
	type place struct {
		in  int // the first node that lies in the same elements as the parent does
		tag string
	}
	firsts, first, keep := map[place]int{}, make([]int, len(d.nodes)), make([]bool, len(d.nodes))
	for i := 1; i < len(d.nodes); i++ {
		n := &d.nodes[i]
		up := d.nodes[n.parent].tag
		around := up == "#document" || up == "html" || up == "head"
		switch n.tag {
		case "!":
			continue
		case "":
			if around && strings.Trim(n.text, " \t\r\n\f") != "" {
				return nil
			}
			continue
		case "font", "math", "template", "colgroup":
			return nil
		}
		at := place{first[n.parent], n.tag}
		if _, again := firsts[at]; !again || around {
			firsts[at] = i
			for j := i; j > 0 && !keep[j]; j = d.nodes[j].parent {
				keep[j] = true
			}
		}
		first[i] = firsts[at]
	}
	out := []byte("<!doctype html>")
	var write func(i int)
	write = func(i int) {
		n := &d.nodes[i]
		for j := i + 1; j <= n.last; j = d.nodes[j].last + 1 {
			c := &d.nodes[j]
			if !keep[j] {
				continue
			}
			out = append(append(append(out, '<'), c.tag...), '>')
			if isVoid(c.tag) && !c.foreign {
				continue
			}
			write(j)
			out = append(append(append(out, "</"...), c.tag...), '>')
		}
	}
	write(0)
	return out
}

// compare parses the file as a browser does and reports the first element that
// ends up elsewhere than where it is written: a <div> in a <p>, text in a table.
func (f *file) compare(doc *document) {
	root, err := html.ParseWithOptions(bytes.NewReader(f.text), html.ParseOptionEnableScripting(false))
	if err != nil {
		f.reportWhole("a browser cannot read the page: "+err.Error(), "")
		return
	}
	written := doc.elements
	var same func(n *html.Node, at int) bool
	same = func(n *html.Node, at int) bool {
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			in := at
			switch tag := strings.ToLower(c.Data); {
			case len(written) > 0 && doc.nodes[written[0]].tag == tag && doc.nodes[written[0]].parent == at:
				in, written = written[0], written[1:]
			case !slices.Contains(implied, tag):
				f.misplaced(doc, written, tag)
				return false
			}
			if !same(c, in) {
				return false
			}
		}
		return true
	}
	if same(root, 0) && len(written) > 0 {
		f.misplaced(doc, written, "")
	}
}

// misplaced reports the first of the elements that a browser does not find where
// it is written, or an element that it got after all that are written.
func (f *file) misplaced(doc *document, written []int, got string) {
	if len(written) == 0 {
		f.reportWhole("a browser adds <"+got+"> to the page", "look for an end tag that stands in the wrong place")
		return
	}
	n := &doc.nodes[written[0]]
	f.report(n.start, n.end, "a browser does not leave <"+n.tag+"> where it is written, in <"+doc.nodes[n.parent].tag+">",
		"look for a block inside <p>, nested links or buttons, or table parts outside their table")
}
