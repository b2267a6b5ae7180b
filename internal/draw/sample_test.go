package draw

import "fmt"

// sample has every mark, paint, stroke, weight and anchor once, laid out like a chart of the site.
func sample() Canvas {
	c := Canvas{W: 680, H: 300}
	c.Add(Group{Class: "bands", Marks: []Mark{Rect{X: 380, Y: 0, W: 120, H: 280, Fill: Solid(Band)}}})
	y := Scale{Domain: [2]float64{0, 2}, Range: [2]float64{250, 50}}
	for _, t := range Ticks(0, 2, 5) {
		c.Add(Line{X1: 44, Y1: y.At(t), X2: 500, Y2: y.At(t), Stroke: Pen(Rule, 1)},
			Text{X: 38, Y: y.At(t) + 4, Size: 12, Anchor: End, Fill: Ink3, S: fmt.Sprint(t)})
	}
	for i, v := range []float64{1.04, 1.04, 1.18, 1.25, 1.29} {
		x := 54 + 60*float64(i)
		bar, label := Rect{X: x, Y: y.At(v), W: 48, H: y.At(0) - y.At(v), Fill: Solid(Agreed)}, OnFill
		if i < 2 {
			bar.Fill, label = Solid(Base), OnBase
		}
		c.Add(bar, Text{X: x + 24, Y: 242, Size: 13, Weight: Semibold, Anchor: Middle, Fill: label, S: fmt.Sprintf("%.2f", v)},
			Text{X: x + 24, Y: 268, Size: 12, Anchor: Middle, Fill: Ink3, S: fmt.Sprint(2019 + i)})
	}
	c.Add(
		Rect{X: 354.5, Y: y.At(1.52), W: 47, H: y.At(0) - y.At(1.52), Fill: Hatch(Agreed), Stroke: Pen(Agreed, 1.5).Dashed(4, 3)},
		Path{Points: []Point{{402, y.At(1.52)}, {500, y.At(1.85)}, {500, y.At(1.52)}}, Closed: true, Fill: Solid(AgreedPale)},
		Path{Points: []Point{{402, y.At(1.52)}, {500, y.At(1.85)}}, Stroke: Pen(Agreed, 1.5)},
		Line{X1: 44, Y1: 250, X2: 500, Y2: 250, Stroke: Pen(Edge, 1)},
		Path{Points: []Point{{260, y.At(1.25)}, {320, y.At(1.5)}, {440, y.At(1.7)}}, Stroke: Pen(Ink2, 1.5).Dashed(6, 4)},
		Circle{X: 440, Y: y.At(1.7), R: 4.5, Fill: Solid(Surface), Stroke: Pen(Ink2, 1.5)},
		Text{X: 508, Y: y.At(1.85) + 4, Size: 13, Weight: Bold, Fill: Agreed, S: "1.85",
			Spans: []Span{{S: " by 2030, at most", Fill: Ink2}}},
		Text{X: 44, Y: 24, Size: 12.5, Weight: Bold, S: "Trillion won & “more”"},
		Text{X: 508, Y: 24, Size: 18, Face: Serif, Weight: Bold, S: "Serif, bold"},
	)
	steps := []Point{{512, 160}, {530, 130}, {548, 160}, {566, 130}, {660, 130}}
	c.Add(
		Path{Points: steps, Stroke: Pen(Demand, 5)},
		Rect{X: 514, Y: 176, W: 60, H: 40, Fill: Hatch(Demand)},
		Rect{X: 584.5, Y: 176.5, W: 76, H: 39, Stroke: Pen(Caution, 1.5).Dashed(4, 3)},
		Path{Points: []Point{{530, 230}, {542, 242}, {530, 254}, {518, 242}}, Closed: true, Fill: Solid(Offer)},
		Rect{X: 560, Y: 232, W: 20, H: 20, Fill: Solid(Demand)},
		Circle{X: 608, Y: 242, R: 10, Fill: Hatch(Agreed), Stroke: Pen(Agreed, 1)},
	)
	return c
}
