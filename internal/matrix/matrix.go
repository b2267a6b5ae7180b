// Package matrix has the forms of charts of several series, and the two that lie between
// two scales or on a map. All but these two have a matrix: an axis, and a column of values
// for each series, in one unit, so that there is one scale; how both are read is told by
// package series, where marks and labels lie by package plot.
//
// A file of this package is a form: the record of its files, what builds the chart, and
// the sentences about it. Bars and areas stand on zero; parts have to add up; a missing
// value is a gap. Series are told apart by a palette of eight, or stand out from grey.
package matrix

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// Forms are the forms of this package.
func Forms() []form.Form {
	return []form.Form{
		of[linesFile]("lines", "several series over time, named at their ends"),
		of[multiplesFile]("multiples", "a small panel for each series, all on one scale"),
		of[slopeFile]("slope", "several series at two times, a line each"),
		of[groupedFile]("grouped-columns", "several series beside one another, as columns"),
		of[groupedFile]("grouped-bars", "the same, as bars"),
		of[stackedFile]("stacked-columns", "parts of wholes, as columns"),
		of[stackedFile]("stacked-bars", "the same, as bars"),
		of[stackedFile]("area", "parts of wholes over time, as areas upon one another"),
		of[dumbbellFile]("dumbbell", "two values of each name, and the gap between them"),
		of[scatterFile]("scatter", "named dots between two scales"),
		of[stripFile]("strip", "how the values of groups are spread, a dot each"),
		of[cellsFile]("table", "a table with a bar in each cell"),
		of[tilesFile]("tiles", "a map of squares, one for each region"),
	}
}

type builder struct{ *form.Builder }

func of[K any, F interface {
	*K
	form.File
	build(*builder) form.Body
}](name, says string) form.Form {
	return form.Of(name, says, func(f F, b *form.Builder) form.Body { return f.build(&builder{b}) })
}

