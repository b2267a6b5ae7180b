package plot

import "sharingthecost/internal/draw"

// A Note is a short text of the author about one value.
type Note struct {
	At     int
	Value  float64
	Says   string
	Side   string // where the text lies from the value: above, unless left or right
	Beside bool   // it lies at the height of the value, and no line leads there
}

// drawNotes wants a place for each note where it covers no mark: above all that it spans,
// or beside the end of a line.
func (in *inside) drawNotes() {
	for _, n := range in.Notes {
		p := draw.Point{X: in.centre(n.At), Y: in.at(n.Value)}
		t := draw.Text{X: p.X, Y: p.Y - 10, Size: NoteSize, Fill: draw.Ink2, Anchor: draw.Middle, S: n.Says}
		switch n.Side {
		case "left":
			t.Anchor, t.X = draw.End, p.X+min(max(5, in.slot/2-3), 20) // with the right edge of a column
		case "right":
			t.Anchor, t.X = draw.Start, p.X-max(5, in.said(n.At)/2)
		}
		broken := t.Balance(in.size.Width*0.5/draw.FontSafety, leading)
		broken = in.onto(moved(broken, -leading*float64(len(broken)-1)))
		one := label{rank: 3, lift: true, must: true, from: &p, places: [][]draw.Text{broken}}
		if Fits(t, in.size.Width*0.8) {
			one.places = [][]draw.Text{in.onto([]draw.Text{t})}
		}
		if n.Beside {
			one.from, one.lift, one.places = nil, false, in.beside(t, p)
		}
		in.labels.add(one)
	}
}

// onto moves lines sideways onto the canvas.
func (in *inside) onto(lines []draw.Text) []draw.Text {
	for i := range lines {
		w := Width(lines[i])
		left := lines[i].Left(w)
		lines[i].X += max(0, -left) - max(0, left+w-in.labels.w)
	}
	return lines
}

// said is the width of what is written at point i.
func (in *inside) said(i int) (width float64) {
	for _, l := range in.Layers {
		if t := l.says(i); t != "" {
			width = max(width, draw.TextWidth(t, LabelSize, draw.Bold))
		}
	}
	return width
}

// beside are the places right of a point, from the nearest.
func (in *inside) beside(t draw.Text, p draw.Point) (places [][]draw.Text) {
	t.X, t.Y, t.Anchor = p.X+max(12, in.slot/2+6), p.Y+4, draw.Start
	lines := t.Balance(min(240, (in.labels.w-t.X)/draw.FontSafety), leading)
	for by := range 30 {
		places = append(places, moved(lines, float64(by)), moved(lines, -float64(by)))
	}
	return places
}
