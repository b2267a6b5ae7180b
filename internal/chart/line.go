package chart

import "sharingthecost/internal/draw"

// drawLine draws the values as a line with a marker at each. A missing value
// parts the line in two.
func (pn *panel) drawLine(c *draw.Canvas, p *plot, y draw.Scale) {
	for _, run := range pn.runs(p) {
		path := draw.Path{Stroke: draw.Pen(pn.roles[run[0]].token(), 2)}
		for _, i := range run {
			path.Points = append(path.Points, draw.Point{X: p.centre(i), Y: pn.at(i, y)})
		}
		if len(run) > 1 {
			c.Add(path)
		}
		for _, i := range run {
			m := draw.Circle{X: p.centre(i), Y: pn.at(i, y), R: 4, Fill: draw.Solid(pn.roles[i].token())}
			if pn.converted {
				m.Fill, m.Stroke = draw.Solid(draw.Surface), draw.Pen(pn.roles[i].token(), 2)
			}
			c.Add(m)
		}
	}
}

// runs are the stretches of points without a gap.
func (pn *panel) runs(p *plot) [][]int {
	var out [][]int
	open := false
	for i := p.s.first; i < len(p.s.points); i++ {
		if pn.col.values[i].Missing {
			open = false
			continue
		}
		if !open {
			out = append(out, nil)
		}
		open = true
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}
