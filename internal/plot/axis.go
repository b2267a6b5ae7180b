package plot

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"strconv"
	"strings"

	"sharingthecost/internal/draw"
)

// An Axis is what runs along a plot: names at equal distances, or times or numbers
// to scale. Lists of values have one for each of its points, drawn or not.
type Axis struct {
	Points []Point
	First  int // the drawn points are Points[First:]
	Kind   Kind
	Bands  []Band
}

// A Kind is what the points of an axis are, in the words of a sentence.
type Kind string

// The kinds. An axis of years or months has a point for each, with a value or without.
const (
	Names   Kind = "name"
	Years   Kind = "year"
	Months  Kind = "month"
	Days    Kind = "day"
	Numbers Kind = "number"
)

// A Point is one place on the axis.
type Point struct {
	Name string  // in a sentence: "2021", "January 2026"
	Key  string  // in files: "2021", "2026-01"
	Tick string  // on the axis, where that is shorter than the name: "Jan 2026"
	At   float64 // its place: the number, or the count of years, months or days
	Year int     // 0 when the axis has no times
	Band int     // index into Bands, or −1

	Detail string // further words beside the name of a row
	Slim   bool   // a row of a dot alone is less high
	Row    int    // in the table of the chart, from 1; 0 is none
}

// Drawn are the points that are drawn.
func (a *Axis) Drawn() []Point { return a.Points[a.First:] }

// Present walks the values of the points drawn, but for those missing.
func (a *Axis) Present(values []float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for i := a.First; i < len(a.Points); i++ {
			if !math.IsNaN(values[i]) && !yield(i, values[i]) {
				return
			}
		}
	}
}

// A Band is a period that several points belong to.
type Band struct {
	From, Until int
	Label       string // "11th: six years"
	Noun        string // "agreement"
}

// Name is the band's label without what follows the colon: "11th".
func (b Band) Name() string {
	short, _, _ := strings.Cut(b.Label, ":")
	return short
}

// Title heads the band's rows in a table: "11th agreement, 2020–25", or "11th
// agreement (2021), 2020–25" for a band named "11th (2021)".
func (b Band) Title() string {
	t, bracket, found := strings.Cut(b.Name(), " (")
	if b.Noun != "" {
		t += " " + b.Noun
	}
	if found {
		t += " (" + bracket
	}
	return t + ", " + years(b.From, b.Until)
}

// years writes a range as labels do: 2020–25.
func years(from, until int) string {
	switch {
	case from == until:
		return fmt.Sprint(from)
	case from/100 == until/100:
		return fmt.Sprintf("%d–%02d", from, until%100)
	}
	return fmt.Sprintf("%d–%d", from, until)
}

// A frame is where the axis of one drawing lies; its panels share it.
type frame struct {
	*Axis
	Size
	left, right float64 // of the plot
	origin      float64 // where the slot of the first point begins
	step        float64 // the least distance of two points, in the terms of the axis
	slot        float64 // the same on the canvas: the width of a point
}

// newFrame lays the axis out between left and right.
func newFrame(a *Axis, size Size, left, right float64) *frame {
	f := &frame{Axis: a, Size: size, left: left, right: right, origin: left, step: a.Step()}
	drawn := a.Drawn()
	f.slot = (right - left) / ((drawn[len(drawn)-1].At-drawn[0].At)/f.step + 1)
	return f
}

// fill widens the slots until the first and the last point lie near the edges.
func (f *frame) fill() {
	drawn := f.Drawn()
	steps := (drawn[len(drawn)-1].At - drawn[0].At) / f.step
	if steps == 0 {
		return
	}
	const edge = 6
	f.slot = (f.right - f.left - 2*edge) / steps
	f.origin += edge - f.slot/2
}

// Step is the least distance of two points that are drawn.
func (a *Axis) Step() float64 {
	step := math.Inf(1)
	for i, pt := range a.Drawn()[1:] {
		step = min(step, pt.At-a.Drawn()[i].At)
	}
	if math.IsInf(step, 1) {
		return 1 // of one point
	}
	return step
}

func (f *frame) centre(i int) float64 {
	return f.origin + ((f.Points[i].At-f.Points[f.First].At)/f.step+0.5)*f.slot
}

// drawBands fills every second period behind the plot, from the top of the
// canvas to bottom, and names them all.
func (f *frame) drawBands(c *draw.Canvas, bottom float64) {
	if len(f.Bands) == 0 {
		return
	}
	group := draw.Group{Class: "bands"}
	var labels []draw.Mark // above all fills
	shown, free := 0, 0.0
	for i, b := range f.Bands {
		from, until := -1, -1
		for j, pt := range f.Drawn() {
			if pt.Band == i {
				if from < 0 {
					from = j
				}
				until = j
			}
		}
		if from < 0 {
			continue
		}
		x0, x1 := f.centre(f.First+from)-f.slot/2, f.centre(f.First+until)+f.slot/2
		if shown%2 == 0 {
			group.Marks = append(group.Marks, draw.Rect{X: x0, W: x1 - x0, H: bottom, Fill: draw.Solid(draw.Band)})
		}
		shown++
		label := draw.Text{X: x0 + 4, Y: 14, Size: AxisSize, Fill: draw.Ink2, S: b.Label}
		if !Fits(label, x1-x0-6) && i < len(f.Bands)-1 {
			label.S = b.Name()
		}
		room := x1 - x0 - 6
		if i == len(f.Bands)-1 { // with nothing after it
			room = c.W - label.X
		}
		if label.X < free || !Fits(label, room) { // the table names all bands
			continue
		}
		free = label.X + Width(label)
		labels = append(labels, label)
	}
	group.Marks = append(group.Marks, labels...)
	c.Add(group)
}

