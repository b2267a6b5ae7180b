package chart

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// seriesKeys are the keys of charts drawn from a data file.
type seriesKeys struct {
	Data     record.Text             `yaml:"data,required" doc:"The data file: data/contribution.csv."`
	X        record.Text             `yaml:"x,required" doc:"The column along the axis. Years, months (2026-01), days and numbers stand to scale; everything else is names."`
	From     record.Text             `yaml:"from" doc:"First year drawn."`
	Until    record.Text             `yaml:"until" doc:"Last year drawn; may lie beyond the data."`
	Where    record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Columns  record.Map[columnKeys]  `yaml:"columns" doc:"Further columns, worked out or taken from figures, and titles for those of the data file."`
	Bands    []bandKeys              `yaml:"bands" doc:"Periods behind the drawing; they also part the rows of the table."`
	BandNoun record.Text             `yaml:"band_noun" doc:"What a band is, for the table and the description: agreement."`
	Subject  record.Text             `yaml:"subject,required" doc:"What the values are, to begin a sentence: South Korea’s contribution."`
	Margin   int                     `yaml:"margin" doc:"Room for labels right of the plot, in pixels."`
	Table    *tableKeys              `yaml:"table" doc:"What the table under the chart shows."`
	Narrow   narrowName              `yaml:"narrow" doc:"What a phone gets: drawing (the default) or split-bars, a table with a bar in each cell."`
}

// A narrowName says how a chart is shown on a phone.
type narrowName string

// Values lists the kinds.
func (narrowName) Values() []string { return []string{"drawing", "split-bars"} }

const splitBars narrowName = "split-bars"

// columnKeys describe one column.
type columnKeys struct {
	Title    record.Text   `yaml:"title" doc:"The column's head in the table."`
	Figures  []record.Text `yaml:"figures" doc:"Ids of figures with * for the year, or *-1 for the year before; the first that exists is taken: [rise_*, agreed_*]."`
	ChangeOf record.Text   `yaml:"change_of" doc:"A column whose change on the year before is worked out, in percent."`
	Lookup   record.Text   `yaml:"lookup" doc:"A data file with the same x column, from which the column of the same name is taken."`
	Else     record.Text   `yaml:"else" doc:"A column of the data file that fills in where there is no value."`
	From     record.Text   `yaml:"from" doc:"First year with a value."`
	Until    record.Text   `yaml:"until" doc:"Last year with a value."`
	Zero     record.Text   `yaml:"zero" doc:"A word below the years instead of a zero: frozen."`
	Decimals record.Number `yaml:"decimals" doc:"How many decimals are printed; without it, those of the data."`
}

// tableKeys say what the table shows.
type tableKeys struct {
	Caption record.Text   `yaml:"caption" doc:"The table's caption; without it, the subhead."`
	From    record.Text   `yaml:"from" doc:"First year in the table; without it, the first drawn."`
	Columns []record.Text `yaml:"columns,required" doc:"The columns, in their order."`
}

// bandKeys describe one period behind a drawing.
type bandKeys struct {
	From  record.Text `yaml:"from,required" doc:"First year."`
	Until record.Text `yaml:"until,required" doc:"Last year."`
	Label record.Text `yaml:"label,required" doc:"Short name at the top; what follows a colon is left out where there is no room."`
}

// A series is the rows of a chart drawn from a data file, as columns over an
// axis.
type series struct {
	plot.Axis
	b       *builder
	keys    seriesKeys
	data    *data.Table
	xTitle  string
	rows    []row           // one for each point of the axis
	rowAt   map[float64]int // of the data file, by its place on the axis
	columns []*column
	subject string
	shownAs []*column // the columns of the table
	caption string    // of the table
}

// A row says where the values of a point are written.
type row struct {
	n  int // in the data file; −1 when it has none
	at diag.Pos
}

// A column is one variable of a chart, of numbers or of words.
type column struct {
	key    string
	title  string
	unit   unit.Unit
	format unit.Format
	zero   string    // shown below the years instead of nought
	failed bool      // could not be made; the problem is reported
	values []float64 // one for each row of the series; NaN is missing
	words  []cell    // likewise, instead of numbers

	written  []unit.Value // the values with their decimals, for the format
	decimals int          // those that the chart file asks for, or −1
}

func (c *column) missing(i int) bool {
	if c.words != nil {
		return c.words[i].text == ""
	}
	return math.IsNaN(c.values[i])
}

// cell is the column's cell of a table in row i.
func (c *column) cell(i int) cell {
	switch {
	case c.words != nil:
		return c.words[i]
	case c.missing(i):
		return cell{}
	}
	return number(c.format, c.values[i])
}

