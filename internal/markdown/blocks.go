package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A context is what surrounds a block.
type context struct {
	quote bool // within a quotation
	cited bool // within a quotation that carries a citation
	note  bool // within a footnote
	kind  Kind // of the paragraphs here; "" is Paragraph
	lang  bool // within a block whose language is given
}

// blocks writes the blocks below n. Attributes on a line of their own go to the
// block after them.
func (c *conversion) blocks(n ast.Node, ctx context) {
	var before *blockAttributes
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *blockAttributes:
			c.unused(before)
			before = child
			continue
		case *note, *ast.LinkReferenceDefinition:
			continue
		}
		if c.isCaption(child) { // attributes before it go to its table
			if _, ok := next(child).(*east.Table); !ok {
				c.unused(before)
				before = nil
			}
			c.caption(child)
			continue
		}
		var own chosen
		if before != nil && takesAttributes(child) {
			own = c.choose(before.attributes)
			c.anchor(before.attributes)
		} else {
			c.unused(before)
		}
		before = nil
		c.block(child, own, ctx)
	}
	c.unused(before)
}

func (c *conversion) unused(a *blockAttributes) {
	if a != nil {
		c.report(a.at.start, a.at.stop, "no block follows these attributes", "put them on the line before a paragraph, list, quotation or table")
	}
}

func takesAttributes(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.List, *ast.Blockquote, *east.Table, *east.DefinitionList:
		return true
	}
	return false
}

func (c *conversion) block(n ast.Node, own chosen, ctx context) {
	ctx.lang = ctx.lang || own.lang != ""
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		c.paragraph(n, own, ctx)
	case *ast.Heading:
		c.heading(n, ctx)
	case *ast.ThematicBreak:
		c.out.WriteString("<hr>\n")
	case *ast.Blockquote:
		if kind := c.calloutOf(n); kind != "" {
			c.callout(kind, n, own, ctx)
			return
		}
		ctx.quote = true
		ctx.cited = ctx.cited || c.cited[n]
		c.container("blockquote", n, own, ctx)
	case *ast.List:
		c.listOf(n, own, ctx)
	case *ast.ListItem:
		ctx.kind = Item
		c.item("li", n, ctx)
	case *ast.FencedCodeBlock:
		c.fence(n)
	case *ast.CodeBlock:
		c.indented(n)
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *east.Table:
		c.table(n, own, ctx)
	case *east.DefinitionList:
		c.container("dl", n, own, ctx)
	case *east.DefinitionTerm:
		b := c.builder(TermText)
		b.children(n)
		f := b.finish(ctx)
		c.put("<dt>")
		c.write(f)
		c.put("</dt>\n")
	case *east.DefinitionDescription:
		ctx.kind = Description
		c.item("dd", n, ctx)
	default:
		panic("markdown: no way to write a " + n.Kind().String())
	}
}

func (c *conversion) container(tag string, n ast.Node, own chosen, ctx context) {
	c.put("<", tag, own.html(""), ">\n")
	c.blocks(n, ctx)
	c.put("</", tag, ">\n")
}

// item writes a list's item; in tight lists its text is on the tag's line.
func (c *conversion) item(tag string, n ast.Node, ctx context) {
	c.put("<", tag, ">")
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		c.out.WriteByte('\n')
	}
	c.blocks(n, ctx)
	c.put("</", tag, ">\n")
}

func (c *conversion) paragraph(n ast.Node, own chosen, ctx context) {
	if c.figures(n) {
		return
	}
	b := c.builder(Paragraph)
	if ctx.kind != "" {
		b.kind = ctx.kind
	}
	b.children(n)
	f := b.finish(ctx)
	attributes := own.html("")
	if n.Kind() == ast.KindTextBlock && attributes == "" {
		c.write(f)
		if n.NextSibling() != nil {
			c.out.WriteByte('\n')
		}
		return
	}
	c.put("<p", attributes, ">")
	c.write(f)
	c.put("</p>\n")
}

func (c *conversion) heading(n *ast.Heading, ctx context) {
	b := c.builder(HeadingText)
	b.children(n)
	f := b.finish(ctx)
	if strings.TrimSpace(f.text) == "" {
		at := linesOf(n)
		c.report(at.start, at.stop, "the heading has no words", "write some, or remove it")
	}
	c.underlined(n, f)
	id, at := b.chosen.id, b.chosen.idAt
	if id == "" {
		id, at = c.headingID(f.slug()), linesOf(n)
	}
	b.chosen.id = id
	place := c.pos(linesOf(n).start, linesOf(n).stop)
	words := strings.Clone(f.text) // which may be a part of the page's
	c.doc.Headings = append(c.doc.Headings, Heading{ID: id, Text: words, Level: n.Level, At: place})
	if at != linesOf(n) {
		place = c.pos(at.start, at.stop)
	}
	c.doc.Anchors = append(c.doc.Anchors, Anchor{ID: id, At: place})
	level := strconv.Itoa(n.Level)
	c.put("<h", level, b.chosen.html(""), ">")
	c.write(f)
	c.put("</h", level, ">\n")
}

// keyed is a line of front matter, which stands at the top of a file alone.
var keyed = regexp.MustCompile(`^[a-z_]+: `)

// underlined reports a heading that a rule below a sentence made: an author who
// means a heading ends no line of it like this.
func (c *conversion) underlined(n *ast.Heading, f *flow) {
	at := linesOf(n)
	if n.Lines().Len() == 0 || strings.HasSuffix(strings.TrimRight(c.source[:at.start], " \t"), "#") {
		return
	}
	if text := strings.TrimRight(f.text, " \"”’)"); text != "" && strings.ContainsAny(text[len(text)-1:], ".:;,") || keyed.MatchString(f.text) {
		c.report(at.start, at.stop, "the rule below makes a heading of this text", "put an empty line before the rule, or write the heading as ## and its words")
	}
}

func (c *conversion) listOf(n *ast.List, own chosen, ctx context) {
	tag := "ul"
	start := ""
	if n.IsOrdered() {
		tag = "ol"
		if n.Start != 1 {
			start = ` start="` + strconv.Itoa(n.Start) + `"`
		}
	}
	c.put("<", tag, start, own.html(""), ">\n")
	c.blocks(n, ctx)
	c.put("</", tag, ">\n")
}

// indented reports text that its indentation makes code: pasted text is indented
// by chance, and in code nothing would be checked.
func (c *conversion) indented(n *ast.CodeBlock) {
	at := linesOf(n)
	if n.Lines().Len() > 0 {
		at.stop = n.Lines().At(0).Stop
	}
	at = c.trimmed(at)
	c.report(at.start, at.stop, indented, "take them away; code stands between lines of ```")
	c.put("<pre><code>", escapeText(string(n.Lines().Value(c.src))), "</code></pre>\n")
}

// htmlBlock reports HTML at its first line and shows it as text.
func (c *conversion) htmlBlock(n *ast.HTMLBlock) {
	at := linesOf(n)
	if n.Lines().Len() > 0 {
		at.stop = n.Lines().At(0).Stop
	}
	at = c.trimmed(at)
	c.rawHTMLAt(at)
	c.out.WriteString("<p>" + escapeText(c.source[at.start:at.stop]) + "</p>\n")
}
