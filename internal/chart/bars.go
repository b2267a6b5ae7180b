package chart

import (
	"fmt"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// barsFile is a chart of horizontal bars, one for each row of a data file or
// for each figure named.
type barsFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	Subject  record.Text             `yaml:"subject,required" doc:"What the bars are, to begin a sentence: South Korea’s 2018 contribution."`
	Data     record.Text             `yaml:"data" doc:"The data file: data/use-2018.csv."`
	X        record.Text             `yaml:"x" doc:"The column with the names of the bars."`
	Y        record.Text             `yaml:"y" doc:"The column with their values."`
	Where    record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Columns  []record.Text           `yaml:"columns" doc:"Further columns of the data file for the table."`
	Rows     []barKeys               `yaml:"rows" doc:"The bars, from figures, instead of data."`
	Role     plot.Role               `yaml:"role" doc:"What the bars stand for."`
	Share    bool                    `yaml:"share" doc:"Print each bar's share of the whole."`
	Outlined *outlinedKeys           `yaml:"outlined" doc:"Boxes for what has a name and no value."`
}

// barKeys describe a bar from a figure.
type barKeys struct {
	Place  record.Place `yaml:"-"`
	Label  record.Text  `yaml:"label,required" doc:"What the bar is."`
	Figure record.Text  `yaml:"figure,required" doc:"Id of its figure."`
	Role   plot.Role    `yaml:"role" doc:"What this bar stands for."`
}

// outlinedKeys describe a row of boxes without a value.
type outlinedKeys struct {
	Says  record.Text   `yaml:"says,required" doc:"What the boxes are: Asked for in 2019–20, not agreed."`
	Items []record.Text `yaml:"items,required" doc:"One word for each box."`
	Role  plot.Role     `yaml:"role,required" doc:"What they stand for."`
}

type bars struct {
	drawn
	subject, xTitle string
	format          plot.Format
	share           bool
	items           []bar
	extra           []data.Field
	boxes           plot.Bars // its boxes
}

type bar struct {
	label  string
	v      float64
	share  string
	exact  float64 // the share in percent
	role   plot.Role
	extra  []cell
	source cell
}

func (f *barsFile) build(b *builder) body {
	k := &bars{subject: b.text(f.Subject), share: f.Share, xTitle: "Item"}
	var u unit.Unit
	ok := false
	switch {
	case f.Data.Given() && len(f.Rows) > 0:
		b.report(f.Data.At, "the chart has both data and rows", "keep one of them")
	case f.Data.Given():
		u, ok = b.barsFromData(k, f)
	case len(f.Rows) > 0:
		u, ok = b.barsFromFigures(k, f)
	default:
		b.report(f.Place.Pos, "the chart has neither data nor rows", "name a data file, or figures under rows")
	}
	if !ok {
		return nil
	}
	total, largest := 0.0, 0.0
	for _, it := range k.items {
		total, largest = total+it.v, max(largest, it.v)
	}
	if k.share {
		for i := range k.items {
			it := &k.items[i]
			it.exact = it.v / total * 100
			it.share = unit.Value{F: it.exact, Unit: unit.Percent, Decimals: 0}.Text(unit.Prose)
		}
	}
	if o := f.Outlined; o != nil {
		k.boxes.BoxSays, k.boxes.BoxRole = b.text(o.Says), o.Role
		for _, t := range o.Items {
			k.boxes.Boxes = append(k.boxes.Boxes, b.text(t))
		}
	}
	if len(b.problems) > 0 {
		return nil
	}
	k.format = plot.FormatFor(u, largest, -1)
	if largest <= 0 {
		b.report(f.Place.Pos, "no bar has a value above zero", "check the figures, or the rows that where leaves")
		return nil
	}
	return k
}

func (k *bars) plot(size plot.Size) *plot.Bars {
	out := k.boxes
	for _, it := range k.items {
		says := k.format.Number(it.v)
		if size.Narrow {
			says = k.format.Mark(it.v)
		}
		out.Rows = append(out.Rows, plot.Row{Label: it.label, Detail: it.share, Role: it.role, To: it.v, Says: says})
	}
	return &out
}

func (k *bars) drawing(size plot.Size) draw.Canvas { return k.plot(size).Draw(size) }

