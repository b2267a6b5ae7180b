package check

import (
	"iter"
	"strings"
)

// settled reports whether it is certain that a browser builds the very elements
// that are written: that tree construction (HTML, section 13.2.6) moves, closes
// and drops none of them, and adds only what files may leave out. It is asked of
// a document whose elements are all closed where they are written. For such a
// document the rules come down to what stands in what:
//
//   - The open elements (13.2.4.2) are the ancestors, so an end tag closes the
//     element that it names and no other.
//   - A formatting element such as <b> leaves the list of active ones (13.2.4.3)
//     with its end tag, so none is built again in the elements that follow, and
//     the adoption agency (13.2.6.4.7) has nothing to move.
//   - A start tag closes others only if they are open around it, as <div> closes
//     a <p>. The ancestors tell.
//
// Where the rules take more than that (select, template, ruby, math), and of
// elements not named here, nothing is certain: compare decides.
func (d *document) settled() bool {
	return d.holds(0, "html") && d.holds(nextElement(d, 0), "head", "body") && d.staysIn(0, around{})
}

// children yields the nodes directly in a node.
func (d *document) children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := i + 1; j <= d.nodes[i].last && yield(j); j = d.nodes[j].last + 1 {
		}
	}
}

// holds reports whether the elements directly in a node are those, in that order.
func (d *document) holds(i int, tags ...string) bool {
	for j := range d.children(i) {
		tag := d.nodes[j].tag
		if tag == "" || tag == "!" {
			continue
		}
		if len(tags) == 0 || tag != tags[0] {
			return false
		}
		tags = tags[1:]
	}
	return len(tags) == 0
}

// around says which of the elements that later start tags may close are open.
// Browsers look for them only as far as a cell, a caption or a button; looking
// all the way up is simpler, and at worst uncertain.
type around struct{ p, a, button, form bool }

func (o around) and(tag string) around {
	switch tag {
	case "p":
		o.p = true
	case "a":
		o.a = true
	case "button":
		o.button = true
	case "form":
		o.form = true
	}
	return o
}

// staysIn reports whether it is certain that all that lies in a node stays there.
func (d *document) staysIn(i int, open around) bool {
	up := &d.nodes[i]
	for j := i + 1; j <= up.last; j = d.nodes[j].last + 1 {
		n := &d.nodes[j]
		switch {
		case n.tag == "!":
			// In SVG, what we read as a comment may be a CDATA section (13.2.5.42).
			if up.foreign {
				return false
			}
		case n.tag == "":
			if partsOnly(up.tag) && strings.Trim(n.text, " \t\r\n\f") != "" {
				return false
			}
		case up.foreign:
			if !staysInDrawing(up, n) || n.tag == "title" && n.last == j {
				return false // the tokenizer takes <title/> for the beginning of a text
			}
		default:
			if !d.stays(n, open) {
				return false
			}
		}
		if n.last > j && !d.staysIn(j, open.and(n.tag)) {
			return false
		}
	}
	return true
}

// partsOnly reports whether text other than white space does not stay in an
// element: it would open the body, or move in front of the table (13.2.6.1).
func partsOnly(tag string) bool {
	switch tag {
	case "#document", "html", "head", "table", "colgroup", "thead", "tbody", "tfoot", "tr":
		return true
	}
	return false
}

// stays reports whether it is certain that an element stays where it is written.
func (d *document) stays(n *node, open around) bool {
	up := &d.nodes[n.parent]
	switch up.tag { // the insertion modes other than "in body", "in cell" and "in caption"
	case "#document", "html": // 13.2.6.4.1 to 3 and 6, see settled
		return true
	case "head": // 13.2.6.4.4
		switch n.tag {
		case "base", "link", "meta", "script", "style", "title":
			return true
		}
		return false
	case "table": // 13.2.6.4.9
		switch n.tag {
		case "caption", "colgroup", "thead", "tbody", "tfoot", "tr":
			return true
		}
		return false
	case "colgroup": // 13.2.6.4.12
		return n.tag == "col"
	case "thead", "tbody", "tfoot": // 13.2.6.4.13
		return n.tag == "tr"
	case "tr": // 13.2.6.4.14
		return n.tag == "td" || n.tag == "th"
	}
	switch n.tag { // 13.2.6.4.7, start tags in their order there
	case "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure",
		"footer", "header", "hgroup", "main", "menu", "nav", "ol", "p", "search", "section", "summary", "ul", "pre", "table", "hr":
		return !open.p
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return !open.p && headingLevel(up) == 0
	case "form":
		return !open.p && !open.form
	case "li":
		return !open.p && (up.tag == "ul" || up.tag == "ol" || up.tag == "menu")
	case "dd", "dt":
		return !open.p && (up.tag == "dl" || up.tag == "div" && d.nodes[up.parent].tag == "dl")
	case "button":
		return !open.button
	case "a":
		return !open.a
	case "b", "code", "em", "i", "s", "small", "strong", "u",
		"area", "br", "img", "wbr", "input", "source", "track", "link", "meta", "script", "textarea", "iframe", "noscript", "svg",
		"abbr", "audio", "bdi", "bdo", "canvas", "cite", "data", "del", "dfn", "ins", "kbd", "label", "legend", "map", "mark", "meter",
		"output", "picture", "progress", "q", "samp", "span", "sub", "sup", "time", "var", "video":
		return true
	}
	return false
}

// staysInDrawing reports whether it is certain that an element stays in the part
// of a drawing that it is written in (13.2.6.5). Titles and descriptions hold
// HTML again, by other rules than parse knows.
func staysInDrawing(up, n *node) bool {
	if up.tag == "title" || up.tag == "desc" {
		return false
	}
	switch n.tag {
	case "a", "circle", "clippath", "defs", "desc", "ellipse", "g", "image", "line", "lineargradient", "marker", "mask", "path", "pattern",
		"polygon", "polyline", "radialgradient", "rect", "stop", "svg", "symbol", "text", "textpath", "title", "tspan", "use":
		return true
	}
	return false
}
