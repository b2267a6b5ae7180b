package plot

import "sharingthecost/internal/draw"

// Boxes are words in dashed boxes, for what has no value.
type Boxes struct {
	Says  string // what they are
	Words []string
	Role  Role
}

// draw draws boxes of one height below a drawing, each as wide as its word, so that no
// length looks like a value.
func (b *Boxes) draw(c *draw.Canvas, x0 float64) {
	y := c.H + 4
	c.Add(draw.Text{X: x0, Y: y + 12, Size: LabelSize, Fill: draw.Ink2, S: b.Says})
	x, top := x0+1, y+20
	for _, word := range b.Words {
		t := draw.Text{Size: LabelSize, Anchor: draw.Middle, S: word}
		w := Width(t) + 20
		if x+w > c.W && x > x0+1 {
			x, top = x0+1, top+32
		}
		t.X, t.Y = x+w/2, top+16.5
		c.Add(draw.Rect{X: x, Y: top, W: w, H: 24, Stroke: draw.Pen(b.Role.Token(), 1.5).Dashed(4, 3)}, t)
		x += w + 8
	}
	c.H = top + 24 + 6
}
