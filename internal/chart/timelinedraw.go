package chart

import (
	"fmt"
	"html"
	"math"
	"strings"
	"time"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
)

// calendar maps days to the canvas.
type calendar struct {
	t        *timeline
	width    float64
	from, to float64
}

func (t *timeline) calendar(width float64) calendar {
	return calendar{t: t, width: width, from: 110, to: width - 10}
}

func (k calendar) at(d time.Time) float64 {
	s := draw.Scale{Domain: [2]float64{float64(k.t.from), float64(k.t.until + 1)}, Range: [2]float64{k.from, k.to}}
	x := s.At(draw.YearAt(d.Year(), int(d.Month()), d.Day()))
	return min(max(x, k.from), k.to)
}

func (t *timeline) drawing(size plot.Size) draw.Canvas {
	k := t.calendar(size.Width)
	c := draw.Canvas{W: size.Width}
	var marks draw.Canvas
	y := 24.0
	for i, tr := range t.tracks {
		height := 24.0
		if i == 0 {
			height = 28
		}
		y = k.track(&marks, tr, y, height)
	}
	foot := k.events(&marks, y)
	for year := t.from; year <= t.until+1; year++ {
		x := k.at(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		c.Add(draw.Line{X1: x, Y1: 20, X2: x, Y2: foot, Stroke: draw.Pen(draw.Rule, 1)})
		if year <= t.until {
			c.Add(draw.Text{X: x + 3, Y: 14, Size: plot.AxisSize, Fill: draw.Ink3, S: fmt.Sprint(year)})
		}
	}
	c.Add(marks.Marks...)
	c.H = foot + 2
	return c
}

// track draws one row of periods and returns where the next begins.
func (k calendar) track(c *draw.Canvas, tr track, y, height float64) float64 {
	lines := draw.Text{Size: plot.TitleSize, Weight: draw.Bold, S: tr.label}.Wrap((k.from-8)/draw.FontSafety, 15)
	for i, t := range lines {
		t.Y = y + height/2 + 4.5 + (float64(i)-float64(len(lines)-1)/2)*15
		c.Add(t)
	}
	next := y + height + 10
	for _, p := range tr.periods {
		x0, x1 := k.at(p.from), k.at(p.until)
		if x1-x0 < 1 {
			continue
		}
		r := draw.Rect{X: x0 + 1, Y: y, W: x1 - x0 - 2, H: height, Fill: tr.role.Fill()}
		text := tr.barText(p)
		text.X, text.Y = x0+8, y+height/2+4.5
		if tr.role == plot.Context {
			r.Fill, r.Stroke = draw.Solid(draw.Band), draw.Pen(draw.Rule, 1)
		}
		if p.gap {
			r.X, r.W, r.Y, r.H = r.X+1, r.W-2, r.Y+1, r.H-2
			r.Fill, r.Stroke = draw.Solid(draw.Surface), draw.Pen(draw.Caution, 1.5).Dashed(4, 3)
			text.Fill = draw.Caution
		}
		c.Add(r)
		under := x0 + 2
		if k.fits(text, p) { // a short gap is named by its note and in the table alone
			under = text.X
			c.Add(text)
		}
		if p.note != "" {
			t := draw.Text{X: under, Y: y + height + 16, Size: plot.NoteSize, Fill: draw.Ink2, S: p.note}
			plot.OnPlate(c, t)
			next = y + height + 28
		}
	}
	return next
}

// fits reports whether a text has room inside the bar of its period.
func (k calendar) fits(t draw.Text, p period) bool {
	return plot.Fits(t, k.at(p.until)-k.at(p.from)-12)
}

// barText is the text inside the bar of a period.
func (tr track) barText(p period) draw.Text {
	if tr.role == plot.Context {
		return draw.Text{Size: plot.NoteSize, Fill: draw.Ink, S: p.text()}
	}
	return draw.Text{Size: plot.LabelSize, Weight: draw.Bold, Fill: tr.role.On(), S: p.text()}
}

// tooLong lists the names of periods that do not fit their bars.
func (t *timeline) tooLong(width float64) []string {
	k := t.calendar(width)
	var out []string
	for _, tr := range t.tracks {
		for _, p := range tr.periods {
			if !p.gap && k.at(p.until)-k.at(p.from) >= 1 && !k.fits(tr.barText(p), p) {
				out = append(out, p.text())
			}
		}
	}
	return out
}

// leaderGap is how near two leaders may stand. Events of one week would lie on
// each other; the later moves on by a pixel or two, less than its mark is wide.
const leaderGap = 5

// events writes one event a line, earliest first, with a leader up to the
// tracks. A text lies left of its mark where there is room, because no later
// leader can cross it there; else right of it.
func (k calendar) events(c *draw.Canvas, y float64) float64 {
	top := y - 8
	y += 12
	var texts draw.Canvas
	last := math.Inf(-1)
	for i, e := range k.t.events {
		x := max(k.at(e.Date.Start()), last+leaderGap)
		last = x
		text := draw.Text{X: x - 11, Y: y + 4.5, Size: plot.LabelSize, Weight: draw.Bold, Anchor: draw.End, S: shortDate(e.Date),
			Spans: []draw.Span{{S: plot.EnSpace + e.label, Weight: draw.Regular}}}
		room := x - 11
		if i == 0 {
			room -= 60 // the word Events
			c.Add(draw.Text{X: 0, Y: y + 4.5, Size: plot.TitleSize, Weight: draw.Bold, S: "Events"})
		}
		if !plot.Fits(text, room) {
			text.X, text.Anchor = x+11, draw.Start
		}
		c.Add(draw.Line{X1: x, Y1: top, X2: x, Y2: y - 5, Stroke: draw.Pen(draw.Edge, 1)})
		texts.Add(plot.Plate(text), marker(e, x, y), text)
		y += 22
	}
	c.Add(texts.Marks...)
	return y - 6
}

// marker tells by shape who took a step, and by colour only what the whole
// site gives a colour: a demand and an offer.
func marker(e event, x, y float64) draw.Mark {
	fill := draw.Solid(draw.Ink)
	switch e.Kind {
	case "demand":
		fill = draw.Solid(draw.Demand)
	case "offer":
		fill = draw.Solid(draw.Offer)
	}
	const r = 5
	switch e.By {
	case "us":
		return draw.Rect{X: x - r + 0.5, Y: y - r + 0.5, W: 2*r - 1, H: 2*r - 1, Fill: fill}
	case "korea":
		return draw.Path{Points: []draw.Point{{X: x, Y: y - r - 1}, {X: x + r + 1, Y: y}, {X: x, Y: y + r + 1}, {X: x - r - 1, Y: y}}, Closed: true, Fill: fill}
	}
	return draw.Circle{X: x, Y: y, R: r, Fill: fill}
}

// shortDate writes a date for a drawing: 7 Mar 2021, Apr 2020, 2020.
func shortDate(d record.Date) string {
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return d.Start().Format("Jan 2006")
	}
	return d.Start().Format("2 Jan 2006")
}

