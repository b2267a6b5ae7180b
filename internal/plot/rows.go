package plot

import (
	"cmp"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/unit"
)

// A Row is a bar, a dot or a range on the scale of a chart whose rows stand
// below one another.
type Row struct {
	Label    string
	Detail   string // further words: of dots beside the label, of bars beside the value
	Role     Role
	From, To float64
	Says     string // label of the mark
	Narrow   string // of bars, the same on a phone; "" is Says
	Step     bool   // the difference between two totals
}

// Bars are bars below one another. Where they are steps, each begins where the
// one before has ended.
type Bars struct {
	Rows    []Row
	Steps   bool
	BoxSays string   // what the boxes are
	Boxes   []string // words in dashed boxes below the bars, for what has no value
	BoxRole Role
}

// Largest is the end of the scale.
func (b *Bars) Largest() float64 {
	largest := 0.0
	for _, r := range b.Rows {
		largest = max(largest, r.From, r.To)
	}
	return largest
}

// Draw draws the bars. Labels stand left of them, or above them on a phone.
func (b *Bars) Draw(size Size) draw.Canvas {
	x0, pitch, y, height, tail := 110.0, 38.0, 4.0, 24.0, 6.0
	for _, r := range b.Rows {
		x0 = min(max(x0, Width(draw.Text{S: r.Label, Size: LabelSize, Weight: draw.Bold})+14), size.Width*0.4)
	}
	share := 0.725 // of the width, for the longest bar
	if size.Narrow {
		x0, pitch, y, share = 0, 52, 22, 0.64
	}
	end, least := x0+(size.Width-x0)*share, 1.0
	if b.Steps {
		x0, pitch, y, height, tail, least = 250, 36, 6, 22, 12, 1.5
		if size.Narrow {
			x0, pitch, y, tail = 0, 48, 20, 24
		}
		end = size.Width - 75
	}
	for _, r := range b.Rows { // a bar ends where its value still has a place
		if to := max(r.From, r.To); to > 0 {
			end = min(end, x0+(size.Width-8-Width(r.value(size))-x0)*b.Largest()/to)
		}
	}
	s := draw.Scale{Domain: [2]float64{0, b.Largest()}, Range: [2]float64{x0, max(end, x0)}}
	c := draw.Canvas{W: size.Width}
	top := y
	for i, r := range b.Rows {
		from, to := s.At(min(r.From, r.To)), s.At(max(r.From, r.To))
		baseline := y + height/2 + 4.5
		label := draw.Text{X: x0 - 12, Y: baseline, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: r.Label}
		if size.Narrow {
			label.X, label.Y, label.Anchor = 0, y-6, draw.Start
		}
		if !b.Steps { // the table has the name whole
			width := x0 - 12
			if size.Narrow {
				width = size.Width
			}
			label = Shorten(label, width)
		}
		bar := draw.Rect{X: from, Y: y, W: max(to-from, least), H: height, Fill: r.Role.Fill()}
		if r.Step {
			bar.Stroke = draw.Pen(r.Role.Token(), 1)
		}
		value := r.value(size)
		value.X, value.Y = to+8, baseline
		c.Add(label, bar, value)
		c.Reads = append(c.Reads, draw.Read{Row: i + 1, X: to, Y: y + height/2})
		if b.Steps && i+1 < len(b.Rows) { // a thin line leads from the end of one bar to the next
			c.Add(draw.Line{X1: s.At(r.To), Y1: y + height, X2: s.At(r.To), Y2: y + pitch, Stroke: draw.Pen(draw.Edge, 1)})
		}
		y += pitch
	}
	foot := y - pitch + height
	if !size.Narrow { // on a phone the labels begin where the line would stand
		c.Add(draw.Line{X1: x0, Y1: top - 4, X2: x0, Y2: foot + 4, Stroke: draw.Pen(draw.Edge, 1)})
	}
	c.H = foot + tail
	if len(b.Boxes) > 0 {
		if size.Narrow {
			y -= 16
		}
		c.H = b.drawBoxes(&c, x0, y)
	}
	return c
}

// value is what stands right of a bar.
func (r Row) value(size Size) draw.Text {
	t := draw.Text{Size: LabelSize, Weight: draw.Bold, S: r.Says}
	if size.Narrow {
		t.S = cmp.Or(r.Narrow, r.Says)
	}
	if r.Detail != "" {
		t.Spans = []draw.Span{{S: EnSpace + r.Detail, Weight: draw.Regular, Fill: draw.Ink2}}
	}
	return t
}

