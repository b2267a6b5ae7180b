package chart

import (
	"cmp"
	"fmt"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
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
	form.Frame
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
	form.Plain
	lang *lang.Language
	plot.Plane
	subject, xTitle string
	format          unit.Format
	share           bool
	items           []barItem
	extra           []data.Field
}

// A barItem is what there is to say of a bar.
type barItem struct {
	label  string
	role   plot.Role
	value  unit.Value
	share  float64 // percent
	extra  []table.Cell
	source table.Cell
}

func (f *barsFile) build(b *builder) form.Body {
	k := &bars{lang: b.Lang(), subject: b.Text(f.Subject), share: f.Share, xTitle: b.Lang().Chart.Item}
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
		k.Boxes = &plot.Boxes{Says: b.Text(o.Says), Role: b.Role(o.Role)}
		for _, t := range o.Items {
			k.Boxes.Words = append(k.Boxes.Words, b.Text(t))
		}
	}
	if len(b.Problems) > 0 {
		return nil
	}
	if k.share && !u.Ratios() {
		b.Report(b.From, fmt.Sprintf("values in %s are no parts of a whole: their nought is a convention", u), "leave share out")
		return nil
	}
	var values []unit.Value
	var all []float64
	for _, it := range k.items {
		values, all = append(values, it.value), append(all, it.value.F)
		if k.share && it.value.F < 0 {
			b.Report(b.From, fmt.Sprintf("the share of %s would be negative", it.label), "leave share out: parts of a whole are above zero")
			return nil
		}
	}
	if form.Largest(all) == 0 {
		b.Report(f.Place.Pos, "no bar has a value but zero", "check the figures, or the rows that where leaves")
		return nil
	}
	k.format = unit.FormatFor(b.Lang(), u, values, form.Decimals(f.Decimals))
	if !b.Drawable(b.From, form.Largest(all)/k.format.Divisor) {
		return nil
	}
	k.plane(all)
	return k
}

// plane lays the bars out; the scale ends where the longest does, for each has its value
// beside it.
func (k *bars) plane(values []float64) {
	shares := 0
	if k.format.Unit == unit.Percent {
		shares = k.format.Decimals // which are written beside the values
	}
	layer := plot.Layer{Mark: plot.Bar, Name: k.format.Title, Token: draw.C1, Values: values}
	var labels []string
	for i := range k.items {
		it := &k.items[i]
		v, more := it.value.F, ""
		if it.share = v / k.total() * 100; k.share {
			more = unit.Value{F: it.share, Unit: unit.Percent, Decimals: shares}.Text(k.lang, unit.Prose)
		}
		labels = append(labels, it.label)
		layer.Roles, layer.More = append(layer.Roles, it.role), append(layer.More, more)
		layer.Says, layer.Narrow = append(layer.Says, k.format.Number(v)), append(layer.Narrow, k.format.Mark(v))
	}
	k.Axis, k.Rows, k.Title, k.Layers = plot.NamesOf(labels), true, k.format.Title, []plot.Layer{layer}
	k.Scale = plot.ScaleTo(k.format, values)
}

func (k *bars) Explore() plot.View { return k.Plane.View() }

func (k *bars) total() float64 {
	total := 0.0
	for _, it := range k.items {
		total += it.value.F
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
		it := barItem{label: label.Text, role: b.Role(f.Role), value: v.In(y.Unit), source: b.SourceCell(series.RowSources(t, i))}
		b.Place(label.Text, label.At)
		for _, e := range k.extra {
			c, _ := t.Cell(i, e.Name.S)
			it.extra = append(it.extra, table.Text(c.Text))
		}
		k.items = append(k.items, it)
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
		k.items = append(k.items, barItem{label: b.Text(r.Label), role: cmp.Or(b.Role(r.Role), b.Role(f.Role)), value: fig.Value, source: b.SourceCell(series.FigureSources(fig))})
	}
	return u, len(k.items) > 0
}

func (k *bars) Table() table.Table {
	g := table.Table{Columns: []table.Column{{Title: k.xTitle}, {Title: k.format.Title, Number: true, Unit: k.format.UnitName()}}}
	if k.share {
		g.Columns = append(g.Columns, table.Column{Title: k.lang.Chart.Share, Key: "share_percent", Number: true, Unit: "percent"})
	}
	for _, e := range k.extra {
		g.Columns = append(g.Columns, table.Column{Title: series.TitleOf(e), Key: e.Name.S})
	}
	g.Columns = append(g.Columns, table.Column{Title: k.lang.Chart.Source})
	var rows [][]table.Cell
	for i, it := range k.items {
		row := []table.Cell{table.Text(it.label), table.Number(k.format, it.value.F)}
		if k.share {
			row = append(row, table.Cell{Text: k.Layers[0].More[i], Raw: unit.Value{F: it.share}.Machine()})
		}
		rows = append(rows, append(append(row, it.extra...), it.source))
	}
	g.Groups = []table.Group{{Rows: rows}}
	if k.Boxes != nil {
		boxes := table.Group{Title: k.Boxes.Says, Name: k.Boxes.Says}
		for _, word := range k.Boxes.Words {
			row := make([]table.Cell, len(g.Columns))
			row[0] = table.Cell{Text: word}
			boxes.Rows = append(boxes.Rows, row)
		}
		g.Groups = append(g.Groups, boxes)
	}
	if len(g.Groups) > 1 {
		g.GroupKey = "group"
	}
	return g
}

func (k *bars) Alt() string {
	var parts []string
	for i, it := range k.items {
		n := k.format.Said(it.value.F)
		if i == 0 {
			n = k.format.Phrase(it.value.F)
		}
		parts = append(parts, it.label+" "+n)
	}
	return k.lang.Chart.Bars.With("subject", lang.Capital(k.subject), "list", strings.Join(parts, ", "))
}

func (k *bars) Describe() []string {
	var parts []string
	for i, it := range k.items {
		p := it.label + ", " + k.format.Phrase(it.value.F)
		if k.share {
			p += " (" + k.Layers[0].More[i] + ")"
		}
		parts = append(parts, p)
	}
	out := []string{fmt.Sprintf("%s. %s: %s.", k.lang.Many(len(k.items), k.lang.Chart.BarsAtZero), lang.Capital(k.subject), strings.Join(parts, "; "))}
	if k.share {
		exact := k.format
		exact.Decimals++
		out[0] += " " + k.lang.Chart.BarsTogether.With("total", exact.Phrase(k.total()))
	}
	if k.Boxes != nil {
		out = append(out, k.lang.Chart.Boxes.With("says", k.Boxes.Says, "list", k.lang.List(k.Boxes.Words)))
	}
	return out
}
