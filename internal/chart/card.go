package chart

import (
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
)

// Card is the drawing of 1200 × 630 for sharing.
func (c *Chart) Card() draw.Canvas {
	const width = 1080
	source := draw.Text{Size: draw.CardText, S: c.SourceLine()}
	for n := len(c.Sources); n > 1 && source.Width() > width; n-- {
		few := *c
		few.Sources = c.Sources[:n-1]
		source.S = c.lang.Chart.AndOthers.With("names", few.SourceLine())
	}
	if source.Width() > width {
		source = plot.Shorten(source, width)
	}
	canvas := draw.Card{Headline: c.Headline, Kicker: c.site, Source: source.S, Inner: c.CardDrawing}.Canvas()
	canvas.Ground = draw.Surface // the ground that drawings are made for
	return canvas
}

// CardDrawing is the drawing laid out for the room that a card has: for as few pixels as
// its texts need, so that they are large on the card, where most readers see it 500 pixels
// wide. Rows that would have to be small are left out; the page has them.
func (c *Chart) CardDrawing(width, height float64) draw.Canvas {
	const largest, small, least = 2.4, 1.8, 1.3
	at := func(scale float64, cut bool) (draw.Canvas, bool) {
		d := c.body.Draw(plot.Size{Width: width / scale, Low: true, Room: height / scale, Cut: cut})
		return d, d.H <= height/scale+1 && len(draw.Overlaps(d, 1)) == 0
	}
	for scale := largest; scale > least; scale -= 0.1 {
		if d, fits := at(scale, scale < small); fits {
			return d
		}
	}
	d, _ := at(least, true)
	return d
}
