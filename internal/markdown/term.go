package markdown

import (
	"sort"
	"strings"

	"sharingthecost/internal/lang"
)

// An insert is a tag to be written at an offset of a flow's text.
type insert struct {
	at   int
	html string
	end  bool
}

// terms links the first use of each glossary term on the page, in running
// text: not in headings, quotations, table heads or links. Masked
// is the flow's. The inserts are sorted.
func (b *builder) terms(f *flow, masked string, ctx context) []insert {
	switch b.kind {
	case Paragraph, Item, Cell, Description:
	default:
		return nil
	}
	if b.page.host.Terms == nil || ctx.quote || f.text == "" {
		return nil
	}
	var out []insert
	end := 0
	for _, t := range b.page.host.Terms(masked) {
		if b.page.terms[t.ID] || t.Start < end || t.Start >= t.End || t.End > len(f.text) || !f.wordsOnly(t.Start, t.End) {
			continue
		}
		b.page.terms[t.ID] = true
		end = t.End
		open := `<a class="term"` + attribute("href", t.URL) + attribute("title", t.Title) + ">"
		out = append(out, insert{at: t.Start, html: open}, insert{at: t.End, html: "</a>", end: true})
	}
	return out
}

// wordsOnly reports whether nothing but text lies between two offsets.
func (f *flow) wordsOnly(start, end int) bool {
	first := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].start+len(f.pieces[i].text) > start })
	for i := first; i < len(f.pieces) && f.pieces[i].start < end; i++ {
		p := &f.pieces[i]
		stop := p.start + len(p.text)
		inside := p.start < end && stop > start || p.text == "" && p.start > start && p.start < end
		if inside && !p.words() {
			return false
		}
	}
	return true
}

// writeText writes a piece of text with the tags that fall into it, and returns
// the inserts that are left.
func writeText(out *strings.Builder, p *piece, links []insert) []insert {
	from, stop := p.start, p.start+len(p.text)
	for len(links) > 0 && p.words() {
		at := links[0].at
		if at > stop || at == stop && !links[0].end || at < from {
			break
		}
		out.WriteString(escapeText(lang.NoBreak(p.text[from-p.start : at-p.start])))
		out.WriteString(links[0].html)
		from, links = at, links[1:]
	}
	out.WriteString(escapeText(lang.NoBreak(p.text[from-p.start:])))
	return links
}
