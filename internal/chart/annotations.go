package chart

import (
	"fmt"
	"math"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// annotationKeys describe a short note at one value.
type annotationKeys struct {
	At   record.Text `yaml:"at,required" doc:"The row that the note is about."`
	Says record.Text `yaml:"says,required" doc:"The note, a few words."`
	Side sideName    `yaml:"side" doc:"Where the text lies from the value: above (the default), left or right."`
}

// A sideName is a side of a mark.
type sideName string

// Values lists the sides.
func (sideName) Values() []string { return []string{"above", "left", "right"} }

type annotation struct {
	at   int
	says string
	side sideName
}

func (b *builder) annotations(s *series, pn *panel, list []annotationKeys) []annotation {
	var out []annotation
	for _, k := range list {
		i, ok := s.index(k.At)
		if !ok {
			continue
		}
		if pn.col.values[i].Missing {
			b.report(k.At.At, fmt.Sprintf("row %s has no value to annotate", k.At.S), "name a row that has one")
			continue
		}
		out = append(out, annotation{at: i, says: b.text(k.Says), side: k.Side})
	}
	return out
}

// pointName names a point of the panel's series.
func (pn *panel) pointName(i int) string { return pn.s.points[i].name }

// draw puts the note where it covers no mark: above everything it spans, or
// beside the end of a line.
func (a annotation) draw(c *draw.Canvas, p *plot, pn *panel, y draw.Scale) {
	if pn.line && a.side == "right" {
		a.beside(c, p, pn, y)
		return
	}
	t := draw.Text{X: p.centre(a.at), Size: noteSize, Fill: draw.Ink2, Anchor: draw.Middle, S: a.says}
	switch a.side {
	case "left":
		t.Anchor, t.X = draw.End, p.centre(a.at)+min(max(5, p.slot/2-3), 20) // with the right edge of a column
	case "right":
		t.Anchor, t.X = draw.Start, p.centre(a.at)-5
		if pn.labelled[a.at] {
			t.X = p.centre(a.at) - draw.TextWidth(pn.col.scale.number(pn.col.values[a.at].F), labelSize, draw.Bold)/2
		}
	}
	t.Y = pn.ceiling(p, y, t) - 7
	t.Y = clearOfGrid(pn, y, t.Y, 1, -1)
	c.Add(t)
	if foot := pn.roof(a.at, y) - 2; foot-t.Y > 16 {
		c.Add(draw.Line{X1: p.centre(a.at), Y1: t.Y + 5, X2: p.centre(a.at), Y2: foot, Stroke: draw.Pen(draw.Ink3, 1)})
	}
}

// beside writes the note right of a line's point, broken into lines that no
// gridline crosses.
func (a annotation) beside(c *draw.Canvas, p *plot, pn *panel, y draw.Scale) {
	x := p.centre(a.at) + max(12, p.slot/2+6)
	lines := evenly(draw.Text{X: x, Size: noteSize, Fill: draw.Ink2, S: a.says}, min(240, (p.width-x)/draw.FontSafety))
	first := clearOfGrid(pn, y, pn.at(a.at, y)+4, len(lines), 1)
	for i, t := range lines {
		t.Y = first + float64(i)*16
		c.Add(t)
	}
}

// evenly breaks a text into as few lines as fit the width, of lengths as even
// as possible.
func evenly(t draw.Text, width float64) []draw.Text {
	lines := t.Wrap(width, 16)
	for narrower := width - 4; narrower > 40; narrower -= 4 {
		next := t.Wrap(narrower, 16)
		if len(next) > len(lines) {
			break
		}
		lines = next
	}
	return lines
}

// roof is the top of the mark of point i and of its label.
func (pn *panel) roof(i int, y draw.Scale) float64 {
	top := y.At(0)
	if !pn.col.values[i].Missing {
		top = pn.at(i, y)
		if pn.line {
			top -= 5
		}
	}
	if pn.labelled[i] {
		top = pn.above(i, y) - labelSize*0.75
	}
	return top
}

// ceiling is the highest roof under a text.
func (pn *panel) ceiling(p *plot, y draw.Scale, t draw.Text) float64 {
	w := t.Width() * draw.FontSafety
	x0 := t.X
	switch t.Anchor {
	case draw.Middle:
		x0 -= w / 2
	case draw.End:
		x0 -= w
	}
	top := y.At(0)
	for i := p.s.first; i < len(p.s.points); i++ {
		if p.centre(i)+p.slot/2 > x0 && p.centre(i)-p.slot/2 < x0+w {
			top = min(top, pn.roof(i, y))
		}
	}
	return top
}

// clearOfGrid moves the first baseline of a block of lines in a direction
// until no gridline runs through its text.
func clearOfGrid(pn *panel, y draw.Scale, baseline float64, lines int, direction float64) float64 {
	for range 60 {
		crossed := false
		for _, t := range pn.ticks {
			g := y.At(t)
			top, foot := baseline-10, baseline+float64(lines-1)*16+4
			crossed = crossed || g > top-1 && g < foot+1
		}
		if !crossed {
			return baseline
		}
		baseline += direction
	}
	return math.Round(baseline)
}
