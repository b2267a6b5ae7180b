package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"sharingthecost/internal/lang"

	"github.com/yuin/goldmark/ast"
)

// calloutTitle is what stands over a callout, by its kind as code hosts know it; "" for
// what is no kind.
func calloutTitle(l *lang.Language, kind string) string {
	w := l.Page
	return map[string]string{"note": w.Note, "tip": w.Tip, "important": w.Important, "warning": w.Warning, "caution": w.Caution}[kind]
}

var calloutMark = regexp.MustCompile(`^\[!([A-Za-z]+)\]$`)

// calloutOf takes the mark of a callout, > [!NOTE], out of a quotation and returns its
// kind; "" for one that has none. What is no mark stays, and is told as a leftover.
func (c *conversion) calloutOf(n *ast.Blockquote) string {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok {
		return ""
	}
	line := first.Lines().At(0)
	mark := calloutMark.FindStringSubmatch(strings.TrimSpace(c.source[line.Start:line.Stop]))
	if mark == nil || calloutTitle(c.page.host.language(), strings.ToLower(mark[1])) == "" {
		return ""
	}
	for child := first.FirstChild(); child != nil && child.Pos() < line.Stop; child = first.FirstChild() {
		first.RemoveChild(first, child)
	}
	if first.FirstChild() == nil {
		n.RemoveChild(n, first)
	}
	if n.FirstChild() == nil {
		c.report(line.Start, line.Start+len(mark[0]), "the callout has no text", "begin each line of it with >, below this one")
	}
	return strings.ToLower(mark[1])
}

// callout writes a callout: a part of the text with a title of its own, and no quotation.
func (c *conversion) callout(kind string, n ast.Node, own chosen, ctx context) {
	c.page.callouts++
	id := "callout-" + strconv.Itoa(c.page.callouts)
	c.put("<div", own.html("callout callout-"+kind), ` role="note" aria-labelledby="`, id, `">`, "\n")
	c.put(`<p class="callout-title" id="`, id, `">`, calloutTitle(c.page.host.language(), kind), "</p>\n")
	c.blocks(n, ctx)
	c.out.WriteString("</div>\n")
}
