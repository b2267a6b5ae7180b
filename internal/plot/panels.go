package plot

import (
	"slices"

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
	top := 16.0
	if len(p.Bands) > 0 {
		top = 36
		foot := top
		for _, pn := range p.Panels {
			foot += p.headHeight(pn, size) + pn.plotHeight(size) + between
		}
		f.drawBands(&c, foot-between+22)
	}
	for i, pn := range p.Panels {
		for _, t := range pn.titleLines(size) {
			t.Y += top
			if i > 0 {
				t.Y += 4 // nearer to its own plot
			}
			c.Add(t)
		}
		top += p.headHeight(pn, size)
		foot := top + pn.plotHeight(size)
		plot{Panel: pn, frame: f, top: top, foot: foot}.draw(&c)
		top = foot + between
	}
	c.H = p.drawAxis(&c, f, top-between)
	p.addReads(&c, f, size)
	return c
}

// addReads notes where the values of each point are met: at that of the first panel.
func (p *Panels) addReads(c *draw.Canvas, f *frame, size Size) {
	top := 16 + p.headHeight(p.Panels[0], size)
	if len(p.Bands) > 0 {
		top += 20
	}
	first := plot{Panel: p.Panels[0], frame: f, top: top, foot: top + p.Panels[0].plotHeight(size)}
	for i := p.First; i < len(p.Points); i++ {
		y := first.zero()
		if !first.missing(i) {
			y = first.at(i)
		}
		c.Reads = append(c.Reads, draw.Read{Row: p.Points[i].Row, X: f.centre(i), Y: y})
	}
}

// titleLines breaks the title of a panel to the width of the drawing.
func (pn *Panel) titleLines(size Size) []draw.Text {
	return draw.Text{Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: pn.Title}.Wrap(size.Width/draw.FontSafety, leading)
}

// headHeight is the height from the first line of a panel's title to the top of its plot.
func (p *Panels) headHeight(pn *Panel, size Size) float64 {
	return above + pn.headroom(size) + float64(max(len(pn.titleLines(size))-1, 0))*leading
}

// frame leaves as much to the left as the widest label of a value axis needs.
func (p *Panels) frame(size Size) *frame {
	left, right := 44.0, size.Width-p.Margin
	if p.Margin == 0 || size.Narrow {
		right = size.Width - 8
	}
	if size.Narrow {
		left = 34
	}
	for _, pn := range p.Panels {
		left = max(left, pn.gutter())
	}
	return newFrame(&p.Axis, size, left, right)
}

// drawAxis writes the points, and what is written below them, and returns the
// height of the drawing.
func (p *Panels) drawAxis(c *draw.Canvas, f *frame, base float64) float64 {
	y := f.drawNames(c, base, func(i int) bool {
		return f.whole(i) || !f.Narrow && slices.ContainsFunc(p.Panels, func(pn *Panel) bool { return pn.Running[i] })
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
		title := draw.Text{Y: y + 18, Size: AxisSize, Fill: draw.Ink2, S: "Below each " + string(f.Kind) + ": " + p.BelowTitle + ", %"}
		for _, t := range title.Wrap(c.W/draw.FontSafety, leading) {
			c.Add(t)
			y = t.Y
		}
	}
	return y + 12
}
