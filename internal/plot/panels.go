package plot

import (
	"slices"

	"sharingthecost/internal/draw"
)

// Panels are planes above one another on one axis along the foot. A plane alone is drawn
// as one of them.
type Panels struct {
	Axis
	Planes []*Plane

	// Below is written under the points, and BelowNarrow instead of it on a phone,
	// where BelowTitle says what it is.
	Below, BelowNarrow []string
	BelowTitle         string
}

// apart is the height from the foot of one plot to the title of the next.
const apart = 24

// Draw draws the planes from the top. Names that a phone has no room for below columns
// stand beside bars.
func (p *Panels) Draw(size Size) draw.Canvas {
	if len(p.Planes) == 1 && p.Below == nil && p.Planes[0].lies(size) {
		lying := *p.Planes[0]
		lying.Rows, lying.Grid = true, lying.Grid || slices.ContainsFunc(lying.Layers, func(l Layer) bool { return l.Stacked || lying.chosen(&l) })
		return lying.drawRows(size)
	}
	c, heads := draw.Canvas{W: size.Width}, draw.Canvas{W: size.Width}
	f := p.frame(size)
	more := 0.0 // that each plot is higher on a card, which is filled
	if size.Room > 0 {
		_, foot := p.lay(&draw.Canvas{W: size.Width}, f, 0)
		more = max(0, size.Room-p.drawAxis(&draw.Canvas{W: size.Width}, f, foot)) / float64(len(p.Planes))
	}
	parts, top := p.lay(&heads, f, more)
	f.drawBands(&c, top+22)
	c.Add(heads.Marks...)
	c.H = p.drawAxis(&c, f, top)
	for _, in := range parts {
		in.drawOver(&c, f)
	}
	for i := p.First; i < len(p.Points); i++ {
		c.Reads = append(c.Reads, draw.Read{Row: p.Points[i].Row, X: f.centre(i), Y: parts[0].reading(i, parts[0].ends[0])})
	}
	return c
}

// lay draws the titles of the planes and gives their places, and the foot of the last.
func (p *Panels) lay(heads *draw.Canvas, f *frame, more float64) (parts []*inside, foot float64) {
	foot = 2.0
	if len(p.Bands) > 0 {
		foot += 20
	}
	for i, pl := range p.Planes {
		if i > 0 {
			foot += apart
		}
		top := pl.drawHead(heads, f.headed(), foot, f.Size)
		foot = top + pl.height(f.Size) + more
		parts = append(parts, pl.inside(f.centre, f.slot, [2]float64{foot, top}))
	}
	return parts, foot
}

// frame leaves as much beside the plots as their labels need.
func (p *Panels) frame(size Size) *frame {
	left, right, edged := 0.0, 8.0, true
	for _, pl := range p.Planes {
		if starts := pl.starts(); starts != nil {
			left = max(left, starts.width)
		} else {
			left = max(left, pl.Scale.gutter())
		}
		if ends := pl.ends(size); ends != nil {
			right = max(right, ends.width)
		}
		edged = edged && pl.edged()
	}
	f := newFrame(&p.Axis, size, left, size.Width-right)
	if edged {
		f.fill()
	}
	return f
}

// headed is where titles begin: at the edge, or below the name of the first band, whose
// side would cut through them.
func (f *frame) headed() float64 {
	if len(f.Bands) == 0 {
		return 0
	}
	return f.centre(f.First) - f.slot/2 + 4
}

// drawHead draws the title of a plane and the key of its layers, and returns where the
// plot begins.
func (p *Plane) drawHead(c *draw.Canvas, left, top float64, size Size) float64 {
	for _, t := range (draw.Text{X: left, Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: p.Title}).Wrap((size.Width-left)/draw.FontSafety, leading) {
		top += leading
		t.Y = top - 4
		c.Add(t)
	}
	top = p.drawKey(c, top) + 12
	if size.Narrow && p.hasEnds() { // whose labels stand above them
		top += 18
	}
	return top
}

// height is the height of the plot; on a card there is less.
func (p *Plane) height(size Size) float64 {
	if size.Low {
		return min(p.Height, 44)
	}
	return p.Height
}

// drawOver draws a plane at its place: its grid, its marks, and what is written at them.
func (in *inside) drawOver(c *draw.Canvas, f *frame) {
	foot, top := in.ends[0], in.ends[1]
	in.size, in.labels = f.Size, labels{w: c.W, h: c.H, plate: len(in.Bands) == 0}
	for _, t := range in.Scale.Ticks {
		y := in.at(in.Scale.amount(t))
		in.labels.grid = append(in.labels.grid, y)
		if !in.Starts {
			c.Add(draw.Line{X1: f.left, Y1: y, X2: f.right, Y2: y, Stroke: Grid(t)},
				draw.Text{X: f.left - 8, Y: y + 4, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink3, S: in.Scale.Tick(t)})
		}
	}
	in.drawMarks(c)
	if starts := in.starts(); starts != nil {
		for _, i := range []int{in.First, len(in.Points) - 1} {
			c.Add(draw.Line{X1: f.centre(i), Y1: top, X2: f.centre(i), Y2: foot, Stroke: draw.Pen(draw.Rule, 1)})
		}
		in.drawEnds(c, starts, top, foot)
	}
	if ends := in.Plane.ends(f.Size); ends != nil {
		in.drawEnds(c, ends, top, foot)
	} else {
		in.endsAbove(f.right)
	}
	if !f.Low { // a card is looked at for a second
		in.drawNotes()
	}
	in.labels.keepOff(c)
	in.labels.draw(c)
}

// drawAxis writes the points, and what is written below them, and returns the
// height of the drawing.
func (p *Panels) drawAxis(c *draw.Canvas, f *frame, base float64) float64 {
	y := f.drawNames(c, base, func(i int) bool {
		return f.whole(i) || !f.Narrow && slices.ContainsFunc(p.Planes, func(pl *Plane) bool { return pl.running(i) })
	})
	if p.Below == nil {
		return y + 12
	}
	y += 16
	below := p.Below
	if f.Narrow {
		below = p.BelowNarrow
	}
	f.row(c, y, draw.Ink2, func(i int) string { return below[i] })
	if f.Narrow {
		title := draw.Text{Y: y + 18, Size: AxisSize, Fill: draw.Ink2, S: p.BelowTitle}
		for _, t := range title.Wrap(c.W/draw.FontSafety, leading) {
			c.Add(t)
			y = t.Y
		}
	}
	return y + 12
}
