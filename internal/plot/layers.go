package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// fill is the paint of mark i.
func (l *Layer) fill(i int) draw.Paint {
	if l.Roles != nil {
		return l.Roles[i].Fill()
	}
	return draw.Solid(l.Token)
}

// token is the colour of mark i.
func (l *Layer) token(i int) draw.Token {
	if l.Roles != nil {
		return l.Roles[i].Token()
	}
	return l.Token
}

// lane is where the bars of a layer lie beside the middle of their point, and how thick
// they are.
func (in *inside) lane(l *Layer) (offset, thick float64) {
	n := float64(in.lanes())
	gap := min(6, in.slot/4)
	if n > 1 || in.Rows {
		gap = max(gap, in.slot/4)
	}
	thick = (in.slot - gap) / n
	offset = (float64(l.Lane)+0.5)*thick - (in.slot-gap)/2
	if n > 1 && thick > 4 {
		thick--
	}
	return offset, max(thick, hairline)
}

func (in *inside) drawBars(c *draw.Canvas, l *Layer) {
	offset, thick := in.lane(l)
	for i := range in.Present(l.Values) {
		from, to := in.span(l, i)
		along := in.centre(i) + offset
		a, b := in.point(along-thick/2, in.at(from)), in.point(along+thick/2, in.at(to))
		r := draw.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: math.Abs(b.X - a.X), H: math.Abs(b.Y - a.Y), Fill: l.fill(i)}
		if l.Stacked { // a slit parts a bar from the next
			r = in.slit(r)
		}
		if l.Values[i] != 0 && !l.Stacked { // what is not nothing is seen
			r.W, r.H = max(r.W, 1), max(r.H, 1)
		}
		if l.Hollow {
			r.Fill, r.Stroke = draw.Solid(draw.Surface), draw.Pen(l.token(i), 1.5)
		}
		if l.Roles != nil && l.Roles[i].Hatched {
			r.Stroke = draw.Pen(l.token(i), 1)
		}
		c.Add(r)
		in.labels.take(area{r.X, r.Y, r.X + r.W, r.Y + r.H})
		if next := i + 1; l.Joined && next < len(in.Points) {
			end := in.point(along+thick/2, in.at(to))
			c.Add(draw.Line{X1: end.X, Y1: end.Y, X2: end.X, Y2: in.centre(next) + offset - thick/2, Stroke: draw.Pen(draw.Edge, 1)})
		}
		if l.Says != nil {
			in.sayBar(l, i, r, along)
		}
	}
}

// slit shortens the bar of a stack by a pixel.
func (in *inside) slit(r draw.Rect) draw.Rect {
	if in.Rows && r.W > 3 {
		r.W--
	} else if !in.Rows && r.H > 3 {
		r.Y, r.H = r.Y+1, r.H-1
	}
	return r
}

// sayBar writes the label of a bar at its end, or inside where it is one of a stack.
func (in *inside) sayBar(l *Layer, i int, r draw.Rect, along float64) {
	t := l.label(i, in.narrow)
	middle := r.Y + r.H/2 + 4.5
	switch {
	case l.Stacked:
		t.X, t.Y, t.Anchor, t.Fill, t.Weight = r.X+r.W/2, middle, draw.Middle, draw.On(l.token(i)), draw.Regular
		if Fits(t, r.W-4) && r.H >= LabelSize+2 {
			in.labels.list = append(in.labels.list, label{inner: true, places: []draw.Text{t}})
		}
		return
	case in.Rows && l.Values[i] < 0:
		t.X, t.Y, t.Anchor = r.X-8, along+4.5, draw.End
	case in.Rows:
		t.X, t.Y = r.X+r.W+8, along+4.5
	case l.Values[i] < 0:
		t.X, t.Y, t.Anchor = along, r.Y+r.H+14, draw.Middle
	default:
		t.X, t.Y, t.Anchor = along, r.Y-5, draw.Middle
	}
	in.labels.add(0, 1, t)
}