// matrixKeys are the keys of charts of several series: columns of a data file, or one
// column whose rows another parts.
type matrixKeys struct {
	Data     record.Text                   `yaml:"data,required" doc:"The data file: data/contribution.csv."`
	X        record.Text                   `yaml:"x,required" doc:"The column that names what is compared, or says when: years, months (2026-01), days, names."`
	Y        columnNames                   `yaml:"y,required" doc:"The columns with the values, a series each: [a, b]; or one column, whose rows the column under series parts."`
	Series   record.Text                   `yaml:"series" doc:"The column that says which series a row belongs to, where the file has one value a row."`
	From     record.Text                   `yaml:"from" doc:"First year drawn."`
	Until    record.Text                   `yaml:"until" doc:"Last year drawn."`
	Where    record.Map[record.Text]       `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Columns  record.Map[series.ColumnKeys] `yaml:"columns" doc:"Titles for columns of the data file, and further columns, worked out or taken from figures."`
	Subject  record.Text                   `yaml:"subject,required" doc:"What the values are, to begin a sentence: Spending on defence."`
	Title    record.Text                   `yaml:"title" doc:"Title of the scale of values; without it, the unit."`
	Decimals record.Number                 `yaml:"decimals" doc:"How many decimals are printed; without it, those of the data."`
	Order    columnNames                   `yaml:"order" doc:"The series in the order drawn, and only these; without it, that of the file."`
	Stand    columnNames                   `yaml:"highlights" doc:"Series that stand out; the others are grey."`
	Roles    record.Map[record.Text]       `yaml:"roles" doc:"What series stand for: name: role. The others have a colour of the palette each."`
}

// columnNames are names, in a list or of one alone.
type columnNames []record.Text

// Separator parts the names of a list that is written as a text.
func (columnNames) Separator() string { return "," }

// matrix is the values of several series over one axis.
type matrix struct {
	form.Plain
	lang *lang.Language
	plot.Plane
	s       *series.Series
	vars    []variable
	format  unit.Format
	subject string
	sources []table.Cell // of the points
}

// A variable is one series.
type variable struct {
	name   string
	token  draw.Token
	faint  bool
	values []float64
}

// most is the number of series that a drawing tells apart; further ones need
// highlights.
const most = draw.Series

// axis are the keys of package series.
func (k matrixKeys) axis() series.Keys {
	return series.Keys{Data: k.Data, X: k.X, From: k.From, Until: k.Until, Where: k.Where, Columns: k.Columns, Subject: k.Subject}
}

// matrix reads the values. Series are coloured by their roles, or one after the other;
// where each has a place of its own, colour tells nothing and there may be many.
func (b *builder) matrix(k matrixKeys, places bool) (*matrix, bool) {
	s, columns, ok := b.Matrix(k.axis(), k.Y, k.Series, false)
	if !ok || len(b.Problems) > 0 {
		return nil, false
	}
	if columns, ok = b.ordered(columns, k.Order); !ok {
		return nil, false
	}
	m := &matrix{lang: b.Lang(), s: s, subject: s.Subject, format: b.One(columns, form.Decimals(k.Decimals))}
	stands, okStand := b.ordered(columns, k.Stand)
	roles := b.seriesRoles(columns, k.Roles)
	largest, n := 0.0, 0
	for _, c := range columns {
		v := variable{name: c.Title, values: c.Values, faint: len(k.Stand) > 0 && !slices.Contains(stands, c)}
		role, given := roles[c]
		switch {
		case v.faint:
			v.token = draw.Grey
		case given:
			v.token = role.Token()
		case places:
			v.token = draw.C1
		default:
			v.token, n = draw.SeriesToken(n), n+1
		}
		for _, value := range s.Present(c.Values) {
			largest = max(largest, math.Abs(value)/m.format.Divisor)
		}
		m.vars = append(m.vars, v)
	}
	if n > most {
		b.Report(k.Y[0].At, fmt.Sprintf("%d series are too many to be told apart by colour", n), fmt.Sprintf("name those that matter under highlights, choose %d at most with order, or draw small multiples", most))
	}
	if len(b.Problems) > 0 || !okStand || largest > 0 && !b.Drawable(k.Y[0].At, largest) {
		return nil, false
	}
	m.Plane = plot.Plane{Axis: s.Axis, Title: cmp.Or(b.Text(k.Title), m.format.Title), Height: 260}
	if len(m.all()) == 0 {
		b.Report(k.Y[0].At, fmt.Sprintf("column %q has no value in the rows drawn", k.Y[0].S), "check the column, and the rows that where, from and until leave")
		return nil, false
	}
	m.number()
	for i := range m.Points {
		m.sources = append(m.sources, s.Sources(i))
	}
	return m, true
}

// ordered are the columns of these names, in their order; all where none is named.
func (b *builder) ordered(columns []*series.Column, names []record.Text) ([]*series.Column, bool) {
	if len(names) == 0 {
		return columns, true
	}
	var known []string
	for _, c := range columns {
		known = append(known, c.Key)
	}
	var out []*series.Column
	for _, name := range names {
		i := slices.Index(known, name.S)
		if i < 0 {
			b.Report(name.At, fmt.Sprintf("no series %q", name.S), series.Meant(name.S, known, "the series are "+lang.List(known)))
			return nil, false
		}
		out = append(out, columns[i])
	}
	return out, true
}

func (b *builder) seriesRoles(columns []*series.Column, roles record.Map[record.Text]) map[*series.Column]plot.Role {
	out := map[*series.Column]plot.Role{}
	for _, r := range roles {
		if c, ok := b.ordered(columns, []record.Text{r.Key}); ok {
			out[c[0]] = b.Role(r.Value)
		}
	}
	return out
}

// number gives each point that is drawn by its name its row in the table: all that stand
// in rows, all names, and of an axis those that have a value.
func (m *matrix) number() {
	row := 0
	for i := m.First; i < len(m.Points); i++ {
		if m.Rows || m.Kind == plot.Names || m.valued(i) {
			row++
			m.Points[i].Row = row
		}
	}
}

// valued reports whether a series has a value at point i.
func (m *matrix) valued(i int) bool {
	return slices.ContainsFunc(m.vars, func(v variable) bool { return !math.IsNaN(v.values[i]) })
}

// inRows draws a row for each point.
func (m *matrix) inRows() {
	m.Rows = true
	m.number()
}

// all are the values of all series.
func (m *matrix) all() (values []float64) {
	for _, v := range m.vars {
		for _, value := range m.Present(v.values) {
			values = append(values, value)
		}
	}
	return values
}

// layers gives each series a layer of marks.
func (m *matrix) layers(mark plot.Mark) {
	for _, v := range m.vars {
		m.Layers = append(m.Layers, plot.Layer{Mark: mark, Name: v.name, Token: v.token, Values: v.values, Faint: v.faint, Says: m.says(v.values, m.format.Number)})
	}
}

// says writes the values of a series.
func (m *matrix) says(values []float64, form func(float64) string) []string {
	out := make([]string, len(m.Points))
	for i, v := range m.Present(values) {
		out[i] = form(v)
	}
	return out
}

// table has a row for each point of the axis and a column for each series.
func (m *matrix) Table() table.Table {
	t := table.Table{Columns: []table.Column{{Title: m.s.XTitle}}}
	for _, v := range m.vars {
		t.Columns = append(t.Columns, table.Column{Title: m.columnTitle(v), Key: table.Slug(v.name), Number: true, Unit: m.format.UnitName()})
	}
	m.rows(&t, func(i int) (cells []table.Cell) {
		for _, v := range m.vars {
			cells = append(cells, numberOr(m.format, v.values[i]))
		}
		return cells
	})
	return t
}

// rows adds a row of cells for each point that has one, and the sources at its end.
func (m *matrix) rows(t *table.Table, cells func(i int) []table.Cell) {
	t.Columns = append(t.Columns, table.Column{Title: m.lang.Chart.Source})
	var rows [][]table.Cell
	for i := m.First; i < len(m.Points); i++ {
		pt := m.Points[i]
		if pt.Row == 0 {
			continue
		}
		name := table.Text(pt.Name)
		if pt.Key != pt.Name {
			name.Raw = pt.Key
		}
		rows = append(rows, append(append([]table.Cell{name}, cells(i)...), m.sources[i]))
	}
	t.Groups = []table.Group{{Rows: rows}}
}

// numberOr is the cell of a number that may be missing.
func numberOr(f unit.Format, v float64) table.Cell {
	if math.IsNaN(v) {
		return table.Cell{}
	}
	return table.Number(f, v)
}

// columnTitle says of a column what it measures too, where its numbers do not.
func (m *matrix) columnTitle(v variable) string {
	if m.format.Title == "" || m.format.Title == v.name || m.format.Number(1) == m.format.Phrase(1) {
		return v.name
	}
	return v.name + ", " + m.lang.Within(m.format.Title)
}

func (m *matrix) Explore() plot.View { return m.Plane.View() }
