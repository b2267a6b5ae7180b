package check

import (
	"slices"
	"strings"

	"sharingthecost/internal/lang"
)

// access checks what readers need who do not see the page or use no mouse.
func (f *file) access() {
	labels := f.labels()
	for _, i := range f.page.elements {
		n := &f.page.nodes[i]
		switch n.tag {
		case "img", "area":
			if !n.has("alt") {
				f.report(n.start, n.end, "<"+n.tag+"> without alt", `describe it, or write alt="" when it only decorates`)
			}
		case "svg":
			f.drawing(i)
		case "a":
			f.link(i)
		case "button":
			f.button(i)
		case "input", "select", "textarea":
			f.control(i, labels)
		case "table":
			f.table(i)
		case "iframe":
			if n.val("title") == "" {
				f.report(n.start, n.end, "<iframe> without title", "say what it shows")
			}
		case "li", "dt", "dd", "summary":
			f.member(i)
		}
		f.references(n)
	}
}

// labels lists the ids of controls that a <label for> names.
func (f *file) labels() map[string]bool {
	out := map[string]bool{}
	for _, i := range f.page.elements {
		if n := &f.page.nodes[i]; n.tag == "label" && n.has("for") && f.textOf(i) != "" {
			out[n.val("for")] = true
		}
	}
	return out
}

// drawing wants inline SVG to be an image with a name, or hidden.
func (f *file) drawing(i int) {
	n := &f.page.nodes[i]
	if f.page.inside(n.parent, func(n *node) bool { return n.tag == "svg" || hidden(n) }) || hidden(n) {
		return
	}
	switch {
	case n.val("role") != "img":
		f.report(n.start, n.end, `<svg> is neither an image nor hidden`, `write role="img" and a label, or aria-hidden="true"`)
	case f.name(i) == "":
		f.report(n.start, n.end, `<svg role="img"> has no name`, "give it aria-label, aria-labelledby or a <title>")
	}
}

func (f *file) link(i int) {
	n := &f.page.nodes[i]
	if !n.has("href") && !n.has("xlink:href") || f.page.inside(i, hidden) {
		return
	}
	name := f.name(i)
	switch {
	case name == "":
		f.report(n.start, n.end, "a link without text", "write what it leads to")
	case f.speaks().SaysNothing(name) && !strings.Contains(n.val("href"), "#"): // a heading's words in a list of them
		f.report(n.start, n.end, `the link text "`+name+`" does not say where it leads`, "name the page or thing that it leads to")
	}
}

// speaks is the language that the page says it is written in.
func (f *file) speaks() *lang.Language {
	if i := slices.IndexFunc(f.page.nodes, func(n node) bool { return n.tag == "html" }); i >= 0 {
		return lang.Of(f.page.nodes[i].val("lang"))
	}
	return lang.English
}

func (f *file) button(i int) {
	n := &f.page.nodes[i]
	if !n.has("type") {
		f.report(n.start, n.end, "<button> without type", `write type="button"; without it, it submits a form`)
	}
	if f.name(i) == "" {
		f.report(n.start, n.end, "a button without text", "write what it does")
	}
}

func (f *file) control(i int, labels map[string]bool) {
	n := &f.page.nodes[i]
	switch n.val("type") {
	case "hidden":
		return
	case "submit", "reset", "button":
		if n.tag == "input" && f.name(i) == "" {
			f.report(n.start, n.end, "a button without text", "write what it does")
		}
		return
	case "image":
		if n.tag == "input" && n.val("alt") == "" {
			f.report(n.start, n.end, "<input type=image> without alt", "write what it does")
		}
		return
	}
	inLabel := f.page.inside(n.parent, func(n *node) bool { return n.tag == "label" })
	named := n.val("aria-label") != "" || n.val("aria-labelledby") != "" && f.name(i) != ""
	if !inLabel && !named && !labels[n.val("id")] {
		f.report(n.start, n.end, "<"+n.tag+"> without a label", `write <label for="its id">`)
	}
}

// table wants header cells that say something, and a caption or label.
func (f *file) table(i int) {
	n := &f.page.nodes[i]
	if r := n.val("role"); r == "presentation" || r == "none" {
		return
	}
	headers, caption := 0, n.val("aria-label") != "" || n.val("aria-labelledby") != ""
	for j := i + 1; j <= n.last; j++ {
		c := &f.page.nodes[j]
		switch c.tag {
		case "table":
			j = c.last // nested: checked by itself
		case "caption":
			caption = caption || f.textOf(j) != ""
		case "th":
			headers++
			if f.name(j) == "" {
				f.report(c.start, c.end, "an empty header cell", "write <td> for a corner without text")
			}
			if s, ok := c.get("scope"); ok && !slices.Contains([]string{"row", "col", "rowgroup", "colgroup"}, s) {
				f.reportAttr(c, "scope", `scope="`+s+`"`, "write row, col, rowgroup or colgroup")
			}
		}
	}
	if headers == 0 {
		f.report(n.start, n.end, "<table> without header cells", "write <th> for the headings of columns and rows")
	}
	if !caption {
		f.report(n.start, n.end, "<table> without a caption or label", "write <caption>, or aria-labelledby with the id of a heading")
	}
}

// The elements that may hold the members of lists.
var parents = map[string][]string{
	"li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"},
}

func (f *file) member(i int) {
	n := &f.page.nodes[i]
	if n.foreign {
		return
	}
	parent := &f.page.nodes[n.parent]
	ok := slices.Contains(parents[n.tag], parent.tag)
	if ok && parent.tag == "div" { // a group in a description list
		ok = f.page.nodes[parent.parent].tag == "dl"
	}
	if !ok {
		f.report(n.start, n.end, "<"+n.tag+"> in <"+parent.tag+">", "its place is in <"+parents[n.tag][0]+">")
	}
}

// references checks that the ids an element refers to exist.
func (f *file) references(n *node) {
	for i := range n.attr {
		a := &n.attr[i]
		if at := strings.Index(a.val, "url(#"); at >= 0 {
			id, _, closed := strings.Cut(a.val[at+len("url(#"):], ")")
			if !closed || !f.page.has(id) {
				f.reportAttr(n, a.key, "nothing has the id "+id, "name an id of the page")
			}
			continue
		}
		switch a.key {
		case "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto",
			"aria-errormessage", "aria-activedescendant", "for", "headers", "list", "form", "popovertarget":
			f.idList(n, a.key, a.val)
		}
	}
	if t := n.val("tabindex"); t != "" && t != "0" && t != "-1" {
		f.reportAttr(n, "tabindex", `tabindex="`+t+`" changes the order of the keyboard`, "write 0 or -1")
	}
}

// idList checks an attribute whose words are ids of other elements of the page.
func (f *file) idList(n *node, key, value string) {
	if value == "" {
		f.reportAttr(n, key, key+" is empty", "write an id, or remove it")
	}
	for id := range strings.FieldsSeq(value) {
		if !f.page.has(id) {
			f.reportAttr(n, key, key+": nothing has the id "+id, "name an id of the page")
		}
	}
}
