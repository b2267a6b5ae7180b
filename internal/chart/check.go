package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
)

// checkDrawings reports texts of the drawings that collide, leave the canvas, or have
// letters that pictures cannot show.
func (b *builder) checkDrawings(c *Chart, fallback diag.Pos) {
	b.overlaps(c.body.Draw(plot.Size{Width: c.width}), "wide drawing", draw.FontSafety, fallback)
	if c.body.phone(c.ID) == "" {
		b.overlaps(c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true}), "narrow drawing", draw.FontSafety, fallback)
	}
	if len(b.problems) == 0 { // a picture brings its own fonts; what fits the page fits it, but for the headline
		b.overlaps(c.Card(), "card", 1, fallback)
	}
	if t, ok := c.body.(*timeline); ok {
		for _, text := range t.TooLong(c.width) {
			b.report(b.at(text, fallback), fmt.Sprintf("%q is too long for the bar of its period", text), "shorten it")
		}
	}
	for _, text := range []string{c.Headline, c.Subhead, c.Note, c.SourceLine()} {
		b.glyphs(text, fallback)
	}
}

func (b *builder) overlaps(canvas draw.Canvas, which string, slack float64, fallback diag.Pos) {
	for _, o := range draw.Overlaps(canvas, slack) {
		if o.With == "" {
			b.report(b.at(o.Text, fallback), fmt.Sprintf("%q is too long for its place in the %s, by %.0f pixels", o.Text, which, max(o.By, 1)), "shorten it")
			continue
		}
		at, other := b.at(o.Text, fallback), b.at(o.With, fallback)
		b.problems.ReportRelated(at, fmt.Sprintf("%q and %q collide in the %s, by %.0f pixels", o.Text, o.With, which, max(o.By, 1)),
			"shorten one of them, or move an annotation to another side", other, "the other text")
	}
	for _, t := range canvas.Texts() {
		b.glyphs(t.Plain(), fallback)
	}
}

// glyphs reports a text with letters that pictures cannot show.
func (b *builder) glyphs(text string, fallback diag.Pos) {
	if lacking := draw.NoGlyph(text); len(lacking) > 0 {
		b.report(b.at(text, fallback), fmt.Sprintf("the picture of the chart cannot show %q", string(lacking)), "the fonts have Latin, Greek and Cyrillic letters; write it in these")
	}
}

// at finds where a text of the drawing is written: the whole of it, or the
// longest text of the file that is a part of it or that it is a part of.
func (b *builder) at(text string, fallback diag.Pos) diag.Pos {
	if p, ok := b.places[text]; ok {
		return p
	}
	best, length := fallback, 0
	for s, p := range b.places {
		if !strings.Contains(text, s) && !strings.Contains(s, text) {
			continue
		}
		n := min(len(s), len(text))
		if n > length || n == length && length > 0 && p.String() < best.String() { // the map has no order, the answer has
			best, length = p, n
		}
	}
	return best
}
