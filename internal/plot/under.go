package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// drawBlocks draws a bar of a row in blocks, parted by slits of two pixels.
func (in *inside) drawBlocks(c *draw.Canvas, l *Layer, i int, r draw.Rect) {
	from := in.bases[i][1] - l.Values[i]
	for a, end := from, in.bases[i][1]; a < end-1e-9; {
		next := min((math.Floor(a/l.Pitch+1e-9)+1)*l.Pitch, end)
		last := next > end-1e-9
		x0, x1 := in.at(a)+1, in.at(next)
		if !last {
			x1--
		}
		block := draw.Rect{X: x0, Y: r.Y, W: max(x1-x0, 1.5), H: r.H}
		if last && l.Open != nil && l.Open[i] {
			block.W /= 6
			y := r.Y + r.H/2
			fade(c, l.token(i), draw.Point{X: x0 + block.W, Y: y}, draw.Point{X: x1, Y: y}, r.H, 5, 5)
		}
		c.Add(l.role(i).Style(block, false, false, draw.Paint{}))
		a = next
	}
}

// underLines is what is written below bar i, which begins at x, on a canvas of a width:
// on one line, or the whole on a second. Heights count from the foot of the bar.
func (l *Layer) underLines(i int, x, width float64) []draw.Text {
	if l.Under == nil || l.Under[i] == "" {
		return nil
	}
	t := draw.Text{X: x + 1, Y: 16, Size: NoteSize, Fill: draw.Ink2, S: l.Under[i]}
	if !l.Bracketed {
		return []draw.Text{t}
	}
	t.Y, t.Size, t.Weight, t.Fill = 25, LabelSize, draw.Bold, l.token(i)
	one, whole := t, t
	one.Spans = []draw.Span{{S: " " + l.Whole[i], Weight: draw.Bold, Fill: draw.Ink}}
	if Fits(one, width-one.X) {
		return []draw.Text{one}
	}
	whole.S, whole.Y, whole.Fill = l.Whole[i], 42, draw.Ink
	return []draw.Text{t, whole}
}

// sayUnder writes what stands below a bar, with the bracket.
func (in *inside) sayUnder(c *draw.Canvas, l *Layer, i int, r draw.Rect) {
	lines := l.underLines(i, r.X, in.labels.w)
	if lines == nil || in.size.Low && !l.Bracketed {
		return
	}
	foot := r.Y + r.H
	if l.Bracketed {
		a, b := r.X+1, r.X+r.W
		c.Add(draw.Path{Points: []draw.Point{{X: a, Y: foot + 3}, {X: a, Y: foot + 8}, {X: b, Y: foot + 8}, {X: b, Y: foot + 3}}, Stroke: draw.Pen(l.token(i), 1.5)})
	}
	lines = moved(lines, foot)
	one := label{must: true, places: [][]draw.Text{lines}}
	for x := 6.0; len(lines) == 1 && x < r.W/2; x += 6 { // beside that of another bar
		t := lines[0]
		t.X += x
		one.places = append(one.places, []draw.Text{t})
	}
	in.labels.add(one)
}