// drawBoxes draws boxes of one height, each as wide as its word, so that no
// length looks like a value, and returns the height of the drawing.
func (b *Bars) drawBoxes(c *draw.Canvas, x0, y float64) float64 {
	c.Add(draw.Text{X: x0, Y: y + 12, Size: LabelSize, Fill: draw.Ink2, S: b.BoxSays})
	x, top := x0+1, y+20
	for _, word := range b.Boxes {
		t := draw.Text{Size: LabelSize, Anchor: draw.Middle, S: word}
		w := Width(t) + 20
		if x+w > c.W && x > x0+1 {
			x, top = x0+1, top+32
		}
		t.X, t.Y = x+w/2, top+16.5
		c.Add(draw.Rect{X: x, Y: top, W: w, H: 24, Stroke: draw.Pen(b.BoxRole.Token(), 1.5).Dashed(4, 3)}, t)
		x += w + 8
	}
	return top + 24 + 6
}

// Dots are dots, or lines between two dots, below one another.
type Dots struct {
	Rows   []Row
	Format unit.Format
	Top    float64 // end of the scale, as the axis counts
	Ticks  []float64
}

// Draw draws the rows over a grid. Labels stand left of it, or above the dots
// on a phone.
func (d *Dots) Draw(size Size) draw.Canvas {
	x0, pitch, y := 200.0, 40.0, 34.0
	if size.Narrow {
		x0, pitch, y = 6, 54, 52
	}
	gutter := 0.0
	for _, r := range d.Rows {
		gutter = max(gutter, Width(draw.Text{S: r.Says, Size: LabelSize, Weight: draw.Bold})+14)
	}
	s := draw.Scale{Domain: [2]float64{0, d.Top}, Range: [2]float64{x0, size.Width - gutter}}
	c := draw.Canvas{W: size.Width, H: y + pitch*float64(len(d.Rows)) - 14}
	free := 0.0
	for _, t := range d.Ticks {
		label := draw.Text{X: s.At(t), Y: 14, Size: AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: d.Format.Unit.Tick(t)}
		if size.Narrow && t == 0 {
			label.X, label.Anchor = 0, draw.Start
		}
		c.Add(draw.Line{X1: s.At(t), Y1: 20, X2: s.At(t), Y2: c.H - 2, Stroke: Grid(t)})
		w := Width(label)
		if label.Anchor == draw.Middle {
			label.X = min(max(label.X, w/2), c.W-w/2)
		}
		if label.Left(w) >= free {
			c.Add(label)
			free = label.Left(w) + w
		}
	}
	for i, r := range d.Rows {
		d.drawLabel(&c, r, x0, y, size)
		from, to := s.At(r.From/d.Format.Divisor), s.At(r.To/d.Format.Divisor)
		dot := draw.Circle{X: from, Y: y, R: 6, Fill: draw.Solid(r.Role.Token())}
		if r.From != r.To {
			c.Add(draw.Line{X1: from, Y1: y, X2: to, Y2: y, Stroke: draw.Pen(r.Role.Token(), 3)}, dot)
		}
		dot.X = to
		c.Add(dot)
		c.Reads = append(c.Reads, draw.Read{Row: i + 1, X: to, Y: y})
		OnPlate(&c, draw.Text{X: to + 12, Y: y + 4.5, Size: LabelSize, Weight: draw.Bold, S: r.Says})
		y += pitch
	}
	return c
}

func (d *Dots) drawLabel(c *draw.Canvas, r Row, x0, y float64, size Size) {
	label := draw.Text{X: x0 - 14, Y: y + 4.5, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: r.Label}
	switch {
	case size.Narrow:
		label.X, label.Y, label.Anchor = 0, y-13, draw.Start
		if r.Detail != "" {
			label.Spans = []draw.Span{{S: EnSpace + r.Detail, Weight: draw.Regular, Fill: draw.Ink2}}
		}
	case r.Detail != "":
		label.Y -= 8
		c.Add(draw.Text{X: x0 - 14, Y: y + 12.5, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink2, S: r.Detail})
	}
	OnPlate(c, label)
}
