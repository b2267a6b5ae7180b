package chart

import (
	"fmt"
	"slices"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
)

// tallest is the most that a drawing may be high, in pixels; a picture has twice as many.
const tallest = 9000

// mostInMiddle is the number of places up to which a chart has a third drawing: that of
// hundreds would weigh more than it helps.
const mostInMiddle = 60

// checkDrawings reports texts of the drawings that collide or leave the canvas, and a
// drawing that nobody could look at. It finds out whether pictures have all its letters.
func (b *builder) checkDrawings(c *Chart) {
	framed := c.Framed(c.site)
	c.pictured = !slices.ContainsFunc(framed.Texts(), func(t draw.Text) bool { return len(draw.NoGlyph(t.Plain())) > 0 })
	if high := max(framed.H, c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true}).H); high > tallest {
		b.Report(b.From, fmt.Sprintf("the drawing would be %.0f pixels high", high), "draw fewer rows, chosen with where, or fewer panels")
		return
	}
	found := b.overlaps(nil, c.body.Draw(plot.Size{Width: c.width}), "wide drawing", draw.FontSafety)
	if c.body.Phone(c.ID) == "" {
		found = b.overlaps(found, c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true}), "narrow drawing", draw.FontSafety)
	}
	if len(found) == 0 && c.pictured { // a picture brings its own fonts; what fits the page fits it, but for the headline
		found = b.overlaps(nil, c.Card(), "card", 1)
	}
	for _, o := range found {
		b.Report(o.at, o.text, o.hint)
		if o.with.File != "" {
			last := &b.Problems[len(b.Problems)-1]
			last.Related = []diag.Related{{Pos: o.with, Text: "the other text"}}
		}
	}
	for _, width := range []int{640, 560} {
		middle := c.body.Draw(plot.Size{Width: float64(width)})
		if len(middle.Reads) <= mostInMiddle && len(draw.Overlaps(middle, draw.FontSafety)) == 0 {
			c.middle = width
		}
	}
}

// A misfit is a text that does not fit a drawing.
type misfit struct {
	at, with   diag.Pos
	text, hint string
	by         float64
}

// overlaps adds the misfits of a drawing to those found: of each text the worst.
func (b *builder) overlaps(found []misfit, canvas draw.Canvas, which string, slack float64) []misfit {
	for _, o := range draw.Overlaps(canvas, slack) {
		if o.Text == b.Site { // which is judged where it is written
			continue
		}
		m := misfit{at: b.At(o.Text), by: o.By, hint: "shorten it",
			text: fmt.Sprintf("%q is too long for its place in the %s, by %.0f pixels", o.Text, which, max(o.By, 1))}
		if o.With != "" {
			m.text = fmt.Sprintf("%q and %q collide in the %s, by %.0f pixels", o.Text, o.With, which, max(o.By, 1))
			m.hint, m.with = "shorten one of them, or move an annotation to another side", b.At(o.With)
			if m.at == b.From { // what the author wrote is what the author can change
				m.at, m.with = m.with, m.at
			}
			if m.with == b.From || m.with == m.at {
				m.with = diag.Pos{}
			}
		}
		i := slices.IndexFunc(found, func(f misfit) bool { return f.at == m.at })
		if i < 0 {
			found = append(found, m)
		} else if found[i].by < m.by {
			found[i] = m
		}
	}
	return found
}
