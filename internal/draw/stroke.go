package draw

import (
	"math"
	"slices"
)

// outline returns the polygons that together cover the stroke along points: one for each straight piece, one for each
// mitre. They overlap but all turn the same way, so the rasteriser counts their union. Corners are SVG's: butt caps,
// mitres up to four times the width, bevels beyond.
func (s Stroke) outline(points []Point, closed bool) [][]Point {
	points = slices.Compact(slices.Clone(points))
	if len(points) > 2 && closed && points[0] == points[len(points)-1] {
		points = points[:len(points)-1]
	}
	if len(points) < 2 {
		return nil
	}
	if !s.dashed() {
		return s.run(nil, points, closed)
	}
	if closed {
		points = append(points, points[0])
	}
	var polygons [][]Point
	for _, dash := range s.dashes(points) {
		polygons = s.run(polygons, dash, false)
	}
	return polygons
}

// run adds the polygons of one unbroken stroke.
func (s Stroke) run(polygons [][]Point, points []Point, closed bool) [][]Point {
	half := s.Width / 2
	n := len(points)
	pieces := n - 1
	if closed {
		pieces = n
	}
	for i := range pieces {
		a, b := points[i], points[(i+1)%n]
		across := normal(a, b)
		dx, dy := half*across.X, half*across.Y
		polygons = append(polygons, alike([]Point{
			{a.X + dx, a.Y + dy}, {b.X + dx, b.Y + dy}, {b.X - dx, b.Y - dy}, {a.X - dx, a.Y - dy},
		}))
		if i+1 < pieces || closed {
			polygons = append(polygons, alike(corner(a, b, points[(i+2)%n], half)))
		}
	}
	return polygons
}

// corner returns the wedge outside the turn at b.
func corner(a, b, c Point, half float64) []Point {
	u, v := normal(a, b), normal(b, c)
	if u.X*v.Y-u.Y*v.X > 0 { // the normals turn towards where they point, so the gap opens behind them
		half = -half
	}
	wedge := []Point{b, {b.X + half*u.X, b.Y + half*u.Y}, {b.X + half*v.X, b.Y + half*v.Y}}
	// The mitre is 1/cos(turn/2) times the width long, and cos²(turn/2) = (1 + u·v)/2.
	if along := 1 + u.X*v.X + u.Y*v.Y; along/2 >= 1.0/16 {
		tip := Point{b.X + half*(u.X+v.X)/along, b.Y + half*(u.Y+v.Y)/along}
		wedge = slices.Insert(wedge, 2, tip)
	}
	return wedge
}

// normal is the unit vector across the way from a to b.
func normal(a, b Point) Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Hypot(dx, dy)
	return Point{-dy / length, dx / length}
}

// alike returns the polygon turned so that its signed area is not negative.
func alike(polygon []Point) []Point {
	area := 0.0
	for i, p := range polygon {
		q := polygon[(i+1)%len(polygon)]
		area += p.X*q.Y - q.X*p.Y
	}
	if area < 0 {
		slices.Reverse(polygon)
	}
	return polygon
}

// dashes cuts a line into its dashes, beginning with one, carried on round corners.
func (s Stroke) dashes(points []Point) [][]Point {
	var dashes [][]Point
	dash := []Point{points[0]}
	left, on := s.On, true
	for i := 1; i < len(points); i++ {
		at, end := points[i-1], points[i]
		for {
			length := math.Hypot(end.X-at.X, end.Y-at.Y)
			if length <= left {
				left -= length
				break
			}
			at = Point{at.X + (end.X-at.X)*left/length, at.Y + (end.Y-at.Y)*left/length}
			if on {
				dashes = append(dashes, append(dash, at))
			}
			dash, on = []Point{at}, !on
			left = s.Off
			if on {
				left = s.On
			}
		}
		if on && dash[len(dash)-1] != end {
			dash = append(dash, end)
		}
	}
	if on && len(dash) > 1 {
		dashes = append(dashes, dash)
	}
	return dashes
}
