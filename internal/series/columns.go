package series

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// Column finds or makes a column by its name: one described in the chart
// file, or one of the data file.
func (s *Series) Column(name record.Text) (*Column, bool) {
	for _, c := range s.columns {
		if c.Key == name.S {
			return c, !c.failed
		}
	}
	c := &Column{Key: name.S, decimals: -1, Values: missing(len(s.Points)), worked: make([]bool, len(s.Points))}
	ok := false
	if i := slices.IndexFunc(s.Keys.Columns, func(e record.Entry[ColumnKeys]) bool { return e.Key.S == name.S }); i >= 0 {
		ok = s.described(c, name, s.Keys.Columns[i].Value)
	} else {
		ok = s.plain(c, name)
	}
	if ok && c.Words == nil {
		c.Format = unit.FormatFor(s.b.Lang(), c.Unit, c.written, c.decimals)
	}
	c.failed = !ok // reported once, however often the column is asked for
	s.columns = append(s.columns, c)
	return c, ok
}

// missing are n values that are not there.
func missing(n int) []float64 { return slices.Repeat([]float64{math.NaN()}, n) }

// plain fills a column from the data file.
func (s *Series) plain(c *Column, name record.Text) bool {
	if s.data.Column(name.S) < 0 {
		s.unknownColumn(name)
		return false
	}
	f := s.data.Fields[s.data.Column(name.S)]
	if !f.Type.Numeric() || !f.Unit.Valid() && f.Type != data.Number {
		c.Words = make([]table.Cell, len(s.Points))
	}
	c.finish(TitleOf(f), f.Unit)
	s.fillFrom(c, f)
	return true
}

func (s *Series) unknownColumn(name record.Text) {
	known := s.data.Names()
	for _, e := range s.Keys.Columns {
		known = append(known, e.Key.S)
	}
	s.b.Report(name.At, fmt.Sprintf("no column %q in %s", name.S, s.data.Path), Meant(name.S, known, "the columns are "+strings.Join(known, ", ")))
}

// cell reads a cell of the data file.
func (s *Series) cell(row int, field string) (data.Cell, bool) {
	c, ok := s.data.Cell(row, field)
	return c, ok && !c.Missing
}

// fillFrom takes the values of a field of the data file where c has none.
// Citations are shown by name.
func (s *Series) fillFrom(c *Column, f data.Field) {
	for i, r := range s.rows {
		v, ok := s.cell(r.n, f.Name.S)
		switch {
		case !ok || !c.Missing(i):
		case c.Words == nil:
			c.set(i, v.In(c.Unit))
		case f.Name.S == data.SourceColumn:
			c.Words[i] = s.b.SourceCell(RowSources(s.data, r.n))
			c.Words[i].Raw = v.Text
		default:
			c.Words[i] = table.Text(v.Text)
		}
	}
}

// fill works the values of c out.
func (s *Series) fill(c *Column, get func(i int) (unit.Value, bool)) {
	for i := range s.Points {
		if v, ok := get(i); ok {
			c.set(i, v)
		}
	}
}

func (c *Column) set(i int, v unit.Value) {
	c.Values[i], c.written = v.F, append(c.written, v)
}

func (c *Column) finish(title string, u unit.Unit) {
	c.Title, c.Unit = cmp.Or(c.Title, title), u
}

// described fills a column as the chart file says.
func (s *Series) described(c *Column, name record.Text, k ColumnKeys) bool {
	c.Title = s.b.Text(k.Title)
	if k.Decimals.Given() {
		c.decimals = int(k.Decimals.F)
		if c.decimals < 0 || c.decimals > 4 || k.Decimals.F != float64(c.decimals) {
			s.b.Report(k.Decimals.At, "decimals must be a whole number from 0 to 4", "write 0 to 4")
			return false
		}
	}
	ok := true
	switch {
	case len(k.Figures) > 0:
		ok = s.fromFigures(c, k)
	case k.ChangeOf.Given():
		ok = s.change(c, k)
	case k.Lookup.Given():
		ok = s.lookup(c, name, k)
	default:
		ok = s.plain(c, name)
	}
	if ok && k.Else.Given() {
		var f data.Field
		if f, ok = s.b.Field(s.data, k.Else); ok {
			s.fillFrom(c, f)
		}
	}
	c.Zero = s.b.Text(k.Zero)
	from, until := s.year(k.From, 0), s.year(k.Until, 9999)
	for i, p := range s.Points {
		if p.Year < from || p.Year > until {
			c.Values[i] = math.NaN()
			if c.Words != nil {
				c.Words[i] = table.Cell{}
			}
		}
	}
	return ok
}

