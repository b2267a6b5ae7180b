package check

import "strings"

// name is what assistive technology calls an element: the texts it refers to,
// its label, or its content (accessible name computation, in brief).
func (f *file) name(i int) string {
	n := &f.page.nodes[i]
	if ids := n.val("aria-labelledby"); ids != "" {
		var parts []string
		for id := range strings.FieldsSeq(ids) {
			if at, ok := f.page.byID[id]; ok {
				parts = append(parts, f.contentName(at))
			}
		}
		return strings.TrimSpace(strings.Join(parts, " "))
	}
	if label := n.val("aria-label"); label != "" {
		return label
	}
	return f.contentName(i)
}

// contentName is the name that an element's content gives it.
func (f *file) contentName(i int) string {
	n := &f.page.nodes[i]
	switch n.tag {
	case "img", "area":
		return n.val("alt")
	case "input":
		return n.val("value")
	case "svg":
		for j := i + 1; j <= n.last; j++ {
			if f.page.nodes[j].tag == "title" && f.page.nodes[j].parent == i {
				return f.textOf(j)
			}
		}
		return ""
	}
	if text := f.textOf(i); text != "" {
		return text
	}
	return n.val("title")
}

// textOf is the text in an element as it is read out, with single spaces: the
// texts of pictures count, hidden parts do not.
func (f *file) textOf(i int) string {
	var b strings.Builder
	for j := i; j <= f.page.nodes[i].last; j++ {
		n := &f.page.nodes[j]
		switch {
		case n.tag == "":
			b.WriteString(n.text)
		case j > i && (n.val("aria-hidden") == "true" || n.tag == "script" || n.tag == "style"):
			j = n.last
		case j > i && n.val("aria-label") != "":
			b.WriteString(" " + n.val("aria-label") + " ")
			j = n.last
		case n.tag == "img":
			b.WriteString(" " + n.val("alt") + " ")
		case n.tag == "svg" && j > i:
			b.WriteString(" " + f.contentName(j) + " ")
			j = n.last
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// inside reports whether an element lies in one that the test accepts, or is
// accepted itself.
func (d *document) inside(i int, test func(*node) bool) bool {
	for ; i > 0; i = d.nodes[i].parent {
		if test(&d.nodes[i]) {
			return true
		}
	}
	return false
}

func hidden(n *node) bool { return n.val("aria-hidden") == "true" || n.has("hidden") }
