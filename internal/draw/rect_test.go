package draw

import (
	"bytes"
	"testing"
)

// A rectangle is painted as any other polygon with its corners would be.
func TestRectanglesArePolygons(t *testing.T) {
	for _, r := range []Rect{
		{X: 10, Y: 20, W: 30, H: 40},
		{X: 10.3, Y: 20.7, W: 30.5, H: 40.1},
		{X: 10.2, Y: 20, W: 0.5, H: 40},
		{X: 10, Y: 20.4, W: 30, H: 0.3},
		{X: 10.9999999999999, Y: 20.0000000000001, W: 30, H: 40},
		{X: -20.5, Y: -20, W: 1000, H: 50.5},
		{X: 90.5, Y: 95, W: 1e9, H: 1e9},
		{X: 200, Y: 20, W: 10, H: 10},
		{X: 10, Y: 10, W: 0, H: 50},
		{X: 3.5, Y: 5.25, W: 80, H: 80.5, Stroke: Pen(Caution, 1.5)},
	} {
		for _, fill := range []Paint{Solid(Demand), Hatch(Agreed), {}} {
			r.Fill = fill
			corners := []Point{{r.X, r.Y}, {r.X + r.W, r.Y}, {r.X + r.W, r.Y + r.H}, {r.X, r.Y + r.H}}
			got := decode(t, PNG(Canvas{W: 100, H: 100, Marks: []Mark{r}}, 6.5, Light))
			want := decode(t, PNG(Canvas{W: 100, H: 100, Marks: []Mark{Path{corners, true, r.Fill, r.Stroke}}}, 6.5, Light))
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%+v differs from its polygon", r)
			}
		}
	}
}
