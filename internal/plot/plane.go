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
}

// A Mark is what the layers of a plane are made of.
type Mark string

// The marks. Bars and areas stand on zero, or on those below them.
const (
	Bar  Mark = "bar"
	Line Mark = "line"
	Area Mark = "area"
	Dot  Mark = "dot"
	Rule Mark = "rule" // from one value to another
	Tick Mark = "tick" // across a value
)

// A Layer is the marks of one series, one for each point of the axis.
type Layer struct {
	Mark    Mark
	Name    string
	Token   draw.Token
	Roles   []Role    // of the single marks, instead of the token
	Values  []float64 // NaN is missing
	From    []float64 // where each begins, instead of zero
	Stacked bool      // on the marks of the layers before
	Lane    int       // of bars beside one another
	Faint   bool      // others stand out from it
	Hollow  bool
	Named   bool     // what a dot says is its name, and stands above it
	Says    []string // written beside each mark, or inside it where the layer is stacked
	Narrow  []string // the same on a phone, where that is not enough said
	More    []string // further words after it
	Joined  bool     // a thin line leads from the end of each bar to the next; of a line, a broken one across a gap
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
	if size.Narrow && p.Kind == Names && p.hasBars() && !p.namesFit(size) { // names have more room beside bars
		lying := *p
		lying.Rows, lying.Grid = true, p.Grid || slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Stacked })
		return lying.drawRows(size)
	}
	c := draw.Canvas{W: size.Width}
	top := 2.0
	for _, t := range (draw.Text{Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: p.Title}).Wrap(size.Width/draw.FontSafety, leading) {
		top += leading
		t.Y = top - 4
		c.Add(t)
	}
	top = p.drawKey(&c, top) + 12
	left, right := p.Scale.gutter(), size.Width-8
	ends := p.ends(size)
	if ends != nil {
		right = size.Width - ends.width
	}
	starts := p.starts()
	if starts != nil {
		left = starts.width
	}
	height := p.Height
	if size.Low {
		height *= 0.7
	}
	foot := top + height
	f := newFrame(&p.Axis, size, left, right)
	if p.edged() {
		f.fill()
	}
	c.H = f.drawNames(&c, foot, f.whole) + 12
	in := p.inside(f.centre, f.slot, [2]float64{foot, top})
	in.narrow, in.labels = size.Narrow, labels{w: size.Width, h: c.H}
	for _, t := range p.Scale.Ticks {
		if p.Starts {
			break
		}
		y := in.at(p.Scale.amount(t))
		c.Add(draw.Line{X1: left, Y1: y, X2: right, Y2: y, Stroke: Grid(t)},
			draw.Text{X: left - 8, Y: y + 4, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink3, S: p.Scale.Tick(t)})
	}
	in.labels.keepOff(&c)
	in.draw(&c)
	if starts != nil {
		for _, i := range []int{p.First, len(p.Points) - 1} {
			c.Add(draw.Line{X1: f.centre(i), Y1: top, X2: f.centre(i), Y2: foot, Stroke: draw.Pen(draw.Rule, 1)})
		}
		in.drawEnds(&c, starts, top, foot)
	}
	if ends != nil {
		in.drawEnds(&c, ends, top, foot)
	}
	for i := p.First; i < len(p.Points); i++ {
		c.Reads = append(c.Reads, draw.Read{Row: p.Points[i].Row, X: f.centre(i), Y: in.reading(i, foot)})
	}
	return c
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
	narrow bool
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

func (in *inside) draw(c *draw.Canvas) {
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
	in.labels.draw(c)
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