func (b *builder) barsFromData(k *bars, f *barsFile) (unit.Unit, bool) {
	t, ok := b.table(f.Data)
	if !ok {
		return "", false
	}
	if !f.X.Given() || !f.Y.Given() {
		b.report(f.Data.At, "bars from a data file need x and y", "name the column of the labels and that of the values")
		return "", false
	}
	x, okX := b.field(t, f.X)
	y, okY := b.field(t, f.Y)
	if !okX || !okY || !b.numbers(y, f.Y) {
		return "", false
	}
	k.xTitle = titleOf(x)
	for _, name := range f.Columns {
		if e, ok := b.field(t, name); ok {
			k.extra = append(k.extra, e)
		}
	}
	for _, i := range b.rowsWhere(t, f.Where) {
		label, _ := t.Cell(i, x.Name.S)
		v, _ := t.Cell(i, y.Name.S)
		if v.Missing {
			continue // no value, no bar; a bar of nothing would say zero
		}
		if v.F < 0 {
			b.report(v.At, fmt.Sprintf("the value %s is negative", v.Text), "bars start at zero; draw the change as a bridge")
			continue
		}
		it := bar{label: label.Text, v: v.F, role: f.Role}
		b.place(label.Text, label.At)
		for _, e := range k.extra {
			c, _ := t.Cell(i, e.Name.S)
			it.extra = append(it.extra, textCell(c.Text))
		}
		it.source = b.sourceCell(rowSources(t, i))
		k.items = append(k.items, it)
	}
	return y.Unit, len(k.items) > 0
}

func (b *builder) barsFromFigures(k *bars, f *barsFile) (unit.Unit, bool) {
	var u unit.Unit
	for _, r := range f.Rows {
		fig, ok := b.figure(r.Figure)
		if !ok {
			continue
		}
		if u == "" {
			u = fig.Value.Unit
		}
		if fig.Value.Unit != u {
			b.report(r.Figure.At, fmt.Sprintf("figure %s is in %s, the bars before it in %s", fig.ID, fig.Value.Unit, u), "all bars need one unit")
			continue
		}
		if fig.Value.F < 0 {
			b.report(r.Figure.At, fmt.Sprintf("figure %s is negative", fig.ID), "bars start at zero; draw the change as a bridge")
			continue
		}
		it := bar{label: b.text(r.Label), v: fig.Value.F, role: r.Role, source: b.sourceCell(figureSources(fig))}
		if it.role == "" {
			it.role = f.Role
		}
		k.items = append(k.items, it)
	}
	return u, len(k.items) > 0
}

func (k *bars) table() grid {
	g := grid{head: []heading{{title: k.xTitle}, {title: k.format.Title, number: true, unit: k.format.UnitName()}}}
	if k.share {
		g.head = append(g.head, heading{title: "Share", key: "share_percent", number: true, unit: "percent"})
	}
	for _, e := range k.extra {
		g.head = append(g.head, heading{title: titleOf(e), key: e.Name.S})
	}
	g.head = append(g.head, heading{title: "Source"})
	var rows [][]cell
	for _, it := range k.items {
		row := []cell{textCell(it.label), number(k.format, it.v)}
		if k.share {
			row = append(row, cell{text: it.share, raw: plot.Format{Divisor: 1}.Raw(it.exact)})
		}
		rows = append(rows, append(append(row, it.extra...), it.source))
	}
	g.groups = []group{{rows: rows}}
	for _, word := range k.boxes.Boxes {
		if len(g.groups) == 1 {
			g.groups = append(g.groups, group{title: k.boxes.BoxSays, name: k.boxes.BoxSays})
		}
		row := make([]cell, len(g.head))
		row[0] = cell{text: word}
		g.groups[1].rows = append(g.groups[1].rows, row)
	}
	if len(g.groups) > 1 {
		g.groupKey = "group"
	}
	return g
}

func (k *bars) alt() string {
	var parts []string
	for i, it := range k.items {
		n := k.format.Number(it.v)
		if i == 0 {
			n = k.format.Phrase(it.v)
		}
		parts = append(parts, lower(it.label)+" "+n)
	}
	return fmt.Sprintf("Bar chart of %s: %s.", k.subject, strings.Join(parts, ", "))
}

func (k *bars) describe() []string {
	var parts []string
	total := 0.0
	for _, it := range k.items {
		p := it.label + ", " + k.format.Phrase(it.v)
		if k.share {
			p += " (" + it.share + ")"
		}
		parts, total = append(parts, p), total+it.v
	}
	out := []string{fmt.Sprintf("%s bars start at zero. They show %s: %s.", capital(count(len(k.items))), k.subject, strings.Join(parts, "; "))}
	if k.share {
		exact := k.format
		exact.Decimals++
		out[0] += fmt.Sprintf(" Together they are %s.", exact.Phrase(total))
	}
	if len(k.boxes.Boxes) > 0 {
		out = append(out, fmt.Sprintf("Below, dashed boxes without any length name what has no value. %s: %s.", k.boxes.BoxSays, list(lowered(k.boxes.Boxes))))
	}
	return out
}
