package plot

import (
	"math"
	"slices"

	"sharingthecost/internal/draw"
)

// rowsLayout is where the rows of a plane lie: their names beside the marks, or above
// them on a phone.
type rowsLayout struct {
	names       float64   // the width of the names
	slot        float64   // the height of the marks of a row
	centres     []float64 // of the points
	left, right float64   // where the scale begins and ends
	foot        float64
}

// dense is the number of rows from which they stand closer.
const dense = 30

func (p *Plane) rowsLayout(size Size, top float64) rowsLayout {
	n, gap := p.lanes(), 6.0
	r := rowsLayout{names: 110, slot: float64(n)*17 + 8, centres: make([]float64, len(p.Points))}
	if n == 1 {
		r.slot = 32
	}
	switch {
	case size.Low:
		r.slot, gap = float64(n)*14+8, 2
	case len(p.Drawn()) > dense:
		r.slot, gap = float64(n)*9+5, 2
	}
	for _, pt := range p.Drawn() {
		r.names = min(max(r.names, Width(draw.Text{S: pt.Name, Size: LabelSize, Weight: draw.Bold})+14), size.Width*0.4)
		if pt.Detail != "" && !size.Narrow && len(p.Drawn()) <= dense {
			gap = max(gap, 12)
			r.names = min(max(r.names, Width(draw.Text{S: pt.Detail, Size: AxisSize})+14), size.Width*0.4)
		}
	}
	above := 0.0
	if size.Narrow {
		r.names, above = 0, 16
	}
	r.left, r.right = p.rowEnds(size, r.names)
	for i := p.First; i < len(p.Points); i++ {
		height, over, under := r.slot, above+p.over(i), 0.0
		for n := range p.Layers {
			l := &p.Layers[n]
			if lines := l.underLines(i, r.left+p.Scale.Part(l.Pitch)*(r.right-r.left), size.Width); lines != nil {
				under = lines[len(lines)-1].Y
			}
		}
		if p.Points[i].Slim {
			if height = 22 - gap; i > p.First && !p.Points[i-1].Slim {
				over += 10
			}
		}
		r.centres[i] = top + over + height/2
		r.foot = top + over + height + under + 6
		top += over + height + under + gap
	}
	return r
}

// over is the room above row i for what marks its bar there.
func (p *Plane) over(i int) float64 {
	if slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.Mark == Tick && l.Dashed && l.says(i) != "" }) {
		return 20
	}
	return 0
}

// fewest is the number of rows that are drawn on a card, if they are ever so small.
const fewest = 6

// cut leaves out the rows that have no room on a card, and one more for the dots that say so.
func (p *Plane) cut(size Size, top float64) *Plane {
	r := p.rowsLayout(size, top)
	n := p.First
	for n < len(p.Points) && (r.centres[n]+r.slot/2 < size.Room-16 || n < p.First+fewest) {
		n++
	}
	if n == len(p.Points) {
		return p
	}
	few := *p
	few.Points = p.Points[:n]
	return &few
}

// drawRows draws the plane with its axis down the side.
func (p *Plane) drawRows(size Size) draw.Canvas {
	if p.lanes() > 1 && len(p.Drawn()) > dense && !p.Grid { // too close for the values
		scaled := *p
		scaled.Grid = true
		p = &scaled
	}
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
	all := len(p.Points)
	if size.Cut {
		p = p.cut(size, top)
	}
	r := p.rowsLayout(size, top)
	centre := func(i int) float64 { return r.centres[i] }
	in := p.inside(centre, r.slot, [2]float64{r.left, r.right})
	c.H = r.foot
	in.size, in.labels = size, labels{w: size.Width, h: c.H, plate: p.Grid}
	if p.Grid {
		in.drawGrid(&c, top)
	}
	marks := draw.Canvas{W: size.Width}
	in.names(&marks, r)
	in.labels.keepOff(&c)
	in.labels.keepOff(&marks)
	in.drawMarks(&marks)
	in.labels.draw(&marks)
	if p.hasBars() && !p.Grid && !(size.Narrow && p.Scale.Lo == 0) { // on a phone the names begin where the line would stand
		x := in.at(0)
		c.Add(draw.Line{X1: x, Y1: centre(p.First) - r.slot/2 - 2, X2: x, Y2: c.H - 4, Stroke: draw.Pen(draw.Edge, 1)})
	}
	c.Add(marks.Marks...)
	for i := p.First; i < len(p.Points); i++ {
		c.Reads = append(c.Reads, draw.Read{Row: p.Points[i].Row, X: in.reading(i, r.left), Y: centre(i)})
	}
	if all > len(p.Points) {
		c.Add(draw.Text{X: r.left, Y: c.H + 4, Size: LabelSize, Weight: draw.Bold, Fill: draw.Ink2, S: "…"})
		c.H += 10
	}
	if p.Boxes != nil && !size.Low {
		p.Boxes.draw(&c, r.left)
	}
	return c
}

// rowEnds are the ends of the scale: each label at the end of a bar has its place.
func (p *Plane) rowEnds(size Size, names float64) (left, right float64) {
	left, right = names, size.Width-8
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
	for n, l := range p.Layers {
		for i, v := range p.Present(l.Values) {
			if l.says(i) == "" || l.inner() || l.Led || l.Mark == Tick || v <= 0 {
				continue
			}
			for _, below := range p.Layers[:n] {
				if l.Stacked && below.Stacked {
					v += below.Values[i]
				}
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
			if is(v) && l.Says != nil && !l.inner() {
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
			t.X, t.Y, t.Anchor = 0, in.centre(i)-r.slot/2-1-in.over(i), draw.Start
			t = Shorten(t, c.W)
			if pt.Detail != "" && Fits(draw.Text{Size: LabelSize, Weight: draw.Bold, S: t.S + EnSpace + pt.Detail}, c.W) {
				t.Spans = []draw.Span{{S: EnSpace + pt.Detail, Weight: draw.Regular, Fill: draw.Ink2}}
			}
			OnPlate(c, t)
			continue
		}
		if pt.Detail != "" && len(in.Drawn()) <= dense {
			t.Y -= 8
			c.Add(draw.Text{X: t.X, Y: t.Y + 16, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink2, S: pt.Detail})
		}
		c.Add(Shorten(t, r.names-12))
	}
}
