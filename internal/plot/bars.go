package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// hairline is the least width of a column: a mark that a screen still shows.
const hairline = 0.5

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
	feet := in.feetFit(l)
	for i := range in.Present(l.Values) {
		from, to := in.span(l, i)
		along := in.centre(i) + offset
		a, b := in.point(along-thick/2, in.at(from)), in.point(along+thick/2, in.at(to))
		r := draw.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: math.Abs(b.X - a.X), H: math.Abs(b.Y - a.Y)}
		if l.Stacked { // a slit parts a bar from the next
			r = in.slit(r)
		}
		if l.Values[i] != 0 && !l.Stacked { // what is not nothing is seen
			r.W, r.H = max(r.W, 1), max(r.H, 1)
		}
		if l.Pitch > 0 {
			in.drawBlocks(c, l, i, r)
		} else if l.Fades != nil {
			in.drawFading(c, l, i, along, thick)
			r.Y, r.H = in.at(l.Fades[i]), math.Abs(in.at(l.Fades[i])-in.at(from))
		} else {
			c.Add(l.role(i).Style(r, l.Running != nil && l.Running[i], l.Hollow, draw.Solid(draw.Surface)))
		}
		in.labels.take(area{r.X, r.Y, r.X + r.W, r.Y + r.H})
		if feet {
			c.Add(in.footText(l, i))
		}
		if next := i + 1; l.Joined && next < len(in.Points) {
			end := in.point(along+thick/2, in.at(to))
			c.Add(draw.Line{X1: end.X, Y1: end.Y, X2: end.X, Y2: in.centre(next) + offset - thick/2, Stroke: draw.Pen(draw.Edge, 1)})
		}
		in.sayUnder(c, l, i, r)
		switch {
		case l.says(i) == "":
		case l.Fades != nil:
			in.sayAcross(l, i, thick/2)
		default:
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
	t := l.label(i, in.size.Narrow)
	one := label{all: 1}
	if in.chosen(l) { // each for itself; where its place is taken it moves up
		one = label{lift: !in.Rows && l.Values[i] >= 0, from: &draw.Point{X: along, Y: r.Y}}
	}
	middle := r.Y + r.H/2 + 4.5
	switch {
	case l.inner():
		t.X, t.Y, t.Anchor, t.Fill = r.X+r.W/2, middle, draw.Middle, l.role(i).On()
		if l.Roles == nil {
			t.Fill = draw.On(l.Token)
		}
		if !l.Inside || l.role(i).Pale {
			t.Weight = draw.Regular
		}
		if l.Inside && r.W > shortestName { // the table has the whole
			if !Fits(t, r.W-8) {
				t.Size = AxisSize
			}
			t = Shorten(t, r.W-6)
		}
		if Fits(t, r.W-4) && r.H >= LabelSize+2 {
			in.labels.add(label{inner: true, places: at(t)})
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
	one.places = at(t)
	if one.lift { // or over the bar's own edges, where its neighbour stands in the way
		left, right := t, t
		left.X, left.Anchor = r.X+r.W-1, draw.End
		right.X, right.Anchor = r.X+1, draw.Start
		one.places = at(t, left, right)
	}
	if !in.Rows {
		for _, place := range one.places {
			in.onto(place)
		}
	}
	in.labels.add(one)
}

// chosen reports whether some values alone are written out.
func (p *Plane) chosen(l *Layer) bool {
	for i := range p.Present(l.Values) {
		if l.Says[i] == "" {
			return true
		}
	}
	return false
}

// feetFit reports whether every bar is wide enough for what is written in its foot, which
// is in all or in none.
func (in *inside) feetFit(l *Layer) bool {
	for i := range in.Present(l.Values) {
		if l.Feet == nil || !Fits(in.footText(l, i), in.slot) {
			return false
		}
	}
	return l.Feet != nil
}

// footText is written inside the foot of a bar, where no line drawn over the bars crosses it.
func (in *inside) footText(l *Layer, i int) draw.Text {
	t := draw.Text{X: in.centre(i), Y: in.at(in.Scale.foot()) - 8, Size: LabelSize, Weight: draw.Bold, Anchor: draw.Middle, Fill: l.role(i).On(), S: l.Feet[i]}
	if in.slot < 50 {
		t.Size = AxisSize
	}
	if l.Hollow || l.Running != nil && l.Running[i] {
		t.Fill = draw.Ink
	}
	return t
}
