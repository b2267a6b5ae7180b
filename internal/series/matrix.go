package series

import (
	"cmp"
	"fmt"
	"slices"

	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// Matrix reads several series over one axis: the columns y of the data file, or one of
// them whose rows the column by parts. All are in one unit, unless each is to have a
// scale of its own.
func (b *Reader) Matrix(k Keys, y []record.Text, by record.Text, own bool) (*Series, []*Column, bool) {
	if by.Given() && len(y) != 1 {
		b.Report(by.At, fmt.Sprintf("series parts the rows of one column, and y names %d", len(y)), "name one column under y, or leave series out")
		return nil, nil, false
	}
	s, ok := b.lay(k, by.Given())
	if !ok {
		return nil, nil, false
	}
	var columns []*Column
	if by.Given() {
		if columns, ok = s.part(y[0], by); !ok {
			return nil, nil, false
		}
	} else {
		if columns, ok = s.Amounts(y, own); !ok {
			return nil, nil, false
		}
		for i, c := range columns {
			b.Place(c.Title, y[i].At)
		}
	}
	return s, columns, true
}

// Amounts finds columns of numbers by their names. All are in one unit, unless each is to
// have a scale of its own.
func (s *Series) Amounts(names []record.Text, own bool) (columns []*Column, ok bool) {
	for _, name := range names {
		c, ok := s.Column(name)
		switch {
		case !ok:
			return nil, false
		case c.Words != nil:
			s.b.Report(name.At, fmt.Sprintf("column %q holds no amounts", name.S), "choose a column of type number with a unit")
			return nil, false
		case !own && len(columns) > 0 && c.Unit != columns[0].Unit && !(columns[0].Unit == unit.PercentMore && c.Unit == unit.Percent): // growth, and growth expected
			s.b.Report(name.At, fmt.Sprintf("column %q is in %s, column %q in %s", name.S, c.Unit, columns[0].Key, columns[0].Unit), "what is drawn on one scale has one unit; several scales are panels")
			return nil, false
		}
		columns = append(columns, c)
	}
	return columns, true
}

// One is the format that all columns share: with the decimals given, or else for each
// column those that the chart file asks for, or of its data.
func (b *Reader) One(columns []*Column, decimals int) unit.Format {
	var written, free []unit.Value
	asked := -1
	for _, c := range columns {
		written, asked = append(written, c.written...), max(asked, c.decimals)
		if c.decimals < 0 {
			free = append(free, c.written...)
		}
	}
	if decimals < 0 && asked >= 0 {
		decimals = asked
		if len(free) > 0 {
			decimals = max(decimals, unit.FormatFor(b.Lang(), columns[0].Unit, free, -1).Decimals)
		}
	}
	f := unit.FormatFor(b.Lang(), columns[0].Unit, written, decimals)
	for _, c := range columns {
		c.Format = f
	}
	return f
}

// part makes a column of each value of the column by, in the order of the file.
func (s *Series) part(y, by record.Text) ([]*Column, bool) {
	name, okName := s.b.Field(s.data, by)
	value, okValue := s.b.Field(s.data, y)
	if !okName || !okValue || !s.b.Numbers(value, y) {
		return nil, false
	}
	index := map[string]int{}
	for i, p := range s.Points {
		index[p.Key] = i
	}
	s.parts = make([][]int, len(s.Points))
	var columns []*Column
	for _, r := range s.b.RowsWhere(s.data, s.Keys.Where) {
		n, _ := s.data.Cell(r, name.Name.S)
		if n.Missing {
			s.b.Report(n.At, "the row has no "+name.Name.S+", which says what series it belongs to", "fill it in, or leave the row out with where")
			return nil, false
		}
		x, _ := s.data.Cell(r, s.Keys.X.S)
		i, drawn := index[s.pointOf(x, 0).Key]
		v, ok := s.cell(r, value.Name.S)
		if !drawn || !ok {
			continue
		}
		at := slices.IndexFunc(columns, func(c *Column) bool { return c.Key == n.Text })
		if at < 0 {
			columns, at = append(columns, &Column{Key: n.Text, Title: n.Text, Unit: value.Unit, Values: missing(len(s.Points)), decimals: -1}), len(columns)
			s.b.Place(n.Text, n.At)
		}
		if !columns[at].Missing(i) {
			s.b.Report(v.At, fmt.Sprintf("a second value of %s for %s", n.Text, s.Points[i].Name), "keep one row for each")
			return nil, false
		}
		columns[at].set(i, v.In(value.Unit))
		s.parts[i] = append(s.parts[i], r)
	}
	if len(columns) == 0 {
		s.b.Report(y.At, fmt.Sprintf("column %q has no value in the rows drawn", y.S), "check the column, and the rows that where, from and until leave")
	}
	return columns, len(columns) > 0
}

// Sources shows the sources of a point's rows, each once.
func (s *Series) Sources(i int) table.Cell {
	rows := []int{s.rows[i].n}
	if s.parts != nil {
		rows = s.parts[i]
	}
	var ids []string
	for _, r := range rows {
		if r >= 0 {
			for _, id := range RowSources(s.data, r) {
				ids = AddOnce(ids, id)
			}
		}
	}
	return s.b.SourceCell(ids)
}

// sortByPlace orders points, and the rows that they come from, by where they lie.
func sortByPlace(points []plot.Point, rows []int) {
	rowOf := map[float64]int{}
	for i, p := range points {
		rowOf[p.At] = rows[i]
	}
	slices.SortFunc(points, func(a, b plot.Point) int { return cmp.Compare(a.At, b.At) })
	for i, p := range points {
		rows[i] = rowOf[p.At]
	}
}
