package check

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A document is an HTML file as it is written: its elements and texts in their
// order, with their places. The first node is the document itself.
type document struct {
	nodes    []node
	elements []int            // the nodes that are elements; most rules are about these
	attrs    []html.Attribute // of all nodes
	byID     map[string]int   // first node with the id
	coded    []int            // nodes with unusual character references
	json     []int            // every <script> that holds well-formed JSON, in their order
}

// A node is an element, a text (tag "") or a comment (tag "!").
type node struct {
	tag        string // in lower case, as the tokenizer gives it
	attr       []html.Attribute
	text       string // of a text or comment, see words
	parent     int
	last       int // the nodes from this one's index+1 up to last lie in it
	start, end int // bytes of the start tag, text or comment
	foreign    bool
	escaped    bool // the text has character references
}

// get returns the value of an attribute, and whether the element has it.
func (n *node) get(key string) (string, bool) {
	for i := range n.attr {
		if n.attr[i].Key == key {
			return n.attr[i].Val, true
		}
	}
	return "", false
}

// val returns the value of an attribute without space around, "" when absent.
func (n *node) val(key string) string {
	v, _ := n.get(key)
	return strings.TrimSpace(v)
}

func (n *node) has(key string) bool {
	_, ok := n.get(key)
	return ok
}

// words is the text of a text or comment, character references resolved. Few
// texts are asked for theirs.
func (n *node) words() string {
	if n.escaped {
		return html.UnescapeString(n.text)
	}
	return n.text
}

// has reports whether an element has the id.
func (d *document) has(id string) bool {
	_, has := d.byID[id]
	return has
}

// content is the text in an element that holds no markup.
func (d *document) content(i int) string {
	if d.nodes[i].last == i+1 { // as nearly always
		return d.nodes[i+1].words()
	}
	var b strings.Builder
	for j := i + 1; j <= d.nodes[i].last; j++ {
		b.WriteString(d.nodes[j].words())
	}
	return b.String()
}

