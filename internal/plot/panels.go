package plot

import (
	"fmt"

	"sharingthecost/internal/draw"
)

// Panels are plots above one another on one axis.
type Panels struct {
	Axis
	Panels []*Panel
	Margin float64 // to the right of the plots, for labels; 0 is as little as can be

	// Below is written under the points, and BelowNarrow instead of it on a phone,
	// where BelowTitle says what it is.
	Below, BelowNarrow []string
	BelowTitle         string
}

// between is the height from the foot of a plot to the top of the next part,
// and above that from its title to its top.
const between, above = 36, 14

// Draw draws the panels, from the top.
func (p *Panels) Draw(size Size) draw.Canvas {
	f := p.frame(size)
	c := draw.Canvas{W: size.Width}
	top := 36.0
	if len(p.Bands) == 0 {
		top = 16
	} else {
		foot := top
		for _, pn := range p.Panels {
			foot += above + pn.headroom(size) + pn.plotHeight(size) + between
		}
		f.drawBands(&c, foot-between+22)
	}
	for i, pn := range p.Panels {
		title := draw.Text{X: 0, Y: top, Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: pn.Title}
		if i > 0 {
			title.Y += 4 // nearer to its own plot
		}
		c.Add(title)
		top += above + pn.headroom(size)
		foot := top + pn.plotHeight(size)
		plot{Panel: pn, frame: f, y: draw.Scale{Domain: [2]float64{0, pn.Top}, Range: [2]float64{foot, top}}}.draw(&c)
		top = foot + between
	}
	c.H = p.drawAxis(&c, f, top-between)
	return c
}

func (p *Panels) frame(size Size) *frame {
	f := &frame{Axis: &p.Axis, Size: size, left: 44, right: size.Width - p.Margin}
	if p.Margin == 0 || size.Narrow {
		f.right = size.Width - 8
	}
	if size.Narrow {
		f.left = 34
	}
	f.slot = (f.right - f.left) / float64(len(p.Drawn()))
	return f
}

// drawAxis writes the points, and what is written below them, and returns the
// height of the drawing.
func (p *Panels) drawAxis(c *draw.Canvas, f *frame, base float64) float64 {
	y := base + 18
	f.row(c, y, draw.Ink3, func(i int) string { return p.tick(f, i) })
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
		y += 18
		c.Add(draw.Text{X: 0, Y: y, Size: AxisSize, Fill: draw.Ink2, S: "Below each year: " + p.BelowTitle + ", %"})
	}
	return y + 12
}

// tick is the label of a point on the axis. Years are shortened where they
// would crowd; the first, the last, the tens and the years still running stay.
func (p *Panels) tick(f *frame, i int) string {
	pt := p.Points[i]
	if !p.Years || f.slot >= 60 {
		return pt.Name
	}
	whole := i == p.First || i == len(p.Points)-1 || pt.Year%10 == 0
	for _, pn := range p.Panels {
		whole = whole || pn.Running[i]
	}
	if whole && !f.Narrow {
		return pt.Name
	}
	return fmt.Sprintf("’%02d", pt.Year%100)
}
