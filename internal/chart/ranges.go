package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// rangesFile is a chart of dots, or of lines between two dots, one row for
// each thing compared: what several sources say of one number.
type rangesFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	Subject record.Text `yaml:"subject,required" doc:"What is compared, to begin a sentence."`
	Rows    []rangeKeys `yaml:"rows,required" doc:"The rows, from the top."`
}

// rangeKeys describe one row: a figure, or the two ends of a range.
type rangeKeys struct {
	Place  record.Place `yaml:"-"`
	Label  record.Text  `yaml:"label,required" doc:"What the row is."`
	Figure record.Text  `yaml:"figure" doc:"Id of the one figure."`
	Low    record.Text  `yaml:"low" doc:"Id of the lower end."`
	High   record.Text  `yaml:"high" doc:"Id of the upper end."`
	Detail record.Text  `yaml:"detail" doc:"Second line of the label."`
	Role   role         `yaml:"role" doc:"What the row stands for."`
}

type ranges struct {
	subject string
	scale   scale
	rows    []rangeRow
	top     float64
	ticks   []float64
}

type rangeRow struct {
	label, detail string
	low, high     float64
	role          role
	source        cell
}

func (b *builder) rangesChart(f *rangesFile) body {
	k := &ranges{subject: b.text(f.Subject)}
	var u unit.Unit
	highest := 0.0
	for _, r := range f.Rows {
		low, high, ok := b.ends(r)
		if !ok {
			continue
		}
		if u == "" {
			u = low.Value.Unit
		}
		if low.Value.Unit != u || high.Value.Unit != u {
			b.report(r.Label.At, fmt.Sprintf("row %q is in %s, the rows before it in %s", r.Label.S, high.Value.Unit, u), "all rows need one unit")
			continue
		}
		if low.Value.F < 0 || high.Value.F < low.Value.F {
			b.report(r.Label.At, fmt.Sprintf("row %q runs from %g to %g", r.Label.S, low.Value.F, high.Value.F), "a range begins at zero or above and its low end comes first")
			continue
		}
		sources := figureSources(low)
		for _, s := range figureSources(high) {
			sources = addOnce(sources, s)
		}
		k.rows = append(k.rows, rangeRow{label: b.text(r.Label), detail: b.text(r.Detail), low: low.Value.F, high: high.Value.F, role: r.Role, source: b.sourceCell(sources)})
		highest = max(highest, high.Value.F)
	}
	if highest == 0 && len(b.problems) == 0 {
		b.report(f.Place.Pos, "no row has a value above zero", "check the figures of the rows")
	}
	if len(b.problems) > 0 {
		return nil
	}
	k.scale = scaleFor(u, highest, -1)
	_, k.top = draw.Nice(0, highest/k.scale.divisor, 6)
	k.ticks = draw.Ticks(0, k.top, 6)
	return k
}

// ends reads the figures of a row.
func (b *builder) ends(r rangeKeys) (low, high *ledger.Figure, ok bool) {
	switch {
	case r.Figure.Given() && !r.Low.Given() && !r.High.Given():
		low, ok = b.figure(r.Figure)
		return low, low, ok
	case r.Low.Given() && r.High.Given() && !r.Figure.Given():
		low, ok = b.figure(r.Low)
		high, okHigh := b.figure(r.High)
		return low, high, ok && okHigh
	}
	b.report(r.Place.Pos, fmt.Sprintf("row %q needs a figure, or low and high", r.Label.S), "write figure: id, or low: id and high: id")
	return low, high, false
}

func (k *ranges) text(r rangeRow) string {
	if r.low == r.high {
		return k.scale.mark(r.high)
	}
	return k.scale.mark(r.low) + " to " + k.scale.mark(r.high)
}