// label is what is written beside mark i.
func (l *Layer) label(i int, narrow bool) draw.Text {
	t := draw.Text{Size: LabelSize, Weight: draw.Bold, S: l.Says[i]}
	if narrow && l.Narrow != nil {
		t.S = l.Narrow[i]
	}
	if l.More != nil && l.More[i] != "" {
		t.Spans = []draw.Span{{S: EnSpace + l.More[i], Weight: draw.Regular, Fill: draw.Ink2}}
	}
	return t
}

// runs are the stretches of points without a gap.
func runs(a *Axis, values []float64) [][]int {
	var out [][]int
	last := -2
	for i := range a.Present(values) {
		if i != last+1 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
		last = i
	}
	return out
}

// mostMarkers is the number of values up to which each value of a line has a marker.
const mostMarkers = 12

func (in *inside) drawLine(c *draw.Canvas, l *Layer) {
	pen := draw.Pen(l.Token, 2.25)
	if l.Faint {
		pen = draw.Pen(l.Token, 1.25)
	}
	values := 0
	var end draw.Point // of the stretch before
	stretches := runs(&in.Axis, l.Values)
	for _, run := range stretches {
		values += len(run)
	}
	for n, run := range stretches {
		path := draw.Path{Stroke: pen}
		for _, i := range run {
			path.Points = append(path.Points, in.point(in.centre(i), in.at(l.Values[i])))
		}
		if n > 0 && l.Joined {
			c.Add(draw.Line{X1: end.X, Y1: end.Y, X2: path.Points[0].X, Y2: path.Points[0].Y, Stroke: draw.Pen(l.Token, 1.25).Dashed(3, 3)})
		}
		end = path.Points[len(run)-1]
		if len(run) > 1 {
			c.Add(path)
		}
		in.labels.takeLine(path.Points)
		for n, p := range path.Points {
			if len(run) == 1 || !l.Faint && (n == len(run)-1 && run[n] == LastValue(l.Values) || values <= mostMarkers) {
				c.Add(draw.Circle{X: p.X, Y: p.Y, R: 3.5, Fill: draw.Solid(l.Token)})
			}
		}
	}
}

// drawArea fills what lies between an area and the one below it.
func (in *inside) drawArea(c *draw.Canvas, l *Layer) {
	for _, run := range runs(&in.Axis, l.Values) {
		var low, high []draw.Point
		for _, i := range run {
			from, to := in.span(l, i)
			low, high = append(low, in.point(in.centre(i), in.at(from))), append(high, in.point(in.centre(i), in.at(to)))
		}
		outline := append([]draw.Point{}, high...)
		for i := len(low) - 1; i >= 0; i-- {
			outline = append(outline, low[i])
		}
		c.Add(draw.Path{Points: outline, Closed: true, Fill: draw.Solid(l.Token), Stroke: draw.Pen(draw.Surface, 1)})
	}
}

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
	for i, v := range in.Present(l.Values) {
		p := in.point(in.centre(i), in.at(v))
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
				in.labels.add(0, 0, over, under, right, left)
			case l.leftOf(in, i):
				in.labels.add(0, 0, left, right)
			default:
				in.labels.add(0, 0, right, left)
			}
		}
	}
}

// leftOf reports whether another mark of the point lies right of that of the layer.
func (l *Layer) leftOf(in *inside, i int) bool {
	for _, o := range in.Layers {
		if o.Mark == Dot && o.Values[i] > l.Values[i] {
			return true
		}
	}
	return false
}

// drawTicks draws a short line across each value.
func (in *inside) drawTicks(c *draw.Canvas, l *Layer) {
	for i, v := range in.Present(l.Values) {
		a, b := in.point(in.centre(i)-in.slot/2, in.at(v)), in.point(in.centre(i)+in.slot/2, in.at(v))
		c.Add(draw.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Stroke: draw.Pen(l.token(i), 2)})
	}
}
