package chart

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// bridgeFile is a chart that leads from one total to another by steps up and
// down.
type bridgeFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	Rows     []bridgeKeys  `yaml:"rows,required" doc:"The first total, the steps, the last total. The steps must add up."`
	Decimals record.Number `yaml:"decimals" doc:"How many decimals are printed; without it, those of the data."`
}

// bridgeKeys describe one bar.
type bridgeKeys struct {
	Place  record.Place `yaml:"-"`
	Label  record.Text  `yaml:"label,required" doc:"What the bar is."`
	Name   record.Text  `yaml:"name" doc:"The same within a sentence."`
	Figure record.Text  `yaml:"figure,required" doc:"Id of the figure: a total at both ends, a difference between them."`
	Role   record.Text  `yaml:"role" doc:"What the bar stands for; steps are context unless given."`
}

type bridge struct {
	drawn
	plot.Bars
	format unit.Format
	steps  []bridgeStep // of the rows
}

type bridgeStep struct {
	name   string
	value  float64 // of the total, or the difference
	source table.Cell
}

func (f *bridgeFile) build(b *builder) body {
	if len(f.Rows) < 3 {
		b.Report(f.Place.Pos, "a bridge needs two totals and a step between them", "give at least three rows")
		return nil
	}
	k := &bridge{Bars: plot.Bars{Steps: true}}
	level := 0.0
	var values []unit.Value
	var first *ledger.Figure
	for i, r := range f.Rows {
		fig, ok := b.Figure(r.Figure)
		if !ok {
			return nil
		}
		if i == 0 {
			first = fig
		}
		if !fig.Value.Unit.Like(first.Value.Unit) {
			b.Report(r.Figure.At, fmt.Sprintf("figure %s is in %s, the first row in %s", fig.ID, fig.Value.Unit, first.Value.Unit), "all rows of a bridge need one unit")
			return nil
		}
		row := plot.Row{Label: b.Text(r.Label), Role: b.role(r.Role), To: fig.Value.F, Step: i > 0 && i < len(f.Rows)-1}
		if row.Step {
			row.From, row.To, row.Role = level, level+fig.Value.F, cmp.Or(row.Role, plot.Context)
		} else if i > 0 && math.Abs(level-row.To) > 0.005*math.Abs(first.Value.F) {
			b.Report(r.Figure.At, fmt.Sprintf("the steps lead to %s, not to %s, which is %s", unit.Value{F: level, Unit: fig.Value.Unit, Decimals: -1}.Text(unit.Exact), fig.ID, fig.Value.Text(unit.Exact)), "check the figures of the steps")
			return nil
		}
		if row.To < 0 {
			b.Report(r.Figure.At, fmt.Sprintf("the bridge falls below zero at %s", fig.ID), "totals of a bridge are above zero")
			return nil
		}
		level, values = row.To, append(values, fig.Value)
		k.Rows = append(k.Rows, row)
		k.steps = append(k.steps, bridgeStep{cmp.Or(b.Text(r.Name), row.Label), fig.Value.F, b.SourceCell(series.FigureSources(fig))})
	}
	if k.Largest() == 0 {
		b.Report(f.Place.Pos, "all totals of the bridge are zero", "check the figures of the rows")
		return nil
	}
	k.format = unit.FormatFor(first.Value.Unit, values, decimals(f.Decimals))
	if !b.drawable(b.From, k.Largest()/k.format.Divisor) {
		return nil
	}
	for i := range k.Rows {
		k.Rows[i].Says = k.format.Mark(k.steps[i].value)
		b.Place(k.Rows[i].Says, f.Rows[i].Figure.At)
	}
	if len(b.Problems) > 0 {
		return nil
	}
	return k
}

// decimals are those that a chart file asks for, or −1.
func decimals(n record.Number) int {
	if !n.Given() {
		return -1
	}
	return min(max(int(n.F), 0), 4)
}

func (k *bridge) table() table.Table {
	exact := k.format
	exact.Decimals = k.format.Decimals + 1
	g := table.Table{Columns: []table.Column{{Title: "Step"}, {Title: k.format.Title, Number: true, Unit: k.format.UnitName()},
		{Title: "Before rounding", Number: true, Unit: k.format.UnitName()}, {Title: "Source"}}}
	var rows [][]table.Cell
	for i, r := range k.steps {
		source := r.source
		if source.Text == "" {
			source.Text = "our arithmetic"
		}
		rounded := table.Cell{Text: k.Rows[i].Says, Raw: unit.Value{F: k.format.Round(r.value)}.Machine()}
		rows = append(rows, []table.Cell{{Text: k.Rows[i].Label}, rounded, table.Number(exact, r.value), source})
	}
	g.Groups = []table.Group{{Rows: rows}}
	return g
}

func (k *bridge) alt() string {
	first, last := k.steps[0], k.steps[len(k.steps)-1]
	var parts []string
	for _, r := range k.steps[1 : len(k.steps)-1] {
		parts = append(parts, r.name+" "+k.format.Mark(r.value))
	}
	return fmt.Sprintf("Bridge chart from %s, %s, to %s, %s: %s.", first.name, k.format.Mark(first.value), last.name, k.format.Mark(last.value), list(parts))
}

func (k *bridge) describe() []string {
	first, last := k.steps[0], k.steps[len(k.steps)-1]
	total := last.value - first.value
	text := fmt.Sprintf("%s bars stand below one another on one scale that begins at zero. The first is %s, %s.", table.Capital(count(len(k.steps))), first.name, k.format.Mark(first.value))
	for _, r := range k.steps[1 : len(k.steps)-1] {
		verb := "adds"
		if r.value < 0 {
			verb = "takes away"
		}
		text += fmt.Sprintf(" %s %s %s", table.Capital(r.name), verb, strings.TrimPrefix(k.format.Mark(r.value), "−"))
		if total != 0 {
			text += ", " + unit.Value{F: r.value / total * 100, Unit: unit.Percent}.Text(unit.Prose) + " of the difference"
		}
		text += "."
	}
	return []string{text + fmt.Sprintf(" The last is %s, %s.", last.name, k.format.Mark(last.value))}
}
