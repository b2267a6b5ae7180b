package plot

import (
	"math"

	"sharingthecost/internal/draw"
)

// Tiles are a map of squares of one size, one to a region, whatever its area.
type Tiles struct {
	Tiles  []Tile
	Scale  Scale // its ticks part the classes
	Across int   // columns of squares
	Down   int
}

// A Tile is one region.
type Tile struct {
	Name, Short string
	Row, Column int // from 0
	Value       float64
	Says        string
	TableRow    int
}

// class is the step of a value on the scale, from little to much.
func (t *Tiles) class(v float64) int {
	return min(max(int(t.Scale.Part(v)*draw.Classes-1e-9), 0), draw.Classes-1)
}

// bound is where class n begins.
func (t *Tiles) bound(n int) float64 {
	return t.Scale.Lo + (t.Scale.Hi-t.Scale.Lo)*float64(n)/draw.Classes
}

// Draw draws the map, and above it what the colours mean.
func (t *Tiles) Draw(size Size) draw.Canvas {
	c := draw.Canvas{W: size.Width}
	top := t.drawKey(&c)
	const gap = 3
	side := min((size.Width+gap)/float64(t.Across), 68)
	if size.Low {
		side = max(min(side, (size.Room-top-2)/float64(t.Down)), 26)
	}
	left := (size.Width + gap - side*float64(t.Across)) / 2
	for _, tile := range t.Tiles {
		r := draw.Rect{X: left + float64(tile.Column)*side, Y: top + float64(tile.Row)*side, W: side - gap, H: side - gap}
		text := draw.Ink2
		if math.IsNaN(tile.Value) {
			r.Fill, r.Stroke = draw.Hatch(draw.Rule), draw.Pen(draw.Edge, 1)
		} else {
			token := draw.ClassToken(t.class(tile.Value))
			r.Fill, text = draw.Solid(token), draw.On(token)
			r.Stroke = draw.Pen(draw.Edge, 0.5)
		}
		c.Add(r)
		name := draw.Text{X: r.X + r.W/2, Y: r.Y + r.H/2 - 2, Size: AxisSize, Weight: draw.Bold, Anchor: draw.Middle, Fill: text, S: tile.Name}
		if !Fits(name, r.W-4) {
			name.S = tile.Short
		}
		name = Shorten(name, r.W-2)
		says := draw.Text{X: name.X, Y: name.Y + 15, Size: AxisSize, Anchor: draw.Middle, Fill: text, S: tile.Says}
		if says.S == "" || !Fits(says, r.W-2) || r.H < 34 {
			name.Y += 6
			says.S = ""
		}
		if name.S != "…" {
			c.Add(name)
		}
		if says.S != "" {
			c.Add(says)
		}
		c.Reads = append(c.Reads, draw.Read{Row: tile.TableRow, X: r.X + r.W/2, Y: r.Y + r.H/2})
	}
	c.H = top + float64(t.Down)*side + 2
	return c
}

// drawKey draws the classes in a row, their bounds between them.
func (t *Tiles) drawKey(c *draw.Canvas) float64 {
	width := min(c.W-40, 320)
	for n := range draw.Classes {
		x := 20 + width*float64(n)/draw.Classes
		c.Add(draw.Rect{X: x, Y: 2, W: width/draw.Classes - 1, H: 12, Fill: draw.Solid(draw.ClassToken(n)), Stroke: draw.Pen(draw.Edge, 0.5)})
	}
	free := math.Inf(-1)
	for n := range draw.Classes + 1 {
		label := draw.Text{X: 20 + width*float64(n)/draw.Classes, Y: 28, Size: AxisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: t.Scale.Tick(Rounded(t.bound(n)))}
		w := Width(label)
		label.X = min(max(label.X, w/2), c.W-w/2)
		if label.Left(w) > free {
			c.Add(label)
			free = label.Left(w) + w + 3
		}
	}
	return 42
}

// View gives the values to ECharts as bars in the colours of the map: where the regions
// lie is the drawing's.
func (t *Tiles) View() View {
	s := Series{Name: t.Scale.Format.Title, Kind: "bar", Token: draw.C1}
	v := View{Horizontal: true}
	for _, tile := range t.Tiles {
		v.Names = append(v.Names, tile.Name)
		it := Item{V: Rounded(tile.Value / t.Scale.Format.Divisor), Says: tile.Says}
		if tile.Short != tile.Name {
			it.Says = tile.Short + " " + tile.Says
		}
		if !math.IsNaN(tile.Value) {
			it.Token = draw.ClassToken(t.class(tile.Value))
		}
		s.Items = append(s.Items, it)
	}
	v.Panels = []ViewPanel{{Title: s.Name, Min: min(t.Scale.Lo, 0), Max: t.Scale.Hi, Series: []Series{s}}}
	return v
}
