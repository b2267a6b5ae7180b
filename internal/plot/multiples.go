package plot

import "sharingthecost/internal/draw"

// Multiples are planes beside and below one another, all on one scale.
type Multiples struct{ Planes []*Plane }

// Draw draws as many beside one another as there is room for.
func (m *Multiples) Draw(size Size) draw.Canvas {
	const gap, least = 22, 150
	n := min(max(int((size.Width+gap)/(least+gap)), 1), 4, len(m.Planes))
	rows := (len(m.Planes) + n - 1) / n
	if rows > 0 {
		n = (len(m.Planes) + rows - 1) / rows // as even as can be
	}
	width := (size.Width - gap*float64(n-1)) / float64(n)
	c := draw.Canvas{W: size.Width}
	foot := 0.0
	for i, p := range m.Planes {
		part := p.Draw(Size{Width: width, Narrow: true, Low: size.Low, Room: max(0, size.Room/float64(rows)-8)})
		if i%n == 0 && i > 0 {
			foot = c.H + 8
		}
		x := float64(i%n) * (width + gap)
		c.Add(part.At(x, foot, 1))
		c.H = max(c.H, foot+part.H)
		for _, r := range part.Reads {
			c.Reads = append(c.Reads, draw.Read{Row: r.Row, X: r.X + x, Y: r.Y + foot})
		}
	}
	return c
}
