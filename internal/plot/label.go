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
	w, h  float64 // of the canvas
	taken []area  // by marks
	texts []area  // by labels
	list  []label
	plate bool // what lies behind a label is hidden
}

// An area is a part of the canvas that is taken.
type area struct{ x0, y0, x1, y1 float64 }

func (a area) meets(b area) bool {
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

type label struct {
	rank   int
	all    int  // labels of one number, unless 0, stand or fall together
	inner  bool // it stands on a mark
	places []draw.Text
}

// areaOf is what a text covers, whatever font sets it.
func areaOf(t draw.Text) area {
	w := Width(t)
	x := t.Left(w)
	return area{x, t.Y - 0.75*t.Size, x + w, t.Y + 0.23*t.Size}
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

// add wants a text at one of its places.
func (l *labels) add(rank, all int, places ...draw.Text) {
	if len(places) > 0 && places[0].Plain() != "" {
		l.list = append(l.list, label{rank: rank, all: all, places: places})
	}
}

// free reports whether an area lies on the canvas and nothing is there.
func (l *labels) free(a area, inner bool) bool {
	return a.x0 >= 0 && a.y0 >= 0 && a.x1 <= l.w && a.y1 <= l.h && !slices.ContainsFunc(l.texts, a.meets) &&
		(inner || !slices.ContainsFunc(l.taken, a.meets))
}

// draw places the labels and adds them to a canvas.
func (l *labels) draw(c *draw.Canvas) {
	slices.SortStableFunc(l.list, func(a, b label) int { return cmp.Compare(a.rank, b.rank) })
	for i := 0; i < len(l.list); i++ {
		n := i + 1
		for l.list[i].all != 0 && n < len(l.list) && l.list[n].all == l.list[i].all {
			n++
		}
		before := len(l.texts)
		texts, ok := l.place(l.list[i:n])
		if !ok {
			l.texts = l.texts[:before]
		}
		for _, t := range texts {
			if l.plate && !l.list[i].inner {
				c.Add(Plate(t))
			}
			c.Add(t)
		}
		i = n - 1
	}
}

// place finds the places of labels that stand or fall together.
func (l *labels) place(list []label) (texts []draw.Text, ok bool) {
	for _, one := range list {
		i := slices.IndexFunc(one.places, func(t draw.Text) bool { return l.free(areaOf(t), one.inner) })
		if i < 0 {
			return nil, false
		}
		l.texts = append(l.texts, areaOf(one.places[i]))
		texts = append(texts, one.places[i])
	}
	return texts, true
}

// spread moves heights that are in order apart, each by as little as can be, until
// each has its room, and keeps them between two ends.
func spread(wanted, room []float64, top, foot float64) []float64 {
	type run struct {
		first, last int
		sum, room   float64 // of the wanted starts of the run, and its length
	}
	var runs []run
	start := func(r run) float64 { return r.sum / float64(r.last-r.first+1) }
	for i, w := range wanted {
		runs = append(runs, run{i, i, w - room[i]/2, room[i]})
		for n := len(runs); n > 1 && start(runs[n-2])+runs[n-2].room > start(runs[n-1]); n-- {
			a, b := runs[n-2], runs[n-1]
			a.sum += b.sum - a.room*float64(b.last-b.first+1)
			a.last, a.room = b.last, a.room+b.room
			runs = append(runs[:n-2], a)
		}
	}
	out := make([]float64, len(wanted))
	free := foot
	for n := len(runs) - 1; n >= 0; n-- { // from below, so that none leaves the foot
		r := runs[n]
		at := min(start(r), free-r.room)
		free = at
		for i := r.first; i <= r.last; i++ {
			out[i] = at + room[i]/2
			at += room[i]
		}
	}
	for i := range out { // and none the top
		least := top + room[i]/2
		if i > 0 {
			least = out[i-1] + (room[i-1]+room[i])/2
		}
		out[i] = max(out[i], least)
	}
	return out
}