// series reads the data file and lays its rows out.
func (b *builder) series(k seriesKeys) (*series, bool) {
	t, ok := b.table(k.Data)
	if !ok {
		return nil, false
	}
	x, ok := b.field(t, k.X)
	if !ok {
		return nil, false
	}
	s := &series{b: b, keys: k, data: t, xTitle: titleOf(x), rowAt: map[float64]int{}, subject: b.text(k.Subject)}
	if !s.read(x) {
		return nil, false
	}
	b.bands(k, s)
	for _, c := range k.Columns {
		s.column(c.Key)
	}
	if k.Table != nil {
		s.caption = b.text(k.Table.Caption)
		for _, name := range k.Table.Columns {
			if name.S == k.X.S {
				continue // the x column heads every row
			}
			if c, ok := s.column(name); ok {
				s.shownAs = append(s.shownAs, c)
			}
		}
	}
	return s, true
}

func titleOf(f data.Field) string {
	return cmp.Or(f.Title.S, capital(strings.ReplaceAll(f.Name.S, "_", " ")))
}

// read finds the rows and lays the axis out.
func (s *series) read(x data.Field) bool {
	rows := s.b.rowsWhere(s.data, s.keys.Where)
	if len(rows) == 0 {
		return false
	}
	var cells []data.Cell
	for _, r := range rows {
		c, _ := s.data.Cell(r, x.Name.S)
		if c.Missing {
			s.b.report(c.At, "the row has no "+x.Name.S+", which says where it stands on the axis", "fill it in, or leave the row out with where")
			return false
		}
		cells = append(cells, c)
	}
	s.Kind = kindOf(x, cells)
	if s.Kind == plot.Names || s.Kind == plot.Numbers {
		for _, k := range []record.Text{s.keys.From, s.keys.Until} {
			if k.Given() {
				s.b.report(k.At, "column "+s.keys.X.S+" holds no years, so from and until cut nothing", "choose rows with where")
			}
		}
	}
	var points []plot.Point
	for i, c := range cells {
		p := pointOf(s.Kind, c, i)
		if s.Kind == plot.Names {
			s.b.place(p.Name, c.At)
		}
		if i > 0 && p.At <= points[i-1].At {
			hint := fmt.Sprintf("sort the rows by %s, each once", s.Kind)
			if s.Kind == plot.Numbers {
				hint += "; where the numbers are names, give the column the type string"
			}
			s.b.report(c.At, fmt.Sprintf("%s %s stands after %s", s.Kind, c.Text, cells[i-1].Text), hint)
			return false
		}
		points = append(points, p)
	}
	return s.layOut(points, rows)
}

// kindOf says what the cells of an axis are. In a column of texts, or of whole
// numbers without a unit, those that are all years, all months or all days are
// times; else they are names, or numbers.
func kindOf(x data.Field, cells []data.Cell) plot.Kind {
	other := plot.Numbers
	switch {
	case x.Type == data.Year:
		return plot.Years
	case x.Type == data.Date:
		return plot.Days
	case x.Type == data.String:
		other = plot.Names
	case x.Type == data.Number || x.Unit.Valid():
		return plot.Numbers
	}
	kind := other
	for i, c := range cells {
		d, ok := record.ParseDate(c.Text)
		own := map[bool]plot.Kind{true: plot.Months, false: plot.Years}[d.Month > 0]
		if d.Day > 0 {
			own = plot.Days
		}
		if !ok || d.Year < 1500 || d.Year > 2200 || i > 0 && own != kind { // 1010 is a postcode
			return other
		}
		kind = own
	}
	return kind
}

// pointOf is where row i stands on an axis of a kind.
func pointOf(kind plot.Kind, c data.Cell, i int) plot.Point {
	d, _ := record.ParseDate(c.Text)
	switch kind {
	case plot.Years, plot.Months:
		return timeAt(kind, d)
	case plot.Days:
		return plot.Point{Key: c.Text, Name: d.Prose(), Tick: d.Start().Format("2 Jan 2006"), Year: d.Year, At: float64(d.Start().Unix() / 86400)}
	case plot.Numbers:
		return plot.Point{Key: c.Text, Name: strings.Replace(c.Text, "-", "−", 1), At: c.F}
	}
	return plot.Point{Key: c.Text, Name: c.Text, At: float64(i)}
}

// timeAt is the point of a year or a month.
func timeAt(kind plot.Kind, d record.Date) plot.Point {
	if kind == plot.Years {
		d.Month = 0
		return plot.Point{Key: d.String(), Name: d.String(), Year: d.Year, At: float64(d.Year)}
	}
	d.Month = max(d.Month, 1)
	return plot.Point{Key: d.String(), Name: d.Prose(), Tick: d.Start().Format("Jan 2006"), Year: d.Year, At: float64(d.Year*12 + d.Month - 1)}
}

