package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
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
	form.Frame
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
	form.Plain
	lang *lang.Language
	plot.Plane
	format unit.Format
	steps  []bridgeStep // of the rows
}

type bridgeStep struct {
	label  string
	name   string
	value  float64 // of the total, or the difference
	source table.Cell
}

func (f *bridgeFile) build(b *builder) form.Body {
	if len(f.Rows) < 3 {
		b.Report(f.Place.Pos, "a bridge needs two totals and a step between them", "give at least three rows")
		return nil
	}
	k := &bridge{lang: b.Lang()}
	bars := plot.Layer{Mark: plot.Bar, Token: draw.C1, Joined: true}
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
		label, role, from, to := b.Text(r.Label), b.Role(r.Role), 0.0, fig.Value.F
		if i > 0 && i < len(f.Rows)-1 {
			from, to, role = level, level+fig.Value.F, cmp.Or(role, plot.Context)
		} else if i > 0 && math.Abs(level-to) > 0.005*max(math.Abs(first.Value.F), math.Abs(to))+1e-9 {
			b.Report(r.Figure.At, fmt.Sprintf("the steps lead to %s, not to %s, which is %s", unit.Value{F: level, Unit: fig.Value.Unit, Decimals: -1}.Text(b.Lang(), unit.Exact), fig.ID, fig.Value.Text(b.Lang(), unit.Exact)), "check the figures of the steps")
			return nil
		}
		if to < 0 {
			b.Report(r.Figure.At, fmt.Sprintf("the bridge falls below zero at %s", fig.ID), "totals of a bridge are above zero")
			return nil
		}
		level, values = to, append(values, fig.Value)
		bars.From, bars.Values, bars.Roles = append(bars.From, from), append(bars.Values, to), append(bars.Roles, role)
		k.steps = append(k.steps, bridgeStep{label, cmp.Or(b.Text(r.Name), label), fig.Value.F, b.SourceCell(series.FigureSources(fig))})
	}
	largest := form.Largest(append(slices.Clone(bars.Values), bars.From...))
	if largest == 0 {
		b.Report(f.Place.Pos, "all totals of the bridge are zero", "check the figures of the rows")
		return nil
	}
	k.format = unit.FormatFor(b.Lang(), first.Value.Unit, values, form.Decimals(f.Decimals))
	if !b.Drawable(b.From, largest/k.format.Divisor) {
		return nil
	}
	var labels []string
	for i, step := range k.steps {
		labels, bars.Says = append(labels, step.label), append(bars.Says, k.format.Mark(step.value))
		b.Place(bars.Says[i], f.Rows[i].Figure.At)
	}
	k.Axis, k.Rows, k.Title, k.Layers = plot.NamesOf(labels), true, k.format.Title, []plot.Layer{bars}
	k.Scale = plot.ScaleTo(k.format, append(slices.Clone(bars.Values), bars.From...))
	if len(b.Problems) > 0 {
		return nil
	}
	return k
}

func (k *bridge) Table() table.Table {
	exact := k.format
	exact.Decimals = k.format.Decimals + 1
	g := table.Table{Columns: []table.Column{{Title: k.lang.Chart.Step}, {Title: k.format.Title, Number: true, Unit: k.format.UnitName()},
		{Title: k.lang.Chart.BeforeRounding, Number: true, Unit: k.format.UnitName()}, {Title: k.lang.Chart.Source}}}
	var rows [][]table.Cell
	for i, r := range k.steps {
		source := r.source
		if source.Text == "" {
			source.Text = k.lang.Chart.OurArithmetic
		}
		rounded := table.Cell{Text: k.Layers[0].Says[i], Raw: unit.Value{F: k.format.Round(r.value)}.Machine()}
		rows = append(rows, []table.Cell{{Text: r.label}, rounded, table.Number(exact, r.value), source})
	}
	g.Groups = []table.Group{{Rows: rows}}
	return g
}

func (k *bridge) Explore() plot.View { return k.Plane.View() }

func (k *bridge) Alt() string {
	first, last := k.steps[0], k.steps[len(k.steps)-1]
	var parts []string
	for _, r := range k.steps[1 : len(k.steps)-1] {
		parts = append(parts, r.name+" "+k.format.Mark(r.value))
	}
	return k.lang.Chart.Bridge.With("first", first.name, "from", k.format.Mark(first.value), "last", last.name, "to", k.format.Mark(last.value), "list", k.lang.List(parts))
}

func (k *bridge) Describe() []string {
	first, last := k.steps[0], k.steps[len(k.steps)-1]
	total := last.value - first.value
	words := k.lang.Chart
	text := words.BridgeScale.With("count", lang.Capital(k.lang.Count(len(k.steps))), "name", first.name, "value", k.format.Mark(first.value))
	for _, r := range k.steps[1 : len(k.steps)-1] {
		says := words.BridgeAdds
		if r.value < 0 {
			says = words.BridgeTakes
		}
		step := says.With("name", lang.Capital(r.name), "value", strings.TrimPrefix(k.format.Mark(r.value), "−"))
		if total != 0 {
			step = words.BridgeShare.With("step", step, "share", unit.Value{F: r.value / total * 100, Unit: unit.Percent}.Text(k.lang, unit.Prose))
		}
		text += " " + step + "."
	}
	return []string{text + " " + words.BridgeLast.With("name", last.name, "value", k.format.Mark(last.value))}
}
