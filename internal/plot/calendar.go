package plot

import (
	"time"

	"sharingthecost/internal/draw"
)

// A Calendar is rows of periods and events below them, to the scale of time.
type Calendar struct {
	From, Until int // years, both drawn whole
	Tracks      []Track
	Events      []Event // in the order of time
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
	Tip         string // what it says when it is pointed at
}

// An Event is a mark with a line of text, in a row of its own.
type Event struct {
	At         time.Time
	Date, Says string
	Shape      string // rect, diamond, or "" for a circle
	Token      draw.Token
	Tip        string // what it says when it is pointed at
}

// Mark is the event's mark around a point.
func (e Event) Mark(x, y float64) draw.Mark { return shaped(e.Shape, draw.Point{X: x, Y: y}, e.Token) }

// shaped is a mark of a shape around a point.
func shaped(shape string, p draw.Point, token draw.Token) draw.Mark {
	const r = 5
	fill := draw.Solid(token)
	switch shape {
	case "rect":
		return draw.Rect{X: p.X - r + 0.5, Y: p.Y - r + 0.5, W: 2*r - 1, H: 2*r - 1, Fill: fill}
	case "diamond":
		return draw.Path{Points: []draw.Point{{X: p.X, Y: p.Y - r - 1}, {X: p.X + r + 1, Y: p.Y}, {X: p.X, Y: p.Y + r + 1}, {X: p.X - r - 1, Y: p.Y}}, Closed: true, Fill: fill}
	}
	return draw.Circle{X: p.X, Y: p.Y, R: r, Fill: fill}
}

// Draw draws the tracks from the top, and the events below them.
func (k *Calendar) Draw(size Size) draw.Canvas { return k.plane().Draw(size) }

// View gives periods and events to ECharts.
func (k *Calendar) View() View { return k.plane().View() }

// plane is a row for each track, with a layer for the first period of each, the second
// and so on; and a row for each event.
func (k *Calendar) plane() *Plane {
	var names []string
	for _, t := range k.Tracks {
		names = append(names, t.Label)
	}
	for _, e := range k.Events {
		names = append(names, e.Date)
	}
	p := &Plane{Axis: NamesOf(names), Rows: true, Grid: true, Scale: YearScale(k.From, k.Until)}
	for i, t := range k.Tracks {
		n := 0
		for _, period := range t.Periods {
			if from, to := k.within(period.From), k.within(period.Until); from < to {
				if n == len(p.Layers) {
					p.Layers = append(p.Layers, p.empty(Bar))
				}
				p.Layers[n].period(i, t, period, from, to)
				n++
			}
		}
	}
	events := p.empty(Dot)
	events.Led = true
	for n, e := range k.Events {
		i := len(k.Tracks) + n
		p.Points[i].Slim = true
		events.Values[i], events.Says[i], events.Shapes[i], events.Roles[i], events.Tips[i] = k.within(e.At), e.Says, e.Shape, Role{Colour: e.Token}, e.Tip
	}
	p.Layers = append(p.Layers, events)
	for i := range p.Points {
		p.Points[i].Row = 0 // a list reads the rows
	}
	return p
}

// empty is a layer without a mark.
func (p *Plane) empty(mark Mark) Layer {
	n := len(p.Points)
	l := Layer{Mark: mark, Inside: mark == Bar, Roles: make([]Role, n), Says: make([]string, n), Shapes: make([]string, n), Under: make([]string, n), Tips: make([]string, n)}
	for range n {
		l.Values, l.From = append(l.Values, missing), append(l.From, missing)
	}
	return l
}

// period puts a period into row i of a layer.
func (l *Layer) period(i int, t Track, p Period, from, to float64) {
	l.From[i], l.Values[i], l.Says[i], l.Under[i], l.Tips[i], l.Roles[i] = from, to, p.Text, p.Note, p.Tip, t.Role
	switch {
	case p.Gap:
		l.Roles[i] = Role{Colour: draw.Caution, Gap: true}
	case t.Role == Context:
		l.Roles[i] = Role{Pale: true}
	}
}

// within is a day as a number of years, within the calendar.
func (k *Calendar) within(day time.Time) float64 {
	return min(max(draw.YearAt(day.Year(), int(day.Month()), day.Day()), float64(k.From)), float64(k.Until+1))
}
