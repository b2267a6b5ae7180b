package chart

import (
	"sharingthecost/internal/draw"
	"sharingthecost/internal/unit"
)

func (k *bars) shareText(it bar) string {
	return unit.Value{F: it.share, Unit: unit.Percent, Decimals: 0}.Text(unit.Prose)
}

func (k *bars) drawing(l layout) draw.Canvas {
	width, narrow := l.width, l.narrow
	x0, pitch, y, height := 110.0, 38.0, 4.0, 24.0
	for _, it := range k.items {
		x0 = max(x0, draw.TextWidth(it.label, labelSize, draw.Bold)*draw.FontSafety+14)
	}
	if narrow {
		x0, pitch, y = 0, 52, 22
	}
	longest := (width - x0) * 0.725
	if narrow {
		longest = (width - x0) * 0.64
	}
	c := draw.Canvas{W: width}
	top := y
	for _, it := range k.items {
		label := draw.Text{X: x0 - 12, Y: y + 16.5, Size: labelSize, Weight: draw.Bold, Anchor: draw.End, S: it.label}
		if narrow {
			label.X, label.Y, label.Anchor = 0, y-6, draw.Start
		}
		w := longest * it.v / k.largest()
		value := draw.Text{X: x0 + w + 8, Y: y + 16.5, Size: labelSize, Weight: draw.Bold, S: k.scale.number(it.v)}
		if narrow {
			value.S = k.scale.mark(it.v)
		}
		if k.share {
			value.Spans = []draw.Span{{S: enSpace + k.shareText(it), Weight: draw.Regular, Fill: draw.Ink2}}
		}
		c.Add(label, draw.Rect{X: x0, Y: y, W: max(w, 1), H: height, Fill: it.role.fill()}, value)
		y += pitch
	}
	if !narrow { // on a phone the labels begin where the line would stand
		c.Add(draw.Line{X1: x0, Y1: top - 4, X2: x0, Y2: y - pitch + height + 4, Stroke: draw.Pen(draw.Edge, 1)})
	}
	c.H = y - pitch + height + 6
	if len(k.boxes) > 0 {
		c.H = k.drawBoxes(&c, x0, y, narrow)
	}
	return c
}

// drawBoxes draws boxes of one height, each as wide as its word, so that no
// length looks like a value.
func (k *bars) drawBoxes(c *draw.Canvas, x0, y float64, narrow bool) float64 {
	if narrow {
		y -= 16
	}
	c.Add(draw.Text{X: x0, Y: y + 12, Size: labelSize, Fill: draw.Ink2, S: k.says})
	x, top := x0+1, y+20
	for _, word := range k.boxes {
		t := draw.Text{Y: top + 16.5, Size: labelSize, Anchor: draw.Middle, S: word}
		w := t.Width()*draw.FontSafety + 20
		if x+w > c.W && x > x0+1 {
			x, top = x0+1, top+32
			t.Y = top + 16.5
		}
		t.X = x + w/2
		c.Add(draw.Rect{X: x, Y: top, W: w, H: 24, Stroke: draw.Pen(k.boxRole.token(), 1.5).Dashed(4, 3)}, t)
		x += w + 8
	}
	return top + 24 + 6
}
