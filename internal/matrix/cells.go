package matrix

import (
	"fmt"
	"math"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// cellsFile is a table with a bar in each cell. Its columns may have different units.
type cellsFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	matrixKeys
}

type cells struct {
	*matrix
	plot.Cells
	formats []unit.Format
}

func (f *cellsFile) build(b *builder) form.Body {
	if len(f.Y) > 5 {
		b.Report(f.Y[5].At, fmt.Sprintf("%d columns are too many for bars beside one another", len(f.Y)), "name five at most")
		return nil
	}
	s, columns, ok := b.Matrix(f.axis(), f.Y, f.Series, true)
	if !ok || len(b.Problems) > 0 {
		return nil
	}
	k := cells{matrix: &matrix{lang: b.Lang(), s: s, subject: s.Subject}}
	k.matrix.Axis = s.Axis
	roles := b.seriesRoles(columns, f.Roles)
	for _, c := range columns {
		format := b.One([]*series.Column{c}, form.Decimals(f.Decimals))
		v := variable{name: c.Title, values: c.Values, token: draw.C1}
		if role, ok := roles[c]; ok {
			v.token = role.Token()
		}
		k.vars, k.formats = append(k.vars, v), append(k.formats, format)
		var values []float64
		for _, value := range s.Present(c.Values) {
			values = append(values, value)
		}
		if most := form.Largest(values); most > 0 && !b.Drawable(f.Y[0].At, most/format.Divisor) {
			return nil
		}
		k.Columns = append(k.Columns, plot.CellColumn{Title: cellTitle(b.Lang(), c.Title, format), Scale: plot.ScaleTo(format, values), Token: v.token, Values: c.Values, Says: k.says(c.Values, format.Number)})
	}
	k.inRows()
	for i := range s.Points {
		k.sources = append(k.sources, s.Sources(i))
	}
	k.Cells.Axis = k.matrix.Axis
	return k
}

// cellTitle says in what a column counts, where its numbers do not.
func cellTitle(l *lang.Language, title string, f unit.Format) string {
	if f.Title == "" || f.Title == title || f.Number(1) == f.Phrase(1) {
		return title
	}
	return title + ", " + l.Within(f.Title)
}

func (k cells) Draw(size plot.Size) draw.Canvas { return k.Cells.Draw(size) }
func (k cells) Explore() plot.View              { return k.Cells.View() }

func (k cells) Table() table.Table {
	t := table.Table{Columns: []table.Column{{Title: k.s.XTitle}}}
	for n, v := range k.vars {
		t.Columns = append(t.Columns, table.Column{Title: k.Columns[n].Title, Key: table.Slug(v.name), Number: true, Unit: k.formats[n].UnitName()})
	}
	k.rows(&t, func(i int) (row []table.Cell) {
		for n, v := range k.vars {
			row = append(row, numberOr(k.formats[n], v.values[i]))
		}
		return row
	})
	return t
}

// highs says where each column is highest and lowest.
func (k cells) highs() (out []string) {
	for n, v := range k.vars {
		high := k.highest(v)
		if high < 0 {
			continue
		}
		low := high
		for i, value := range k.matrix.Present(v.values) {
			if value < v.values[low] {
				low = i
			}
		}
		text := k.lang.Chart.Peak.With("name", v.name, "when", k.when(high), "value", k.formats[n].Phrase(v.values[high]))
		if low != high {
			text = k.lang.Chart.Bottom.With("peak", text, "when", k.when(low), "value", k.formats[n].Phrase(v.values[low]))
		}
		out = append(out, text)
	}
	return out
}

func (k cells) Alt() string {
	return lang.Sentences(k.lang.Chart.Cells.With("count", k.lang.Count(len(k.matrix.Drawn())), "subject", k.subject), first(k.highs()), k.lang.Chart.TableBelow)
}

func (k cells) Describe() []string {
	out := []string{k.lang.Chart.CellsScale + " " + lang.Sentences(k.highs()...)}
	for i := k.matrix.First; i < len(k.matrix.Points) && len(k.matrix.Drawn()) <= 20; i++ {
		var parts []string
		for n, v := range k.vars {
			if !math.IsNaN(v.values[i]) {
				parts = append(parts, v.name+" "+k.formats[n].Phrase(v.values[i]))
			}
		}
		if parts != nil {
			out = append(out, k.matrix.Points[i].Name+": "+k.lang.List(parts)+".")
		}
	}
	return out
}
