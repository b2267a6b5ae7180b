package chart

import (
	"cmp"
	"fmt"
	"strings"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
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
	form.Frame
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
	form.Plain
	lang *lang.Language
	plot.Plane
	format  unit.Format
	subject string
	items   []rangeItem
}

// A rangeItem is what there is to say of a row.
type rangeItem struct {
	label, detail, says string
	role                plot.Role
	from, to            float64
	source              table.Cell
}

func (f *rangesFile) build(b *builder) form.Body {
	k := &ranges{lang: b.Lang(), subject: b.Text(f.Subject)}
	var u unit.Unit
	var ends []float64
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
		row := rangeItem{from: low.Value.F, to: high.Value.F, role: b.Role(r.Role)}
		if row.to < row.from {
			b.Report(r.Label.At, fmt.Sprintf("row %q runs from %s to %s", r.Label.S, low.Value.Text(b.Lang(), unit.Exact), high.Value.Text(b.Lang(), unit.Exact)), "the low end of a range comes first")
			continue
		}
		sources := series.FigureSources(low)
		for _, s := range series.FigureSources(high) {
			sources = series.AddOnce(sources, s)
		}
		row.label, row.detail, row.source = b.Text(r.Label), b.Text(r.Detail), b.SourceCell(sources)
		k.items = append(k.items, row)
		ends, values = append(ends, row.from, row.to), append(values, low.Value, high.Value)
	}
	if form.Largest(ends) == 0 && len(b.Problems) == 0 {
		b.Report(f.Place.Pos, "no row has a value but zero", "check the figures of the rows")
	}
	if len(b.Problems) > 0 {
		return nil
	}
	k.format = unit.FormatFor(b.Lang(), u, values, -1)
	if !b.Drawable(b.From, form.Largest(ends)/k.format.Divisor) {
		return nil
	}
	k.plane(ends)
	for i, it := range k.items {
		b.Place(it.says, f.Rows[i].Label.At)
	}
	return k
}

// plane lays the rows out: a dot at each end, and a line between two.
func (k *ranges) plane(ends []float64) {
	rule, low, high := plot.Layer{Mark: plot.Rule}, plot.Layer{Mark: plot.Dot}, plot.Layer{Mark: plot.Dot}
	var labels []string
	for i := range k.items {
		it := &k.items[i]
		if it.says = k.format.Mark(it.to); it.from != it.to {
			it.says = k.lang.Chart.Range.With("low", k.format.Mark(it.from), "high", it.says)
		}
		labels = append(labels, it.label)
		low.Values, high.Values, high.Says = append(low.Values, it.from), append(high.Values, it.to), append(high.Says, it.says)
		high.Roles = append(high.Roles, it.role)
	}
	low.Roles, rule.Roles, rule.From, rule.Values = high.Roles, high.Roles, low.Values, high.Values
	k.Axis, k.Rows, k.Grid, k.Title, k.Layers = plot.NamesOf(labels), true, true, k.format.Title, []plot.Layer{rule, low, high}
	for i, it := range k.items {
		k.Points[i].Detail = it.detail
	}
	k.Scale = plot.NewScale(k.format, ends, 6, true, false)
}

func (k *ranges) Explore() plot.View { return k.Plane.View() }

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

func (k *ranges) Table() table.Table {
	g := table.Table{Columns: []table.Column{{Title: k.lang.Chart.Row}, {Title: k.lang.Chart.Low.With("unit", k.lang.Within(k.format.Title)), Number: true, Unit: k.format.UnitName()},
		{Title: k.lang.Chart.High.With("unit", k.lang.Within(k.format.Title)), Number: true, Unit: k.format.UnitName()}, {Title: k.lang.Chart.Detail}, {Title: k.lang.Chart.Source}}}
	var rows [][]table.Cell
	for _, r := range k.items {
		rows = append(rows, []table.Cell{{Text: r.label}, table.Number(k.format, r.from), table.Number(k.format, r.to), {Text: r.detail}, r.source})
	}
	g.Groups = []table.Group{{Rows: rows}}
	return g
}

func (k *ranges) Alt() string {
	var parts []string
	for _, r := range k.items {
		parts = append(parts, r.label+" "+r.says)
	}
	return k.lang.Chart.Dots.With("subject", lang.Capital(k.subject), "list", strings.Join(parts, ", "))
}

func (k *ranges) Describe() []string {
	lowest, highest := k.items[0], k.items[0]
	var parts []string
	for _, r := range k.items {
		if r.from < lowest.from {
			lowest = r
		}
		if r.to > highest.to {
			highest = r
		}
		p := r.label + ", " + r.says
		if r.detail != "" {
			p += " (" + r.detail + ")"
		}
		parts = append(parts, p)
	}
	text := fmt.Sprintf("%s. %s: %s.", k.lang.Many(len(k.items), k.lang.Chart.DotsOnScale), lang.Capital(k.subject), strings.Join(parts, "; "))
	if len(k.items) > 1 {
		text += " " + k.lang.Chart.DotsEnds.With("low", lowest.label, "high", highest.label)
	}
	return []string{text}
}
