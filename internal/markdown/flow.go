package markdown

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
)

// A piece is a part of a block's text: some text as readers see it, a tag, a
// figure or code written out, or citations. As a list of pieces a block's text
// can be read as one string whatever markup divides it, and each byte of it can
// be mapped to the source.
type piece struct {
	html    string   // written as it is; "" for text, which is escaped
	text    string   // what readers see
	at      run      // place of text in the source
	plain   bool     // text is the source, byte for byte
	escaped bool     // written with \ or as an entity, so that it means itself
	masked  bool     // not the author's words: figures, code, addresses
	linked  bool     // inside a link
	marked  bool     // its language is given
	image   bool     // an image with a text of its own
	slug    string   // replaces text in a heading's id, when not text itself
	mark    *mark    // citations
	mention *mention // the figure that text is
	start   int      // where text begins in the flow's text
}

// words reports whether the piece is text that glossary links may go into.
func (p *piece) words() bool { return p.html == "" && p.mark == nil && !p.masked && !p.linked }

// A flow is the text of one block.
type flow struct {
	pieces []piece
	text   string
	links  []insert // to the glossary
	pos    func(start, end int) diag.Pos
}

// figures lists the figures in the text.
func (f *flow) figures() []Shown {
	var out []Shown
	for _, p := range f.pieces {
		if m := p.mention; m != nil {
			out = append(out, Shown{p.start, p.start + len(p.text), m.id, m.form})
		}
	}
	return out
}

// blank reports whether nothing is written for the block.
func (f *flow) blank() bool {
	return !slices.ContainsFunc(f.pieces, func(p piece) bool { return p.html != "" || p.text != "" || p.mark != nil })
}

// place maps bytes of the text to the source. Part of a character counts as all
// of it.
func (f *flow) place(start, end int) diag.Pos {
	start = min(max(start, 0), len(f.text))
	end = min(max(end, start), len(f.text))
	for start < len(f.text) && !utf8.RuneStart(f.text[start]) {
		start--
	}
	for end < len(f.text) && !utf8.RuneStart(f.text[end]) {
		end++
	}
	first := f.piece(start)
	if first == nil {
		return f.pos(0, 0)
	}
	from := first.at.start
	if first.plain {
		from += min(start-first.start, len(first.text))
	}
	if end == start {
		return f.pos(from, from)
	}
	last := f.piece(end - 1)
	to := last.at.stop
	if last.plain {
		to = last.at.start + end - last.start
	}
	return f.pos(from, to)
}

// piece returns the piece with text that holds a byte, or the nearest before.
func (f *flow) piece(offset int) *piece {
	i := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].start > offset }) - 1
	for i >= 0 && f.pieces[i].text == "" {
		i--
	}
	if i < 0 {
		return nil
	}
	return &f.pieces[i]
}

// A builder makes the flow of one block's text.
type builder struct {
	*conversion
	kind    Kind
	heading bool
	inLink  int
	inLang  int // depth of elements whose language is given
	from    int // source before this offset is left out: the mark of a caption
	pieces  []piece
	pending []mark // citations inside a link, to follow it
	last    rune   // the last character added; 0 at the start
	level   level
	chosen  chosen // attributes at the end of a heading or caption
}

func (c *conversion) builder(kind Kind) *builder {
	b := &builder{conversion: c, kind: kind, heading: kind == HeadingText, pieces: c.space}
	c.space = nil // in use until finish; an alternative text is made meanwhile in another
	return b
}

func (b *builder) add(p piece) {
	p.linked, p.marked = b.inLink > 0, b.inLang > 0
	b.pieces = append(b.pieces, p)
	if p.text != "" {
		b.last, _ = utf8.DecodeLastRuneInString(p.text)
	}
}

func (b *builder) tag(html string) { b.add(piece{html: html}) }

