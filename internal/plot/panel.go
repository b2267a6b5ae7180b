package plot

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/unit"
)

// A Panel is one plot with its own scale, of columns or of a line. Indexes count
// all points of the axis, drawn or not.
type Panel struct {
	Title     string
	Format    unit.Format
	Values    []float64
	Line      bool
	Roles     []Role
	Converted bool         // the values are our conversion: marks are hollow
	Foot      bool         // each value is printed at the foot of its column
	Labelled  map[int]bool // the value is printed above its mark
	Running   map[int]bool // agreed for a time that is not over
	Limits    *Limits
	Forecast  *Forecast
	Proposals []Proposal
	Notes     []Note
	Height    float64
	Top       float64 // end of the scale, as the axis counts
	Ticks     []float64
}

// A plot is a panel at its place.
type plot struct {
	*Panel
	*frame
	y draw.Scale
}

// plotHeight is the height of the plot; on a card several panels share what
// there is.
func (pn *Panel) plotHeight(size Size) float64 {
	if size.Low {
		return pn.Height * 0.62
	}
	return pn.Height
}

// headroom is for a label above the plot that belongs to its highest mark.
func (pn *Panel) headroom(size Size) float64 {
	if size.Narrow && pn.Forecast != nil {
		return 20
	}
	return 0
}

// Tick writes a tick with as many decimals as the steps of the axis need, so
// that 1.0 is between 0.5 and 1.5.
func (pn *Panel) Tick(t float64) string {
	if t == 0 {
		return "0"
	}
	f := pn.Format
	f.Divisor, f.Decimals = 1, 0
	for _, v := range pn.Ticks {
		_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
		f.Decimals = max(f.Decimals, len(fraction))
	}
	return f.Tick(t)
}

// gutter is the width of the labels of the scale, and the gap beside them.
func (pn *Panel) gutter() float64 {
	widest := 0.0
	for _, t := range pn.Ticks {
		widest = max(widest, Width(draw.Text{Size: AxisSize, S: pn.Tick(t)}))
	}
	return widest + 8
}

// draw draws the panel's grid and its marks.
func (p plot) draw(c *draw.Canvas) {
	for _, t := range p.Ticks {
		c.Add(draw.Line{X1: p.left, Y1: p.y.At(t), X2: p.right, Y2: p.y.At(t), Stroke: Grid(t)})
		c.Add(draw.Text{X: p.left - 8, Y: p.y.At(t) + 4, Size: AxisSize, Anchor: draw.End, Fill: draw.Ink3, S: p.Tick(t)})
	}
	if p.Limits != nil {
		p.drawLimits(c, p.Limits)
	}
	if p.Line {
		p.drawLine(c)
	} else {
		p.drawGhosts(c)
		p.drawColumns(c)
		p.drawProposals(c)
	}
	if p.Forecast != nil {
		p.drawForecast(c, p.Forecast)
	}
	p.drawLabels(c)
	if p.Low { // a card is looked at for a second
		return
	}
	for _, n := range p.Notes {
		p.drawNote(c, n)
	}
}

// drawLabels prints the values of labelled points above their marks, but for
// those that would cover a label before them.
func (p plot) drawLabels(c *draw.Canvas) {
	type box struct{ left, right, y float64 }
	var placed []box
	for i, v := range p.Values {
		if !p.Labelled[i] {
			continue
		}
		t := draw.Text{X: p.centre(i), Y: p.above(i), Size: LabelSize, Weight: draw.Bold, Anchor: draw.Middle, S: p.Format.Number(v)}
		w := Width(t)
		t.X = min(max(t.X, w/2), c.W-w/2)
		b := box{t.Left(w), t.Left(w) + w, t.Y}
		if !slices.ContainsFunc(placed, func(o box) bool {
			return b.left < o.right && o.left < b.right && math.Abs(b.y-o.y) < LabelSize
		}) {
			c.Add(t)
			placed = append(placed, b)
		}
	}
}

// height is where a value lies on the canvas.
func (p plot) height(v float64) float64 { return p.y.At(v / p.Format.Divisor) }

// at is where the mark of point i ends.
func (p plot) at(i int) float64 { return p.height(p.Values[i]) }

// point is the place of a value on the canvas.
func (p plot) point(i int, v float64) draw.Point { return draw.Point{X: p.centre(i), Y: p.height(v)} }

// above is the baseline of a label above the mark of point i.
func (p plot) above(i int) float64 {
	if p.Line {
		return p.at(i) - 11
	}
	return p.at(i) - 5
}

// drawColumns draws one column for each value, from zero. A missing
// value is a gap.
func (p plot) drawColumns(c *draw.Canvas) {
	foots, width := p.footsFit(), p.columnWidth()
	for i := range p.Present(p.Values) {
		top, foot := p.at(i), p.y.At(0)
		r := draw.Rect{X: p.centre(i) - width/2, Y: top, W: width, H: foot - top}
		c.Add(p.Roles[i].Style(r, p.Running[i], p.Converted, draw.Solid(draw.Surface)))
		if foots {
			c.Add(p.footText(i, foot))
		}
	}
}

// columnWidth is the width of a column: its slot, less a gap.
func (p plot) columnWidth() float64 { return max(p.slot-min(6, p.slot/4), hairline) }

// hairline is the least width of a column: a mark that a screen still shows.
const hairline = 0.5

// footsFit reports whether every column is wide enough for its value, which is
// printed in all or in none.
func (p plot) footsFit() bool {
	for i := range p.Present(p.Values) {
		if p.Foot && !Fits(p.footText(i, 0), p.slot) {
			return false
		}
	}
	return p.Foot
}

// footText prints a value inside the foot of its column, where no line drawn
// over the columns crosses it.
func (p plot) footText(i int, foot float64) draw.Text {
	t := draw.Text{X: p.centre(i), Y: foot - 8, Size: LabelSize, Weight: draw.Bold, Anchor: draw.Middle,
		Fill: p.Roles[i].On(), S: p.Format.Number(p.Values[i])}
	if p.slot < 50 {
		t.Size = AxisSize
	}
	if p.Converted || p.Running[i] {
		t.Fill = draw.Ink
	}
	return t
}

// drawLine draws the values as a line with a marker at each. A missing value
// parts the line in two.
func (p plot) drawLine(c *draw.Canvas) {
	for _, run := range p.runs() {
		path := draw.Path{Stroke: draw.Pen(p.Roles[run[0]].Token(), 2)}
		for _, i := range run {
			path.Points = append(path.Points, p.point(i, p.Values[i]))
		}
		if len(run) > 1 {
			c.Add(path)
		}
		for n, i := range run {
			m := draw.Circle{X: path.Points[n].X, Y: path.Points[n].Y, R: 4, Fill: draw.Solid(p.Roles[i].Token())}
			if p.Converted {
				m.Fill, m.Stroke = draw.Solid(draw.Surface), draw.Pen(p.Roles[i].Token(), 2)
			}
			c.Add(m)
		}
	}
}

// runs are the stretches of points without a gap.
func (p plot) runs() [][]int {
	var out [][]int
	last := -2
	for i := range p.Present(p.Values) {
		if i != last+1 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
		last = i
	}
	return out
}

// missing reports whether point i has no value.
func (pn *Panel) missing(i int) bool { return math.IsNaN(pn.Values[i]) }