// layOut takes the points that from and until leave. Every year or month between
// has a point, so that one without a row is a gap.
func (s *series) layOut(points []plot.Point, rows []int) bool {
	last := len(points) - 1
	from, until := s.year(s.keys.From, points[0].Year), s.year(s.keys.Until, points[last].Year)
	start := from
	if s.keys.Table != nil {
		start = min(from, s.year(s.keys.Table.From, from))
	}
	switch {
	case until < from:
		s.b.report(s.keys.Until.At, fmt.Sprintf("until %d lies before from %d", until, from), "until is the last year drawn")
		return false
	case until-start > 200:
		s.b.report(s.keys.X.At, fmt.Sprintf("the axis runs over %d years", until-start+1), "draw 200 years at most; check from, until and the rows")
		return false
	}
	first, end := points[0], points[last]
	if s.Kind == plot.Years || s.Kind == plot.Months {
		if start != first.Year || s.keys.From.Given() {
			first = timeAt(s.Kind, record.Date{Year: start})
		}
		if until != end.Year || s.keys.Until.Given() {
			end = timeAt(s.Kind, record.Date{Year: until, Month: 12})
		}
	}
	for i, p := range points {
		s.rowAt[p.At] = rows[i]
	}
	drawn := -1
	add := func(p plot.Point, at row) {
		if p.Year < start || p.Year > until {
			return
		}
		if drawn < 0 && p.Year >= from {
			drawn = len(s.Points)
		}
		p.Band = -1
		s.Points, s.rows = append(s.Points, p), append(s.rows, at)
	}
	if s.Kind == plot.Years || s.Kind == plot.Months {
		for at := first.At; at <= end.At; at++ {
			year, month := int(at), 0
			if s.Kind == plot.Months {
				year, month = int(at)/12, int(at)%12+1
			}
			r := row{-1, s.keys.X.At}
			if n, ok := s.rowAt[at]; ok {
				r = row{n, s.data.Rows[n].At}
			}
			add(timeAt(s.Kind, record.Date{Year: year, Month: month}), r)
		}
	} else {
		for i, p := range points {
			add(p, row{rows[i], s.data.Rows[rows[i]].At})
		}
	}
	if drawn < 0 {
		s.b.report(s.keys.X.At, "no row lies between from and until", "check from, until and the rows")
		return false
	}
	s.First = drawn
	span := s.Points[len(s.Points)-1].At - s.Points[drawn].At
	if !(span/s.Step() < 1e6) {
		s.b.report(s.keys.X.At, "the axis would be more than a million times as long as the least distance on it", "leave out what lies far from the rest, or what lies closest together")
		return false
	}
	return true
}

// year reads a year of the chart file, or takes the one given when absent.
func (s *series) year(t record.Text, otherwise int) int {
	if !t.Given() {
		return otherwise
	}
	y, err := strconv.Atoi(t.S)
	if err != nil || y < 1000 || y > 9999 {
		s.b.report(t.At, fmt.Sprintf("%q is no year", t.S), "write four digits: 2021")
		return otherwise
	}
	return y
}

// index finds a point by its name and reports one that does not exist.
func (s *series) index(name record.Text) (int, bool) {
	var names []string
	for i, p := range s.Drawn() {
		if p.Key == name.S {
			return s.First + i, true
		}
		names = append(names, p.Key)
	}
	s.b.report(name.At, fmt.Sprintf("no row %q in the drawing", name.S), meant(name.S, names, "the axis runs from "+names[0]+" to "+names[len(names)-1]))
	return 0, false
}

// bands reads the periods and marks the points that belong to each.
func (b *builder) bands(k seriesKeys, s *series) {
	if len(k.Bands) > 0 && s.Points[0].Year == 0 {
		b.report(k.Bands[0].From.At, "bands need an axis of years, months or days", "choose a column of type year or date for x")
		return
	}
	last := 0
	for _, bk := range k.Bands {
		bd := plot.Band{From: s.year(bk.From, 0), Until: s.year(bk.Until, 0), Label: b.text(bk.Label), Noun: k.BandNoun.S}
		b.place(bd.Name(), bk.Label.At)
		switch {
		case bd.Until < bd.From:
			b.report(bk.Until.At, fmt.Sprintf("until %d lies before from %d", bd.Until, bd.From), "until is the last year")
		case bd.From <= last:
			b.report(bk.From.At, fmt.Sprintf("the band begins in %d, when the one before has not ended", bd.From), "order the bands by year and let each end before the next")
		}
		last = bd.Until
		for i, p := range s.Points {
			if p.Year >= bd.From && p.Year <= bd.Until {
				s.Points[i].Band = len(s.Bands)
			}
		}
		s.Bands = append(s.Bands, bd)
	}
}
