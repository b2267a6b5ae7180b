package plot

import (
	"fmt"

	"sharingthecost/internal/draw"
)

// Blocks are bars of blocks that can be counted: one block is a base, and each
// row adds to it.
type Blocks struct {
	Rows     []Block // the first is the base alone
	Most     float64 // end of the axis in blocks, a whole number
	BaseSays string  // inside the first block
}

// A Block is one row.
type Block struct {
	Label, Detail string
	Role          Role
	Times         float64 // length in blocks
	Open          bool    // that is the most it may be: the end of the last block fades
	Says, Amount  string  // right of the bar: "1.13×" and what that comes to
	Of            string  // label of the dashed mark where Times−1 would end; "" is none
	Bracket       string  // what a bracket under the added blocks says; "" is none
	Whole         string  // the whole, beside that
}

// Draw draws the bars from the top over an axis of blocks.
func (b *Blocks) Draw(size Size) draw.Canvas {
	l := blockLayout{Blocks: b, x0: 200, bar: 30, gap: 18, axisY: 14, y: 30}
	if size.Narrow {
		l = blockLayout{Blocks: b, x0: 0, bar: 26, gap: 16, axisY: 12, y: 22, narrow: true}
	}
	l.unit = (size.Width - 4 - l.x0) / b.Most
	c := draw.Canvas{W: size.Width}
	marks := draw.Canvas{W: size.Width}
	for i, r := range b.Rows {
		l.row(&marks, r, i == 0)
	}
	foot := l.y - l.gap + 12
	for n := 0.0; n <= b.Most; n++ {
		l.tick(&c, n, foot)
	}
	c.Add(marks.Marks...)
	c.H = foot + 2
	return c
}

// blockLayout places one row after the other.
type blockLayout struct {
	*Blocks
	x0, unit float64 // where the bars begin, and the length of a block
	bar, gap float64
	axisY, y float64
	narrow   bool
}

func (l *blockLayout) at(times float64) float64 { return l.x0 + times*l.unit }

func (l *blockLayout) tick(c *draw.Canvas, n, foot float64) {
	x := l.at(n)
	t := draw.Text{X: x, Y: l.axisY, Size: AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: "0"}
	if n > 0 {
		t.S = fmt.Sprintf("%g×", n)
	}
	half := Width(t) / 2
	t.X = min(max(x, half), c.W-half)
	c.Add(draw.Line{X1: x, Y1: l.axisY + 6, X2: x, Y2: foot, Stroke: Grid(n)}, t)
}

func (l *blockLayout) row(c *draw.Canvas, r Block, first bool) {
	l.label(c, r)
	if r.Of != "" {
		l.y += 20
	}
	y := l.y
	l.blocks(c, r, y)
	inside := draw.Text{X: l.at(0.5), Y: y + l.bar/2 + 4.5, Size: AxisSize, Weight: draw.Bold, Anchor: draw.Middle, Fill: draw.OnGrey, S: l.BaseSays}
	if first && !l.narrow && Fits(inside, l.unit-6) {
		c.Add(draw.Group{Class: draw.OnPaper, Marks: []draw.Mark{Plate(inside)}}, inside)
	}
	if r.Of != "" {
		l.of(c, r, y)
	}
	if r.Bracket == "" {
		t := draw.Text{X: l.at(r.Times) + 8, Y: y + l.bar/2 + 4.5, Size: LabelSize, Weight: draw.Bold, S: r.Says,
			Spans: []draw.Span{{S: EnSpace + r.Amount, Weight: draw.Regular}}}
		OnPlate(c, t)
		l.y += l.bar + l.gap
		return
	}
	l.y = l.bracket(c, r, y) + l.gap
}

// label writes the label left of the bar, or above it on a phone.
func (l *blockLayout) label(c *draw.Canvas, r Block) {
	if l.narrow {
		t := draw.Text{X: 0, Y: l.y + 12, Size: LabelSize, Weight: draw.Bold, S: r.Label}
		if r.Detail != "" {
			t.S += ": "
			t.Spans = []draw.Span{{S: r.Detail, Weight: draw.Regular, Fill: draw.Ink2}}
		}
		OnPlate(c, t)
		l.y += 18
		return
	}
	y := l.y
	if r.Of != "" {
		y += 20
	}
	t := draw.Text{X: l.x0 - 12, Y: y + 19, Size: 13.5, Weight: draw.Bold, Anchor: draw.End, S: r.Label}
	if r.Detail != "" {
		t.Y = y + 12
		c.Add(draw.Text{X: l.x0 - 12, Y: y + 28, Size: 12.5, Anchor: draw.End, Fill: draw.Ink2, S: r.Detail})
	}
	c.Add(t)
}