func (k *ranges) drawing(l layout) draw.Canvas {
	width, narrow := l.width, l.narrow
	x0, pitch, y := 200.0, 40.0, 34.0
	room := 0.0
	for _, r := range k.rows {
		room = max(room, draw.TextWidth(k.text(r), labelSize, draw.Bold)*draw.FontSafety+14)
	}
	if narrow {
		x0, pitch, y = 6, 54, 52
	}
	s := draw.Scale{Domain: [2]float64{0, k.top}, Range: [2]float64{x0, width - room}}
	c := draw.Canvas{W: width, H: y + pitch*float64(len(k.rows)) - 14}
	for _, t := range k.ticks {
		pen := draw.Pen(draw.Rule, 1)
		if t == 0 {
			pen = draw.Pen(draw.Edge, 1)
		}
		c.Add(draw.Line{X1: s.At(t), Y1: 20, X2: s.At(t), Y2: c.H - 2, Stroke: pen})
		label := draw.Text{X: s.At(t), Y: 14, Size: axisSize, Anchor: draw.Middle, Fill: draw.Ink3, S: k.scale.unit.Tick(t)}
		if narrow && t == 0 {
			label.X, label.Anchor = 0, draw.Start
		}
		c.Add(label)
	}
	for _, r := range k.rows {
		k.row(&c, s, r, y, x0, narrow)
		y += pitch
	}
	return c
}

func (k *ranges) row(c *draw.Canvas, s draw.Scale, r rangeRow, y, x0 float64, narrow bool) {
	label := draw.Text{X: x0 - 14, Y: y + 4.5, Size: labelSize, Weight: draw.Bold, Anchor: draw.End, S: r.label}
	switch {
	case narrow:
		label.X, label.Y, label.Anchor = 0, y-13, draw.Start
		if r.detail != "" {
			label.Spans = []draw.Span{{S: enSpace + r.detail, Weight: draw.Regular, Fill: draw.Ink2}}
		}
	case r.detail != "":
		label.Y -= 8
		c.Add(draw.Text{X: x0 - 14, Y: y + 12.5, Size: axisSize, Anchor: draw.End, Fill: draw.Ink2, S: r.detail})
	}
	c.Add(plate(label), label)
	a, b := s.At(r.low/k.scale.divisor), s.At(r.high/k.scale.divisor)
	if r.low != r.high {
		c.Add(draw.Line{X1: a, Y1: y, X2: b, Y2: y, Stroke: draw.Pen(r.role.token(), 3)},
			draw.Circle{X: a, Y: y, R: 6, Fill: draw.Solid(r.role.token())})
	}
	value := draw.Text{X: b + 12, Y: y + 4.5, Size: labelSize, Weight: draw.Bold, S: k.text(r)}
	c.Add(draw.Circle{X: b, Y: y, R: 6, Fill: draw.Solid(r.role.token())}, plate(value), value)
}

func (k *ranges) phone(string) string { return "" }
func (k *ranges) list(string) string  { return "" }

func (k *ranges) table() grid {
	g := grid{head: []heading{{title: "Row"}, {title: "Low, " + lower(k.scale.title), number: true, unit: k.scale.unitName()},
		{title: "High, " + lower(k.scale.title), number: true, unit: k.scale.unitName()}, {title: "Detail"}, {title: "Source"}}}
	var rows [][]cell
	for _, r := range k.rows {
		rows = append(rows, []cell{{text: r.label}, k.scale.cell(r.low), k.scale.cell(r.high), {text: r.detail}, r.source})
	}
	g.groups = []group{{rows: rows}}
	return g
}

func (k *ranges) alt() string {
	var parts []string
	for _, r := range k.rows {
		parts = append(parts, r.label+" "+k.text(r))
	}
	return fmt.Sprintf("Dot chart of %s: %s.", k.subject, strings.Join(parts, ", "))
}

func (k *ranges) describe() []string {
	lowest, highest := k.rows[0], k.rows[0]
	var parts []string
	for _, r := range k.rows {
		if r.low < lowest.low {
			lowest = r
		}
		if r.high > highest.high {
			highest = r
		}
		p := r.label + ", " + k.text(r)
		if r.detail != "" {
			p += " (" + r.detail + ")"
		}
		parts = append(parts, p)
	}
	return []string{fmt.Sprintf("%s rows of dots on a scale that begins at zero show %s: %s. The lowest is %s, the highest %s.",
		capital(count(len(k.rows))), k.subject, strings.Join(parts, "; "), lowest.label, highest.label)}
}