// trimSpace removes the space at the end of the pieces.
func (b *builder) trimSpace() {
	for len(b.pieces) > 0 {
		p := &b.pieces[len(b.pieces)-1]
		if p.text == "" || p.masked || p.html != "" && p.html != "\n" {
			return
		}
		p.text = strings.TrimRightFunc(p.text, unicode.IsSpace)
		if p.text != "" {
			if p.plain {
				p.at.stop = p.at.start + len(p.text)
			}
			b.last, _ = utf8.DecodeLastRuneInString(p.text)
			return
		}
		b.pieces = b.pieces[:len(b.pieces)-1]
		b.last = 0
	}
}

// finish makes the flow, checks its numbers, links its terms and records the block.
func (b *builder) finish(ctx context) *flow {
	f := &flow{pieces: slices.Clone(b.pieces), pos: b.pos}
	b.conversion.space = b.pieces[:0]
	masked := f.read()
	b.claims(f, masked, ctx)
	b.leftovers(f)
	b.words(f, masked, ctx)
	f.links = b.terms(f, masked, ctx)
	f.gather(b.page.host.language())
	if f.text != "" {
		block := Block{Kind: b.kind, Text: f.text, Quote: ctx.quote, Note: ctx.note, flow: f}
		b.doc.Blocks, b.page.blocks = append(b.doc.Blocks, block), append(b.page.blocks, block)
		if b.kind != Alt {
			for range strings.FieldsSeq(f.text) {
				b.doc.Words++
			}
		}
	}
	return f
}

// read joins the texts of the pieces. Masked is the same text with what is not
// the author's words blanked by spaces, so that offsets stay.
func (f *flow) read() (masked string) {
	n := 0
	for i := range f.pieces {
		f.pieces[i].start = n
		n += len(f.pieces[i].text)
	}
	var text strings.Builder
	text.Grow(n)
	for i := range f.pieces {
		text.WriteString(f.pieces[i].text)
	}
	f.text = text.String()
	if !slices.ContainsFunc(f.pieces, func(p piece) bool { return p.masked }) {
		return f.text
	}
	b := []byte(f.text)
	for i := range f.pieces {
		if p := &f.pieces[i]; p.masked {
			blank(b, p.start, p.start+len(p.text))
		}
	}
	return string(b)
}

func blank(b []byte, start, end int) {
	for i := start; i < end; i++ {
		b[i] = ' '
	}
}

const nbsp = "\u00a0"

// write writes the pieces as HTML; neighbouring citations become one mark.
func (c *conversion) write(f *flow) {
	written := map[string]bool{} // sources that the block cites in writing
	for i := range f.pieces {
		if m := f.pieces[i].mark; m != nil && m.figure == "" {
			for _, cite := range m.cites {
				written[cite.ID] = true
			}
		}
	}
	links := f.links
	for i := 0; i < len(f.pieces); i++ {
		p := &f.pieces[i]
		switch {
		case p.mark != nil:
			var cites []Citation
			quiet := true
			for ; i < len(f.pieces) && f.pieces[i].mark != nil; i++ {
				due := c.page.due(f.pieces[i].mark, written)
				quiet = quiet && (len(due) == 0 || f.pieces[i].mark.linked)
				cites = append(cites, due...)
			}
			i--
			c.out.WriteString(c.page.citeHTML(cites, quiet))
		case p.html == "\n" && lang.PartsDate(f.text, p.start):
			c.out.WriteString(nbsp)
		case p.html != "":
			c.out.WriteString(p.html)
		default:
			links = writeText(c.out, p, links)
		}
	}
}

// due returns the citations that a mark prints: a figure's only at its first
// mention, and not those that the block cites in writing as well.
func (p *Page) due(m *mark, written map[string]bool) []Citation {
	if m.figure == "" {
		return m.cites
	}
	if p.mentioned[m.figure] {
		return nil
	}
	p.mentioned[m.figure] = true
	var due []Citation
	for _, c := range m.cites {
		if !written[c.ID] {
			due = append(due, c)
		}
	}
	return due
}
