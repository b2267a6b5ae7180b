package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// Limits are a wedge between what is sure and the most that may come.
type Limits struct {
	From, Last        int // the point whose value is the lower limit, and the last that has an upper one
	High              []float64
	HighText, LowText string // labels of the edges
}

// A Forecast is what somebody expected.
type Forecast struct {
	Values []float64
	Last   int
	Text   string // label of the end
	Actual string // label of what came instead; "" is none
}

// LastValue is the index of the last value, or −1.
func LastValue(values []float64) int {
	for i := len(values) - 1; i >= 0; i-- {
		if !math.IsNaN(values[i]) {
			return i
		}
	}
	return -1
}

// apart is the gap, beyond that between two lines, that keeps two labels apart from
// one of two lines.
const apart = 8

// drawLimits fills the wedge and names its edges right of its end.
func (p plot) drawLimits(c *draw.Canvas, l *Limits) {
	start := p.point(l.From, p.Values[l.From]) // a column drawn later covers what lies before its edge
	end := draw.Point{X: p.centre(l.Last), Y: start.Y}
	upper := []draw.Point{start}
	for i := l.From + 1; i <= l.Last; i++ {
		if !math.IsNaN(l.High[i]) {
			upper = append(upper, p.point(i, l.High[i]))
		}
	}
	pen := draw.Pen(draw.C1, 1.25).Dashed(3, 3)
	c.Add(
		draw.Path{Points: append(append([]draw.Point{}, upper...), end), Closed: true, Fill: draw.Solid(draw.C1Pale)},
		draw.Path{Points: upper, Stroke: pen},
		draw.Line{X1: start.X, Y1: start.Y, X2: end.X, Y2: end.Y, Stroke: pen},
	)
	top := upper[len(upper)-1].Y + 4
	label := draw.Text{X: end.X + 10, Size: NoteSize, Fill: draw.Ink2, S: l.HighText}
	lines := atColon(label, p.Width-label.X)
	for _, t := range lines {
		t.Y += top
		c.Add(t)
	}
	label.S, label.Y = l.LowText, max(start.Y+4, top+float64(len(lines))*leading+apart)
	c.Add(label)
}

// drawForecast draws the dashed line with its hollow end, and its label: right
// of the plot, or above its end where there is no margin.
func (p plot) drawForecast(c *draw.Canvas, f *Forecast) {
	path := draw.Path{Stroke: draw.Pen(draw.Ink, 1.75).Dashed(5, 4)}
	for i, v := range p.Present(f.Values) {
		path.Points = append(path.Points, p.point(i, v))
	}
	end := path.Points[len(path.Points)-1]
	c.Add(path, draw.Circle{X: end.X, Y: end.Y, R: 5, Fill: draw.Solid(draw.Surface), Stroke: draw.Pen(draw.Ink, 2)})
	label := draw.Text{Size: LabelSize, Weight: draw.Bold, S: f.Text}
	if p.Narrow {
		label.X, label.Y, label.Anchor = min(p.right, end.X+p.slot/2), end.Y-13, draw.End
		c.Add(label)
		return
	}
	label.X, label.Y = max(p.right, end.X+10)+8, end.Y+1
	lines := atColon(label, p.Width-label.X)
	for _, t := range lines {
		c.Add(t)
	}
	if f.Actual != "" && !p.missing(f.Last) {
		baseline := max(p.at(f.Last)+4, label.Y+float64(len(lines))*leading+2)
		c.Add(draw.Text{X: label.X, Y: baseline, Size: LabelSize, Fill: draw.Ink2, S: f.Actual + ": " + p.Format.Number(p.Values[f.Last])})
	}
}
