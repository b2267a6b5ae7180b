package draw

import (
	"crypto/sha256"
	"fmt"
)

// Canvas is one drawing: its size in user units (pixels at 1:1, y pointing down) and its marks, painted in order.
type Canvas struct {
	W, H   float64
	Ground Token // what PNG and SVGFile paint behind the marks; "" is Surface. Inline SVG stays transparent
	Clear  bool  // SVGFile paints no ground: for a sign that stands on that of others
	Marks  []Mark
	Reads  []Read // where values can be read; a page alone has them
}

// A Read is a place at which a reader meets the values of one row of the table, counted
// from 1.
type Read struct {
	Row  int
	X, Y float64
}

// Key stands for the drawing: printed with their types and values, two canvases are the same text only if they are the
// same drawing.
func (c Canvas) Key() []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "%#v", c))
	return sum[:]
}

// Add puts marks on top of those already there.
func (c *Canvas) Add(marks ...Mark) { c.Marks = append(c.Marks, marks...) }

// At returns the canvas's marks scaled about its origin and moved to x, y of another canvas. Lengths, text sizes,
// stroke widths and hatches scale alike, so no backend needs to know transforms. The ground is left behind.
func (c Canvas) At(x, y, scale float64) Group {
	return Group{Marks: c.Marks}.place(placement{x, y, scale}).(Group)
}

// Mark is one of Rect, Line, Path, Circle, Text and Group.
type Mark interface {
	place(placement) Mark
}

// Point is a place on the canvas.
type Point struct{ X, Y float64 }

// Paint fills a shape: one token, plain or as diagonal lines over Surface. The zero Paint paints nothing.
type Paint struct {
	Token Token
	Pitch float64 // distance from one hatch line to the next in user units; 0 is a plain fill
}

// Solid is a plain fill.
func Solid(t Token) Paint { return Paint{Token: t} }

// Hatch is a fill of diagonal lines over Surface, for what is agreed but not yet over.
func Hatch(t Token) Paint { return Paint{Token: t, Pitch: hatchPitch} }

// Stroke outlines a shape: butt caps, mitred corners. The zero Stroke, or one without a width, draws nothing.
type Stroke struct {
	Token   Token
	Width   float64
	On, Off float64 // dash and gap lengths; both 0 is an unbroken line
}

// Pen is an unbroken stroke.
func Pen(t Token, width float64) Stroke { return Stroke{Token: t, Width: width} }

// Dashed returns the stroke broken into dashes.
func (s Stroke) Dashed(on, off float64) Stroke {
	s.On, s.Off = on, off
	return s
}

// Rect is an upright rectangle with its top left corner at X, Y. W and H must not be negative.
type Rect struct {
	X, Y, W, H float64
	Fill       Paint
	Stroke     Stroke
}

// Line is one straight line.
type Line struct {
	X1, Y1, X2, Y2 float64
	Stroke         Stroke
}

// Path is a run of straight lines, or a polygon when Closed. An open path with a fill is filled as if closed.
// A line with missing values is several paths.
type Path struct {
	Points []Point
	Closed bool
	Fill   Paint
	Stroke Stroke
}

// Circle is a full circle about X, Y.
type Circle struct {
	X, Y, R float64
	Fill    Paint
	Stroke  Stroke
}

// Group is marks that belong together. Class reaches the SVG, for rules that concern the whole group (print hides
// bands, say); it changes nothing in a PNG.
type Group struct {
	Class string
	Marks []Mark
}

// each calls f for every mark that is no group, in order.
func each(marks []Mark, f func(Mark)) {
	for _, m := range marks {
		if g, ok := m.(Group); ok {
			each(g.Marks, f)
		} else {
			f(m)
		}
	}
}

// Texts lists the texts of the canvas, in order.
func (c Canvas) Texts() (texts []Text) {
	each(c.Marks, func(m Mark) {
		if t, ok := m.(Text); ok {
			texts = append(texts, t)
		}
	})
	return texts
}

// paints returns what a shape is painted with; nothing for other marks.
func paints(m Mark) (Paint, Stroke) {
	switch m := m.(type) {
	case Rect:
		return m.Fill, m.Stroke
	case Line:
		return Paint{}, m.Stroke
	case Path:
		return m.Fill, m.Stroke
	case Circle:
		return m.Fill, m.Stroke
	}
	return Paint{}, Stroke{}
}

// Weight of a text. The fonts of PNG and measuring have two weights: Semibold is drawn and measured as Bold there.
type Weight int

const (
	Regular Weight = iota
	Semibold
	Bold
)

// Face is the kind of typeface.
type Face int

const (
	Sans Face = iota
	Serif
)

// Anchor says which end of the text is at X.
type Anchor int

const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text with its baseline at Y. It reads S, then the spans, as one run: the anchor holds for the
// whole. Spaces between S and a span are written in either. Line breaks and control characters count as spaces.
type Text struct {
	X, Y   float64
	Size   float64
	Face   Face
	Weight Weight
	Anchor Anchor
	Fill   Token // "" is Ink
	S      string
	Spans  []Span
}

// Span continues a Text in its own weight and colour.
type Span struct {
	S      string
	Weight Weight
	Fill   Token // "" is the text's
}

// placement scales about the origin, then moves.
type placement struct{ x, y, k float64 }

func (p placement) point(q Point) Point { return Point{p.x + q.X*p.k, p.y + q.Y*p.k} }

func (p placement) paint(f Paint) Paint {
	f.Pitch *= p.k
	return f
}

func (p placement) stroke(s Stroke) Stroke {
	return Stroke{s.Token, s.Width * p.k, s.On * p.k, s.Off * p.k}
}

func (r Rect) place(p placement) Mark {
	at := p.point(Point{r.X, r.Y})
	return Rect{at.X, at.Y, r.W * p.k, r.H * p.k, p.paint(r.Fill), p.stroke(r.Stroke)}
}

func (l Line) place(p placement) Mark {
	a, b := p.point(Point{l.X1, l.Y1}), p.point(Point{l.X2, l.Y2})
	return Line{a.X, a.Y, b.X, b.Y, p.stroke(l.Stroke)}
}

func (l Path) place(p placement) Mark {
	points := make([]Point, len(l.Points))
	for i, q := range l.Points {
		points[i] = p.point(q)
	}
	return Path{points, l.Closed, p.paint(l.Fill), p.stroke(l.Stroke)}
}

func (c Circle) place(p placement) Mark {
	at := p.point(Point{c.X, c.Y})
	return Circle{at.X, at.Y, c.R * p.k, p.paint(c.Fill), p.stroke(c.Stroke)}
}

func (t Text) place(p placement) Mark {
	at := p.point(Point{t.X, t.Y})
	t.X, t.Y, t.Size = at.X, at.Y, t.Size*p.k
	return t
}

func (g Group) place(p placement) Mark {
	marks := make([]Mark, len(g.Marks))
	for i, m := range g.Marks {
		marks[i] = m.place(p)
	}
	return Group{g.Class, marks}
}
