package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// captionMark begins the paragraph that is a table's caption.
const captionMark = "Table:"

func (c *conversion) isCaption(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	return ok && p.Lines().Len() > 0 && strings.HasPrefix(c.source[p.Lines().At(0).Start:], captionMark)
}

// caption reports a caption without a table; the table writes the others.
func (c *conversion) caption(n ast.Node) {
	if c.tableOf(n) == nil {
		at := n.Lines().At(0)
		c.report(at.Start, at.Start+len(captionMark), "no table stands before or behind this caption", `for the word as such write Table\:`)
	}
}

// tableOf returns the table that a caption belongs to: the one right behind it
// or, when there is none, the one right before it.
func (c *conversion) tableOf(caption ast.Node) *east.Table {
	if t, ok := next(caption).(*east.Table); ok {
		return t
	}
	t, ok := previous(caption).(*east.Table)
	if !ok || c.isCaption(previous(t)) {
		return nil
	}
	return t
}

func (c *conversion) captionOf(t *east.Table) ast.Node {
	if p := previous(t); c.isCaption(p) {
		return p
	}
	if n := next(t); c.isCaption(n) && c.tableOf(n) == t {
		return n
	}
	return nil
}

// next and previous pass over attributes on a line of their own.
func next(n ast.Node) ast.Node {
	for n = n.NextSibling(); isAttributes(n); n = n.NextSibling() {
	}
	return n
}

func isAttributes(n ast.Node) bool {
	_, ok := n.(*blockAttributes)
	return ok
}

func previous(n ast.Node) ast.Node {
	for n = n.PreviousSibling(); isAttributes(n); n = n.PreviousSibling() {
	}
	return n
}

// table writes a table within a region that the keyboard can reach and scroll.
// The caption names the region; without one it is a numbered group.
func (c *conversion) table(n *east.Table, own chosen, ctx context) {
	c.page.tables++
	number := strconv.Itoa(c.page.tables)
	region := ` role="group"` + attribute("aria-label", c.page.host.language().Page.TableNumber.With("n", number))
	var caption *flow
	if p := c.captionOf(n); p != nil {
		b := c.builder(Caption)
		b.from = p.Lines().At(0).Start + len(captionMark)
		for b.from < len(c.src) && c.src[b.from] == ' ' {
			b.from++
		}
		b.children(p)
		caption = b.finish(ctx)
		own = c.join(own, b.chosen)
		ctx.lang = ctx.lang || own.lang != ""
		region = ` role="region" aria-labelledby="table-` + number + `"`
	}
	rows := own.has("rows")
	c.noteTable(n, caption, rows)
	c.put("<div", own.html("table"), region, ` tabindex="0">`, "\n<table>\n")
	if caption != nil {
		c.put(`<caption id="table-`, number, `">`)
		if c.numbering {
			c.put(`<span class="number">`, c.page.host.language().Page.Table.With("n", c.captions[n]), ".</span> ")
		}
		c.write(caption)
		c.put("</caption>\n")
	}
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*east.TableHeader)
		if head {
			c.out.WriteString("<thead>\n")
		} else if !body {
			c.out.WriteString("<tbody>\n")
			body = true
		}
		if !head {
			c.beyond(row, len(n.Alignments))
		}
		c.row(row, head, rows, ctx)
		if head {
			c.out.WriteString("</thead>\n")
		}
	}
	if body {
		c.out.WriteString("</tbody>\n")
	}
	c.out.WriteString("</table>\n</div>\n")
}

// beyond reports what a row holds behind the last column of the table's head,
// and an escaped line at its end: readers would not see them.
func (c *conversion) beyond(row ast.Node, columns int) {
	line, _, _ := strings.Cut(c.source[row.Pos():], "\n")
	at := c.trimmed(run{row.Pos(), row.Pos() + len(line)})
	if strings.HasSuffix(c.source[at.start:at.stop], `\|`) {
		c.report(at.stop-2, at.stop, `the table's row ends with \|`, "end it with | alone")
		return
	}
	if c.src[at.start] == '|' {
		at.start++
	}
	for i := at.start; i < at.stop && columns > 0; i++ {
		if c.src[i] == '|' && c.src[i-1] != '\\' {
			columns--
			at.start = i + 1
		}
	}
	at = c.trimmed(run{at.start, at.stop})
	if rest := strings.TrimRight(c.source[at.start:at.stop], "| \t"); columns == 0 && rest != "" {
		c.report(at.start, at.start+len(rest), "a cell beyond the table's head", `give the head one more column; for the character | write \|, in code too`)
	}
}

// noteTable lists the table, for the checks of what it lacks.
func (c *conversion) noteTable(n *east.Table, caption *flow, rows bool) {
	t := Table{Captioned: caption != nil, Named: rows}
	at := run{max(n.Pos(), 0), max(n.Pos(), 0) + 1}
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell.FirstChild() == nil {
			continue
		}
		if lines := cell.Lines(); lines.Len() > 0 {
			at = run{lines.At(0).Start, lines.At(0).Stop}
		}
		t.Named = true
		break

	}
	t.At = c.pos(at.start, at.stop)
	c.doc.Tables = append(c.doc.Tables, t)
}

// join adds the attributes written in a caption to those written before it.
func (c *conversion) join(a, more chosen) chosen {
	switch {
	case more.id == "":
	case a.id != "":
		c.report(more.idAt.start, more.idAt.stop, "a second id", "one place has one id")
	default:
		a.id, a.idAt = more.id, more.idAt
		c.doc.Anchors = append(c.doc.Anchors, Anchor{ID: a.id, At: c.pos(a.idAt.start, a.idAt.stop)})
	}
	if more.lang != "" {
		a.lang = more.lang
	}
	a.classes = append(a.classes, more.classes...)
	return a
}

func (c *conversion) row(row ast.Node, head, rows bool, ctx context) {
	c.out.WriteString("<tr>\n")
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		kind := Cell
		if head {
			kind = HeaderCell
		}
		b := c.builder(kind)
		b.children(cell)
		f := b.finish(ctx)
		tag, scope := "td", ""
		switch {
		case f.blank(): // an empty heading would be read out as one
		case head:
			tag, scope = "th", ` scope="col"`
		case rows && cell == row.FirstChild():
			tag, scope = "th", ` scope="row"`
		}
		c.put("<", tag, scope, attribute("class", align(cell)), ">")
		c.write(f)
		c.put("</", tag, ">\n")
	}
	c.out.WriteString("</tr>\n")
}

// align returns the class of a cell's alignment.
func align(cell ast.Node) string {
	if t, ok := cell.(*east.TableCell); ok && t.Alignment != east.AlignNone {
		return t.Alignment.String()
	}
	return ""
}
