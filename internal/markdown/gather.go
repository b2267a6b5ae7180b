package markdown

import (
	"strings"

	"sharingthecost/internal/lang"
)

// gather moves the marks of each sentence to its end, where they become one. A mark that
// stands behind a sentence belongs to that sentence. No mark goes into a link.
func (f *flow) gather(l *lang.Language) {
	g := gatherer{lang: l, text: f.text, end: -1}
	for _, p := range f.pieces {
		g.add(p)
	}
	g.flush(len(f.text))
	f.pieces = g.pieces
}

// A gatherer passes the pieces of a flow on, and holds the marks of the present sentence.
type gatherer struct {
	lang    *lang.Language
	text    string
	end     int // of the present sentence; before its start: not looked for yet
	pieces  []piece
	waiting []piece // marks
}

func (g *gatherer) add(p piece) {
	stop := p.start + len(p.text)
	switch {
	case p.mark != nil:
		if len(g.waiting) == 0 && p.start > g.end {
			g.put(p.start)
		}
		g.waiting = append(g.waiting, p)
		return
	case p.text == "" && strings.HasPrefix(p.html, "</"): // what is closed here belongs to the sentence
		g.pieces = append(g.pieces, p)
		return
	}
	if p.start >= g.end && !p.linked {
		g.put(p.start)
	}
	for p.html == "" && !p.linked && g.end > p.start && g.end < stop && len(g.waiting) > 0 {
		first := p
		first.text, p.text = p.text[:g.end-p.start], p.text[g.end-p.start:]
		if p.plain {
			first.at.stop = first.at.start + len(first.text)
			p.at.start = first.at.stop
		}
		p.start = g.end
		g.pieces = append(g.pieces, first)
		g.put(p.start)
	}
	g.pieces = append(g.pieces, p)
}

// put writes the marks that wait, when the sentence they belong to ends at an offset or
// before it.
func (g *gatherer) put(at int) {
	if g.end >= 0 {
		g.flush(at)
	}
	for g.end <= at && g.end < len(g.text) {
		g.end = g.lang.SentenceEnd(g.text, max(g.end, 0))
	}
}

// flush writes the marks that wait at an offset: pieces stay in the order of the text.
func (g *gatherer) flush(at int) {
	for _, p := range g.waiting {
		p.start = at
		g.pieces = append(g.pieces, p)
	}
	g.waiting = nil
}
