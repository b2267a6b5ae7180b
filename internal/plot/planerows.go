package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// rowsLayout is where the rows of a plane lie: their names beside the marks, or above
// them on a phone.
type rowsLayout struct {
	names float64 // the width of the names
	top   float64 // the middle of the first row
	pitch float64 // from one row to the next
	slot  float64 // the height of the marks of a row
}

// dense is the number of rows from which they stand closer.
const dense = 30

func (p *Plane) rowsLayout(size Size, top float64) rowsLayout {
	n := p.lanes()
	r := rowsLayout{names: 110, slot: float64(n)*17 + 8, top: top}
	if n == 1 {
		r.slot = 32
	}
	r.pitch = r.slot + 6
	if len(p.Drawn()) > dense {
		r.slot, r.pitch = float64(n)*9+5, float64(n)*9+7
	}
	for _, pt := range p.Drawn() {
		r.names = min(max(r.names, Width(draw.Text{S: pt.Name, Size: LabelSize, Weight: draw.Bold})+14), size.Width*0.4)
		if pt.Detail != "" && !size.Narrow {
			r.pitch = max(r.pitch, r.slot+12)
			r.names = min(max(r.names, Width(draw.Text{S: pt.Detail, Size: AxisSize})+14), size.Width*0.4)
		}
	}
	if size.Narrow {
		r.names, r.pitch = 0, r.pitch+16
		r.top += 16
	}
	r.top += r.slot / 2
	return r
}

// drawRows draws the plane with its axis down the side.
func (p *Plane) drawRows(size Size) draw.Canvas {
	c := draw.Canvas{W: size.Width}
	top := p.drawKey(&c, 0)
	if top > 0 {
		top += 10
	}
	if p.Grid {
		for _, t := range (draw.Text{Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: p.Title}).Wrap(size.Width/draw.FontSafety, leading) {
			top += leading
			t.Y = top - 4
			c.Add(t)
		}
		top += 24
	}
	r := p.rowsLayout(size, top)
	centre := func(i int) float64 { return r.top + float64(i-p.First)*r.pitch }
	left, right := p.rowEnds(size, r)
	in := p.inside(centre, r.slot, [2]float64{left, right})
	c.H = centre(len(p.Points)-1) + r.slot/2 + 6
	in.narrow, in.labels = size.Narrow, labels{w: size.Width, h: c.H, plate: p.Grid}
	if p.Grid {
		in.drawGrid(&c, top)
	}
	marks := draw.Canvas{W: size.Width}
	in.names(&marks, r)
	in.labels.keepOff(&c)
	in.labels.keepOff(&marks)
	in.draw(&marks)
	if p.hasBars() && !p.Grid && !(size.Narrow && p.Scale.Lo == 0) { // on a phone the names begin where the line would stand
		x := in.at(0)
		c.Add(draw.Line{X1: x, Y1: centre(p.First) - r.slot/2 - 2, X2: x, Y2: c.H - 4, Stroke: draw.Pen(draw.Edge, 1)})
	}
	c.Add(marks.Marks...)
	for i := p.First; i < len(p.Points); i++ {
		c.Reads = append(c.Reads, draw.Read{Row: p.Points[i].Row, X: in.reading(i, left), Y: centre(i)})
	}
	if p.Boxes != nil {
		p.Boxes.draw(&c, left)
	}
	return c
}

// rowEnds are the ends of the scale: each label at the end of a bar has its place.
func (p *Plane) rowEnds(size Size, r rowsLayout) (left, right float64) {
	left, right = r.names, size.Width-8
	if p.Grid { // half a label of the scale
		half := p.Scale.gutter() / 2
		left, right = max(left, half), right-half+8
		if size.Narrow {
			left = half
		}
	}
	if p.Scale.Lo < 0 {
		left += p.widest(func(v float64) bool { return v < 0 })
	}
	for _, l := range p.Layers {
		for i, v := range p.Present(l.Values) {
			if l.Says == nil || l.Stacked || v <= 0 {
				continue
			}
			if l.From != nil {
				v = max(v, l.From[i])
			}
			if part := p.Scale.Part(v) - p.Scale.Part(p.Scale.foot()); part > 0 {
				zero := p.Scale.Part(p.Scale.foot())
				room := size.Width - 14 - Width(l.label(i, size.Narrow)) // where the mark must end
				right = min(right, left+(room-left)/(part+zero))
			}
		}
	}
	return left, max(right, left+40)
}

// widest is the widest label of the values of a kind, and the gap beside it.
func (p *Plane) widest(is func(v float64) bool) float64 {
	w := 0.0
	for _, l := range p.Layers {
		for i, v := range p.Present(l.Values) {
			if is(v) && l.Says != nil && !l.Stacked {
				w = max(w, Width(l.label(i, false))+14)
			}
		}
	}
	return w
}

// drawGrid draws the grid of rows, its labels on top; those that would meet are left out.
func (in *inside) drawGrid(c *draw.Canvas, top float64) {
	free := math.Inf(-1)
	for _, t := range in.Scale.Ticks {
		x := in.at(in.Scale.amount(t))
		label := draw.Text{X: x, Y: top - 10, Size: AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: in.Scale.Tick(t)}
		c.Add(draw.Line{X1: x, Y1: top - 4, X2: x, Y2: c.H - 2, Stroke: Grid(t)})
		w := Width(label)
		label.X = min(max(x, w/2), c.W-w/2)
		if label.Left(w) >= free {
			c.Add(label)
			free = label.Left(w) + w + 4
		}
	}
}

// names writes the names of the rows, cut to their place; the table has them whole.
func (in *inside) names(c *draw.Canvas, r rowsLayout) {
	for i := in.First; i < len(in.Points); i++ {
		pt := in.Points[i]
		t := draw.Text{X: r.names - 12, Y: in.centre(i) + 4.5, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: pt.Name}
		if len(in.Drawn()) > dense {
			t.Size = AxisSize
		}
		if r.names == 0 {
			t.X, t.Y, t.Anchor = 0, in.centre(i)-r.slot/2-1, draw.Start
			t = Shorten(t, c.W)
			if pt.Detail != "" {
				t.Spans = []draw.Span{{S: EnSpace + pt.Detail, Weight: draw.Regular, Fill: draw.Ink2}}
			}
			OnPlate(c, t)
			continue
		}
		if pt.Detail != "" {
			t.Y -= 8
			c.Add(draw.Text{X: t.X, Y: t.Y + 16, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink2, S: pt.Detail})
		}
		c.Add(Shorten(t, r.names-12))
	}
}
