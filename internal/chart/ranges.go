package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
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
	Role   plot.Role    `yaml:"role" doc:"What the row stands for."`
}

type ranges struct {
	drawn
	subject string
	format  plot.Format
	rows    []rangeRow
	top     float64
	ticks   []float64
}

type rangeRow struct {
	label, detail string
	low, high     float64
	role          plot.Role
	source        cell
}

func (f *rangesFile) build(b *builder) body {
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
	k.format = plot.FormatFor(u, highest, -1)
	_, k.top = draw.Nice(0, highest/k.format.Divisor, 6)
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
		return k.format.Mark(r.high)
	}
	return k.format.Mark(r.low) + " to " + k.format.Mark(r.high)
}

func (k *ranges) drawing(size plot.Size) draw.Canvas {
	out := plot.Dots{Format: k.format, Top: k.top, Ticks: k.ticks}
	for _, r := range k.rows {
		out.Rows = append(out.Rows, plot.Row{Label: r.label, Detail: r.detail, Role: r.role, From: r.low, To: r.high, Says: k.text(r)})
	}
	return out.Draw(size)
}

func (k *ranges) table() grid {
	g := grid{head: []heading{{title: "Row"}, {title: "Low, " + lower(k.format.Title), number: true, unit: k.format.UnitName()},
		{title: "High, " + lower(k.format.Title), number: true, unit: k.format.UnitName()}, {title: "Detail"}, {title: "Source"}}}
	var rows [][]cell
	for _, r := range k.rows {
		rows = append(rows, []cell{{text: r.label}, number(k.format, r.low), number(k.format, r.high), {text: r.detail}, r.source})
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
