package plot

import (
	"cmp"
	"slices"

	"sharingthecost/internal/draw"
)

// A Proposal is what somebody asked for or offered for one point, beside what it became:
// a line across the point's column; or a column of its own, striped, whose end fades from
// the lowest value reported to the highest.
type Proposal struct {
	At          int
	Value, High float64 // High is 0 where there is one value
	Role        Role
	Text        string
}

// Open reports whether the proposal has no certain end.
func (q Proposal) Open() bool { return q.High > q.Value }

// drawGhosts draws the proposals without a certain end, behind the columns.
func (p plot) drawGhosts(c *draw.Canvas) {
	const pitch, on, steps = 4.0, 1.75, 6
	for _, q := range p.Proposals {
		if !q.Open() {
			continue
		}
		x, width := p.centre(q.At), p.columnWidth()
		stripes := func(from, to, on float64) { // one wide stroke, broken into stripes
			c.Add(draw.Line{X1: x, Y1: from, X2: x, Y2: to, Stroke: draw.Stroke{Token: q.Role.Token(), Width: width, On: on, Off: pitch - on}})
		}
		foot, low, high := p.y.At(0), p.height(q.Value), p.height(q.High)
		low = foot - float64(int((foot-low)/pitch))*pitch // whole stripes
		stripes(foot, low, on)
		for i := range steps {
			part := (low - high) / steps
			stripes(low-float64(i)*part, low-float64(i+1)*part, on*float64(steps-i)/(steps+1))
		}
	}
}

// drawProposals draws the lines of the others, and names all from the lowest up, on the
// side of their column that has more room.
func (p plot) drawProposals(c *draw.Canvas) {
	list := slices.SortedFunc(slices.Values(p.Proposals), func(a, b Proposal) int { return cmp.Compare(a.Value, b.Value) })
	half := p.columnWidth()/2 + 4
	free := p.y.At(0)
	for _, q := range list {
		x, y := p.centre(q.At), p.height(q.Value)
		if !q.Open() {
			c.Add(draw.Line{X1: x - half, Y1: y, X2: x + half, Y2: y, Stroke: draw.Pen(q.Role.Token(), 3)})
		}
		t := draw.Text{X: x - half - 5, Y: y + 4, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: q.Text}
		room := t.X - p.left
		if x+p.slot/2 < (p.left+p.right)/2 {
			t.X, t.Anchor = x+half+5, draw.Start
			room = p.Width - t.X
		}
		if p.Narrow {
			t.Size = AxisSize
		}
		lines := t.Balance(room/draw.FontSafety, leading)
		under := p.y.At(0)
		for _, l := range lines {
			under = min(under, p.ceiling(l))
		}
		last := min(y+4, under-5, free)
		for i := range lines {
			lines[i].Y = last - float64(len(lines)-1-i)*leading
			OnPlate(c, lines[i])
		}
		free = last - float64(len(lines))*leading - 2
	}
}
