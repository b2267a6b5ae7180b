package chart

import (
	"fmt"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
)

func (k *blocks) drawing(size plot.Size) draw.Canvas {
	l := blockLayout{k: k, x0: 200, bar: 30, gap: 18, axisY: 14, y: 30}
	if size.Narrow {
		l = blockLayout{k: k, x0: 0, bar: 26, gap: 16, axisY: 12, y: 22, narrow: true}
	}
	l.unit = (size.Width - 4 - l.x0) / k.most
	c := draw.Canvas{W: size.Width}
	marks := draw.Canvas{W: size.Width}
	for i, r := range k.rows {
		l.row(&marks, r, i == 0)
	}
	foot := l.y - l.gap + 12
	for n := 0.0; n <= k.most; n++ {
		l.tick(&c, n, foot)
	}
	c.Add(marks.Marks...)
	c.H = foot + 2
	return c
}

// blockLayout places one row after the other.
type blockLayout struct {
	k        *blocks
	x0, unit float64 // where the bars begin, and the length of a block
	bar, gap float64
	axisY, y float64
	narrow   bool
}

func (l *blockLayout) at(times float64) float64 { return l.x0 + times*l.unit }

func (l *blockLayout) tick(c *draw.Canvas, n, foot float64) {
	x := l.at(n)
	t := draw.Text{X: x, Y: l.axisY, Size: plot.AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: "0"}
	if n > 0 {
		t.S = fmt.Sprintf("%g×", n)
	}
	half := plot.Width(t) / 2
	t.X = min(max(x, half), c.W-half)
	c.Add(draw.Line{X1: x, Y1: l.axisY + 6, X2: x, Y2: foot, Stroke: plot.Grid(n)}, t)
}

func (l *blockLayout) row(c *draw.Canvas, r block, first bool) {
	l.label(c, r)
	if r.of != "" {
		l.y += 20
	}
	y := l.y
	l.blocks(c, r, y)
	inside := draw.Text{X: l.at(0.5), Y: y + l.bar/2 + 4.5, Size: plot.AxisSize, Weight: draw.Bold, Anchor: draw.Middle, Fill: draw.OnBase, S: l.k.baseSays}
	if first && !l.narrow && plot.Fits(inside, l.unit-6) {
		c.Add(draw.Group{Class: draw.OnPaper, Marks: []draw.Mark{plot.Plate(inside)}}, inside)
	}
	if r.of != "" {
		l.of(c, r, y)
	}
	if r.bracket == "" {
		t := draw.Text{X: l.at(r.times) + 8, Y: y + l.bar/2 + 4.5, Size: plot.LabelSize, Weight: draw.Bold, S: multiple(r.times) + "×",
			Spans: []draw.Span{{S: plot.EnSpace + l.k.won.Phrase(r.amount), Weight: draw.Regular}}}
		plot.OnPlate(c, t)
		l.y += l.bar + l.gap
		return
	}
	l.y = l.bracket(c, r, y) + l.gap
}

// label stands left of the bar, or above it on a phone.
func (l *blockLayout) label(c *draw.Canvas, r block) {
	if l.narrow {
		t := draw.Text{X: 0, Y: l.y + 12, Size: plot.LabelSize, Weight: draw.Bold, S: r.label}
		if r.detail != "" {
			t.S += ": "
			t.Spans = []draw.Span{{S: r.detail, Weight: draw.Regular, Fill: draw.Ink2}}
		}
		plot.OnPlate(c, t)
		l.y += 18
		return
	}
	y := l.y
	if r.of != "" {
		y += 20
	}
	t := draw.Text{X: l.x0 - 12, Y: y + 19, Size: 13.5, Weight: draw.Bold, Anchor: draw.End, S: r.label}
	if r.detail != "" {
		t.Y = y + 12
		c.Add(draw.Text{X: l.x0 - 12, Y: y + 28, Size: 12.5, Anchor: draw.End, Fill: draw.Ink2, S: r.detail})
	}
	c.Add(t)
}

// blocks draws the base and what is added, parted by slits of two pixels.
func (l *blockLayout) blocks(c *draw.Canvas, r block, y float64) {
	for n := 0.0; n < r.times-1e-9; n++ {
		x0, x1 := l.at(n), l.at(min(n+1, r.times))
		if n > 0 {
			x0++
		}
		if n+1 < r.times-1e-9 {
			x1--
		}
		fill := r.role.Fill()
		if n == 0 {
			fill = draw.Solid(draw.Base)
		}
		c.Add(draw.Rect{X: x0, Y: y, W: max(x1-x0, 1.5), H: l.bar, Fill: fill})
		if n == 0 { // on a photocopy the greys of what was paid and of what was asked run into one
			c.Add(draw.Group{Class: draw.OnPaper, Marks: []draw.Mark{draw.Rect{X: x0, Y: y, W: x1 - x0, H: l.bar, Fill: draw.Hatch(draw.Base), Stroke: draw.Pen(draw.Base, 1)}}})
		}
	}
}

// of marks where the percentage *of* the base would have ended.
func (l *blockLayout) of(c *draw.Canvas, r block, y float64) {
	x := l.at(r.times - 1)
	t := draw.Text{X: x - 6, Y: y - 6, Size: plot.NoteSize, Anchor: draw.End, Fill: draw.Ink2, S: r.ofText()}
	plot.OnPlate(c, t)
	c.Add(
		draw.Line{X1: x, Y1: y, X2: x, Y2: y + l.bar, Stroke: draw.Pen(draw.Surface, 4)},
		draw.Line{X1: x, Y1: y - 16, X2: x, Y2: y + l.bar, Stroke: draw.Pen(draw.Ink, 2).Dashed(4, 3)})
}

// bracket underlines what is added and says what it comes to. It returns the
// foot of its text.
func (l *blockLayout) bracket(c *draw.Canvas, r block, y float64) float64 {
	a, b, foot := l.at(1)+1, l.at(r.times), y+l.bar+8
	pen := draw.Pen(r.role.Token(), 1.5)
	c.Add(draw.Path{Points: []draw.Point{{X: a, Y: foot - 5}, {X: a, Y: foot}, {X: b, Y: foot}, {X: b, Y: foot - 5}}, Stroke: pen})
	says := draw.Text{X: a, Y: foot + 17, Size: plot.LabelSize, Weight: draw.Bold, Fill: r.role.Token(), S: r.bracket}
	one := says
	one.Spans = []draw.Span{{S: " " + l.k.whole(r), Weight: draw.Bold, Fill: draw.Ink}}
	if plot.Fits(one, c.W-a) {
		plot.OnPlate(c, one)
		return foot + 22
	}
	whole := draw.Text{X: a, Y: foot + 34, Size: plot.LabelSize, Weight: draw.Bold, S: l.k.whole(r)}
	plot.OnPlate(c, says, whole)
	return foot + 39
}
