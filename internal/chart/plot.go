package chart

import (
	"fmt"
	"strconv"

	"sharingthecost/internal/draw"
)

// Sizes of text in drawings: labels, axes, titles of panels.
const (
	labelSize = 13
	axisSize  = 12
	titleSize = 12.5
	noteSize  = 12.5
)

// plot is the geometry that the panels of one drawing share.
type plot struct {
	s           *series
	width       float64
	left, right float64
	slot        float64
	narrow      bool
	notes       bool // draw the annotations
}

func (p *plot) centre(i int) float64 { return p.left + (float64(i-p.s.first)+0.5)*p.slot }

func (p *panels) plot(width float64, narrow bool) *plot {
	pl := &plot{s: p.s, width: width, left: 44, right: width - p.margin, narrow: narrow}
	if p.margin == 0 {
		pl.right = width - 8
	}
	if narrow {
		pl.left, pl.right = 34, width-8
	}
	pl.slot = (pl.right - pl.left) / float64(len(p.s.drawn()))
	return pl
}

func (p *panels) drawing(l layout) draw.Canvas {
	width, narrow := l.width, l.narrow
	pl := p.plot(width, narrow)
	c := draw.Canvas{W: width}
	top := 36.0
	if len(p.s.bands) == 0 {
		top = 16
	}
	foot := top
	for _, pn := range p.parts {
		foot += 14 + pn.headroom(narrow) + pn.plotHeight(l) + 36
	}
	if len(p.s.bands) > 0 {
		pl.drawBands(&c, foot-36+22)
	}
	for i, pn := range p.parts {
		if i > 0 {
			top += 4 // the title of a lower panel stands nearer to its own plot
		}
		c.Add(draw.Text{X: 0, Y: top, Size: titleSize, Weight: draw.Bold, Fill: draw.Ink2, S: pn.title})
		top += 14 + pn.headroom(narrow)
		if i > 0 {
			top -= 4
		}
		pl.notes = !l.low // a card is looked at for a second
		pn.draw(&c, pl, draw.Scale{Domain: [2]float64{0, pn.top}, Range: [2]float64{top + pn.plotHeight(l), top}})
		top += pn.plotHeight(l) + 36
	}
	c.H = p.axis(&c, pl, top-36)
	return c
}

// plotHeight is the height of the plot; on a card several panels share what
// there is.
func (pn *panel) plotHeight(l layout) float64 {
	if l.low {
		return pn.height * 0.62
	}
	return pn.height
}

// headroom is room above a plot for a label that belongs to its highest mark.
func (pn *panel) headroom(narrow bool) float64 {
	if narrow && pn.forecast != nil {
		return 20
	}
	return 0
}

// axis writes the years, and the values below them, and returns the height of
// the drawing.
func (p *panels) axis(c *draw.Canvas, pl *plot, base float64) float64 {
	y := base + 18
	last := p.parts[len(p.parts)-1]
	for i := p.s.first; i < len(p.s.points); i++ {
		c.Add(draw.Text{X: pl.centre(i), Y: y, Size: axisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: p.tick(pl, i)})
	}
	if last.below == nil {
		return y + 12
	}
	y += 16
	for i := p.s.first; i < len(p.s.points); i++ {
		if text := last.belowText(i, pl.narrow); text != "" {
			c.Add(draw.Text{X: pl.centre(i), Y: y, Size: axisSize, Anchor: draw.Middle, Fill: draw.Ink2, S: text})
		}
	}
	if pl.narrow {
		y += 18
		c.Add(draw.Text{X: 0, Y: y, Size: axisSize, Fill: draw.Ink2, S: "Below each year: " + lower(last.below.title) + ", %"})
	}
	return y + 12
}

// tick is the label of a point on the x axis. Years are shortened where they
// would crowd; the first, the last, the tens and the years still running stay.
func (p *panels) tick(pl *plot, i int) string {
	pt := p.s.points[i]
	if !p.s.years || pl.slot >= 60 {
		return pt.name
	}
	whole := i == p.s.first || i == len(p.s.points)-1 || pt.year%10 == 0
	for _, pn := range p.parts {
		whole = whole || pn.running[i]
	}
	if whole && !pl.narrow {
		return pt.name
	}
	return fmt.Sprintf("’%02d", pt.year%100)
}

// draw draws the panel's grid and its marks.
func (pn *panel) draw(c *draw.Canvas, p *plot, y draw.Scale) {
	for _, t := range pn.ticks {
		pen := draw.Pen(draw.Rule, 1)
		if t == 0 {
			pen = draw.Pen(draw.Edge, 1)
		}
		c.Add(draw.Line{X1: p.left, Y1: y.At(t), X2: p.right, Y2: y.At(t), Stroke: pen})
		c.Add(draw.Text{X: p.left - 8, Y: y.At(t) + 4, Size: axisSize, Anchor: draw.End, Fill: draw.Ink3, S: pn.tick(t)})
	}
	if pn.limits != nil {
		pn.limits.draw(c, p, pn, y)
	}
	if pn.line {
		pn.drawLine(c, p, y)
	} else {
		pn.drawColumns(c, p, y)
	}
	if pn.forecast != nil {
		pn.forecast.draw(c, p, pn, y)
	}
	for i := range pn.col.values {
		if pn.labelled[i] {
			c.Add(draw.Text{X: p.centre(i), Y: pn.above(i, y), Size: labelSize, Weight: draw.Bold, Anchor: draw.Middle, S: pn.col.scale.number(pn.col.values[i].F)})
		}
	}
	for _, a := range pn.notes {
		if !p.notes {
			break
		}
		a.draw(c, p, pn, y)
	}
}

// tick writes a tick with as many decimals as the steps of the axis need, so
// that 1.0 stands between 0.5 and 1.5.
func (pn *panel) tick(t float64) string {
	if t == 0 {
		return "0"
	}
	decimals := 0
	for _, v := range pn.ticks {
		s := strconv.FormatFloat(v, 'f', -1, 64)
		for i := range s {
			if s[i] == '.' {
				decimals = max(decimals, len(s)-i-1)
			}
		}
	}
	s := pn.col.scale
	s.divisor, s.decimals = 1, decimals
	return s.number(t)
}

// at is the height of the value at point i on the canvas.
func (pn *panel) at(i int, y draw.Scale) float64 {
	return y.At(pn.col.values[i].F / pn.col.scale.divisor)
}

// above is the baseline of a label that stands above the mark of point i.
func (pn *panel) above(i int, y draw.Scale) float64 {
	if pn.line {
		return pn.at(i, y) - 11
	}
	return pn.at(i, y) - 5
}
