package draw

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// words is a text taken apart at its spaces. They are measured once, set in one long line: how wide some of them are in
// a line of their own follows from where the first begins and the last one ends.
type words struct {
	text Text
	face typeface
	all  []word
}

type word struct {
	s        string
	from, to fixed.Int26_6 // in the long line, in font units
}

func (t Text) words() words {
	if len(t.Spans) > 0 {
		panic("draw: a text with spans cannot be wrapped")
	}
	parts := strings.FieldsFunc(clean(t.S), func(r rune) bool { return r == ' ' })
	w := words{text: t, face: fontFor(t.Face, t.Weight), all: make([]word, len(parts))}
	var froms, tos []fixed.Int26_6 // of each character
	w.face.lay(strings.Join(parts, " "), func(_ sfnt.GlyphIndex, from, to fixed.Int26_6) {
		froms, tos = append(froms, from), append(tos, to)
	})
	for i, s := range parts {
		n := utf8.RuneCountInString(s)
		w.all[i] = word{s, froms[0], tos[n-1]}
		if i+1 < len(parts) {
			froms, tos = froms[n+1:], tos[n+1:]
		}
	}
	return w
}

// width is how wide the words from first to before end are, as a line.
func (w words) width(first, end int) float64 {
	return w.face.ems(w.all[end-1].to-w.all[first].from) * w.text.Size
}

// wrap fills lines no wider than width, where a single word is not, and returns for each the number of the word after it.
func (w words) wrap(width float64) (ends []int) {
	first := 0
	for i := range w.all {
		if i > first && w.width(first, i+1) > width {
			ends = append(ends, i)
			first = i
		}
	}
	if len(w.all) > 0 {
		ends = append(ends, len(w.all))
	}
	return ends
}

func (w words) widest(ends []int) float64 {
	widest, first := 0.0, 0
	for _, end := range ends {
		widest, first = max(widest, w.width(first, end)), end
	}
	return widest
}

// lines writes the lines that wrap has found.
func (w words) lines(ends []int, leading float64) []Text {
	var lines []Text
	first := 0
	for i, end := range ends {
		line := w.text
		line.Y += float64(i) * leading
		line.S = w.all[first].s
		for _, more := range w.all[first+1 : end] {
			line.S += " " + more.s
		}
		lines, first = append(lines, line), end
	}
	return lines
}
