package plot

import (
	"cmp"
	"sort"
	"strings"

	"sharingthecost/internal/draw"
)

// A Size says what a drawing is made for.
type Size struct {
	Width  float64 // pixels
	Narrow bool    // a phone
	Low    bool    // a card, which has less height than a page
	Room   float64 // of a card: the height to be filled; 0 where there is no card
	Cut    bool    // of a card: rows that have no room are left out
}

// Sizes of text in drawings: labels of marks, of axes, titles of panels, notes.
const (
	LabelSize = 13
	AxisSize  = 12
	TitleSize = 12.5
	NoteSize  = 12.5
)

// leading is the distance of the lines of one text.
const leading = 16

// EnSpace parts two texts on one line; browsers fold two plain spaces into one.
const EnSpace = "\u2002"

// A Role is how a mark is drawn for what it represents. The zero Role has the first
// colour.
type Role struct {
	Colour  draw.Token
	Hatched bool // it explains, and is no value itself
	Pale    bool // it lies behind: what was there before, or goes on beside
	Gap     bool // nothing was there
}

// Two roles that forms of charts give by themselves: of what others are compared
// with, and of what explains.
var (
	Base    = Role{Colour: draw.Grey}
	Context = Role{Colour: draw.Ink3, Hatched: true}
)

// Token is the colour of the role.
func (r Role) Token() draw.Token {
	if r.Pale {
		return draw.Band
	}
	return cmp.Or(r.Colour, draw.C1)
}

// Fill is how a bar of the role is filled.
func (r Role) Fill() draw.Paint {
	if r.Hatched {
		return draw.Hatch(r.Token())
	}
	return draw.Solid(r.Token())
}

// On is the colour of text on a bar of the role.
func (r Role) On() draw.Token {
	switch {
	case r.Pale:
		return draw.Ink
	case r.Gap:
		return r.Colour
	case r.Colour == draw.Grey:
		return draw.OnGrey
	}
	return draw.OnFill
}

// Style fills a bar: plain, hatched with a dashed outline where its time is not
// over (running), hollow over a ground where the value is our conversion.
func (r Role) Style(bar draw.Rect, running, converted bool, ground draw.Paint) draw.Rect {
	pen := draw.Pen(r.Token(), 1.5)
	switch {
	case running:
		bar.Fill, bar.Stroke = draw.Hatch(r.Token()), pen.Dashed(4, 3)
	case converted:
		bar.Fill, bar.Stroke = ground, pen
	case r.Gap:
		bar.Fill, bar.Stroke = ground, pen.Dashed(4, 3)
	case r.Pale:
		bar.Fill, bar.Stroke = r.Fill(), draw.Pen(draw.Edge, 1)
	default:
		if bar.Fill = r.Fill(); r.Hatched {
			bar.Stroke = draw.Pen(r.Token(), 1)
		}
	}
	return bar
}

// Grid is the pen of the gridline at a tick; that of zero is darker.
func Grid(tick float64) draw.Stroke {
	if tick == 0 {
		return draw.Pen(draw.Edge, 1)
	}
	return draw.Pen(draw.Rule, 1)
}

// Fits reports whether a text fits a width, whatever font sets it.
func Fits(t draw.Text, width float64) bool { return Width(t) <= width }

// Width is the most that a text takes, whatever font sets it.
func Width(t draw.Text) float64 { return t.Width() * draw.FontSafety }

// Shorten cuts a text to a width, whatever font sets it, and ends what it has cut
// with an ellipsis. A number is never cut: what is left of it would be another.
func Shorten(t draw.Text, width float64) draw.Text {
	letters := []rune(t.S)
	if Fits(t, width) {
		return t
	}
	n := sort.Search(len(letters), func(n int) bool { // the width grows with each letter
		t.S = strings.TrimSpace(string(letters[:n])) + "…"
		return !Fits(t, width)
	})
	n = max(n-1, 0)
	inNumber := func(r rune) bool { return '0' <= r && r <= '9' || r == '.' || r == ',' }
	for n > 0 && inNumber(letters[n-1]) && inNumber(letters[n]) {
		n--
	}
	t.S = strings.TrimSpace(string(letters[:n])) + "…"
	return t
}

// OnPlate adds a text over a plate that hides the gridlines behind it.
func OnPlate(c *draw.Canvas, texts ...draw.Text) {
	for _, t := range texts {
		c.Add(Plate(t), t)
	}
}

// Plate hides the gridlines behind a text.
func Plate(t draw.Text) draw.Rect {
	r := draw.Rect{X: t.Left(Width(t)) - 3, Y: t.Y - t.Size, W: Width(t) + 6, H: t.Size + 5, Fill: draw.Solid(draw.Surface)}
	if r.X < 0 {
		r.W, r.X = r.W+r.X, 0
	}
	return r
}