func (t *timeline) phone(id string) string { return t.ol(id+"-phone", " narrow") }
func (t *timeline) list(id string) string  { return t.ol(id+"-list", "") }

// ol writes the events as a list, the accessible version at every size.
// Events inside a gap carry the class in-gap, so that the page can tint the
// stretch.
func (t *timeline) ol(id, class string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<ol class=\"timeline-list%s\">\n", class)
	for i, e := range t.events {
		c := draw.Canvas{W: 14, H: 14}
		c.Add(marker(e, 7, 7))
		svg := inlineSVG(c, draw.Inline{ID: fmt.Sprintf("%s-%d", id, i+1), Class: "marker", Hidden: true})
		in := ""
		if t.inGap(e) {
			in = " in-gap"
		}
		fmt.Fprintf(&b, "<li class=\"by-%s%s\">%s <time datetime=\"%s\">%s</time> <span class=\"by\">%s</span> <span class=\"says\">%s</span></li>\n",
			e.By, in, svg, e.Date.String(), html.EscapeString(e.Date.Prose()), stepWords(e.By), html.EscapeString(sentence(e.says)))
	}
	b.WriteString("</ol>\n")
	return b.String()
}

// stepWords says in words what the shape of a marker says.
func stepWords(by ledger.Side) string {
	switch by {
	case "us":
		return "US step."
	case "korea":
		return "South Korean step."
	case "both":
		return "Both."
	}
	return "Others."
}
