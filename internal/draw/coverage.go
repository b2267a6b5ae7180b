package draw

import (
	"image"
	"image/draw"
	"math"
	"slices"
)

// tileSide is the largest side that the rasteriser counts in whole numbers. Above, it adds up floating point in an
// order that depends on the processor, and pictures would differ in a shade here and there.
const tileSide = 512

// coverage finds how much of each pixel of an area, a tile or less, lies inside the contours. The mask is valid until
// the next call.
func (p *painter) coverage(contours [][]Point, area image.Rectangle) *image.Alpha {
	z := &p.z
	z.Reset(area.Dx(), area.Dy())
	z.DrawOp = draw.Src
	dx, dy := float64(area.Min.X), float64(area.Min.Y)
	for _, contour := range contours {
		for i, q := range clip(contour, area) {
			if i == 0 {
				z.MoveTo(snap(q.X-dx), snap(q.Y-dy))
			} else {
				z.LineTo(snap(q.X-dx), snap(q.Y-dy))
			}
		}
		z.ClosePath()
	}
	cover := &image.Alpha{Pix: p.mask[:area.Dx()*area.Dy()], Stride: area.Dx(), Rect: image.Rect(0, 0, area.Dx(), area.Dy())}
	z.Draw(cover, cover.Rect, image.Opaque, image.Point{})
	return cover
}

// snap rounds to a 256th of a pixel. It takes away the last bits, in which processors with and without fused
// multiplication differ, so that the picture is the same on all. Letters often fall halfway between two steps, where
// the last bit would decide; the odd fraction moves the divide to where nothing falls.
func snap(v float64) float32 { return float32(math.Round(v*256+0.1234567) / 256) }

// clip cuts a polygon to the area, one side after the other (Sutherland and Hodgman): the rasteriser's whole numbers
// cannot count what lies far outside.
func clip(polygon []Point, area image.Rectangle) []Point {
	switch around := pixelsOf([][]Point{polygon}); {
	case !around.Overlaps(area): // the letters of a line's other tiles
		return nil
	case around.In(area): // most letters
		return polygon
	}
	x0, y0 := float64(area.Min.X), float64(area.Min.Y)
	x1, y1 := float64(area.Max.X), float64(area.Max.Y)
	turned := cut(cut(transposed(polygon), y0, 1), y1, -1)
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

// pixelsOf returns the pixels that the least upright rectangle around the contours touches, none for no points.
// Coordinates far outside any picture are kept within what the rasteriser can count.
func pixelsOf(contours [][]Point) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range slices.Concat(contours...) {
		x0, x1 = min(x0, q.X), max(x1, q.X)
		y0, y1 = min(y0, q.Y), max(y1, q.Y)
	}
	whole := func(v float64) int { return int(max(-1e5, min(1e5, v))) }
	return image.Rectangle{image.Pt(whole(math.Floor(x0)), whole(math.Floor(y0))), image.Pt(whole(math.Ceil(x1)), whole(math.Ceil(y1)))}
}
