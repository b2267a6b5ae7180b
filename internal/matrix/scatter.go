package matrix

import (
	"cmp"
	"fmt"
	"math"
	"slices"

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

// scatterFile is a chart of named dots between two scales.
type scatterFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	Subject record.Text             `yaml:"subject,required" doc:"What is compared, to begin a sentence: Wealth and health of countries."`
	Data    record.Text             `yaml:"data,required" doc:"The data file."`
	Name    record.Text             `yaml:"name,required" doc:"The column with the names of the dots."`
	X       record.Text             `yaml:"x,required" doc:"The column with the values along the foot."`
	Y       record.Text             `yaml:"y,required" doc:"The column with the values up the side."`
	Where   record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	XTitle  record.Text             `yaml:"x_title" doc:"Title of the scale along the foot; without it, the column's."`
	YTitle  record.Text             `yaml:"y_title" doc:"Title of the scale up the side; without it, the column's."`
	Stand   columnNames             `yaml:"highlights" doc:"Names that stand out; the other dots are grey."`
	XLog    bool                    `yaml:"x_log" doc:"Equal steps along the foot are equal ratios."`
	YLog    bool                    `yaml:"y_log" doc:"Equal steps up the side are equal ratios."`
}

type scatter struct {
	form.Plain
	lang *lang.Language
	plot.Scatter
	subject, nameTitle string
	sources            []table.Cell
	xs, ys             []unit.Value // of the dots, with the decimals that they are written with
}

func (f *scatterFile) build(b *builder) form.Body {
	t, ok := b.Table(f.Data)
	if !ok {
		return nil
	}
	name, ok1 := b.Field(t, f.Name)
	x, ok2 := b.Field(t, f.X)
	y, ok3 := b.Field(t, f.Y)
	if !ok1 || !ok2 || !ok3 || !b.Numbers(x, f.X) || !b.Numbers(y, f.Y) {
		return nil
	}
	k := &scatter{lang: b.Lang(), subject: b.Text(f.Subject), nameTitle: series.TitleOf(name)}
	k.XTitle, k.YTitle = cmp.Or(b.Text(f.XTitle), titleAndUnit(b.Lang(), x)), cmp.Or(b.Text(f.YTitle), titleAndUnit(b.Lang(), y))
	b.dots(k, f, t)
	if len(b.Problems) > 0 || len(k.Dots) == 0 {
		return nil
	}
	k.X = b.scatterScale(x, f.X, k.xs, f.XLog)
	k.Y = b.scatterScale(y, f.Y, k.ys, f.YLog)
	if len(b.Problems) > 0 {
		return nil
	}
	return k
}

// titleAndUnit is the title of a scale.
func titleAndUnit(l *lang.Language, f data.Field) string {
	title, u := series.TitleOf(f), unit.FormatFor(l, f.Unit, nil, 0).Title
	if u == "" || f.Unit == unit.Count {
		return title
	}
	return title + ", " + l.Within(u)
}

// dots reads a dot from each row that has both values.
func (b *builder) dots(k *scatter, f *scatterFile, t *data.Table) {
	var names []string
	for _, i := range b.RowsWhere(t, f.Where) {
		n, _ := t.Cell(i, f.Name.S)
		x, _ := t.Cell(i, f.X.S)
		y, _ := t.Cell(i, f.Y.S)
		if x.Missing || y.Missing {
			continue
		}
		b.Place(n.Text, n.At)
		names = append(names, n.Text)
		k.Dots = append(k.Dots, plot.ScatterDot{Name: n.Text, X: x.F, Y: y.F, Token: draw.C1, Row: len(k.Dots) + 1})
		k.sources = append(k.sources, b.SourceCell(series.RowSources(t, i)))
		k.xs, k.ys = append(k.xs, x.In(t.Fields[t.Column(f.X.S)].Unit)), append(k.ys, y.In(t.Fields[t.Column(f.Y.S)].Unit))
	}
	for i := range k.Dots {
		if len(f.Stand) > 0 {
			k.Dots[i].Token = draw.Grey
		}
	}
	for _, s := range f.Stand {
		i := slices.Index(names, s.S)
		if i < 0 {
			b.Report(s.At, fmt.Sprintf("no dot %q", s.S), series.Meant(s.S, names, "write a name as it stands in the column"))
			continue
		}
		k.Dots[i].Stands, k.Dots[i].Token = true, draw.C1
	}
}

