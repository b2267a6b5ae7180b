package plot

import "sharingthecost/internal/draw"

// What has no certain end fades: stripes across the bar that grow thinner.

// stripes draws a bar from one point to another in stripes across it; of each pitch a part
// is filled.
func stripes(c *draw.Canvas, token draw.Token, from, to draw.Point, width, pitch, on float64) {
	c.Add(draw.Line{X1: from.X, Y1: from.Y, X2: to.X, Y2: to.Y, Stroke: draw.Stroke{Token: token, Width: width, On: on, Off: pitch - on}})
}

// fade draws stripes that begin almost whole, or as wide as first, and grow thinner.
func fade(c *draw.Canvas, token draw.Token, from, to draw.Point, width, pitch, first float64) {
	const steps = 5
	for i := range steps {
		a, b := float64(i)/steps, float64(i+1)/steps
		stripes(c, token, between(from, to, a), between(from, to, b), width, pitch, first*float64(steps-i)/(steps+1))
	}
}

// between is the point so far on the way from one to another.
func between(a, b draw.Point, part float64) draw.Point {
	return draw.Point{X: a.X + (b.X-a.X)*part, Y: a.Y + (b.Y-a.Y)*part}
}

// drawFading draws bar i of a layer whose end is not certain: striped, because it is what
// was proposed, and fading from its value to the highest.
func (in *inside) drawFading(c *draw.Canvas, l *Layer, i int, along, thick float64) {
	const pitch, on = 4, 1.75
	p := func(v float64) draw.Point { return in.point(along, in.at(v)) }
	low := l.Values[i]
	stripes(c, l.token(i), p(in.Scale.foot()), p(low), thick, pitch, on)
	fade(c, l.token(i), p(low), p(l.Fades[i]), thick, pitch, on)
}
