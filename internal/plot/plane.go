package plot

import (
	"math"
	"slices"

	"sharingthecost/internal/draw"
)

// A Plane is layers of marks over an axis and a scale of values. The axis runs along
// the foot, or down the side (Rows).
type Plane struct {
	Axis
	Scale  Scale
	Title  string // of the scale
	Layers []Layer
	Rows   bool
	Height float64 // of the plot, where the axis runs along the foot
	Grid   bool    // rows have a grid too, because not every value is written out
	Boxes  *Boxes  // below rows
	Ends   bool    // layers are named at their ends, and need no key
	Starts bool    // their values stand at their beginnings too, instead of the scale
	Notes  []Note
}

// lanes counts the bars beside one another.
func (p *Plane) lanes() int {
	n := 1
	for _, l := range p.Layers {
		n = max(n, l.Lane+1)
	}
	return n
}

// Draw draws the plane.
func (p *Plane) Draw(size Size) draw.Canvas {
	if p.Rows {
		return p.drawRows(size)
	}
	return (&Panels{Axis: p.Axis, Planes: []*Plane{p}}).Draw(size)
}

// lies reports whether names have more room beside bars than below columns. Of too many
// bars beside one another nobody would see the last.
func (p *Plane) lies(size Size) bool {
	const most = 60
	return size.Narrow && p.Kind == Names && len(p.Drawn()) <= most && p.hasBars() && p.Notes == nil && !p.namesFit(size) &&
		!slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Feet != nil || l.Fades != nil || l.Mark == Tick })
}

// running reports whether the time of point i is not over.
func (p *Plane) running(i int) bool {
	return slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Running != nil && l.Running[i] })
}

// reading is where a reader's finger meets point i: at its first value.
func (in *inside) reading(i int, otherwise float64) float64 {
	for _, l := range in.Layers {
		if v := l.Values[i]; !math.IsNaN(v) {
			return in.at(v)
		}
	}
	return otherwise
}

// inside is a plane at its place on a canvas.
type inside struct {
	*Plane
	centre func(i int) float64 // of point i, along the axis
	slot   float64             // the room of a point
	ends   [2]float64          // where the scale begins and ends
	size   Size
	bases  [][2]float64 // of stacks: how far down and up they reach
	labels labels
}

func (p *Plane) inside(centre func(int) float64, slot float64, ends [2]float64) *inside {
	return &inside{Plane: p, centre: centre, slot: slot, ends: ends, bases: make([][2]float64, len(p.Points))}
}

// at is where a value lies on its scale.
func (in *inside) at(v float64) float64 {
	return in.ends[0] + in.Scale.Part(v)*(in.ends[1]-in.ends[0])
}

// point is the place of a value on the canvas.
func (in *inside) point(along, value float64) draw.Point {
	if in.Rows {
		return draw.Point{X: value, Y: along}
	}
	return draw.Point{X: along, Y: value}
}

func (in *inside) drawMarks(c *draw.Canvas) {
	for n := range in.Layers {
		l := &in.Layers[n]
		switch l.Mark {
		case Bar:
			in.drawBars(c, l)
		case Line:
			in.drawLine(c, l)
		case Area:
			in.drawArea(c, l)
		case Rule:
			in.drawRules(c, l)
		case Dot:
			in.drawDots(c, l)
		case Tick:
			in.drawTicks(c, l)
		}
	}
	if in.hasBars() && in.Scale.Lo < 0 {
		in.drawFoot(c)
	}
}

func (p *Plane) hasBars() bool {
	return slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Mark == Bar || l.Mark == Area })
}

// drawFoot draws the line that bars on both sides stand on.
func (in *inside) drawFoot(c *draw.Canvas) {
	last := len(in.Points) - 1
	a, b := in.point(in.centre(in.First)-in.slot/2, in.at(0)), in.point(in.centre(last)+in.slot/2, in.at(0))
	c.Add(draw.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Stroke: draw.Pen(draw.Edge, 1)})
}

// span is where the mark of point i begins and ends; those of stacks stand on the ones
// before, the negative ones below zero.
func (in *inside) span(l *Layer, i int) (from, to float64) {
	v := l.Values[i]
	switch {
	case l.From != nil:
		return l.From[i], v
	case !l.Stacked:
		return in.Scale.foot(), v
	}
	side := 1
	if v < 0 {
		side = 0
	}
	from = in.bases[i][side]
	in.bases[i][side] += v
	return from, from + v
}

// drawKey names the layers by their colours, in their order, in as many lines as it
// takes, and returns the foot of the last.
func (p *Plane) drawKey(c *draw.Canvas, top float64) float64 {
	named := slices.DeleteFunc(slices.Clone(p.Layers), func(l Layer) bool { return l.Name == "" || l.Mark == Rule || l.Named })
	if len(named) < 2 || p.Ends {
		return top
	}
	x, y := 0.0, top+leading
	for _, l := range named {
		t := Shorten(draw.Text{Size: NoteSize, Fill: draw.Ink, S: l.Name}, c.W-18)
		if w := Width(t) + 18; x > 0 && x+w > c.W {
			x, y = 0, y+leading+4
		}
		swatch := draw.Rect{X: x, Y: y - 9.5, W: 11, H: 11, Fill: draw.Solid(l.Token)}
		switch {
		case l.Mark == Line:
			swatch.Y, swatch.H = y-5.5, 3
			c.Add(swatch)
		case l.Mark == Dot && l.Hollow:
			c.Add(draw.Circle{X: x + 5.5, Y: y - 4, R: 4.5, Fill: draw.Solid(draw.Surface), Stroke: draw.Pen(l.Token, 2)})
		case l.Mark == Dot:
			c.Add(draw.Circle{X: x + 5.5, Y: y - 4, R: 5.5, Fill: draw.Solid(l.Token)})
		default:
			c.Add(swatch)
		}
		t.X, t.Y = x+17, y
		c.Add(t)
		x += Width(t) + 17 + 16
	}
	return y
}

// edged reports whether the first and the last point lie on the edges of the plot, as
// those of lines and areas do, which have no width of their own.
func (p *Plane) edged() bool {
	return !slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Mark == Bar })
}

// namesFit reports whether each name stands whole below its own mark.
func (p *Plane) namesFit(size Size) bool {
	f := newFrame(&p.Axis, size, p.Scale.gutter(), size.Width-8)
	return len(f.nameLines()) > 0
}

// NamesOf is an axis of names, each the row of the table in its order.
func NamesOf(names []string) Axis {
	a := Axis{Kind: Names}
	for i, name := range names {
		a.Points = append(a.Points, Point{Name: name, Key: name, At: float64(i), Band: -1, Row: i + 1})
	}
	return a
}
