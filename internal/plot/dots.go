package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// drawRules draws a line from one value of a point to the other.
func (in *inside) drawRules(c *draw.Canvas, l *Layer) {
	for i := range in.Present(l.Values) {
		if math.IsNaN(l.From[i]) {
			continue
		}
		a, b := in.point(in.centre(i), in.at(l.From[i])), in.point(in.centre(i), in.at(l.Values[i]))
		c.Add(draw.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Stroke: draw.Pen(l.token(i), 3)})
	}
}

func (in *inside) drawDots(c *draw.Canvas, l *Layer) {
	const r = 6
	free := math.Inf(-1)
	for i, v := range in.Present(l.Values) {
		p := in.point(in.centre(i), in.at(v))
		if l.Led { // two of one week would have one line
			p.X = max(p.X, free)
			free = p.X + 5
			in.lead(c, l, i, p)
			continue
		}
		dot := draw.Circle{X: p.X, Y: p.Y, R: r, Fill: draw.Solid(l.token(i))}
		if l.Hollow {
			dot.R, dot.Fill, dot.Stroke = r-1, draw.Solid(draw.Surface), draw.Pen(l.token(i), 2)
		}
		c.Add(dot)
		in.labels.take(area{p.X - r, p.Y - r, p.X + r, p.Y + r})
		if l.Says != nil && l.Says[i] != "" {
			right := draw.Text{X: p.X + r + 6, Y: p.Y + 4.5, Size: LabelSize, Weight: draw.Bold, S: l.Says[i]}
			left := right
			left.X, left.Anchor = p.X-r-6, draw.End
			over := draw.Text{X: p.X, Y: p.Y - r - 5, Size: LabelSize, Weight: draw.Bold, Anchor: draw.Middle, S: l.Says[i]}
			under := over
			under.Y = p.Y + r + 13
			switch {
			case l.Named:
				in.labels.add(label{places: at(over, under, right, left)})
			case l.leftOf(in.Layers, i):
				in.labels.add(label{places: at(left, right)})
			default:
				in.labels.add(label{places: at(right, left)})
			}
		}
	}
}

// lead draws a dot with a line up to the first row of dots, and its words left of it,
// where no line of a later one crosses them, or right.
func (in *inside) lead(c *draw.Canvas, l *Layer, i int, p draw.Point) {
	const r = 6
	first := 0
	for math.IsNaN(l.Values[first]) {
		first++
	}
	c.Add(draw.Line{X1: p.X, Y1: in.centre(first) - 22, X2: p.X, Y2: p.Y, Stroke: draw.Pen(draw.Edge, 1)}, shaped(l.Shapes[i], p, l.token(i)))
	in.labels.take(area{p.X - r, p.Y - r, p.X + r, p.Y + r})
	right := draw.Text{X: p.X + r + 5, Y: p.Y + 4.5, Size: LabelSize, S: l.Says[i]}
	left := right
	left.X, left.Anchor = p.X-r-5, draw.End
	one := label{must: true, places: at(left, right)}
	if before, after := left.X-in.ends[0], in.labels.w-right.X; !Fits(left, left.X) && !Fits(right, after) {
		one.places = at(Shorten(left, before))
		if after > before {
			one.places = at(Shorten(right, after))
		}
	}
	in.labels.add(one)
}

// leftOf reports whether another mark of the point lies right of that of the layer.
func (l *Layer) leftOf(layers []Layer, i int) bool {
	for _, o := range layers {
		if o.Mark == Dot && o.Values[i] > l.Values[i] {
			return true
		}
	}
	return false
}

// drawTicks draws a short line across each value, a little longer than a bar is wide.
func (in *inside) drawTicks(c *draw.Canvas, l *Layer) {
	_, thick := in.lane(l)
	for i, v := range in.Present(l.Values) {
		half := thick/2 + 4
		if in.Rows && l.Dashed {
			in.markAcross(c, l, i, thick)
			continue
		}
		a, b := in.point(in.centre(i)-half, in.at(v)), in.point(in.centre(i)+half, in.at(v))
		c.Add(draw.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Stroke: draw.Pen(l.token(i), 3)})
		if l.says(i) != "" {
			in.sayAcross(l, i, half)
		}
	}
}

// sayAcross writes what a mark stands for beside it: on the side with more room, or where
// it covers less.
func (in *inside) sayAcross(l *Layer, i int, half float64) {
	x := in.centre(i)
	t := draw.Text{X: x - half - 5, Y: in.at(l.Values[i]) + 4, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: l.says(i)}
	if in.size.Narrow {
		t.Size = AxisSize
	}
	side := func(t draw.Text, room float64) []draw.Text {
		lines := t.Balance(room/draw.FontSafety, leading)
		return moved(lines, -leading*float64(len(lines)-1))
	}
	left := side(t, t.X-in.centre(in.First)+in.slot/2)
	t.X, t.Anchor = x+half+5, draw.Start
	right := side(t, in.labels.w-t.X)
	near, far := left, right
	if x+in.slot/2 < in.labels.w/2 {
		near, far = right, left
	}
	var places [][]draw.Text // those of one column stand above one another, if they can
	for up := 0.0; up < 3*leading; up += 4 {
		places = append(places, moved(near, -up))
	}
	places = append(places, far)
	in.labels.add(label{rank: 2, lift: true, must: true, places: places})
}

// markAcross draws a broken line across a bar and beyond its edge, and what it marks there.
func (in *inside) markAcross(c *draw.Canvas, l *Layer, i int, thick float64) {
	x, top, foot := in.at(l.Values[i]), in.centre(i)-thick/2, in.centre(i)+thick/2
	c.Add(draw.Line{X1: x, Y1: top, X2: x, Y2: foot, Stroke: draw.Pen(draw.Surface, 4)},
		draw.Line{X1: x, Y1: top - 16, X2: x, Y2: foot, Stroke: draw.Pen(l.token(i), 2).Dashed(4, 3)})
	left := draw.Text{X: x - 6, Y: top - 6, Size: NoteSize, Anchor: draw.End, Fill: draw.Ink2, S: l.says(i)}
	right := left
	right.X, right.Anchor = x+6, draw.Start
	in.labels.add(label{must: true, places: at(left, right)})
}