// blocks draws the base and what is added, parted by slits of two pixels.
func (l *blockLayout) blocks(c *draw.Canvas, r Block, y float64) {
	for n := 0.0; n < r.Times-1e-9; n++ {
		x0, x1 := l.at(n), l.at(min(n+1, r.Times))
		if n > 0 {
			x0++
		}
		if n+1 < r.Times-1e-9 {
			x1--
		}
		fill := r.Role.Fill()
		if n == 0 {
			fill = draw.Solid(draw.Grey)
		}
		if r.Open && n > 0 && n+1 > r.Times-1e-9 {
			l.fading(c, r, x0, x1, y)
			continue
		}
		c.Add(draw.Rect{X: x0, Y: y, W: max(x1-x0, 1.5), H: l.bar, Fill: fill})
		if n == 0 { // on a photocopy the greys of what was paid and of what was asked run into one
			c.Add(draw.Group{Class: draw.OnPaper, Marks: []draw.Mark{draw.Rect{X: x0, Y: y, W: x1 - x0, H: l.bar, Fill: draw.Hatch(draw.Grey), Stroke: draw.Pen(draw.Grey, 1)}}})
		}
	}
}

// fading draws the last block of a row without a certain end: whole at first, then in
// stripes that grow thinner.
func (l *blockLayout) fading(c *draw.Canvas, r Block, x0, x1, y float64) {
	const pitch, steps = 5.0, 4
	middle, part := y+l.bar/2, (x1-x0)/(steps+1)
	c.Add(draw.Rect{X: x0, Y: y, W: part, H: l.bar, Fill: r.Role.Fill()})
	for i := range steps {
		on := pitch * float64(steps-i) / (steps + 1)
		from := x0 + float64(i+1)*part
		c.Add(draw.Line{X1: from, Y1: middle, X2: from + part, Y2: middle, Stroke: draw.Stroke{Token: r.Role.Token(), Width: l.bar, On: on, Off: pitch - on}})
	}
}

// of marks where the percentage *of* the base would have ended.
func (l *blockLayout) of(c *draw.Canvas, r Block, y float64) {
	x := l.at(r.Times - 1)
	t := draw.Text{X: x - 6, Y: y - 6, Size: NoteSize, Anchor: draw.End, Fill: draw.Ink2, S: r.Of}
	OnPlate(c, t)
	c.Add(
		draw.Line{X1: x, Y1: y, X2: x, Y2: y + l.bar, Stroke: draw.Pen(draw.Surface, 4)},
		draw.Line{X1: x, Y1: y - 16, X2: x, Y2: y + l.bar, Stroke: draw.Pen(draw.Ink, 2).Dashed(4, 3)})
}

// bracket underlines what is added and says what it comes to. It returns the
// foot of its text.
func (l *blockLayout) bracket(c *draw.Canvas, r Block, y float64) float64 {
	a, b, foot := l.at(1)+1, l.at(r.Times), y+l.bar+8
	pen := draw.Pen(r.Role.Token(), 1.5)
	c.Add(draw.Path{Points: []draw.Point{{X: a, Y: foot - 5}, {X: a, Y: foot}, {X: b, Y: foot}, {X: b, Y: foot - 5}}, Stroke: pen})
	says := draw.Text{X: a, Y: foot + 17, Size: LabelSize, Weight: draw.Bold, Fill: r.Role.Token(), S: r.Bracket}
	one := says
	one.Spans = []draw.Span{{S: " " + r.Whole, Weight: draw.Bold, Fill: draw.Ink}}
	if Fits(one, c.W-a) {
		OnPlate(c, one)
		return foot + 22
	}
	whole := draw.Text{X: a, Y: foot + 34, Size: LabelSize, Weight: draw.Bold, S: r.Whole}
	OnPlate(c, says, whole)
	return foot + 39
}
