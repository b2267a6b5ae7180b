package draw

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Wrap breaks the text at spaces into lines no wider than width, their baselines leading apart, the first at Y. A word
// wider than that stands alone. No-break spaces hold. Spans are not wrapped: a text that has them panics.
func (t Text) Wrap(width, leading float64) []Text {
	return t.lines(t.wrap(t.words(), width), leading)
}

// Balance wraps into as few lines as Wrap does, of lengths as even as possible.
func (t Text) Balance(width, leading float64) []Text {
	words := t.words()
	best := t.wrap(words, width)
	for narrower := width - t.Size/4; narrower > 0; narrower -= t.Size / 4 {
		lines := t.wrap(words, narrower)
		if len(lines) != len(best) || t.widest(lines) > narrower {
			break
		}
		best = lines
	}
	return t.lines(best, leading)
}

// A word of a text has its place in the text set as one long line, in font units: how wide some words are in a line of
// their own follows from where the first begins and the last one ends, so each is measured once.
type word struct {
	s        string
	from, to fixed.Int26_6
}

func (t Text) words() []word {
	if len(t.Spans) > 0 {
		panic("draw: a text with spans cannot be wrapped")
	}
	parts := strings.FieldsFunc(clean(t.S), func(r rune) bool { return r == ' ' })
	var froms, tos []fixed.Int26_6 // of each character
	fontFor(t.Face, t.Weight).lay(strings.Join(parts, " "), func(_ sfnt.GlyphIndex, from, to fixed.Int26_6) {
		froms, tos = append(froms, from), append(tos, to)
	})
	words, at := make([]word, len(parts)), 0
	for i, s := range parts {
		n := utf8.RuneCountInString(s)
		words[i] = word{s, froms[at], tos[at+n-1]}
		at += n + 1
	}
	return words
}

// wrap fills lines no wider than width, where a single word is not.
func (t Text) wrap(words []word, width float64) (lines [][]word) {
	first := 0
	for i := range words {
		if i > first && t.widest([][]word{words[first : i+1]}) > width {
			lines, first = append(lines, words[first:i]), i
		}
	}
	if len(words) > 0 {
		lines = append(lines, words[first:])
	}
	return lines
}

func (t Text) widest(lines [][]word) float64 {
	var widest fixed.Int26_6
	for _, l := range lines {
		widest = max(widest, l[len(l)-1].to-l[0].from)
	}
	return fontFor(t.Face, t.Weight).ems(widest) * t.Size
}

// lines writes the lines that wrap has found.
func (t Text) lines(lines [][]word, leading float64) (out []Text) {
	for i, l := range lines {
		line := t
		line.Y += float64(i) * leading
		line.S = l[0].s
		for _, w := range l[1:] {
			line.S += " " + w.s
		}
		out = append(out, line)
	}
	return out
}
