package plot

import (
	"fmt"
	"math"
	"time"

	"sharingthecost/internal/draw"
)

// A Calendar is rows of periods and events below them, to the scale of time.
type Calendar struct {
	From, Until int // years, both drawn whole
	Tracks      []Track
	Events      []Event // in the order of time
	Heading     string  // of the events
}

// A Track is a row of periods.
type Track struct {
	Label   string
	Role    Role // that of context is drawn pale
	Periods []Period
}

// A Period is a bar.
type Period struct {
	From, Until time.Time // until is the day after the last
	Text        string
	Gap         bool // nothing was in force
	Note        string
}

// An Event is a mark with a line of text.
type Event struct {
	At         time.Time
	Date, Says string
	Shape      string // rect, diamond, or "" for a circle
	Token      draw.Token
}

// Mark is the event's mark around a point.
func (e Event) Mark(x, y float64) draw.Mark {
	const r = 5
	fill := draw.Solid(e.Token)
	switch e.Shape {
	case "rect":
		return draw.Rect{X: x - r + 0.5, Y: y - r + 0.5, W: 2*r - 1, H: 2*r - 1, Fill: fill}
	case "diamond":
		return draw.Path{Points: []draw.Point{{X: x, Y: y - r - 1}, {X: x + r + 1, Y: y}, {X: x, Y: y + r + 1}, {X: x - r - 1, Y: y}}, Closed: true, Fill: fill}
	}
	return draw.Circle{X: x, Y: y, R: r, Fill: fill}
}

// labelled is where the calendar begins, right of the labels of tracks.
const labelled = 110

// at is where a day lies on a canvas; what lies outside is at its end.
func (k *Calendar) at(day time.Time, width float64) float64 {
	s := draw.Scale{Domain: [2]float64{float64(k.From), float64(k.Until + 1)}, Range: [2]float64{labelled, width - 10}}
	x := s.At(draw.YearAt(day.Year(), int(day.Month()), day.Day()))
	return min(max(x, s.Range[0]), s.Range[1])
}

// Draw draws the tracks from the top, and the events below them.
func (k *Calendar) Draw(size Size) draw.Canvas {
	c := draw.Canvas{W: size.Width}
	marks := draw.Canvas{W: size.Width}
	y := 24.0
	for i, tr := range k.Tracks {
		height := 24.0
		if i == 0 {
			height = 28
		}
		y = k.drawTrack(&marks, tr, y, height)
	}
	foot := k.drawEvents(&marks, y)
	every := 1
	for _, n := range []int{2, 5, 10, 20} { // a label and its gap are 40 pixels wide
		if every*int(c.W-labelled-10) < 40*(k.Until-k.From+1) {
			every = n
		}
	}
	for year := k.From; year <= k.Until+1; year++ {
		x := k.at(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), c.W)
		c.Add(draw.Line{X1: x, Y1: 20, X2: x, Y2: foot, Stroke: draw.Pen(draw.Rule, 1)})
		if year <= k.Until && year%every == 0 {
			c.Add(draw.Text{X: x + 3, Y: 14, Size: AxisSize, Fill: draw.Ink3, S: fmt.Sprint(year)})
		}
	}
	c.Add(marks.Marks...)
	c.H = foot + 2
	return c
}

// drawTrack draws one row of periods and returns where the next begins.
func (k *Calendar) drawTrack(c *draw.Canvas, tr Track, y, height float64) float64 {
	lines := draw.Text{Size: TitleSize, Weight: draw.Bold, S: tr.Label}.Wrap((labelled-8)/draw.FontSafety, 15)
	for i, t := range lines {
		t.Y = y + height/2 + 4.5 + (float64(i)-float64(len(lines)-1)/2)*15
		c.Add(t)
	}
	next := y + height + 10
	for _, p := range tr.Periods {
		x0, x1 := k.at(p.From, c.W), k.at(p.Until, c.W)
		if x1-x0 < 1 {
			continue
		}
		r := draw.Rect{X: x0 + 1, Y: y, W: x1 - x0 - 2, H: height, Fill: tr.Role.Fill()}
		text := tr.text(p)
		text.X, text.Y = x0+8, y+height/2+4.5
		if tr.Role == Context {
			r.Fill, r.Stroke = draw.Solid(draw.Band), draw.Pen(draw.Rule, 1)
		}
		if p.Gap {
			r.X, r.W, r.Y, r.H = r.X+1, r.W-2, r.Y+1, r.H-2
			r.Fill, r.Stroke = draw.Solid(draw.Surface), draw.Pen(draw.Caution, 1.5).Dashed(4, 3)
			text.Fill = draw.Caution
		}
		c.Add(r)
		under := x0 + 2
		if k.fits(tr, p, c.W) { // a short gap is named by its note and in the table alone
			under = text.X
			c.Add(text)
		}
		if p.Note != "" {
			OnPlate(c, draw.Text{X: under, Y: y + height + 16, Size: NoteSize, Fill: draw.Ink2, S: p.Note})
			next = y + height + 28
		}
	}
	return next
}

// text is the text inside the bar of a period.
func (tr Track) text(p Period) draw.Text {
	if tr.Role == Context {
		return draw.Text{Size: NoteSize, Fill: draw.Ink, S: p.Text}
	}
	return draw.Text{Size: LabelSize, Weight: draw.Bold, Fill: tr.Role.On(), S: p.Text}
}

// fits reports whether the text of a period fits inside its bar.
func (k *Calendar) fits(tr Track, p Period, width float64) bool {
	return Fits(tr.text(p), k.at(p.Until, width)-k.at(p.From, width)-12)
}

// TooLong lists the texts of periods that do not fit their bars and so are not
// drawn; those of gaps need not.
func (k *Calendar) TooLong(width float64) []string {
	var out []string
	for _, tr := range k.Tracks {
		for _, p := range tr.Periods {
			if !p.Gap && k.at(p.Until, width)-k.at(p.From, width) >= 1 && !k.fits(tr, p, width) {
				out = append(out, p.Text)
			}
		}
	}
	return out
}

// leaderGap is how near two leaders may stand. Events of one week would lie on
// each other; the later moves on by a pixel or two, less than its mark is wide.
const leaderGap = 5

// drawEvents writes one event a line, earliest first, with a leader up to the
// tracks. A text lies left of its mark where it fits, because no later
// leader can cross it there; else right of it.
func (k *Calendar) drawEvents(c *draw.Canvas, y float64) float64 {
	top := y - 8
	y += 12
	var texts draw.Canvas
	last := math.Inf(-1)
	for i, e := range k.Events {
		x := max(k.at(e.At, c.W), last+leaderGap)
		last = x
		text := draw.Text{X: x - 11, Y: y + 4.5, Size: LabelSize, Weight: draw.Bold, Anchor: draw.End, S: e.Date,
			Spans: []draw.Span{{S: EnSpace + e.Says, Weight: draw.Regular}}}
		room := x - 11
		if i == 0 {
			heading := draw.Text{X: 0, Y: y + 4.5, Size: TitleSize, Weight: draw.Bold, S: k.Heading}
			room -= max(60, Width(heading)+8)
			c.Add(heading)
		}
		if !Fits(text, room) {
			text.X, text.Anchor = x+11, draw.Start
		}
		c.Add(draw.Line{X1: x, Y1: top, X2: x, Y2: y - 5, Stroke: draw.Pen(draw.Edge, 1)})
		texts.Add(Plate(text), e.Mark(x, y), text)
		y += 22
	}
	c.Add(texts.Marks...)
	return y - 6
}