// fromFigures takes the figure of each year, so that prose and chart print
// one value.
func (s *Series) fromFigures(c *Column, k ColumnKeys) bool {
	var u unit.Unit
	found := map[string]bool{}
	s.fill(c, func(i int) (unit.Value, bool) {
		for _, pattern := range k.Figures {
			s.b.Broken(figureID(s.Points[i], pattern.S))
			f := s.b.Ledger.Figure(figureID(s.Points[i], pattern.S))
			if f == nil {
				continue
			}
			found[pattern.S] = true
			if !u.Valid() {
				u = f.Value.Unit
			}
			if !u.Like(f.Value.Unit) {
				s.b.Report(pattern.At, fmt.Sprintf("figure %s is in %s, the others of the column in %s", f.ID, f.Value.Unit, u), "a column has one unit")
				return f.Value, false
			}
			s.b.Uses(f)
			c.worked[i] = f.Formula != ""
			return f.Value, true
		}
		return unit.Value{}, false
	})
	for _, pattern := range k.Figures {
		if !found[pattern.S] {
			s.noFigures(pattern)
		}
	}
	c.finish(lang.Capital(strings.ReplaceAll(c.Key, "_", " ")), u)
	return len(found) > 0
}

// figureID puts a point's name into a pattern.
func figureID(p plot.Point, pattern string) string {
	if p.Year > 0 {
		pattern = strings.ReplaceAll(pattern, "*-1", strconv.Itoa(p.Year-1))
	}
	return strings.ReplaceAll(pattern, "*", p.Key)
}

// noFigures reports a pattern that no figure matches.
func (s *Series) noFigures(pattern record.Text) {
	if !strings.Contains(pattern.S, "*") {
		s.b.Report(pattern.At, fmt.Sprintf("the id %q has no *", pattern.S), "write * where the year stands: rise_*")
		return
	}
	hint := ""
	for _, p := range s.Drawn() {
		if near := diag.Nearest(figureID(p, pattern.S), s.b.Ledger.FigureIDs()); near != "" {
			hint = "did you mean " + yearIn.ReplaceAllString(near, "*") + "?"
			break
		}
	}
	s.b.Report(pattern.At, fmt.Sprintf("no figure matches %q for any year drawn", pattern.S), hint)
}

// yearIn finds the year in the id of a figure.
var yearIn = regexp.MustCompile(`\d{4}`)

// rowBefore is the row of the year or month before that of point i, else the
// row that the chart has before it; −1 is none.
func (s *Series) rowBefore(i int) int {
	if s.Kind == plot.Years || s.Kind == plot.Months {
		if n, ok := s.rowAt[s.Points[i].At-s.interval]; ok {
			return n
		}
	} else if i > 0 {
		return s.rows[i-1].n
	}
	return -1
}

// change works the rise on the row before out, in percent; that of a percentage is in
// percentage points, that of a temperature in its unit.
func (s *Series) change(c *Column, k ColumnKeys) bool {
	f, ok := s.b.Field(s.data, k.ChangeOf)
	if !ok || !s.b.Numbers(f, k.ChangeOf) {
		return false
	}
	in := unit.PercentMore
	switch {
	case f.Unit == unit.Percent || f.Unit == unit.PercentMore || f.Unit == unit.PercentagePoints:
		in = unit.PercentagePoints
	case f.Unit.Valid() && !f.Unit.Ratios():
		in = f.Unit
	}
	s.fill(c, func(i int) (unit.Value, bool) {
		now, ok := s.cell(s.rows[i].n, f.Name.S)
		before, okBefore := s.cell(s.rowBefore(i), f.Name.S)
		switch {
		case !ok || !okBefore:
			return unit.Value{}, false
		case in != unit.PercentMore:
			return unit.Value{F: now.F - before.F, Unit: in, Decimals: max(unit.Decimals(now.Text), unit.Decimals(before.Text))}, true
		case before.F == 0:
			return unit.Value{}, false
		}
		c.worked[i] = true
		return unit.Value{F: (now.F/before.F - 1) * 100, Unit: unit.PercentMore, Decimals: -1}, true
	})
	title := s.b.Lang().Chart.ChangeOnRow
	switch {
	case s.interval != 1:
	case s.Kind == plot.Years:
		title = s.b.Lang().Chart.ChangeOnYear
	case s.Kind == plot.Months:
		title = s.b.Lang().Chart.ChangeOnMonth
	}
	c.finish(title, in)
	return true
}

// lookup takes the column of the same name from another data file.
func (s *Series) lookup(c *Column, name record.Text, k ColumnKeys) bool {
	t, ok := s.b.Table(k.Lookup)
	if !ok {
		return false
	}
	f, ok := s.b.Field(t, name)
	if !ok || !s.b.Numbers(f, name) {
		return false
	}
	if t.Column(s.Keys.X.S) < 0 {
		s.b.Report(k.Lookup.At, fmt.Sprintf("%s has no column %q to match the rows by", t.Path, s.Keys.X.S), "name a data file with that column")
		return false
	}
	s.fill(c, func(i int) (unit.Value, bool) {
		row, ok := t.Find(s.Keys.X.S, s.Points[i].Key)
		if !ok {
			return unit.Value{}, false
		}
		cell, _ := t.Cell(row, f.Name.S)
		return cell.In(f.Unit), !cell.Missing
	})
	c.finish(TitleOf(f), f.Unit)
	return true
}
