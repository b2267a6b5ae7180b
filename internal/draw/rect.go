package draw

import (
	"image"
	"math"
)

// rect paints an upright rectangle. Bars and bands are large, and all pixels within their edges are covered, so that
// only the edges are measured. Where the last bit of an edge decides on which side a pixel is, it gets the same colour
// on both.
func (p *painter) rect(r Rect) {
	corners := []Point{{r.X, r.Y}, {r.X + r.W, r.Y}, {r.X + r.W, r.Y + r.H}, {r.X, r.Y + r.H}}
	within := image.Rectangle{
		Min: image.Pt(int(near(math.Ceil(r.X))), int(near(math.Ceil(r.Y)))),
		Max: image.Pt(int(near(math.Floor(r.X+r.W))), int(near(math.Floor(r.Y+r.H)))),
	}.Intersect(p.Rectangle)
	if r.Fill.Token == "" || r.Fill.Pitch > 0 || within.Empty() {
		p.shape(corners, true, r.Fill, r.Stroke)
		return
	}
	p.flood(within, p.inks[r.Fill.Token])
	area := p.take([][]Point{corners})
	p.tiles(image.Rect(area.Min.X, area.Min.Y, area.Max.X, within.Min.Y), r.Fill)
	p.tiles(image.Rect(area.Min.X, within.Min.Y, within.Min.X, within.Max.Y), r.Fill)
	p.tiles(image.Rect(within.Max.X, within.Min.Y, area.Max.X, within.Max.Y), r.Fill)
	p.tiles(image.Rect(area.Min.X, within.Max.Y, area.Max.X, area.Max.Y), r.Fill)
	p.shape(corners, true, Paint{}, r.Stroke)
}

// flood gives all pixels of an area one colour.
func (p *painter) flood(area image.Rectangle, k *ink) {
	row := func(y int) []uint8 { return p.pix[y*p.Dx()+area.Min.X:][:area.Dx()] }
	first := row(area.Min.Y)
	for i := range first {
		first[i] = k.number
	}
	for y := area.Min.Y + 1; y < area.Max.Y; y++ {
		copy(row(y), first)
	}
}
