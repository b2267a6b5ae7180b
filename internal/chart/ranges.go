package chart

import (
	"cmp"
	"fmt"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
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
	Role   record.Text  `yaml:"role" doc:"What the row stands for."`
}

type ranges struct {
	drawn
	plot.Dots
	subject string
	sources []table.Cell // of the rows
}

func (f *rangesFile) build(b *builder) body {
	k := &ranges{subject: b.Text(f.Subject)}
	var u unit.Unit
	highest := 0.0
	var values []unit.Value
	for _, r := range f.Rows {
		low, high, ok := b.ends(r)
		if !ok {
			continue
		}
		u = cmp.Or(u, low.Value.Unit)
		if !u.Like(low.Value.Unit) || !u.Like(high.Value.Unit) {
			b.Report(r.Label.At, fmt.Sprintf("row %q is in %s, the rows before it in %s", r.Label.S, high.Value.Unit, u), "all rows need one unit")
			continue
		}
		row := plot.Row{From: low.Value.F, To: high.Value.F, Role: b.role(r.Role)}
		if row.From < 0 || row.To < row.From {
			b.Report(r.Label.At, fmt.Sprintf("row %q runs from %s to %s", r.Label.S, low.Value.Text(unit.Exact), high.Value.Text(unit.Exact)), "a range begins at zero or above and its low end comes first")
			continue
		}
		sources := series.FigureSources(low)
		for _, s := range series.FigureSources(high) {
			sources = series.AddOnce(sources, s)
		}
		row.Label, row.Detail = b.Text(r.Label), b.Text(r.Detail)
		k.Rows, k.sources = append(k.Rows, row), append(k.sources, b.SourceCell(sources))
		highest, values = max(highest, row.To), append(values, low.Value, high.Value)
	}
	if highest == 0 && len(b.Problems) == 0 {
		b.Report(f.Place.Pos, "no row has a value above zero", "check the figures of the rows")
	}
	if len(b.Problems) > 0 {
		return nil
	}
	k.Format = unit.FormatFor(u, values, -1)
	if !b.drawable(b.From, highest/k.Format.Divisor) {
		return nil
	}
	_, k.Top = draw.Nice(0, highest/k.Format.Divisor, 6)
	k.Ticks = draw.Ticks(0, k.Top, 6)
	for i := range k.Rows {
		r := &k.Rows[i]
		r.Says = k.Format.Mark(r.To)
		if r.From != r.To {
			r.Says = k.Format.Mark(r.From) + " to " + r.Says
		}
		b.Place(r.Says, f.Rows[i].Label.At)
	}
	return k
}

// ends reads the figures of a row.
func (b *builder) ends(r rangeKeys) (low, high *ledger.Figure, ok bool) {
	switch {
	case r.Figure.Given() && !r.Low.Given() && !r.High.Given():
		low, ok = b.Figure(r.Figure)
		return low, low, ok
	case r.Low.Given() && r.High.Given() && !r.Figure.Given():
		low, ok = b.Figure(r.Low)
		high, okHigh := b.Figure(r.High)
		return low, high, ok && okHigh
	}
	b.Report(r.Place.Pos, fmt.Sprintf("row %q needs a figure, or low and high", r.Label.S), "write figure: id, or low: id and high: id")
	return low, high, false
}

func (k *ranges) table() table.Table {
	g := table.Table{Columns: []table.Column{{Title: "Row"}, {Title: "Low, " + lower(k.Format.Title), Number: true, Unit: k.Format.UnitName()},
		{Title: "High, " + lower(k.Format.Title), Number: true, Unit: k.Format.UnitName()}, {Title: "Detail"}, {Title: "Source"}}}
	var rows [][]table.Cell
	for i, r := range k.Rows {
		rows = append(rows, []table.Cell{{Text: r.Label}, table.Number(k.Format, r.From), table.Number(k.Format, r.To), {Text: r.Detail}, k.sources[i]})
	}
	g.Groups = []table.Group{{Rows: rows}}
	return g
}

func (k *ranges) alt() string {
	var parts []string
	for _, r := range k.Rows {
		parts = append(parts, r.Label+" "+r.Says)
	}
	return fmt.Sprintf("Dot chart. %s: %s.", table.Capital(k.subject), strings.Join(parts, ", "))
}

func (k *ranges) describe() []string {
	lowest, highest := k.Rows[0], k.Rows[0]
	var parts []string
	for _, r := range k.Rows {
		if r.From < lowest.From {
			lowest = r
		}
		if r.To > highest.To {
			highest = r
		}
		p := r.Label + ", " + r.Says
		if r.Detail != "" {
			p += " (" + r.Detail + ")"
		}
		parts = append(parts, p)
	}
	text := fmt.Sprintf("%s. %s: %s.", many(len(k.Rows), "row of dots lies on a scale that begins at zero", "rows of dots lie on a scale that begins at zero"), table.Capital(k.subject), strings.Join(parts, "; "))
	if len(k.Rows) > 1 {
		text += fmt.Sprintf(" The lowest is %s, the highest %s.", lowest.Label, highest.Label)
	}
	return []string{text}
}
