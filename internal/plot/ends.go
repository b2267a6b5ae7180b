package plot

import (
	"cmp"
	"math"
	"slices"

	"sharingthecost/internal/draw"
)

// endLabels are the names of lines or areas at their last values, and the room they take.
type endLabels struct {
	width float64
	left  bool // at their first values
	list  []endLabel
}

type endLabel struct {
	layer *Layer
	last  int // the point
	lines []draw.Text
}

// gapOfEnds parts the end of a line from its name; a leader crosses it.
const gapOfEnds = 14

// ends lays the names of the layers out, if they stand at their ends. Of more than there
// is room for, those of faint layers are left out.
func (p *Plane) ends(size Size) *endLabels {
	if !p.Ends && (size.Narrow || !p.hasEnds()) {
		return nil
	}
	most := size.Width * 0.3
	e := &endLabels{}
	for n := range p.Layers {
		l := &p.Layers[n]
		last := LastValue(l.Values)
		if last < p.First || l.End == "" && (l.Name == "" || !p.Ends) {
			continue
		}
		if l.End != "" {
			e.add(endLabel{l, last, l.end().Balance(size.Width*0.2/draw.FontSafety, 15)})
			continue
		}
		t := draw.Text{Size: LabelSize, Weight: draw.Bold, Fill: draw.Ink, S: l.Name}
		if l.Faint {
			t.Weight, t.Size, t.Fill = draw.Regular, AxisSize, draw.Ink3
		}
		lines := t.Wrap(most/draw.FontSafety, 15)
		if len(lines) > 2 {
			rest := lines[1]
			for _, more := range lines[2:] {
				rest.S += " " + more.S
			}
			lines = []draw.Text{lines[0], rest}
		}
		for i := range lines {
			lines[i] = Shorten(lines[i], most)
		}
		if says := l.says(last); says != "" && !l.Faint {
			end := &lines[len(lines)-1]
			value := draw.Span{S: " " + says, Weight: draw.Regular, Fill: draw.Ink2}
			if one := *end; Fits(draw.Text{Size: one.Size, Weight: one.Weight, S: one.S, Spans: []draw.Span{value}}, most) {
				end.Spans = []draw.Span{value}
			} else if len(lines) < 2 {
				lines = append(lines, draw.Text{Size: LabelSize, Fill: draw.Ink2, S: says})
			}
		}
		e.add(endLabel{l, last, lines})
	}
	return e
}

func (e *endLabels) add(one endLabel) {
	for _, line := range one.lines {
		e.width = max(e.width, Width(line)+gapOfEnds+2)
	}
	e.list = append(e.list, one)
}

// hasEnds reports whether a layer has words of its own at its end.
func (p *Plane) hasEnds() bool {
	return slices.ContainsFunc(p.Layers, func(l Layer) bool { return l.End != "" })
}

// end is what is written at the end of a layer.
func (l *Layer) end() draw.Text {
	if l.Faint {
		return draw.Text{Size: NoteSize, Fill: draw.Ink2, S: l.End}
	}
	return draw.Text{Size: LabelSize, Weight: draw.Bold, S: l.End}
}

// endsAbove writes what stands at ends above them, where there is no room beside the plot.
func (in *inside) endsAbove(right float64) {
	for n := range in.Layers {
		l := &in.Layers[n]
		last := LastValue(l.Values)
		if l.End == "" || last < in.First || l.Mark == None {
			continue
		}
		t := l.end()
		t.X, t.Y, t.Anchor = min(right, in.centre(last)+in.slot/2), in.at(l.Values[last])-13, draw.End
		lines := t.Balance(in.size.Width*0.8/draw.FontSafety, leading)
		above := moved(lines, -leading*float64(len(lines)-1))
		in.labels.add(label{rank: 1, must: true, lift: true, places: [][]draw.Text{above, moved(lines, 30)}})
	}
}

// starts lays the first values of the layers out, if they stand at their beginnings.
func (p *Plane) starts() *endLabels {
	if !p.Starts {
		return nil
	}
	e := &endLabels{left: true}
	for n := range p.Layers {
		l := &p.Layers[n]
		if math.IsNaN(l.Values[p.First]) {
			continue
		}
		t := draw.Text{Size: LabelSize, Anchor: draw.End, Fill: draw.Ink2, S: l.says(p.First)}
		e.width = max(e.width, Width(t)+gapOfEnds)
		e.list = append(e.list, endLabel{l, p.First, []draw.Text{t}})
	}
	return e
}

// room is the height of a label.
func (e endLabel) room() float64 { return 15*float64(len(e.lines)) + 1 }

// drawEnds writes the names beside the ends, moved apart where they would meet, with a
// leader to those that have moved or whose line ends before the plot does.
func (in *inside) drawEnds(c *draw.Canvas, e *endLabels, top, foot float64) {
	height := func(l endLabel) float64 { return in.at(in.endOf(l)) }
	list := slices.Clone(e.list)
	total := 0.0
	for _, l := range list {
		total += l.room()
	}
	top -= 8
	foot += 8
	slices.SortStableFunc(list, func(a, b endLabel) int { // the last are left out first
		return cmp.Compare(faint(a), faint(b))
	})
	for total > foot-top {
		total -= list[len(list)-1].room()
		list = list[:len(list)-1]
	}
	slices.SortStableFunc(list, func(a, b endLabel) int { return cmp.Compare(height(a), height(b)) })
	var wanted, room []float64
	for _, l := range list {
		wanted, room = append(wanted, height(l)), append(room, l.room())
	}
	x, side := c.W-e.width+gapOfEnds, 1.0
	if e.left {
		x, side = e.width-gapOfEnds+4, -1
	}
	for i, y := range spread(wanted, room, top, foot) {
		l := list[i]
		end := draw.Point{X: in.centre(l.last), Y: wanted[i]}
		if !e.left && l.last < len(in.Points)-1 || math.Abs(y-end.Y) > 5 {
			c.Add(draw.Path{Points: []draw.Point{{X: end.X + 5*side, Y: end.Y}, {X: x - 7*side, Y: y}, {X: x - 3*side, Y: y}}, Stroke: draw.Pen(draw.Edge, 0.75)})
		}
		for n, t := range l.lines {
			t.X, t.Y = x, y+4.5+(float64(n)-float64(len(l.lines)-1)/2)*15
			c.Add(t)
		}
	}
}

func faint(l endLabel) int {
	if l.layer.Faint {
		return 1
	}
	return 0
}

// endOf is the value that a label is about: the last, of an area the middle of its end.
func (in *inside) endOf(e endLabel) float64 {
	below := 0.0
	for n := range in.Layers {
		if l := &in.Layers[n]; l == e.layer {
			break
		} else if e.layer.Stacked {
			below += l.Values[e.last]
		}
	}
	if e.layer.Stacked {
		return below + e.layer.Values[e.last]/2
	}
	return e.layer.Values[e.last]
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