// Elements without content (HTML, section 13.1.2).
func isVoid(tag string) bool {
	switch tag {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// Deepest nesting accepted. Browsers cut off a little later, and no reader's
// page comes near.
const maxDepth = 256

// A builder turns the tokens of a file into a document.
type builder struct {
	scanner
	f    *file
	doc  *document
	open []int // indexes of open elements, the document first
	deep bool
}

// parse reads the file into a document, whose lists it uses again.
func (f *file) parse(doc *document) {
	text := string(f.text)
	b := builder{scanner: scanner{text: text, clean: !unclean(text), attrs: doc.attrs[:0]}, f: f, doc: doc, open: []int{0}}
	likely := 3 * strings.Count(text, "<") / 2 // elements, and texts before and after each tag
	doc.nodes = append(slices.Grow(doc.nodes[:0], likely), node{tag: "#document", parent: -1})
	doc.byID, doc.elements, doc.coded, doc.json = map[string]int{}, doc.elements[:0], doc.coded[:0], doc.json[:0]
	doctype := false
	for !b.deep && b.next() {
		switch b.kind {
		case html.DoctypeToken:
			doctype = doctype || strings.EqualFold(strings.TrimSpace(b.words), "html")
		case html.TextToken:
			b.leaf("")
		case html.CommentToken:
			b.leaf("!")
		case html.StartTagToken, html.SelfClosingTagToken:
			b.element()
		case html.EndTagToken:
			b.close()
		}
	}
	doc.attrs = b.attrs
	b.finish(doctype)
}

// finish closes what is still open at the end of the file.
func (b *builder) finish(doctype bool) {
	if !doctype {
		b.f.report(0, 0, "the page does not begin with <!doctype html>", "without it browsers use the rules of 1998")
	}
	for _, i := range b.open {
		n := &b.doc.nodes[i]
		n.last = len(b.doc.nodes) - 1
		if i > 0 && !b.deep {
			b.unclosed(n)
		}
	}
}

func (b *builder) leaf(tag string) {
	b.add(node{tag: tag, text: b.words, escaped: b.escaped, parent: b.open[len(b.open)-1], last: len(b.doc.nodes), start: b.start, end: b.end})
}

func (b *builder) add(n node) {
	if b.coded {
		b.doc.coded = append(b.doc.coded, len(b.doc.nodes))
	}
	b.doc.nodes = append(b.doc.nodes, n)
}

// element adds an element.
func (b *builder) element() {
	i, parent := len(b.doc.nodes), b.open[len(b.open)-1]
	n := node{tag: b.name, attr: b.attr, parent: parent, last: i, start: b.start, end: b.end}
	up := &b.doc.nodes[parent]
	n.foreign = n.tag == "svg" || n.tag == "math" || up.foreign && up.tag != "foreignobject"
	if id, ok := n.get("id"); ok {
		b.id(i, id, &n)
	}
	b.add(n)
	b.doc.elements = append(b.doc.elements, i)
	selfClosing := b.kind == html.SelfClosingTagToken
	if isVoid(n.tag) && !n.foreign || selfClosing && n.foreign {
		return
	}
	if selfClosing {
		b.f.report(b.start, b.end, "<"+n.tag+"/> is not closed by its slash", "write <"+n.tag+"></"+n.tag+">")
		return
	}
	if n.foreign || n.tag == "noscript" {
		b.raw = "" // titles in SVG and noscript hold markup
	}
	b.open = append(b.open, i)
	if len(b.open) > maxDepth {
		b.deep = true
		b.f.report(b.start, b.end, "more than 256 elements inside one another", "")
	}
}

// id records an id; two elements may not share one.
func (b *builder) id(i int, id string, n *node) {
	if id == "" || strings.ContainsAny(id, " \t\r\n\f") {
		b.f.reportAttr(n, "id", `the id "`+id+`" is empty or has a space`, "write letters, digits and hyphens")
		return
	}
	first, taken := b.doc.byID[id]
	switch {
	case !taken:
		b.doc.byID[id] = i
	case !b.f.full():
		line := b.f.src().Pos(b.doc.nodes[first].start, b.doc.nodes[first].start).String()
		b.f.reportAttr(n, "id", `the id "`+id+`" is given twice`, "first given at "+line)
	}
}

// close handles an end tag.
func (b *builder) close() {
	at := -1
	for i := len(b.open) - 1; i > 0; i-- {
		if b.doc.nodes[b.open[i]].tag == b.name {
			at = i
			break
		}
	}
	if at < 0 {
		b.f.report(b.start, b.end, "</"+b.name+"> closes nothing", "remove it")
		return
	}
	for _, i := range b.open[at:] {
		b.doc.nodes[i].last = len(b.doc.nodes) - 1
	}
	for _, i := range b.open[at+1:] {
		b.unclosed(&b.doc.nodes[i])
	}
	b.open = b.open[:at]
}

func (b *builder) unclosed(n *node) {
	b.f.report(n.start, n.end, "<"+n.tag+"> is not closed", "close it with </"+n.tag+"> inside <"+b.doc.nodes[n.parent].tag+">")
}

// nodeAt returns the last node that begins at a byte or before it. The document
// itself begins where the first token does, so it is only what is left.
func (d *document) nodeAt(at int) int {
	i, begins := slices.BinarySearchFunc(d.nodes[1:], at, func(n node, at int) int { return n.start - at })
	if begins {
		return i + 1
	}
	return i
}

// Elements that the parser adds when the text leaves them out.
var implied = []string{"html", "head", "body", "tbody", "colgroup"}

// compare parses the file as a browser does and reports the first element that
// ends up elsewhere than where it is written: a <div> in a <p>, text in a table.
func (f *file) compare(doc *document) {
	root, err := html.ParseWithOptions(bytes.NewReader(f.text), html.ParseOptionEnableScripting(false))
	if err != nil {
		f.reportWhole("a browser cannot read the page: "+err.Error(), "")
		return
	}
	ours := map[*html.Node]int{root: 0}
	i := nextElement(doc, 0)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		parent := ours[n.Parent]
		tag := strings.ToLower(n.Data)
		switch {
		case i < len(doc.nodes) && doc.nodes[i].tag == tag && doc.nodes[i].parent == parent:
			ours[n] = i
			i = nextElement(doc, i)
		case slices.Contains(implied, tag):
			ours[n] = parent
		default:
			f.misplaced(doc, i, tag)
			return
		}
	}
	if i < len(doc.nodes) {
		f.misplaced(doc, i, "")
	}
}

func nextElement(doc *document, i int) int {
	for i++; i < len(doc.nodes); i++ {
		if t := doc.nodes[i].tag; t != "" && t != "!" {
			return i
		}
	}
	return i
}

func (f *file) misplaced(doc *document, i int, got string) {
	if i >= len(doc.nodes) {
		f.reportWhole("a browser adds <"+got+"> to the page", "look for an end tag that stands in the wrong place")
		return
	}
	n := &doc.nodes[i]
	f.report(n.start, n.end, "a browser does not leave <"+n.tag+"> where it is written, in <"+doc.nodes[n.parent].tag+">",
		"look for a block inside <p>, nested links or buttons, or table parts outside their table")
}
