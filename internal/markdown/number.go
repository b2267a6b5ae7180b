package markdown

import (
	"bytes"
	"path"
	"strings"

	"sharingthecost/internal/lang"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// A called is what a link calls by its number: the link consists of the word for it alone,
// [figure](charts/x.yaml) or [table](#id), which gets the number, and so does what it leads to.
type called int

const (
	nothing called = iota
	figure
	table
)

// wordOf is the word for what is called by its number, in lower case.
func wordOf(p lang.Pattern) string { return strings.ToLower(strings.TrimSpace(p.With("n", ""))) }

// calls tells what a link calls by its number.
func (c *conversion) calls(n *ast.Link) called {
	only, ok := n.FirstChild().(*ast.Text)
	if !ok || only.NextSibling() != nil {
		return nothing
	}
	word, dest := strings.ToLower(string(only.Segment.Value(c.src))), decode(n.Destination)
	switch words := c.page.host.language().Page; word {
	case wordOf(words.Table):
		if strings.HasPrefix(dest, "#") {
			return table
		}
	case wordOf(words.Figure):
		if out, _ := outward(dest); !out {
			return figure
		}
	}
	return nothing
}

// Figures lists, in their order, the targets of the charts and of the pictures with a
// caption of a page that calls any of them by its number, without converting it. Of any
// other page it lists none.
func Figures(body []byte, l *lang.Language) []string {
	if !bytes.Contains(bytes.ToLower(body), []byte("["+wordOf(l.Page.Figure)+"]")) {
		return nil
	}
	c := NewPage(Host{Language: l}).conversion(body, nowhere)
	if !c.readable() {
		return nil
	}
	root := dialect.Parse(text.NewReader(body))
	if !c.blocksWithin(root) {
		return nil
	}
	var out []string
	calls := false
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Image:
			if dest := unescaped(decode(n.Destination)); entering && (path.Ext(dest) == ".yaml" || len(n.Title) > 0) {
				out = append(out, dest)
			}
		case *ast.Link:
			calls = calls || c.calls(n) == figure
		}
		return ast.WalkContinue, nil
	})
	if !calls {
		return nil
	}
	return out
}

// numberTable counts a table with a caption, for references to its id.
func (c *conversion) numberTable(t *east.Table) {
	caption := c.captionOf(t)
	if caption == nil {
		return
	}
	number := len(c.captions) + 1
	c.captions[t] = number
	note := func(n ast.Node) {
		var a attributes
		switch n := n.(type) {
		case *blockAttributes:
			a = n.attributes
		case *inlineAttributes:
			a = n.attributes
		}
		for _, item := range a.items {
			if item.name == "id" {
				c.tables[item.value] = number
			}
		}
	}
	note(caption.LastChild())
	for _, before := range []ast.Node{caption.PreviousSibling(), t.PreviousSibling()} {
		note(before)
	}
}

// numbered returns where a reference by number leads, and the number.
func (b *builder) numbered(what called, dest string, at run) (url string, n int) {
	hint := "show it here, or say in the words of the link what it is"
	switch id, _ := strings.CutPrefix(dest, "#"); {
	case what == table:
		url, n, hint = dest, b.tables[id], "the table needs a caption with that id: Table: What it shows {#"+id+"}"
	case b.page.host.Number != nil:
		url, n = b.page.host.Number(unescaped(dest))
	}
	if n == 0 {
		b.report(at.start, at.stop, "nothing on this page that has a number is at "+dest, hint)
	}
	return url, n
}