// row writes a line of texts below a plot, one under each point. A text that has
// no place beside the one before is left out; the table has them all.
func (f *frame) row(c *draw.Canvas, y float64, fill draw.Token, text func(i int) string) {
	free := math.Inf(-1)
	for i := f.First; i < len(f.Points); i++ {
		t := draw.Text{X: f.centre(i), Y: y, Size: AxisSize, Anchor: draw.Middle, Fill: fill, S: text(i)}
		if w := Width(t); t.S != "" && w <= c.W {
			t.X = min(max(t.X, w/2), c.W-w/2)
			if left := t.Left(w); left >= free {
				free = left + w
				c.Add(t)
			}
		}
	}
}

// shortestName is the width down to which names on an axis are cut.
const shortestName = 40

// tick gives the label of each point on the axis. Times that would crowd are
// shortened, but for those to keep whole, then thinned to every second, fifth, tenth;
// names are cut.
func (f *frame) tick(whole func(i int) bool) func(i int) string {
	name := func(i int) string { return f.Points[i].Name }
	switch f.Kind {
	case Years:
		short := func(i int) string { return fmt.Sprintf("’%02d", f.Points[i].Year%100) }
		some := func(i int) string {
			if whole(i) {
				return name(i)
			}
			return short(i)
		}
		if f.apart(some, 2) {
			return some
		}
		if drawn := f.Drawn(); drawn[len(drawn)-1].Year-drawn[0].Year > 99 { // which century would be meant
			return f.thinned([]int{2, 5, 10, 20, 50, 100}, name)
		}
		return f.thinned([]int{2, 5, 10, 20, 50, 100}, name, short)
	case Months:
		label := func(i int) string { return f.Points[i].Tick }
		if months := f.thinned([]int{1, 2, 3, 6}, label); f.apart(months, 2) {
			return months
		}
		return f.thinned([]int{12, 24, 60, 120, 240, 600}, func(i int) string { return strconv.Itoa(f.Points[i].Year) })
	case Names:
		return func(i int) string {
			return Shorten(draw.Text{Size: AxisSize, S: name(i)}, max(f.slot-4, shortestName)).S
		}
	}
	return func(i int) string { return cmp.Or(f.Points[i].Tick, name(i)) }
}

// whole reports whether the year of point i is written with four digits: there is room,
// or it is the first, the last or a ten.
func (f *frame) whole(i int) bool {
	return f.slot >= 60 || !f.Narrow && (i == f.First || i == len(f.Points)-1 || f.Points[i].Year%10 == 0)
}

// drawNames writes the points below a plot and returns the last baseline.
func (f *frame) drawNames(c *draw.Canvas, base float64, whole func(i int) bool) (y float64) {
	y = base + 18
	lines := f.nameLines()
	if len(lines) == 0 {
		f.row(c, y, draw.Ink3, f.tick(whole))
	}
	for i, line := range lines {
		y = base + 18 + 15*float64(i)
		f.row(c, y, draw.Ink3, func(i int) string { return line[i] })
	}
	return y
}

// nameLines breaks the names into lines, where three are enough for each name to
// stand below its own mark; it gives the names of each line.
func (f *frame) nameLines() (lines []map[int]string) {
	for i := f.First; f.Kind == Names && i < len(f.Points); i++ {
		for n, t := range (draw.Text{Size: AxisSize, S: f.Points[i].Name}).Wrap((f.slot-4)/draw.FontSafety, 0) {
			if n > 2 || !Fits(t, f.slot-4) {
				return nil
			}
			if n == len(lines) {
				lines = append(lines, map[int]string{})
			}
			lines[n][i] = t.S
		}
	}
	return lines
}

// thinned labels only the points whose place is a multiple of the least step at
// which one of the ways to write them fits; at the last step whatever fits.
func (f *frame) thinned(steps []int, ways ...func(i int) string) (out func(i int) string) {
	from := f.Points[f.First].At
	if math.Mod(from, f.step) == 0 {
		from = 0
	}
	for _, step := range steps {
		for _, way := range ways {
			out = func(i int) string {
				if int((f.Points[i].At-from)/f.step)%step != 0 {
					return ""
				}
				return way(i)
			}
			if f.apart(out, 8) {
				return out
			}
		}
	}
	return out
}

// apart reports whether the texts under all points leave so much between them.
func (f *frame) apart(text func(i int) string, space float64) bool {
	free := math.Inf(-1)
	for i := f.First; i < len(f.Points); i++ {
		if w := Width(draw.Text{Size: AxisSize, S: text(i)}); w > 0 {
			if f.centre(i)-w/2 < free {
				return false
			}
			free = f.centre(i) + w/2 + space
		}
	}
	return true
}

// missing is no value.
var missing = math.NaN()

// LastValue is the index of the last value, or −1.
func LastValue(values []float64) int {
	for i := len(values) - 1; i >= 0; i-- {
		if !math.IsNaN(values[i]) {
			return i
		}
	}
	return -1
}
