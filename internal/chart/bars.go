package chart

import (
	"cmp"
	"fmt"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// barsFile is a chart of horizontal bars, one for each row of a data file or
// for each figure named.
type barsFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	Subject  record.Text             `yaml:"subject,required" doc:"What the bars are, to begin a sentence: The city’s budget of 2018."`
	Data     record.Text             `yaml:"data" doc:"The data file: data/use-2018.csv."`
	X        record.Text             `yaml:"x" doc:"The column with the names of the bars."`
	Y        record.Text             `yaml:"y" doc:"The column with their values."`
	Where    record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Columns  []record.Text           `yaml:"columns" doc:"Further columns of the data file for the table."`
	Rows     []barKeys               `yaml:"rows" doc:"The bars, from figures, instead of data."`
	Role     record.Text             `yaml:"role" doc:"What the bars stand for."`
	Share    bool                    `yaml:"share" doc:"Print each bar's share of the whole."`
	Decimals record.Number           `yaml:"decimals" doc:"How many decimals are printed; without it, those of the data."`
	Outlined *outlinedKeys           `yaml:"outlined" doc:"Boxes for what has a name and no value."`
}

// barKeys describe a bar from a figure.
type barKeys struct {
	Place  record.Place `yaml:"-"`
	Label  record.Text  `yaml:"label,required" doc:"What the bar is."`
	Figure record.Text  `yaml:"figure,required" doc:"Id of its figure."`
	Role   record.Text  `yaml:"role" doc:"What this bar stands for."`
}

// outlinedKeys describe a row of boxes without a value.
type outlinedKeys struct {
	Says  record.Text   `yaml:"says,required" doc:"What the boxes are: Asked for in 2019–20, not agreed."`
	Items []record.Text `yaml:"items,required" doc:"One word for each box."`
	Role  record.Text   `yaml:"role,required" doc:"What they stand for."`
}

type bars struct {
	drawn
	plot.Bars
	subject, xTitle string
	format          unit.Format
	share           bool
	items           []barItem // of the rows
	extra           []data.Field
}

// A barItem is what the table says of a bar, beside its value.
type barItem struct {
	value  unit.Value
	share  float64 // percent
	extra  []table.Cell
	source table.Cell
}

func (k *bars) add(label string, role plot.Role, it barItem) {
	k.Rows, k.items = append(k.Rows, plot.Row{Label: label, To: it.value.F, Role: role}), append(k.items, it)
}

func (f *barsFile) build(b *builder) body {
	k := &bars{subject: b.Text(f.Subject), share: f.Share, xTitle: "Item"}
	var u unit.Unit
	ok := false
	switch {
	case f.Data.Given() && len(f.Rows) > 0:
		b.Report(f.Data.At, "the chart has both data and rows", "keep one of them")
	case f.Data.Given():
		u, ok = b.barsFromData(k, f)
	case len(f.Rows) > 0:
		u, ok = b.barsFromFigures(k, f)
	default:
		b.Report(f.Place.Pos, "the chart has neither data nor rows", "name a data file, or figures under rows")
	}
	if !ok {
		return nil
	}
	if o := f.Outlined; o != nil {
		k.BoxSays, k.BoxRole = b.Text(o.Says), b.role(o.Role)
		for _, t := range o.Items {
			k.Boxes = append(k.Boxes, b.Text(t))
		}
	}
	if len(b.Problems) > 0 {
		return nil
	}
	if k.Largest() <= 0 {
		b.Report(f.Place.Pos, "no bar has a value above zero", "check the figures, or the rows that where leaves")
		return nil
	}
	var values []unit.Value
	for _, it := range k.items {
		values = append(values, it.value)
	}
	k.format = unit.FormatFor(u, values, decimals(f.Decimals))
	shares := 0
	if u == unit.Percent {
		shares = k.format.Decimals // which are written beside the values
	}
	if !b.drawable(b.From, k.Largest()/k.format.Divisor) {
		return nil
	}
	total := k.total()
	for i := range k.Rows {
		r := &k.Rows[i]
		r.Says, r.Narrow = k.format.Number(r.To), k.format.Mark(r.To)
		k.items[i].share = r.To / total * 100
		if k.share {
			r.Detail = unit.Value{F: k.items[i].share, Unit: unit.Percent, Decimals: shares}.Text(unit.Prose)
		}
	}
	return k
}

func (k *bars) total() float64 {
	total := 0.0
	for _, r := range k.Rows {
		total += r.To
	}
	return total
}

