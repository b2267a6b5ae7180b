package host

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A markdownWriter writes the elements of a finished page as Markdown.
type markdownWriter struct {
	strings.Builder
	at      *url.URL          // the page
	sources map[string]string // by the id of an entry of the page's sources: the address of the source
	drawn   map[string]bool   // names of drawings written so far: a page has each for wide and narrow frames
}

// findSources notes where each source of the page can be read.
func (w *markdownWriter) findSources(n *html.Node) {
	if id := attr(n, "id"); n.Type == html.ElementNode && n.Data == "li" && id != "" {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && d.Data == "a" && attr(d, "rel") == "external" {
				w.sources["#"+id] = attr(d, "href")
				break
			}
		}
	}
	for c := range n.ChildNodes() {
		w.findSources(c)
	}
}

// unread are the classes of what only somebody who sees the page needs.
var unread = []string{"back", "figure-tools", "meta", "spoken"}

// skipped reports whether nothing is written of an element: what is dropped from a feed
// too, what is hidden or opens over the page, what leads to and fro.
func skipped(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type != html.TextNode
	}
	for _, a := range n.Attr {
		if a.Key == "popover" || a.Key == "class" && slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(unread, c) }) {
			return true
		}
	}
	return kindOf(n.Data)&dropped != 0 && n.Data != "svg" || isHidden(n.Attr)
}

// blocks writes what is in an element, each line behind a prefix: "> ", or the indent
// of a list.
func (w *markdownWriter) blocks(n *html.Node, prefix string) {
	var run []*html.Node // text that is in no block of its own
	flush := func() {
		w.paragraph(w.inlines(run), prefix)
		run = nil
	}
	for c := range n.ChildNodes() {
		if skipped(c) {
			continue
		}
		if isInline(c) {
			run = append(run, c)
			continue
		}
		flush()
		w.block(c, prefix)
	}
	flush()
}

func isInline(n *html.Node) bool {
	if n.Type == html.TextNode {
		return true
	}
	if isLine(n) {
		return false
	}
	switch n.Data {
	case "a", "em", "strong", "b", "i", "code", "q", "cite", "sup", "sub", "abbr", "time", "span", "del", "ins", "kbd", "data", "br", "img", "wbr":
		return true
	}
	return false
}

func (w *markdownWriter) block(n *html.Node, prefix string) {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if text := w.inline(n); text != "" {
			w.line(prefix, "")
			w.line(prefix, strings.Repeat("#", int(n.Data[1]-'0'))+" "+text)
		}
	case "p", "caption", "span", "data": // the last two are lines
		w.paragraph(w.inline(n), prefix)
	case "summary":
		if heading := heading(n); heading != nil {
			w.block(heading, prefix)
		} else if text := w.inline(n); text != "" {
			w.paragraph("**"+text+"**", prefix)
		}
	case "figcaption":
		w.caption(n, prefix)
	case "ul", "ol":
		w.list(n, prefix)
	case "dl":
		w.definitions(n, prefix)
	case "blockquote":
		w.line(prefix, "")
		w.blocks(n, prefix+"> ")
	case "pre":
		w.code(n, prefix)
	case "table":
		w.table(n, prefix)
	case "svg":
		w.drawing(n, prefix)
	case "div":
		if kind := calloutKind(n); kind != "" {
			w.callout(n, kind, prefix)
		} else {
			w.blocks(n, prefix)
		}
	case "hr":
		w.paragraph("***", prefix)
	default:
		w.blocks(n, prefix)
	}
}

// caption writes what stands over a figure: its headline, and what follows.
func (w *markdownWriter) caption(n *html.Node, prefix string) {
	headed := false
	for c := range n.ChildNodes() {
		switch text := ""; {
		case skipped(c) || c.Type != html.ElementNode:
		case headed || c.Data != "p":
			w.block(c, prefix)
		default:
			headed = true
			if text = w.inline(c); text != "" {
				w.paragraph("**"+text+"**", prefix)
			}
		}
	}
}

// heading is the heading within the summary of a part that folds.
func heading(summary *html.Node) *html.Node {
	for c := range summary.ChildNodes() {
		if c.Type == html.ElementNode && len(c.Data) == 2 && c.Data[0] == 'h' {
			return c
		}
	}
	return nil
}

func (w *markdownWriter) line(prefix, text string) {
	w.WriteString(strings.TrimRight(prefix+text, " ") + "\n")
}

func (w *markdownWriter) paragraph(text, prefix string) {
	if text != "" {
		w.line(prefix, "")
		w.line(prefix, lineStart.ReplaceAllString(text, `$1\$2`))
	}
}

