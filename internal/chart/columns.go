package chart

import "sharingthecost/internal/draw"

// drawColumns draws one column for each value, standing on zero. A missing
// value is a gap.
func (pn *panel) drawColumns(c *draw.Canvas, p *plot, y draw.Scale) {
	gap := min(6, p.slot/4)
	for i := p.s.first; i < len(p.s.points); i++ {
		if pn.col.values[i].Missing {
			continue
		}
		top, foot := pn.at(i, y), y.At(0)
		r := draw.Rect{X: p.centre(i) - (p.slot-gap)/2, Y: top, W: p.slot - gap, H: foot - top, Fill: pn.roles[i].fill()}
		switch {
		case pn.running[i]:
			r.Fill = draw.Hatch(pn.roles[i].token())
			r.Stroke = draw.Pen(pn.roles[i].token(), 1.5).Dashed(4, 3)
		case pn.converted:
			r.Fill, r.Stroke = draw.Solid(draw.Surface), draw.Pen(pn.roles[i].token(), 1.5)
		}
		c.Add(r)
		if pn.foot {
			c.Add(pn.footText(i, p, foot))
		}
	}
}

// footText prints a value inside the foot of its column, where no line drawn
// over the columns crosses it.
func (pn *panel) footText(i int, p *plot, foot float64) draw.Text {
	t := draw.Text{X: p.centre(i), Y: foot - 8, Size: labelSize, Weight: draw.Bold, Anchor: draw.Middle,
		Fill: pn.roles[i].on(), S: pn.col.scale.number(pn.col.values[i].F)}
	if p.slot < 50 {
		t.Size = axisSize
	}
	if pn.converted || pn.running[i] {
		t.Fill = draw.Ink
	}
	return t
}

// belowText is what stands under the year: the rise, or “frozen” for none.
func (pn *panel) belowText(i int, narrow bool) string {
	v := pn.below.values[i]
	if v.Missing {
		return ""
	}
	s := pn.below.shown(i)
	if !pn.below.text && pn.below.scale.round(v.F) == 0 {
		if !narrow && pn.below.zero != "" {
			return pn.below.zero
		}
		return "0"
	}
	if narrow && !pn.below.text {
		return plainNumber(s)
	}
	return s
}