func (b *builder) barsFromData(k *bars, f *barsFile) (unit.Unit, bool) {
	t, ok := b.Table(f.Data)
	if !ok {
		return unit.Unit{}, false
	}
	if !f.X.Given() || !f.Y.Given() {
		b.Report(f.Data.At, "bars from a data file need x and y", "name the column of the labels and that of the values")
		return unit.Unit{}, false
	}
	x, okX := b.Field(t, f.X)
	y, okY := b.Field(t, f.Y)
	if !okX || !okY || !b.Numbers(y, f.Y) {
		return unit.Unit{}, false
	}
	k.xTitle = series.TitleOf(x)
	for _, name := range f.Columns {
		if e, ok := b.Field(t, name); ok {
			k.extra = append(k.extra, e)
		}
	}
	for _, i := range b.RowsWhere(t, f.Where) {
		label, _ := t.Cell(i, x.Name.S)
		v, _ := t.Cell(i, y.Name.S)
		if v.Missing {
			continue // no value, no bar; a bar of nothing would say zero
		}
		if label.Missing {
			b.Report(label.At, "the bar has no name", "fill in the column "+x.Name.S)
			continue
		}
		if v.F < 0 {
			b.Report(v.At, fmt.Sprintf("the value %s is negative", v.Text), "bars start at zero; draw the change as a bridge")
			continue
		}
		it := barItem{value: y.Unit.Written(v.F, y.Decimals), source: b.SourceCell(series.RowSources(t, i))}
		b.Place(label.Text, label.At)
		for _, e := range k.extra {
			c, _ := t.Cell(i, e.Name.S)
			it.extra = append(it.extra, table.Text(c.Text))
		}
		k.add(label.Text, b.role(f.Role), it)
	}
	return y.Unit, len(k.items) > 0
}

func (b *builder) barsFromFigures(k *bars, f *barsFile) (unit.Unit, bool) {
	var u unit.Unit
	for _, r := range f.Rows {
		fig, ok := b.Figure(r.Figure)
		if !ok {
			continue
		}
		u = cmp.Or(u, fig.Value.Unit)
		if !u.Like(fig.Value.Unit) {
			b.Report(r.Figure.At, fmt.Sprintf("figure %s is in %s, the bars before it in %s", fig.ID, fig.Value.Unit, u), "all bars need one unit")
			continue
		}
		if fig.Value.F < 0 {
			b.Report(r.Figure.At, fmt.Sprintf("figure %s is negative", fig.ID), "bars start at zero; draw the change as a bridge")
			continue
		}
		k.add(b.Text(r.Label), cmp.Or(b.role(r.Role), b.role(f.Role)), barItem{value: fig.Value, source: b.SourceCell(series.FigureSources(fig))})
	}
	return u, len(k.items) > 0
}

func (k *bars) table() table.Table {
	g := table.Table{Columns: []table.Column{{Title: k.xTitle}, {Title: k.format.Title, Number: true, Unit: k.format.UnitName()}}}
	if k.share {
		g.Columns = append(g.Columns, table.Column{Title: "Share", Key: "share_percent", Number: true, Unit: "percent"})
	}
	for _, e := range k.extra {
		g.Columns = append(g.Columns, table.Column{Title: series.TitleOf(e), Key: e.Name.S})
	}
	g.Columns = append(g.Columns, table.Column{Title: "Source"})
	var rows [][]table.Cell
	for i, r := range k.Rows {
		it := k.items[i]
		row := []table.Cell{table.Text(r.Label), table.Number(k.format, r.To)}
		if k.share {
			row = append(row, table.Cell{Text: r.Detail, Raw: unit.Value{F: it.share}.Machine()})
		}
		rows = append(rows, append(append(row, it.extra...), it.source))
	}
	g.Groups = []table.Group{{Rows: rows}}
	for _, word := range k.Boxes {
		if len(g.Groups) == 1 {
			g.Groups = append(g.Groups, table.Group{Title: k.BoxSays, Name: k.BoxSays})
		}
		row := make([]table.Cell, len(g.Columns))
		row[0] = table.Cell{Text: word}
		g.Groups[1].Rows = append(g.Groups[1].Rows, row)
	}
	if len(g.Groups) > 1 {
		g.GroupKey = "group"
	}
	return g
}

func (k *bars) alt() string {
	var parts []string
	for i, r := range k.Rows {
		n := r.Says
		if i == 0 {
			n = k.format.Phrase(r.To)
		}
		parts = append(parts, r.Label+" "+n)
	}
	return fmt.Sprintf("Bar chart. %s: %s.", table.Capital(k.subject), strings.Join(parts, ", "))
}

func (k *bars) describe() []string {
	var parts []string
	for _, r := range k.Rows {
		p := r.Label + ", " + k.format.Phrase(r.To)
		if k.share {
			p += " (" + r.Detail + ")"
		}
		parts = append(parts, p)
	}
	out := []string{fmt.Sprintf("%s. %s: %s.", many(len(k.items), "bar starts at zero", "bars start at zero"), table.Capital(k.subject), strings.Join(parts, "; "))}
	if k.share {
		exact := k.format
		exact.Decimals++
		out[0] += fmt.Sprintf(" Together they are %s.", exact.Phrase(k.total()))
	}
	if len(k.Boxes) > 0 {
		out = append(out, fmt.Sprintf("Below, dashed boxes without any length name what has no value. %s: %s.", k.BoxSays, list(k.Boxes)))
	}
	return out
}