// lineStart matches what would make a list, a heading or the like of a paragraph.
var lineStart = regexp.MustCompile(`^(\d*)([-+.)] |[-+.)]$|#{1,6} |#{1,6}$|>|[-=][-= ]*$)`)

// list writes a list; what follows the first paragraph of an item is indented.
func (w *markdownWriter) list(n *html.Node, prefix string) {
	w.line(prefix, "")
	number := 0
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || c.Data != "li" || skipped(c) {
			continue
		}
		number++
		mark := "- "
		if n.Data == "ol" {
			mark = strconv.Itoa(number) + ". "
		}
		w.item(mark, prefix, func(inner *markdownWriter) { inner.blocks(c, "") })
	}
}

// item writes what a function writes as one item of a list.
func (w *markdownWriter) item(mark, prefix string, write func(*markdownWriter)) {
	inner := &markdownWriter{at: w.at, sources: w.sources, drawn: w.drawn}
	write(inner)
	for i, l := range strings.Split(strings.TrimSpace(inner.String()), "\n") {
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		w.line(prefix, mark+l)
	}
}

// definitions writes a list of terms: an item each, with what is said of it.
func (w *markdownWriter) definitions(n *html.Node, prefix string) {
	w.line(prefix, "")
	var term string
	var said []string
	flush := func() {
		if term != "" || len(said) > 0 {
			w.item("- ", prefix, func(inner *markdownWriter) { inner.line("", "**"+term+"**: "+strings.Join(said, "; ")) })
		}
		term, said = "", nil
	}
	for d := range n.Descendants() {
		switch {
		case d.Type != html.ElementNode:
		case d.Data == "dt":
			flush()
			term = w.inline(d)
		case d.Data == "dd":
			inner := &markdownWriter{at: w.at, sources: w.sources, drawn: w.drawn}
			inner.blocks(d, "")
			if text := strings.Join(strings.Fields(inner.String()), " "); text != "" {
				said = append(said, text)
			}
		}
	}
	flush()
}

// calloutKind is the kind of a callout, as Markdown names it; "" for what is none.
func calloutKind(n *html.Node) string {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if kind, ok := strings.CutPrefix(class, "callout-"); ok {
			return strings.ToUpper(kind)
		}
	}
	return ""
}

// callout writes a callout as code hosts do, without the title, which they write.
func (w *markdownWriter) callout(n *html.Node, kind, prefix string) {
	w.line(prefix, "")
	w.line(prefix, "> [!"+kind+"]")
	inner := *n
	if title := find(n, "p"); title != nil {
		n.RemoveChild(title)
		inner = *n
	}
	w.blocks(&inner, prefix+"> ")
}

func (w *markdownWriter) code(n *html.Node, prefix string) {
	text := strings.TrimRight(plainText(n), "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	w.line(prefix, "")
	w.line(prefix, fence)
	for l := range strings.SplitSeq(text, "\n") {
		w.line(prefix, l)
	}
	w.line(prefix, fence)
}

// table writes a table, with its first row as the head that Markdown asks for.
func (w *markdownWriter) table(n *html.Node, prefix string) {
	if caption := find(n, "caption"); caption != nil {
		w.paragraph(w.inline(caption), prefix)
	}
	w.line(prefix, "")
	first := true
	for row := range n.Descendants() {
		if row.Type != html.ElementNode || row.Data != "tr" {
			continue
		}
		var cells []string
		for c := range row.ChildNodes() {
			if c.Type == html.ElementNode {
				cells = append(cells, strings.ReplaceAll(w.inline(c), "|", `\|`))
			}
		}
		w.line(prefix, "| "+strings.Join(cells, " | ")+" |")
		if first {
			w.line(prefix, "|"+strings.Repeat("---|", len(cells)))
			first = false
		}
	}
}

// drawing writes the accessible name of a drawing, once.
func (w *markdownWriter) drawing(n *html.Node, prefix string) {
	title := find(n, "title")
	if title == nil {
		return
	}
	if name := plainText(title); !w.drawn[name] {
		w.drawn[name] = true
		w.paragraph(inline(name), prefix)
	}
}

// PageText is the text of any page as somebody reads it who sees all of it: what stands in
// elements of their own is parted by spaces, and scripts, styles and what takes their place
// are left out. It is empty where the page cannot be read.
func PageText(page []byte) string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return ""
	}
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "noscript", "template"}, n.Data):
		default:
			if !isInline(n) || n.Data == "br" {
				b.WriteByte(' ')
			}
			for c := range n.ChildNodes() {
				write(c)
			}
			if !isInline(n) {
				b.WriteByte(' ')
			}
		}
	}
	write(root)
	return strings.Join(strings.Fields(b.String()), " ")
}

func plainText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
