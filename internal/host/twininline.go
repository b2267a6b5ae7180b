package host

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// inline writes the text of an element on one line.
func (w *markdownWriter) inline(n *html.Node) string {
	return w.inlines(slices.Collect(n.ChildNodes()))
}

func (w *markdownWriter) inlines(nodes []*html.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		w.span(&b, n)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// marks are the signs around what an element stresses.
var marks = map[string][2]string{
	"em": {"*", "*"}, "i": {"*", "*"}, "cite": {"*", "*"}, "strong": {"**", "**"}, "b": {"**", "**"}, "del": {"~~", "~~"}, "q": {"“", "”"},
}

func (w *markdownWriter) span(b *strings.Builder, n *html.Node) {
	if skipped(n) {
		return
	}
	if n.Type == html.TextNode {
		b.WriteString(escaped(n.Data))
		return
	}
	switch n.Data {
	case "a":
		w.link(b, n)
	case "img":
		b.WriteString("![" + inline(attr(n, "alt")) + "](" + w.address(attr(n, "src")) + ")")
	case "code", "kbd":
		if text := plainText(n); text != "" {
			b.WriteString(codeSpan(text))
		}
	case "sup":
		b.WriteString(" " + w.inline(n))
	default:
		text := w.inline(n)
		if m, ok := marks[n.Data]; ok && text != "" {
			text = m[0] + text + m[1]
		}
		b.WriteString(outerSpace(n, text))
	}
}

// outerSpace keeps the space at the ends of an element's text, and parts what stands in
// blocks of their own.
func outerSpace(n *html.Node, text string) string {
	if text == "" || !isInline(n) {
		return " " + text + " "
	}
	all := plainText(n)
	if strings.TrimLeft(all, " \n\t") != all {
		text = " " + text
	}
	if strings.TrimRight(all, " \n\t") != all {
		text += " "
	}
	return text
}

// link writes a link; the mark of a source leads to the source.
func (w *markdownWriter) link(b *strings.Builder, n *html.Node) {
	text, href := w.inline(n), attr(n, "href")
	switch source := w.sources[href]; {
	case text == "":
	case href == "":
		b.WriteString(text)
	case attr(n, "role") == "doc-biblioref" && source != "":
		b.WriteString("[" + text + "](" + w.address(source) + ")")
	default:
		b.WriteString("[" + text + "](" + w.address(href) + ")")
	}
}

// address makes an address absolute, and such that it ends where the link does.
func (w *markdownWriter) address(href string) string {
	u, err := w.at.Parse(href)
	if err != nil {
		return "#"
	}
	return strings.NewReplacer("(", "%28", ")", "%29", " ", "%20", "<", "%3C", ">", "%3E").Replace(u.String())
}

// inline writes a plain text on one line of Markdown.
func inline(s string) string { return escaped(strings.Join(strings.Fields(s), " ")) }

// escaped writes a text so that nothing in it is markup.
func escaped(s string) string { return entity.ReplaceAllString(inlineEscaper.Replace(s), `\$0`) }

// entity matches what would be read as another character.
var entity = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)

var inlineEscaper = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`", "~", `\~`)

// codeSpan writes code within a line, between more backticks than it holds in a row.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}
