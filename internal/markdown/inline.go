package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// children adds the inline nodes below n.
func (b *builder) children(n ast.Node) {
	outer := b.level
	b.level = level{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.inline(c)
	}
	b.level = outer
}

func (b *builder) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.text(n.Segment.Start, n.Segment.Stop)
		b.lineBreak(n)
	case *ast.CodeSpan:
		b.codeSpan(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			b.element("<strong>", "</strong>", n)
		} else {
			b.element("<em>", "</em>", n)
		}
	case *east.Strikethrough:
		b.element("<del>", "</del>", n)
	case *ast.Link:
		b.link(n)
	case *ast.AutoLink:
		b.autoLink(n)
	case *ast.Image:
		b.image(n)
	case *ast.RawHTML:
		b.rawHTML(n)
	case *mention:
		b.mention(n)
	case *citation:
		b.citation(n)
	case *noteMark:
		b.noteMark(n)
	case *inlineAttributes:
		if !taken(n) {
			b.attach(n, n.NextSibling() == nil && n.Parent().Type() == ast.TypeBlock)
		}
	default:
		b.children(n)
	}
}

func (b *builder) lineBreak(n *ast.Text) {
	at := run{n.Segment.Stop, n.Segment.Stop + 1}
	switch {
	case n.HardLineBreak():
		b.add(piece{html: "<br>\n", text: " ", at: at})
	case n.SoftLineBreak() && (b.from == 0 || n.Segment.Stop > b.from):
		b.add(piece{html: "\n", text: " ", at: at})
	}
}

// element writes n between two tags, with the attributes that follow n.
func (b *builder) element(open, shut string, n ast.Node) {
	own := b.following(n)
	if attributes := own.html(""); attributes != "" {
		open = strings.TrimSuffix(open, ">") + attributes + ">"
	}
	b.tag(open)
	b.childrenIn(n, own)
	b.tag(shut)
}

// childrenIn adds the nodes below an element with attributes.
func (b *builder) childrenIn(n ast.Node, own chosen) {
	if own.lang != "" {
		b.inLang++
		defer func() { b.inLang-- }()
	}
	b.children(n)
}

// taken reports whether attributes belong to the element right before them.
func taken(n *inlineAttributes) bool {
	switch n.PreviousSibling().(type) {
	case *ast.Emphasis, *east.Strikethrough, *ast.Link, *ast.CodeSpan:
		return true
	}
	return false
}

// following returns the attributes right behind n.
func (b *builder) following(n ast.Node) chosen {
	a, ok := n.NextSibling().(*inlineAttributes)
	if !ok {
		return chosen{}
	}
	b.anchor(a.attributes)
	return b.choose(a.attributes)
}

// codeSpan writes code, in which nothing is read but, in tables, "\|".
func (b *builder) codeSpan(n *ast.CodeSpan) {
	code := ""
	at := run{start: -1}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		if at.start < 0 {
			at.start = t.Segment.Start
		}
		at.stop = t.Segment.Stop
		code += b.source[t.Segment.Start:t.Segment.Stop]
	}
	if at.start < 0 {
		at = run{max(n.Pos(), 0), max(n.Pos(), 0) + 1}
	}
	code = lineEnds.Replace(code)
	if _, cell := blockOf(n).(*east.TableCell); cell {
		code = strings.ReplaceAll(code, `\|`, "|")
	}
	tag := "<code" + b.following(n).html("") + ">"
	b.add(piece{html: tag + escapeText(code) + "</code>", text: code, at: at, masked: true})
}

// lineEnds makes spaces of the ends of lines.
var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ")

func blockOf(n ast.Node) ast.Node {
	for n != nil && n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	return n
}

// rawHTML reports HTML and shows it as text.
func (b *builder) rawHTML(n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if i == 0 {
			b.rawHTMLAt(run{s.Start, s.Stop})
		}
		b.add(piece{text: b.source[s.Start:s.Stop], at: run{s.Start, s.Stop}, plain: true, masked: true})
	}
}

func (c *conversion) rawHTMLAt(at run) {
	if strings.HasPrefix(c.source[at.start:], "<!--") {
		c.report(at.start, at.stop, "a comment is published like any text", "take it out; what only editors are to read belongs into the proposal of the change")
		return
	}
	c.report(at.start, at.stop, "raw HTML is not passed through", `write it in Markdown, or \< for the character <`)
}
