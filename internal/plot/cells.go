package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// Cells are a table of names and columns of numbers, with a bar to each number. Each
// column has a scale of its own.
type Cells struct {
	Axis
	Columns []CellColumn
}

// A CellColumn is one column.
type CellColumn struct {
	Title  string
	Scale  Scale
	Token  draw.Token
	Values []float64
	Says   []string
}

// Draw draws the table. On a phone names stand above their rows.
func (t *Cells) Draw(size Size) draw.Canvas {
	c := draw.Canvas{W: size.Width}
	names, pitch, row := 0.0, 44.0, 20.0
	if len(t.Drawn()) > dense {
		pitch, row = 40, 17
	}
	if !size.Narrow {
		pitch, row = 30, 4
		if len(t.Drawn()) > dense {
			pitch, row = 24, 1
		}
		for _, pt := range t.Drawn() {
			names = min(max(names, Width(draw.Text{S: pt.Name, Size: LabelSize, Weight: draw.Bold})+14), size.Width*0.34)
		}
	}
	points := t.Points
	if size.Low {
		pitch, row = 24, 1
	}
	if n := t.First + int((size.Room-60)/pitch); size.Cut && max(n, t.First+fewest) < len(points) {
		points = points[:max(n, t.First+fewest)]
	}
	const gap = 16
	width := (size.Width - names - gap*float64(len(t.Columns)-1)) / float64(len(t.Columns))
	at := func(n int) float64 { return names + float64(n)*(width+gap) }
	head := 0.0
	for n, col := range t.Columns {
		lines := draw.Text{X: at(n), Size: NoteSize, Weight: draw.Bold, Fill: draw.Ink2, S: col.Title}.Wrap(width/draw.FontSafety, 15)
		for i, line := range lines {
			line.Y = 14 + 15*float64(i)
			c.Add(Shorten(line, width))
		}
		head = max(head, 15*float64(len(lines)))
	}
	y := head + 10
	c.Add(draw.Line{X1: 0, Y1: y, X2: size.Width, Y2: y, Stroke: draw.Pen(draw.Edge, 1)})
	for i := t.First; i < len(points); i++ {
		name := draw.Text{X: 0, Y: y + row + 16, Size: LabelSize, Weight: draw.Bold, S: t.Points[i].Name}
		if size.Narrow {
			name.Y = y + row - 4
			c.Add(Shorten(name, size.Width))
		} else {
			c.Add(Shorten(name, names-12))
		}
		for n, col := range t.Columns {
			col.bar(&c, i, at(n), y+row, width)
		}
		y += pitch
		c.Add(draw.Line{X1: 0, Y1: y, X2: size.Width, Y2: y, Stroke: draw.Pen(draw.Rule, 1)})
		c.Reads = append(c.Reads, draw.Read{Row: t.Points[i].Row, X: names + 4, Y: y - pitch/2})
	}
	if c.H = y + 4; len(points) < len(t.Points) {
		c.Add(draw.Text{X: names, Y: y + 12, Size: LabelSize, Weight: draw.Bold, Fill: draw.Ink2, S: "…"})
		c.H += 12
	}
	return c
}

// bar draws one bar from zero, and its number at its end.
func (col CellColumn) bar(c *draw.Canvas, i int, x, y, width float64) {
	v := col.Values[i]
	if math.IsNaN(v) {
		c.Add(draw.Text{X: x, Y: y + 16, Size: LabelSize, Fill: draw.Ink3, S: "–"})
		return
	}
	left, right := 0.0, 0.0 // the room of the numbers on either side
	for k, s := range col.Says {
		if w := Width(draw.Text{Size: LabelSize, S: s}) + 6; !math.IsNaN(col.Values[k]) && col.Values[k] < 0 {
			left = max(left, w)
		} else {
			right = max(right, w)
		}
	}
	place := func(v float64) float64 { return x + left + col.Scale.Part(v)*max(width-left-right, 8) }
	from, to := place(col.Scale.foot()), place(v)
	r := draw.Rect{X: min(from, to), Y: y + 3, W: max(math.Abs(to-from), 1), H: 16, Fill: draw.Solid(col.Token)}
	t := draw.Text{X: r.X + r.W + 5, Y: y + 15.5, Size: LabelSize, S: col.Says[i]}
	if v < 0 {
		t.X, t.Anchor = r.X-5, draw.End
	}
	c.Add(r, t)
}

// View gives a panel to each column.
func (t *Cells) View() View {
	v := View{Horizontal: true}
	for _, pt := range t.Drawn() {
		v.Names = append(v.Names, pt.Name)
	}
	for _, col := range t.Columns {
		s := Series{Name: col.Title, Kind: "bar", Token: col.Token}
		for i := t.First; i < len(t.Points); i++ {
			s.Items = append(s.Items, Item{V: Rounded(col.Values[i] / col.Scale.Format.Divisor), Says: col.Says[i]})
		}
		low, high := draw.Nice(col.Scale.Lo, col.Scale.Hi, 5)
		v.Panels = append(v.Panels, ViewPanel{Title: col.Title, Min: low, Max: high, Series: []Series{s}})
	}
	return v
}
