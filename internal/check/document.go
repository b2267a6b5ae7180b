package check

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A document is an HTML file as it is written: its elements and texts in their
// order, with their places. The first node is the document itself.
type document struct {
	nodes    []node
	elements []int          // the nodes that are elements; most rules are about these
	byID     map[string]int // first node with the id
}

// A node is an element, a text (tag "") or a comment (tag "!").
type node struct {
	tag        string // in lower case, as the tokenizer gives it
	attr       []attribute
	text       string // of a text or comment, character references resolved
	parent     int
	last       int // the nodes from this one's index+1 up to last lie in it
	start, end int // bytes of the start tag, text or comment
	foreign    bool
	kind       kind // of the texts in it
}

type attribute struct{ key, val string }

// get returns the value of an attribute, and whether the element has it.
func (n *node) get(key string) (string, bool) {
	for i := range n.attr {
		if n.attr[i].key == key {
			return n.attr[i].val, true
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

// has reports whether an element has the id.
func (d *document) has(id string) bool {
	_, has := d.byID[id]
	return has
}

// content is the text in an element that holds no markup.
func (d *document) content(i int) string {
	var b strings.Builder
	for j := i + 1; j <= d.nodes[i].last; j++ {
		b.WriteString(d.nodes[j].text)
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
	f          *file
	text       string // of the file
	doc        *document
	attrs      []attribute     // of all elements so far
	copied     strings.Builder // what the tokenizer does not leave as it is written
	tokens     *html.Tokenizer
	start, end int   // bytes of the token
	open       []int // indexes of open elements, the document first
	deep       bool
}

// parse reads the file into a document. The tokenizer gives no places, but the
// bytes of its tokens, put together, are the file.
func (f *file) parse() *document {
	const perElement = 60 // bytes, in most pages
	elements := len(f.text)/perElement + 8
	doc := &document{nodes: make([]node, 0, 3*elements), elements: make([]int, 0, elements), byID: map[string]int{}}
	doc.nodes = append(doc.nodes, node{tag: "#document", parent: -1})
	b := builder{f: f, text: string(f.text), doc: doc, attrs: make([]attribute, 0, elements), tokens: html.NewTokenizer(bytes.NewReader(f.text)), open: []int{0}}
	doctype := false
	for !b.deep {
		b.tokens.AllowCDATA(b.parent().foreign)
		token := b.tokens.Next()
		if token == html.ErrorToken {
			break
		}
		b.start, b.end = b.end, b.end+len(b.tokens.Raw())
		switch token {
		case html.DoctypeToken:
			doctype = doctype || strings.EqualFold(strings.TrimSpace(string(b.tokens.Text())), "html")
		case html.TextToken:
			b.leaf("")
		case html.CommentToken:
			b.leaf("!")
		case html.StartTagToken, html.SelfClosingTagToken:
			b.element(token == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := b.tokens.TagName()
			b.close(atom.String(name))
		}
	}
	b.finish(doctype)
	return doc
}

// parent is the innermost open element.
func (b *builder) parent() *node { return &b.doc.nodes[b.open[len(b.open)-1]] }

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

// leaf adds a text or comment. Most texts read as they are written and share the
// memory of the file.
func (b *builder) leaf(tag string) {
	read, text := b.tokens.Text(), b.text[b.start:b.end]
	if string(read) != text {
		text = b.copy(read)
	}
	b.doc.nodes = append(b.doc.nodes, node{tag: tag, text: text, parent: b.open[len(b.open)-1], last: len(b.doc.nodes),
		start: b.start, end: b.end, kind: b.parent().kind})
}

// copy keeps a text that the tokenizer will overwrite, all in one piece of memory.
func (b *builder) copy(text []byte) string {
	from := b.copied.Len()
	b.copied.Write(text)
	return b.copied.String()[from:]
}

// element adds an element.
func (b *builder) element(selfClosing bool) {
	i, up := len(b.doc.nodes), b.parent()
	name, more := b.tokens.TagName()
	n := node{tag: atom.String(name), parent: b.open[len(b.open)-1], last: i, start: b.start, end: b.end}
	for from := len(b.attrs); more; n.attr = b.attrs[from:len(b.attrs):len(b.attrs)] {
		var key, val []byte
		key, val, more = b.tokens.TagAttr()
		b.attrs = append(b.attrs, attribute{atom.String(key), b.copy(val)})
	}
	n.foreign = n.tag == "svg" || n.tag == "math" || up.foreign && !holdsHTML(up.tag)
	n.kind = kindIn(up.kind, n.tag)
	if n.foreign || n.tag == "noscript" {
		b.tokens.NextIsNotRawText() // titles in SVG and noscript hold markup
	}
	if id, ok := n.get("id"); ok {
		b.id(i, id, &n)
	}
	b.doc.nodes = append(b.doc.nodes, n)
	b.doc.elements = append(b.doc.elements, i)
	if isVoid(n.tag) && !n.foreign || selfClosing && n.foreign {
		return
	}
	if selfClosing {
		b.f.report(b.start, b.end, "<"+n.tag+"/> is not closed by its slash", "write <"+n.tag+"></"+n.tag+">")
		return
	}
	b.open = append(b.open, i)
	if len(b.open) > maxDepth {
		b.deep = true
		b.f.report(b.start, b.end, "more than 256 elements inside one another", "")
	}
}

// holdsHTML reports whether a part of a drawing holds HTML again.
func holdsHTML(tag string) bool { return tag == "foreignobject" || tag == "desc" || tag == "title" }

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
func (b *builder) close(tag string) {
	at := -1
	for i := len(b.open) - 1; i > 0; i-- {
		if b.doc.nodes[b.open[i]].tag == tag {
			at = i
			break
		}
	}
	if at < 0 {
		b.f.report(b.start, b.end, "</"+tag+"> closes nothing", "remove it")
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

// reportAttr adds a problem at the value of an attribute, or at the tag when the
// element does not have it.
func (f *file) reportAttr(n *node, key, text, hint string) {
	if f.full() {
		return
	}
	start, end := f.attrPlace(n, key)
	f.report(start, end, text, hint)
}

// reportWord adds a problem at a word of a text, or at the whole text when the
// word is written with character references.
func (f *file) reportWord(n *node, word, text, hint string) {
	start, end := n.start, n.end
	if i := bytes.Index(f.text[start:end], []byte(word)); i >= 0 {
		start += i
		end = start + len(word)
	}
	f.report(start, end, text, hint)
}

// attributePattern matches an attribute in a start tag after the name of the element.
var attributePattern = regexp.MustCompile(`([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?`)

// attrPlace finds the value of an attribute in the text of a start tag, or its
// name when it has none. Of a file that can no longer be read it gives the tag: its
// folder then has an error, and no problem is believed.
func (f *file) attrPlace(n *node, key string) (start, end int) {
	text := f.src().Text
	if n.end > len(text) {
		return n.start, n.end
	}
	from := n.start + 1 + len(n.tag)
	for _, at := range attributePattern.FindAllSubmatchIndex(text[from:n.end], -1) {
		if !strings.EqualFold(string(text[from+at[2]:from+at[3]]), key) {
			continue
		}
		for group := 8; group > 2; group -= 2 {
			if at[group] >= 0 {
				return from + at[group], from + at[group+1]
			}
		}
		return from + at[2], from + at[3]
	}
	return n.start, n.end
}
