package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// A Note is a short text at one value.
type Note struct {
	At   int
	Says string
	Side string // where the text lies from the value: above, unless left or right
}

// drawNote puts the note where it covers no mark: above everything it spans, or
// beside the end of a line.
func (p plot) drawNote(c *draw.Canvas, n Note) {
	if p.Line && n.Side == "right" {
		p.drawBeside(c, n)
		return
	}
	x := p.centre(n.At)
	t := draw.Text{X: x, Size: NoteSize, Fill: draw.Ink2, Anchor: draw.Middle, S: n.Says}
	switch n.Side {
	case "left":
		t.Anchor, t.X = draw.End, x+min(max(5, p.slot/2-3), 20) // with the right edge of a column
	case "right":
		t.Anchor, t.X = draw.Start, x-5
		if p.Labelled[n.At] {
			t.X = x - draw.TextWidth(p.Format.Number(p.Values[n.At]), LabelSize, draw.Bold)/2
		}
	}
	t.Y = p.clearOfGrid(p.ceiling(t)-7, 1, -1)
	c.Add(t)
	if foot := p.roof(n.At) - 2; foot-t.Y > 16 {
		c.Add(draw.Line{X1: x, Y1: t.Y + 5, X2: x, Y2: foot, Stroke: draw.Pen(draw.Ink3, 1)})
	}
}

// drawBeside writes the note right of a line's point, broken into lines that no
// gridline crosses.
func (p plot) drawBeside(c *draw.Canvas, n Note) {
	x := p.centre(n.At) + max(12, p.slot/2+6)
	lines := draw.Text{X: x, Size: NoteSize, Fill: draw.Ink2, S: n.Says}.Balance(min(240, (p.Width-x)/draw.FontSafety), leading)
	first := p.clearOfGrid(p.at(n.At)+4, len(lines), 1)
	for i, t := range lines {
		t.Y = first + float64(i)*leading
		c.Add(t)
	}
}

// roof is the top of the mark of point i and of its label.
func (p plot) roof(i int) float64 {
	switch {
	case p.Labelled[i]:
		return p.above(i) - LabelSize*0.75
	case p.missing(i):
		return p.zero()
	case p.Line:
		return p.at(i) - 5
	}
	return p.at(i)
}

// ceiling is the highest roof under a text.
func (p plot) ceiling(t draw.Text) float64 {
	x0 := t.Left(Width(t))
	top := p.zero()
	for i := p.First; i < len(p.Points); i++ {
		if p.centre(i)+p.slot/2 > x0 && p.centre(i)-p.slot/2 < x0+Width(t) {
			top = min(top, p.roof(i))
		}
	}
	return top
}

// clearOfGrid moves the first baseline of a block of lines in a direction
// until no gridline runs through its text.
func (p plot) clearOfGrid(baseline float64, lines int, direction float64) float64 {
	for range 60 {
		crossed := false
		for _, t := range p.Ticks {
			g := p.height(p.amount(t))
			top, foot := baseline-10, baseline+float64(lines-1)*leading+4
			crossed = crossed || g > top-1 && g < foot+1
		}
		if !crossed {
			return baseline
		}
		baseline += direction
	}
	return math.Round(baseline)
}
