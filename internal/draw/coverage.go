package draw

import (
	"image"
	"image/draw"
	"math"
)

// tileSide is the largest side that the rasteriser counts in whole numbers. Above, it adds up floating point in an
// order that depends on the processor, and pictures would differ in a shade here and there.
const tileSide = 512

// measure fills p.cover with how much of each pixel of area the shape in hand covers. The area is a tile or less.
func (p *painter) measure(area image.Rectangle) {
	w, h := area.Dx(), area.Dy()
	if cap(p.cover.Pix) < w*h {
		p.cover.Pix = make([]uint8, w*h)
	}
	p.cover = image.Alpha{Pix: p.cover.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.z.Reset(w, h)
	p.z.DrawOp = draw.Src // whatever the scratch held
	dx, dy := float64(area.Min.X), float64(area.Min.Y)
	for _, polygon := range p.polygons {
		for i, q := range polygon.clip(area) {
			if i == 0 {
				p.z.MoveTo(snap(q.X-dx), snap(q.Y-dy))
			} else {
				p.z.LineTo(snap(q.X-dx), snap(q.Y-dy))
			}
		}
		p.z.ClosePath()
	}
	p.z.Draw(&p.cover, p.cover.Rect, image.Opaque, image.Point{})
}

// snap rounds to a 256th of a pixel. It takes away the last bits, in which processors with and without fused
// multiplication differ, so that the picture is the same on all. Letters often fall halfway between two steps, where
// the last bit would decide; the odd fraction moves the divide to where nothing falls.
func snap(v float64) float32 { return float32(math.Round(v*256+0.1234567) / 256) }

// clip cuts a polygon to the area, one side after the other (Sutherland and Hodgman): the rasteriser's whole numbers
// have no room for what lies far outside.
func (p polygon) clip(area image.Rectangle) []Point {
	x0, y0 := float64(area.Min.X), float64(area.Min.Y)
	x1, y1 := float64(area.Max.X), float64(area.Max.Y)
	switch {
	case p.x0 >= x0 && p.x1 <= x1 && p.y0 >= y0 && p.y1 <= y1: // most letters
		return p.points
	case p.x1 < x0 || p.x0 > x1 || p.y1 < y0 || p.y0 > y1: // the letters of a line's other tiles
		return nil
	}
	turned := transposed(p.points)
	turned = cut(cut(turned, y0, 1), y1, -1)
	return cut(cut(transposed(turned), x0, 1), x1, -1)
}

// cut keeps what of the polygon has x at or beyond the bound, in the direction of sign.
func cut(polygon []Point, bound, sign float64) []Point {
	var kept []Point
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		aIn, bIn := sign*(a.X-bound) >= 0, sign*(b.X-bound) >= 0
		if aIn != bIn {
			kept = append(kept, Point{bound, a.Y + (b.Y-a.Y)*((bound-a.X)/(b.X-a.X))})
		}
		if bIn {
			kept = append(kept, b)
		}
	}
	return kept
}

// transposed swaps x and y.
func transposed(polygon []Point) []Point {
	swapped := make([]Point, len(polygon))
	for i, q := range polygon {
		swapped[i] = Point{q.Y, q.X}
	}
	return swapped
}

// A polygon has its extent with it, since each tile asks for it.
type polygon struct {
	points []Point
	extent
}

// extent is the least upright rectangle around points.
type extent struct{ x0, y0, x1, y1 float64 }

// none is the extent of no points.
var none = extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func extentOf(points []Point) extent {
	e := none
	for _, q := range points {
		e.x0, e.x1 = min(e.x0, q.X), max(e.x1, q.X)
		e.y0, e.y1 = min(e.y0, q.Y), max(e.y1, q.Y)
	}
	return e
}

// pixels returns the pixels that the extent touches.
func (e extent) pixels() image.Rectangle {
	whole := func(v float64) int { return int(near(v)) }
	return image.Rect(whole(math.Floor(e.x0)), whole(math.Floor(e.y0)), whole(math.Ceil(e.x1)), whole(math.Ceil(e.y1)))
}

// near keeps coordinates far outside any picture within what the rasteriser can count.
func near(v float64) float64 { return math.Max(-1e5, math.Min(1e5, v)) }
