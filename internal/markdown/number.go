package markdown

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// The words that are followed by a number: links with one of them alone, [figure](charts/x.yaml)
// and [table](#id), get that of what they lead to, and what they lead to says it too.
const (
	figureWord = "Figure"
	tableWord  = "Table"
)

// FigureNumber is how a figure is called by its number: "Figure 2", with a space that no line ends at.
func FigureNumber(n int) string { return figureWord + noBreakSpace + strconv.Itoa(n) }

// Figures lists, in their order, the targets of the charts and of the pictures with a
// caption of a page that calls any of them by its number, without converting
// it. Of any other page it lists none.
func Figures(body []byte) []string {
	if !bytes.Contains(bytes.ToLower(body), []byte("["+strings.ToLower(figureWord)+"]")) {
		return nil
	}
	c := NewPage(Host{}).conversion(body, nowhere)
	if !c.readable() {
		return nil
	}
	root := dialect.Parse(text.NewReader(body))
	if !c.blocksWithin(root) {
		return nil
	}
	var out []string
	refers := false
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Image:
			if dest := unescaped(decode(n.Destination)); entering && (path.Ext(dest) == ".yaml" || len(n.Title) > 0) {
				out = append(out, dest)
			}
		case *ast.Link:
			refers = refers || c.numberWord(n) != ""
		}
		return ast.WalkContinue, nil
	})
	if !refers {
		return nil
	}
	return out
}

// numberWord returns the word that a link consists of and that is followed by a number;
// "" for any other link.
func (c *conversion) numberWord(n *ast.Link) string {
	only, ok := n.FirstChild().(*ast.Text)
	if !ok || only.NextSibling() != nil {
		return ""
	}
	dest := decode(n.Destination)
	switch word := string(only.Segment.Value(c.src)); {
	case strings.EqualFold(word, tableWord) && strings.HasPrefix(dest, "#"):
		return tableWord
	case strings.EqualFold(word, figureWord):
		if out, _ := outward(dest); !out {
			return figureWord
		}
	}
	return ""
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
func (b *builder) numbered(word, dest string, at run) (url string, n int) {
	hint := "show it here, or say in the words of the link what it is"
	switch id, _ := strings.CutPrefix(dest, "#"); {
	case word == tableWord:
		url, n, hint = dest, b.tables[id], "the table needs a caption with that id: Table: What it shows {#"+id+"}"
	case b.page.host.Number != nil:
		url, n = b.page.host.Number(unescaped(dest))
	}
	if n == 0 {
		b.report(at.start, at.stop, "nothing on this page that has a number is at "+dest, hint)
	}
	return url, n
}
