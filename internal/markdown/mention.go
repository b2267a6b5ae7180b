package markdown

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A mention is {{ id }} or {{ id : form }}.
type mention struct {
	inlineNode
	at       run
	id, form string
	idAt     run
	formAt   run
	bad      string // what is wrong with it as written
	meant    string // the mention that it almost is, with its braces; "" is none
}

type mentionParser struct{}

func (mentionParser) Trigger() []byte { return []byte{'{'} }

// Parse reads a mention on one line. Braces that are not closed are a mention
// too, a bad one: they would not be what the author means to show.
func (mentionParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	at := segment.Start
	end := bytes.Index(line, []byte("}}"))
	if end < 0 || bytes.Contains(line[2:end], []byte("{{")) {
		block.Advance(2)
		n := &mention{at: run{at, at + 2}, bad: "{{ is not closed on its line"}
		if m := halfClosed.FindSubmatch(line); m != nil {
			n.meant = "{{ " + string(m[1]) + " }}"
		}
		return n
	}
	n := &mention{at: run{at, at + end + 2}}
	block.Advance(end + 2)
	inner := string(line[2:end])
	id, form, formed := strings.Cut(inner, ":")
	n.id, n.idAt = word(id, at+2)
	n.form, n.formAt = word(form, at+2+len(id)+1)
	if !name(n.id) || formed && !name(n.form) {
		n.bad = "a figure is written {{ id }} or {{ id : form }}"
	}
	return n
}

// halfClosed matches a mention with one brace of the two at its end, or a space
// between them.
var halfClosed = regexp.MustCompile(`^\{\{\s*([\w.-]+(?:\s*:\s*[\w-]+)?)\s*\}`)

// word trims s, which begins at offset at.
func word(s string, at int) (string, run) {
	left := len(s) - len(strings.TrimLeft(s, " \t"))
	s = strings.Trim(s, " \t\r")
	return s, run{at + left, at + left + len(s)}
}

// name reports whether s is one word of letters, digits, "_", "-" and ".".
func name(s string) bool {
	return s != "" && !slices.ContainsFunc([]byte(s), func(c byte) bool { return !nameByte(c) })
}

func nameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
}

// mention adds a mention to the flow. Its first on the page is linked. In a heading,
// a link or an alternative text it cannot be, and its citations wait for the next
// place that can hold them.
func (b *builder) mention(n *mention) {
	c := b.conversion
	if n.bad != "" {
		meant := cmp.Or(n.meant, "{{ id }} on one line")
		c.report(n.at.start, n.at.stop, n.bad, "write "+meant+"; braces as such stand in `code`")
		return
	}
	if c.page.host.Figure == nil {
		c.report(n.at.start, n.at.stop, "figures cannot be mentioned here", "mention them in the text of the page")
		return
	}
	figure, complaint := c.page.host.Figure(n.id, n.form)
	if complaint != nil {
		at := n.idAt
		if complaint.About == "form" && n.form != "" {
			at = n.formAt
		}
		c.complain(at, complaint)
		return
	}
	c.page.use(n.id)
	linked := !b.heading && b.inLink == 0 && b.kind != Alt && !c.page.linked[n.id]
	c.page.linked[n.id] = c.page.linked[n.id] || linked
	b.add(piece{html: figureHTML(figure, linked), text: figure.Text, at: n.at, masked: true, slug: n.id, mention: n})
	if !b.heading && b.kind != Alt {
		b.cite(mark{figure: n.id, cites: figure.Cites, linked: c.page.linked[n.id] && figure.URL != ""})
	}
}

// figureHTML writes a figure as data, within a link to where it is
// explained.
func figureHTML(f Figure, linked bool) string {
	data := "<data" + attribute("value", f.Value) + ">" + escapeText(f.Text) + "</data>"
	if !linked || f.URL == "" {
		return data
	}
	return `<a class="num"` + attribute("href", f.URL) + attribute("title", f.Title) + ">" + data + "</a>"
}
