package plot

import (
	"cmp"
	"slices"

	"sharingthecost/internal/draw"
)

// Labels belong to marks. Each has places where it may stand, the best first, and is
// drawn at the first where it covers no other text and none of the marks that must be
// seen whole; one that has no place is left out, for the table has it. Of two that want
// one place the one of the lower rank has it.
type labels struct {
	w, h  float64   // of the canvas
	grid  []float64 // heights of gridlines, kept off where no plate hides them
	taken []area    // by marks
	texts []area    // by labels
	list  []label
	plate bool // what lies behind a label is hidden
}

// An area is a part of the canvas that is taken.
type area struct{ x0, y0, x1, y1 float64 }

func (a area) meets(b area) bool {
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

// A label may stand at several places; a place is the lines of its text.
type label struct {
	rank   int
	all    int         // labels of one number, unless 0, stand or fall together
	inner  bool        // it stands on a mark
	lift   bool        // where no place is free it moves up until one is
	must   bool        // it is drawn at its first place where none is free: the author's words
	from   *draw.Point // what it is about; a line leads there where it has moved far
	places [][]draw.Text
}

// areaOf is what a text covers, whatever font sets it.
func areaOf(t draw.Text) area {
	w := Width(t)
	x := t.Left(w)
	return area{x, t.Y - 0.75*t.Size, x + w, t.Y + 0.23*t.Size}
}

// moved is the lines of a place, so far to the foot.
func moved(place []draw.Text, by float64) []draw.Text {
	place = slices.Clone(place)
	for i := range place {
		place[i].Y += by
	}
	return place
}

// keepOff keeps labels off the texts that a canvas has.
func (l *labels) keepOff(c *draw.Canvas) {
	for _, t := range c.Texts() {
		l.texts = append(l.texts, areaOf(t))
	}
}

// take keeps labels away from an area.
func (l *labels) take(a area) { l.taken = append(l.taken, a) }

// takeLine keeps labels away from a line.
func (l *labels) takeLine(points []draw.Point) {
	const piece = 12
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		n := max(1, int(max(b.X-a.X, max(b.Y-a.Y, a.Y-b.Y))/piece))
		for k := range n {
			from, to := float64(k)/float64(n), float64(k+1)/float64(n)
			x0, y0, x1, y1 := a.X+(b.X-a.X)*from, a.Y+(b.Y-a.Y)*from, a.X+(b.X-a.X)*to, a.Y+(b.Y-a.Y)*to
			l.take(area{min(x0, x1) - 1, min(y0, y1) - 1, max(x0, x1) + 1, max(y0, y1) + 1})
		}
	}
}

// add wants a label.
func (l *labels) add(one label) {
	if len(one.places) > 0 && len(one.places[0]) > 0 && one.places[0][0].Plain() != "" {
		l.list = append(l.list, one)
	}
}

// at are places of one line each.
func at(texts ...draw.Text) (places [][]draw.Text) {
	for _, t := range texts {
		places = append(places, []draw.Text{t})
	}
	return places
}

// free reports whether the lines of a place lie on the canvas and nothing is there.
func (l *labels) free(place []draw.Text, one label) bool {
	for _, t := range place {
		a := areaOf(t)
		const rounding = 0.01
		if a.x0 < -rounding || a.y0 < 0 || a.x1 > l.w+rounding || a.y1 > l.h {
			return false
		}
		if one.lift { // a little more than nothing parts it from what lies below
			a.y1 += 3
		}
		words := a
		if one.must || one.lift { // words do not run into others
			words.x0, words.x1 = a.x0-4, a.x1+4
		}
		if slices.ContainsFunc(l.texts, words.meets) {
			return false
		}
		if one.inner {
			continue
		}
		if slices.ContainsFunc(l.taken, a.meets) {
			return false
		}
		crossed := func(y float64) bool { return a.y0-1 < y && y < a.y1 }
		if one.must && !l.plate && slices.ContainsFunc(l.grid, crossed) {
			return false
		}
	}
	return true
}

// draw places the labels and adds them to a canvas: by rank, and those that move up from
// the lowest.
func (l *labels) draw(c *draw.Canvas) {
	slices.SortStableFunc(l.list, func(a, b label) int {
		if a.rank == b.rank && a.lift && b.lift {
			return cmp.Compare(b.places[0][0].Y, a.places[0][0].Y)
		}
		return cmp.Compare(a.rank, b.rank)
	})
	var texts draw.Canvas // above all plates
	for i := 0; i < len(l.list); i++ {
		n := i + 1
		for l.list[i].all != 0 && n < len(l.list) && l.list[n].all == l.list[i].all {
			n++
		}
		before := len(l.texts)
		if places := l.place(l.list[i:n]); places == nil {
			l.texts = l.texts[:before]
		} else {
			for k, lines := range places {
				l.write(c, &texts, l.list[i+k], lines)
			}
		}
		i = n - 1
	}
	c.Add(texts.Marks...)
}

// place finds the places of labels that stand or fall together; nil where one has none.
func (l *labels) place(list []label) (places [][]draw.Text) {
	for _, one := range list {
		lines := l.placed(one)
		if lines == nil {
			return nil
		}
		for _, t := range lines {
			l.texts = append(l.texts, areaOf(t))
		}
		places = append(places, lines)
	}
	return places
}

// placed is where a label stands.
func (l *labels) placed(one label) []draw.Text {
	for _, lines := range one.places {
		if l.free(lines, one) {
			return lines
		}
	}
	for up := 1.0; one.lift && up < l.h; up++ {
		for _, lines := range one.places {
			if higher := moved(lines, -up); l.free(higher, one) {
				return higher
			}
		}
	}
	if one.must {
		return one.places[0]
	}
	return nil
}

// write adds the plates of a label to a canvas, with a line to what it is about, and its
// lines to another.
func (l *labels) write(c, texts *draw.Canvas, one label, lines []draw.Text) {
	for _, t := range lines {
		if l.plate && !one.inner && l.clear(t) {
			c.Add(Plate(t))
		}
		texts.Add(t)
	}
	if one.from == nil {
		return
	}
	top, foot := lines[len(lines)-1].Y+5, one.from.Y
	for _, a := range slices.Concat(l.taken, l.texts) { // what the line would meet first
		if a.x0 < one.from.X && one.from.X < a.x1 && a.y0 > top {
			foot = min(foot, a.y0)
		}
	}
	if foot-top > 12 {
		c.Add(draw.Line{X1: one.from.X, Y1: top, X2: one.from.X, Y2: foot - 2, Stroke: draw.Pen(draw.Ink3, 1)})
	}
}

// clear reports whether the plate of a text covers no mark.
func (l *labels) clear(t draw.Text) bool { return !slices.ContainsFunc(l.taken, areaOf(t).meets) }
