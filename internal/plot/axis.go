package plot

import (
	"fmt"
	"iter"
	"math"
	"strings"

	"sharingthecost/internal/draw"
)

// An Axis is the names or years along a plot. Lists of values have one for each
// of its points, drawn or not.
type Axis struct {
	Points []Point
	First  int // the drawn points are Points[First:]
	Years  bool
	Bands  []Band
}

// A Point is one place on the axis.
type Point struct {
	Name string // "2021"
	Year int    // 0 when the axis has names
	Band int    // index into Bands, or −1
}

// Drawn are the points that are drawn.
func (a *Axis) Drawn() []Point { return a.Points[a.First:] }

// Present walks the values of the points drawn, but for those missing.
func (a *Axis) Present(values []float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for i := a.First; i < len(a.Points); i++ {
			if !math.IsNaN(values[i]) && !yield(i, values[i]) {
				return
			}
		}
	}
}

// A Band is a period that several points belong to.
type Band struct {
	From, Until int
	Label       string // "11th: six years"
	Noun        string // "agreement"
}

// Name is the band's label without what follows the colon: "11th".
func (b Band) Name() string {
	short, _, _ := strings.Cut(b.Label, ":")
	return short
}

// Title heads the band's rows in a table: "11th agreement, 2020–25", or "11th
// agreement (2021), 2020–25" for a band named "11th (2021)".
func (b Band) Title() string {
	t, bracket, found := strings.Cut(b.Name(), " (")
	if b.Noun != "" {
		t += " " + b.Noun
	}
	if found {
		t += " (" + bracket
	}
	return t + ", " + years(b.From, b.Until)
}

// years writes a range as labels do: 2020–25.
func years(from, until int) string {
	switch {
	case from == until:
		return fmt.Sprint(from)
	case from/100 == until/100:
		return fmt.Sprintf("%d–%02d", from, until%100)
	}
	return fmt.Sprintf("%d–%d", from, until)
}

// A frame is where the axis of one drawing lies; its panels share it.
type frame struct {
	*Axis
	Size
	left, right float64
	slot        float64 // the width of a point
}

func (f *frame) centre(i int) float64 { return f.left + (float64(i-f.First)+0.5)*f.slot }

// drawBands fills every second period behind the plot, from the top of the
// canvas to bottom, and names them all.
func (f *frame) drawBands(c *draw.Canvas, bottom float64) {
	group := draw.Group{Class: "bands"}
	shown := 0
	for i, b := range f.Bands {
		from, until := -1, -1
		for j, pt := range f.Drawn() {
			if pt.Band == i {
				if from < 0 {
					from = j
				}
				until = j
			}
		}
		if from < 0 {
			continue
		}
		x0, x1 := f.left+float64(from)*f.slot, f.left+float64(until+1)*f.slot
		if shown%2 == 0 {
			group.Marks = append(group.Marks, draw.Rect{X: x0, W: x1 - x0, H: bottom, Fill: draw.Solid(draw.Band)})
		}
		shown++
		label := draw.Text{X: x0 + 4, Y: 14, Size: AxisSize, Fill: draw.Ink2, S: b.Label}
		if !Fits(label, x1-x0-6) && i < len(f.Bands)-1 {
			label.S = b.Name()
		}
		group.Marks = append(group.Marks, label)
	}
	c.Add(group)
}

// row writes a line of texts below a plot, one under each point.
func (f *frame) row(c *draw.Canvas, y float64, fill draw.Token, text func(i int) string) {
	for i := f.First; i < len(f.Points); i++ {
		if s := text(i); s != "" {
			c.Add(draw.Text{X: f.centre(i), Y: y, Size: AxisSize, Anchor: draw.Middle, Fill: fill, S: s})
		}
	}
}
