package plot

import (
	"slices"

	"sharingthecost/internal/draw"
)

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
	pen := draw.Pen("", 2.25)
	switch {
	case l.Faint && l.Dashed:
		pen = pen.Dashed(3, 3)
		pen.Width = 1.25
	case l.Faint:
		pen.Width = 1.25
	case l.Dashed:
		pen = pen.Dashed(5, 4)
		pen.Width = 1.75
	}
	list := runs(&in.Axis, l.Values)
	if l.Dashed {
		list = [][]int{slices.Concat(list...)}
	}
	values := 0
	var end draw.Point // of the stretch before
	for _, run := range list {
		values += len(run)
	}
	for k, run := range list {
		path := draw.Path{Stroke: pen}
		path.Stroke.Token = l.token(run[0])
		for _, i := range run {
			path.Points = append(path.Points, in.point(in.centre(i), in.at(l.Values[i])))
		}
		if k > 0 && l.Joined {
			c.Add(draw.Line{X1: end.X, Y1: end.Y, X2: path.Points[0].X, Y2: path.Points[0].Y, Stroke: draw.Pen(l.Token, 1.25).Dashed(3, 3)})
		}
		if end = path.Points[len(run)-1]; len(run) > 1 {
			c.Add(path)
		}
		in.labels.takeLine(path.Points)
		for n, p := range path.Points {
			if in.marked(l, run, n, values) {
				m := l.marker(run[n], p)
				c.Add(m)
				in.labels.take(area{p.X - m.R, p.Y - m.R, p.X + m.R, p.Y + m.R})
			}
			if t := l.says(run[n]); t != "" && !in.Ends {
				in.sayPoint(t, p)
			}
		}
	}
}

// marked reports whether point n of a run of a line has a marker: the last, one that
// stands alone, one that something is said of; and each where they are few, or where they
// are hollow, which says what the values are.
func (in *inside) marked(l *Layer, run []int, n, values int) bool {
	last := n == len(run)-1 && run[n] == LastValue(l.Values)
	switch {
	case l.Dashed:
		return !l.Faint && last
	case l.Faint:
		return len(run) == 1
	}
	return len(run) == 1 || last || l.Hollow || values <= mostMarkers || l.says(run[n]) != "" && !in.Ends
}

// marker is the marker of a line at a point.
func (l *Layer) marker(i int, p draw.Point) draw.Circle {
	m := draw.Circle{X: p.X, Y: p.Y, R: 3.5, Fill: draw.Solid(l.token(i))}
	if l.Hollow || l.Dashed {
		m.R, m.Fill, m.Stroke = 4, draw.Solid(draw.Surface), draw.Pen(l.token(i), 2)
	}
	return m
}

// sayPoint writes the value of a point of a line where the line is not.
func (in *inside) sayPoint(says string, p draw.Point) {
	over := draw.Text{X: p.X, Y: p.Y - 11, Size: LabelSize, Weight: draw.Bold, Anchor: draw.Middle, S: says}
	under := over
	under.Y = p.Y + 20
	in.labels.add(label{lift: true, from: &p, places: [][]draw.Text{in.onto([]draw.Text{over}), in.onto([]draw.Text{under})}})
}

// alone is half the breadth of an area that is one point.
const alone = 4

// drawArea fills what lies between an area and the one below it.
func (in *inside) drawArea(c *draw.Canvas, l *Layer) {
	for _, run := range runs(&in.Axis, l.Values) {
		var low, high []draw.Point
		for _, i := range run {
			from, to := in.span(l, i)
			ends := []float64{in.centre(i)}
			if len(run) == 1 { // beside gaps a point has no breadth of its own
				ends = []float64{in.centre(i) - alone, in.centre(i) + alone}
			}
			for _, x := range ends {
				low, high = append(low, in.point(x, in.at(from))), append(high, in.point(x, in.at(to)))
			}
		}
		outline := append([]draw.Point{}, high...)
		for i := len(low) - 1; i >= 0; i-- {
			outline = append(outline, low[i])
		}
		fill := draw.Path{Points: outline, Closed: true, Fill: draw.Solid(l.Token)}
		if l.Stacked {
			fill.Stroke = draw.Pen(draw.Surface, 1)
		}
		c.Add(fill)
	}
}
