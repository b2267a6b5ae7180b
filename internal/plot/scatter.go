package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// A Scatter is dots between two scales, named where their names have a place.
type Scatter struct {
	X, Y           Scale
	XTitle, YTitle string
	Dots           []ScatterDot
}

// A ScatterDot is one of them.
type ScatterDot struct {
	Name   string
	X, Y   float64
	Token  draw.Token
	Stands bool // named before the others
	Row    int
}

// Draw draws the dots over a grid.
func (s *Scatter) Draw(size Size) draw.Canvas {
	c := draw.Canvas{W: size.Width}
	top := 2.0
	for _, t := range (draw.Text{Size: TitleSize, Weight: draw.Bold, Fill: draw.Ink2, S: s.YTitle}).Wrap(size.Width/draw.FontSafety, leading) {
		top += leading
		t.Y = top - 4
		c.Add(t)
	}
	top += 12
	height := 320.0
	if size.Narrow {
		height = 280
	}
	if size.Low {
		height = max(90, size.Room-92)
	}
	left, right, foot := s.Y.gutter(), size.Width-10, top+height
	x := func(v float64) float64 { return left + 8 + s.X.Part(v)*(right-left-8) }
	y := func(v float64) float64 { return foot - s.Y.Part(v)*height }
	for _, t := range s.Y.Ticks {
		at := y(s.Y.amount(t))
		c.Add(draw.Line{X1: left, Y1: at, X2: right, Y2: at, Stroke: Grid(t)},
			draw.Text{X: left - 8, Y: at + 4, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink3, S: s.Y.Tick(t)})
	}
	free := math.Inf(-1)
	for _, t := range s.X.Ticks {
		label := draw.Text{X: x(s.X.amount(t)), Y: foot + 18, Size: AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: s.X.Tick(t)}
		c.Add(draw.Line{X1: label.X, Y1: top, X2: label.X, Y2: foot, Stroke: Grid(t)})
		w := Width(label)
		label.X = min(max(label.X, w/2), c.W-w/2)
		if label.Left(w) > free {
			free = label.Left(w) + w + 4
			c.Add(label)
		}
	}
	below := foot + 20
	for _, t := range (draw.Text{X: right, Size: TitleSize, Weight: draw.Bold, Anchor: draw.End, Fill: draw.Ink2, S: s.XTitle}).Wrap((right-10)/draw.FontSafety, leading) {
		below += leading
		t.Y = below
		c.Add(t)
	}
	c.H = below + 8
	s.drawDots(&c, x, y)
	return c
}

func (s *Scatter) drawDots(c *draw.Canvas, x, y func(float64) float64) {
	const r = 5
	l := labels{w: c.W, h: c.H}
	l.keepOff(c)
	for _, d := range s.Dots {
		dot := draw.Circle{X: x(d.X), Y: y(d.Y), R: r, Fill: draw.Solid(d.Token), Stroke: draw.Pen(draw.Surface, 1)}
		c.Add(dot)
		l.take(area{dot.X - r, dot.Y - r, dot.X + r, dot.Y + r})
		c.Reads = append(c.Reads, draw.Read{Row: d.Row, X: dot.X, Y: dot.Y})
		t, rank := draw.Text{X: dot.X + r + 4, Y: dot.Y + 4, Size: AxisSize, Fill: draw.Ink2, S: d.Name}, 1
		if d.Stands {
			t.Weight, t.Fill, rank = draw.Bold, draw.Ink, 0
		}
		by := func(dx, dy float64, a draw.Anchor) draw.Text {
			t := t
			t.X, t.Y, t.Anchor = dot.X+dx, dot.Y+dy, a
			return t
		}
		l.add(label{rank: rank, places: at(t, by(-r-4, 4, draw.End), by(0, -r-4, draw.Middle), by(0, r+13, draw.Middle), by(r+1, -r-2, draw.Start), by(r+1, r+11, draw.Start), by(-r-1, -r-2, draw.End), by(-r-1, r+11, draw.End))})
	}
	l.draw(c)
}

// View gives the dots to ECharts on two axes of numbers.
func (s *Scatter) View() View {
	v := View{Scaled: &Scaled{Type: "value", Min: s.X.Lo, Max: s.X.Hi}}
	if s.X.Log {
		v.Scaled.Type = "log"
	}
	dots := Series{Name: s.YTitle, Kind: "scatter", Token: draw.C1}
	for i, d := range s.Dots {
		v.Names = append(v.Names, d.Name)
		v.Scaled.At = append(v.Scaled.At, Rounded(d.X/s.X.Format.Divisor))
		dots.Items = append(dots.Items, Item{V: Rounded(d.Y / s.Y.Format.Divisor), X: i, Token: d.Token, Says: d.Name})
	}
	v.Panels = []ViewPanel{{Title: s.YTitle, Along: s.XTitle, Min: s.Y.Lo, Max: s.Y.Hi, Log: s.Y.Log, Step: s.Y.Step(), Series: []Series{dots}}}
	return v
}
