package chart

import (
	"fmt"
	"strconv"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// seriesKeys are the keys of charts drawn from a data file.
type seriesKeys struct {
	Data     record.Text             `yaml:"data,required" doc:"The data file: data/contribution.csv."`
	X        record.Text             `yaml:"x,required" doc:"The column along the axis: years, or names."`
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
	Decimals record.Number `yaml:"decimals" doc:"How many decimals are printed; without it, those of the house style."`
}

// tableKeys say what the table shows.
type tableKeys struct {
	Caption record.Text   `yaml:"caption" doc:"The table's caption; without it, the subhead."`
	From    record.Text   `yaml:"from" doc:"First year in the table; without it, the first drawn."`
	Columns []record.Text `yaml:"columns,required" doc:"The columns, in their order."`
}

// A point is one place on the x axis.
type point struct {
	name string // as in the data: "2021"
	year int    // 0 when the axis has names
	row  int    // in the data file; −1 when it has none
	at   diag.Pos
	band int // index into bands, or −1
}

// A series is the rows of a chart drawn from a data file, as columns.
type series struct {
	b       *builder
	keys    seriesKeys
	data    *data.Table
	years   bool
	xTitle  string
	points  []point // all of the table
	first   int     // the drawn points are points[first:]
	columns []*column
	bands   []band
	subject string
	shownAs []*column // the columns of the table
	caption string    // of the table
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
	s := &series{b: b, keys: k, data: t, years: x.Type == data.Year, xTitle: titleOf(x), subject: b.text(k.Subject)}
	if !s.read() {
		return nil, false
	}
	s.bands = b.bands(k, s)
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
	if f.Title.S != "" {
		return f.Title.S
	}
	return capital(strings.ReplaceAll(f.Name.S, "_", " "))
}

// read finds the rows in the order of the axis.
func (s *series) read() bool {
	rows := s.b.rowsWhere(s.data, s.keys.Where)
	if len(rows) == 0 {
		return false
	}
	if !s.years {
		return s.names(rows)
	}
	return s.timeline(rows)
}

// names takes the rows as they stand: an axis of names has the file's order.
func (s *series) names(rows []int) bool {
	for _, k := range []record.Text{s.keys.From, s.keys.Until} {
		if k.Given() {
			s.b.report(k.At, "column "+s.keys.X.S+" holds no years, so from and until cut nothing", "choose rows with where")
		}
	}
	for _, r := range rows {
		c, _ := s.data.Cell(r, s.keys.X.S)
		s.points = append(s.points, point{name: c.Text, row: r, at: c.At, band: -1})
	}
	return true
}

// timeline makes one point for every year, so that time is to scale and a
// year without a row is a gap.
func (s *series) timeline(rows []int) bool {
	last := 0
	byYear := map[int]int{}
	for _, r := range rows {
		c, _ := s.data.Cell(r, s.keys.X.S)
		year := int(c.F)
		if year <= last {
			s.b.report(c.At, fmt.Sprintf("year %d stands after %d", year, last), "sort the rows by year, each once")
			return false
		}
		byYear[year], last = r, year
	}
	firstCell, _ := s.data.Cell(rows[0], s.keys.X.S)
	from := s.year(s.keys.From, int(firstCell.F))
	until := s.year(s.keys.Until, last)
	start := from
	if s.keys.Table != nil {
		start = s.year(s.keys.Table.From, from)
	}
	switch {
	case until < from:
		s.b.report(s.keys.Until.At, fmt.Sprintf("until %d lies before from %d", until, from), "until is the last year drawn")
		return false
	case until-min(start, from) > 200:
		s.b.report(s.keys.X.At, fmt.Sprintf("the axis runs over %d years", until-min(start, from)+1), "draw 200 years at most; check from, until and the rows")
		return false
	}
	for y := min(start, from); y <= until; y++ {
		p := point{name: strconv.Itoa(y), year: y, row: -1, at: s.keys.X.At, band: -1}
		if r, ok := byYear[y]; ok {
			p.row, p.at = r, s.data.Rows[r].At
		}
		if y == from {
			s.first = len(s.points)
		}
		s.points = append(s.points, p)
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

// drawn are the points on the axis.
func (s *series) drawn() []point { return s.points[s.first:] }

// index finds a point by its name and reports one that does not exist.
func (s *series) index(name record.Text) (int, bool) {
	for i, p := range s.drawn() {
		if p.name == name.S {
			return s.first + i, true
		}
	}
	var names []string
	for _, p := range s.drawn() {
		names = append(names, p.name)
	}
	hint := diag.DidYouMean(name.S, names)
	if hint == "" {
		hint = "the axis runs from " + names[0] + " to " + names[len(names)-1]
	}
	s.b.report(name.At, fmt.Sprintf("no row %q in the drawing", name.S), hint)
	return 0, false
}
