package markdown

import "strings"

// A level is the run of text between two tags, in which brackets can pair.
type level struct {
	open        []int // pieces that are "[" and have no "]" yet
	first, last int   // the pieces of the last pair
}

// bracket keeps the pairs of brackets that are text: one followed at once by
// attributes is a span.
func (b *builder) bracket(c byte, at, n int) {
	if n != 1 {
		return
	}
	here := len(b.pieces) - 1
	switch c {
	case '[':
		b.level.open = append(b.level.open, here)
	case ']':
		if k := len(b.level.open); k > 0 {
			b.level.first, b.level.last = b.level.open[k-1], here
			b.level.open = b.level.open[:k-1]
			b.almostCitation(b.pieces[b.level.first].at.start, at+1)
		}
	}
}

// almostCitation reports "[see @id]" and "[-@id]", which other tools read as
// citations, when the id is that of a source.
func (b *builder) almostCitation(start, stop int) {
	if b.page.host.Cite == nil || stop-start > 300 {
		return
	}
	inner := b.source[start:stop]
	i := strings.IndexByte(inner, '@')
	if i < 1 || inner[i-1] != ' ' && inner[i-1] != '-' {
		return
	}
	end := i + 1
	for nameByte(inner[end]) {
		end++
	}
	if id := inner[i+1 : end]; name(id) && b.page.host.Cite(id) == nil {
		b.report(start, stop, "a citation begins with @", "write [@"+id+"], and the words outside the brackets")
	}
}

// attach gives attributes to the span or the heading they stand behind.
func (b *builder) attach(n *inlineAttributes, atEnd bool) {
	c := b.conversion
	switch {
	case b.level.last > 0 && b.level.last == len(b.pieces)-1 && b.pieces[b.level.last].text == "]":
		b.pieces[b.level.first] = piece{html: "<span" + c.choose(n.attributes).html("") + ">"}
		b.pieces[b.level.last] = piece{html: "</span>"}
		c.anchor(n.attributes)
		b.level.last = 0
	case atEnd && (b.heading || b.kind == Caption):
		b.trimSpace()
		b.chosen = c.choose(n.attributes)
	default:
		c.report(n.at.start, n.at.stop, "attributes stand right behind a span, a link, emphasis or code, or at the end of a heading",
			`for braces as such write \{`)
	}
}