// scatterScale is the scale of one column.
func (b *builder) scatterScale(f data.Field, name record.Text, written []unit.Value, log bool) plot.Scale {
	var values []float64
	largest := 0.0
	for _, v := range written {
		values = append(values, v.F)
		largest = max(largest, math.Abs(v.F))
		if log && v.F <= 0 {
			b.Report(name.At, fmt.Sprintf("column %q has the value %v, which has no place on a scale of ratios", name.S, v.F), "leave the log out, or the row with where")
			return plot.Scale{}
		}
	}
	format := unit.FormatFor(b.Lang(), f.Unit, written, -1)
	if !b.Drawable(name.At, largest/format.Divisor) {
		return plot.Scale{}
	}
	return plot.NewScale(format, values, 6, false, log)
}

func (k *scatter) Table() table.Table {
	t := table.Table{Columns: []table.Column{{Title: k.nameTitle}, {Title: k.XTitle, Number: true, Unit: k.X.Format.UnitName()},
		{Title: k.YTitle, Number: true, Unit: k.Y.Format.UnitName()}, {Title: k.lang.Chart.Source}}}
	var rows [][]table.Cell
	for i, d := range k.Dots {
		rows = append(rows, []table.Cell{table.Text(d.Name), table.Number(k.X.Format, d.X), table.Number(k.Y.Format, d.Y), k.sources[i]})
	}
	t.Groups = []table.Group{{Rows: rows}}
	return t
}

// direction says whether one value goes with the other, by the ranks of both; a relation
// of ranks does not change with the scale.
func (k *scatter) direction() string {
	n := len(k.Dots)
	if n < 5 {
		return ""
	}
	rank := func(of func(plot.ScatterDot) float64) []float64 {
		out := make([]float64, n)
		for i, a := range k.Dots {
			for _, b := range k.Dots {
				if of(b) < of(a) {
					out[i]++
				} else if of(b) == of(a) {
					out[i] += 0.5
				}
			}
		}
		return out
	}
	x, y := rank(func(d plot.ScatterDot) float64 { return d.X }), rank(func(d plot.ScatterDot) float64 { return d.Y })
	middle, xy, xx, yy := float64(n)/2, 0.0, 0.0, 0.0
	for i := range x {
		xy, xx, yy = xy+(x[i]-middle)*(y[i]-middle), xx+(x[i]-middle)*(x[i]-middle), yy+(y[i]-middle)*(y[i]-middle)
	}
	switch r := xy / math.Sqrt(xx*yy); {
	case r >= 0.5:
		return k.lang.Chart.GoTogether
	case r <= -0.5:
		return k.lang.Chart.GoApart
	}
	return k.lang.Chart.GoAlone
}

// ends says which dots lie farthest out.
func (k *scatter) ends() string {
	byX := slices.MaxFunc(k.Dots, func(a, b plot.ScatterDot) int { return cmp.Compare(a.X, b.X) })
	byY := slices.MaxFunc(k.Dots, func(a, b plot.ScatterDot) int { return cmp.Compare(a.Y, b.Y) })
	return k.lang.Chart.ScatterEnds.With("a", byX.Name, "x", k.lang.Within(k.XTitle), "xValue", k.X.Format.Phrase(byX.X), "b", byY.Name, "y", k.lang.Within(k.YTitle), "yValue", k.Y.Format.Phrase(byY.Y))
}

func (k *scatter) Alt() string {
	return lang.Sentences(k.lang.Chart.Scatter.With("count", k.lang.Count(len(k.Dots)), "subject", k.subject), k.direction(), k.lang.Chart.TableBelow)
}

func (k *scatter) Describe() []string {
	out := []string{k.lang.Chart.ScatterAxes.With("x", k.lang.Within(k.XTitle), "xLow", k.X.Tick(k.X.Lo), "xHigh", k.X.Tick(k.X.Hi), "y", k.lang.Within(k.YTitle), "yLow", k.Y.Tick(k.Y.Lo), "yHigh", k.Y.Tick(k.Y.Hi)),
		lang.Sentences(k.direction(), k.ends())}
	for _, d := range k.Dots {
		if d.Stands || len(k.Dots) <= 12 {
			out = append(out, k.lang.Chart.ScatterDot.With("name", d.Name, "x", k.X.Format.Phrase(d.X), "y", k.Y.Format.Phrase(d.Y)))
		}
	}
	return out
}

func (k *scatter) Explore() plot.View { return k.Scatter.View() }
