package series

import (
	"cmp"
	"fmt"
	"math"
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

// Keys are the keys of charts drawn from a data file.
type Keys struct {
	Data     record.Text             `yaml:"data,required" doc:"The data file: data/rents.csv."`
	X        record.Text             `yaml:"x,required" doc:"The column along the axis. Years, months (2026-01), days and numbers stand to scale; everything else is names."`
	From     record.Text             `yaml:"from" doc:"First year drawn."`
	Until    record.Text             `yaml:"until" doc:"Last year drawn; may lie beyond the data."`
	Where    record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Columns  record.Map[ColumnKeys]  `yaml:"columns" doc:"Further columns, worked out or taken from figures, and titles for those of the data file."`
	Bands    []BandKeys              `yaml:"bands" doc:"Periods behind the drawing; they also part the rows of the table."`
	BandNoun record.Text             `yaml:"band_noun" doc:"What a band is, for the table and the description: agreement."`
	Subject  record.Text             `yaml:"subject,required" doc:"What the values are, to begin a sentence: The city’s budget."`
	Table    *TableKeys              `yaml:"table" doc:"What the table under the chart shows."`
	Narrow   NarrowName              `yaml:"narrow" doc:"What a phone gets: drawing (the default) or split-bars, a table with a bar in each cell."`
}

// A NarrowName says how a chart is shown on a phone.
type NarrowName string

// Values lists the kinds.
func (NarrowName) Values() []string { return []string{"drawing", "split-bars"} }

// SplitBars is a table with a bar in each cell.
const SplitBars NarrowName = "split-bars"

// ColumnKeys describe one column.
type ColumnKeys struct {
	Title    record.Text   `yaml:"title" doc:"The column's head in the table."`
	Figures  []record.Text `yaml:"figures" doc:"Ids of figures with * for the year, or *-1 for the year before; the first that exists is taken: [rise_*, agreed_*]."`
	ChangeOf record.Text   `yaml:"change_of" doc:"A column whose change on the year before is worked out, in percent."`
	Lookup   record.Text   `yaml:"lookup" doc:"A data file with the same x column, from which the column of the same name is taken."`
	Else     record.Text   `yaml:"else" doc:"A column of the data file that fills in where there is no value."`
	From     record.Text   `yaml:"from" doc:"First year with a value."`
	Until    record.Text   `yaml:"until" doc:"Last year with a value."`
	Zero     record.Text   `yaml:"zero" doc:"A word below the years instead of a zero: frozen."`
	Decimals record.Number `yaml:"decimals" doc:"How many decimals are printed, and of what is worked out stand in the files; without it, those of the data."`
}

// TableKeys say what the table shows.
type TableKeys struct {
	Caption record.Text   `yaml:"caption" doc:"The table's caption; without it, the subhead."`
	From    record.Text   `yaml:"from" doc:"First year in the table; without it, the first drawn."`
	Columns []record.Text `yaml:"columns,required" doc:"The columns, in their order."`
}

// BandKeys describe one period behind a drawing.
type BandKeys struct {
	From  record.Text `yaml:"from,required" doc:"First year."`
	Until record.Text `yaml:"until,required" doc:"Last year."`
	Label record.Text `yaml:"label,required" doc:"Short name at the top; what follows a colon is left out where there is no room."`
}

// A Series is the rows of a chart drawn from a data file, as columns over an
// axis.
type Series struct {
	plot.Axis
	Keys    Keys
	Subject string
	XTitle  string
	ShownAs []*Column // the columns of the table
	Caption string    // of the table

	b        *Reader
	data     *data.Table
	rows     []row           // one for each point of the axis
	rowAt    map[float64]int // of the data file, by its place on the axis
	interval float64         // between the years or months of the axis
	parts    [][]int         // the rows of each point, where a column parts them
	columns  []*Column
}

// A row says where the values of a point are written.
type row struct {
	n  int // in the data file; −1 when it has none
	at diag.Pos
}

// A Column is one variable of a chart, of numbers or of words.
type Column struct {
	Key    string
	Title  string
	Unit   unit.Unit
	Format unit.Format
	Zero   string       // shown below the years instead of nought
	Values []float64    // one for each row of the series; NaN is missing
	Words  []table.Cell // likewise, instead of numbers
	Aside  bool         // holds something now and then

	failed   bool         // could not be made; the problem is reported
	written  []unit.Value // the values with their decimals, for the format
	worked   []bool       // which values are arithmetic, with decimals that nobody wrote
	decimals int          // those that the chart file asks for, or −1
}

// Missing reports whether point i has no value.
func (c *Column) Missing(i int) bool {
	if c.Words != nil {
		return c.Words[i].Text == ""
	}
	return math.IsNaN(c.Values[i])
}

// Cell is the column's cell of a table in row i.
func (c *Column) Cell(i int) table.Cell {
	switch {
	case c.Words != nil:
		return c.Words[i]
	case c.Missing(i):
		return table.Cell{}
	}
	cell := table.Number(c.Format, c.Values[i])
	if c.decimals >= 0 && c.worked[i] { // arithmetic gives more, and they say nothing
		cell.Raw = unit.Value{F: c.Format.Round(c.Values[i])}.Machine()
	}
	return cell
}

// Series reads the data file and lays its rows out.
func (b *Reader) Series(k Keys) (*Series, bool) { return b.lay(k, false) }

// lay lays the rows out; where they are parted into series, several have one point.
func (b *Reader) lay(k Keys, parted bool) (*Series, bool) {
	t, ok := b.Table(k.Data)
	if !ok {
		return nil, false
	}
	x, ok := b.Field(t, k.X)
	if !ok {
		return nil, false
	}
	s := &Series{b: b, Keys: k, data: t, XTitle: TitleOf(x), rowAt: map[float64]int{}, Subject: b.Text(k.Subject)}
	if !s.read(x, parted) {
		return nil, false
	}
	b.bands(k, s)
	for _, c := range k.Columns {
		s.Column(c.Key)
	}
	if k.Table != nil {
		s.Caption = b.Text(k.Table.Caption)
		for _, name := range k.Table.Columns {
			if name.S == k.X.S {
				continue // the x column heads every row
			}
			if c, ok := s.Column(name); ok {
				s.ShownAs = append(s.ShownAs, c)
			}
		}
	}
	return s, true
}

func TitleOf(f data.Field) string {
	return cmp.Or(f.Title.S, lang.Capital(strings.ReplaceAll(f.Name.S, "_", " ")))
}

// read finds the rows and lays the axis out.
func (s *Series) read(x data.Field, parted bool) bool {
	rows := s.b.RowsWhere(s.data, s.Keys.Where)
	if len(rows) == 0 {
		return false
	}
	var cells []data.Cell
	for _, r := range rows {
		c, _ := s.data.Cell(r, x.Name.S)
		if c.Missing {
			s.b.Report(c.At, "the row has no "+x.Name.S+", which says where it stands on the axis", "fill it in, or leave the row out with where")
			return false
		}
		cells = append(cells, c)
	}
	s.Kind = kindOf(x, cells)
	if s.Kind == plot.Names && !s.even(cells) {
		return false
	}
	if s.Kind == plot.Names || s.Kind == plot.Numbers {
		for _, k := range []record.Text{s.Keys.From, s.Keys.Until} {
			if k.Given() {
				s.b.Report(k.At, "column "+s.Keys.X.S+" holds no years, so from and until cut nothing", "choose rows with where")
			}
		}
	}
	var points []plot.Point
	var places []int
	seen := map[string]bool{}
	for i, c := range cells {
		if parted && seen[c.Text] {
			continue
		}
		if s.Kind == plot.Names && seen[c.Text] {
			s.b.Report(c.At, fmt.Sprintf("a second row for %s", c.Text), "keep one row for each name, choose rows with where, or say with series what parts them")
			return false
		}
		seen[c.Text] = true
		p := s.pointOf(c, len(points))
		if s.Kind == plot.Names {
			s.b.Place(p.Name, c.At)
		}
		if i > 0 && p.At <= points[len(points)-1].At && !parted {
			hint := fmt.Sprintf("sort the rows by %s, each once", s.Kind)
			if s.Kind == plot.Numbers {
				hint += "; where the numbers are names, give the column the type string"
			}
			s.b.Report(c.At, fmt.Sprintf("%s %s stands after %s", s.Kind, c.Text, cells[i-1].Text), hint)
			return false
		}
		points, places = append(points, p), append(places, rows[i])
	}
	if parted {
		sortByPlace(points, places)
	}
	return s.layOut(points, places)
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
	if kind == plot.Months && other == plot.Names && len(spansOf(fiscal, cells)) == len(cells) {
		return plot.Names // at equal distances, as years are
	}
	return kind
}

// pointOf is where row i stands on the axis.
func (s *Series) pointOf(c data.Cell, i int) plot.Point {
	d, _ := record.ParseDate(c.Text)
	l := s.b.Lang()
	switch s.Kind {
	case plot.Years, plot.Months:
		return s.timeAt(d)
	case plot.Days:
		return plot.Point{Key: c.Text, Name: d.Prose(l), Tick: d.Short(l), Year: d.Year, At: float64(d.Start().Unix() / 86400)}
	case plot.Numbers:
		return plot.Point{Key: c.Text, Name: l.Number(strings.Replace(c.Text, "-", "−", 1)), At: c.F}
	}
	return plot.Point{Key: c.Text, Name: c.Text, At: float64(i)}
}

// timeAt is the point of a year or a month.
func (s *Series) timeAt(d record.Date) plot.Point {
	if s.Kind == plot.Years {
		d.Month = 0
		return plot.Point{Key: d.String(), Name: d.String(), Year: d.Year, At: float64(d.Year)}
	}
	d.Month = max(d.Month, 1)
	return plot.Point{Key: d.String(), Name: d.Prose(s.b.Lang()), Tick: d.Short(s.b.Lang()), Year: d.Year, At: float64(d.Year*12 + d.Month - 1)}
}

// layOut takes the points that from and until leave. Every year or month between
// has a point, so that one without a row is a gap; of a census every tenth.
func (s *Series) layOut(points []plot.Point, rows []int) bool {
	last := len(points) - 1
	from, until := s.year(s.Keys.From, points[0].Year), s.year(s.Keys.Until, points[last].Year)
	start := from
	if s.Keys.Table != nil {
		start = min(from, s.year(s.Keys.Table.From, from))
	}
	if until < from {
		s.b.Report(s.Keys.Until.At, fmt.Sprintf("until %d lies before from %d", until, from), "until is the last year drawn")
		return false
	}
	first, end := points[0], points[last]
	if s.Kind == plot.Years || s.Kind == plot.Months {
		if start != first.Year || s.Keys.From.Given() {
			first = s.timeAt(record.Date{Year: start})
		}
		if until != end.Year || s.Keys.Until.Given() {
			end = s.timeAt(record.Date{Year: until, Month: 12})
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
		first, end = s.rhythm(points, first, end)
		if s.Kind == plot.Years && (end.At-first.At)/s.interval > 200 || s.Kind == plot.Months && until-start > 200 {
			s.b.Report(s.Keys.X.At, fmt.Sprintf("the axis runs over %d years", until-start+1), "draw 200 years at most; check from, until and the rows")
			return false
		}
		for at := first.At; at <= end.At; at += s.interval {
			year, month := int(at), 0
			if s.Kind == plot.Months {
				year, month = int(at)/12, int(at)%12+1
			}
			r := row{-1, s.Keys.X.At}
			if n, ok := s.rowAt[at]; ok {
				r = row{n, s.data.Rows[n].At}
			}
			add(s.timeAt(record.Date{Year: year, Month: month}), r)
		}
	} else {
		for i, p := range points {
			add(p, row{rows[i], s.data.Rows[rows[i]].At})
		}
	}
	if drawn < 0 {
		s.b.Report(s.Keys.X.At, "no row lies between from and until", "check from, until and the rows")
		return false
	}
	s.First = drawn
	span := s.Points[len(s.Points)-1].At - s.Points[drawn].At
	if !(span/s.Step() < 1e6) {
		s.b.Report(s.Keys.X.At, "the axis would be more than a million times as long as the least distance on it", "leave out what lies far from the rest, or what lies closest together")
		return false
	}
	return true
}

// rhythm finds the interval of the points from first to end, and moves these two to where
// points of that interval lie.
func (s *Series) rhythm(points []plot.Point, first, end plot.Point) (plot.Point, plot.Point) {
	inside := slices.DeleteFunc(slices.Clone(points), func(p plot.Point) bool { return p.At < first.At || p.At > end.At })
	s.interval = intervalOf(inside)
	if len(inside) > 0 {
		first.At = inside[0].At - math.Floor((inside[0].At-first.At)/s.interval)*s.interval
		end.At = inside[0].At + math.Floor((end.At-inside[0].At)/s.interval)*s.interval
	}
	return first, end
}

// intervalOf is how many years or months lie between points: the
// greatest number that divides each distance.
func intervalOf(points []plot.Point) float64 {
	step := 0
	for _, p := range points {
		for distance := int(p.At - points[0].At); distance != 0; {
			step, distance = distance, step%distance
		}
	}
	return float64(max(step, -step, 1))
}

// year reads a year of the chart file, or takes the one given when absent.
func (s *Series) year(t record.Text, otherwise int) int {
	if !t.Given() {
		return otherwise
	}
	y, err := strconv.Atoi(t.S)
	if err != nil || y < 1000 || y > 9999 {
		s.b.Report(t.At, fmt.Sprintf("%q is no year", t.S), "write four digits: 2021")
		return otherwise
	}
	return y
}

// Index finds a point by its name and reports one that does not exist.
func (s *Series) Index(name record.Text) (int, bool) {
	var names []string
	for i, p := range s.Drawn() {
		if p.Key == name.S {
			return s.First + i, true
		}
		names = append(names, p.Key)
	}
	s.b.Report(name.At, fmt.Sprintf("no row %q in the drawing", name.S), Meant(name.S, names, "the axis runs from "+names[0]+" to "+names[len(names)-1]))
	return 0, false
}

// bands reads the periods and marks the points that belong to each.
func (b *Reader) bands(k Keys, s *Series) {
	if len(k.Bands) > 0 && s.Points[0].Year == 0 {
		b.Report(k.Bands[0].From.At, "bands need an axis of years, months or days", "choose a column of type year or date for x")
		return
	}
	last := 0
	for _, bk := range k.Bands {
		bd := plot.Band{From: s.year(bk.From, 0), Until: s.year(bk.Until, 0), Label: b.Text(bk.Label), Noun: k.BandNoun.S}
		b.Place(bd.Name(), bk.Label.At)
		switch {
		case bd.Until < bd.From:
			b.Report(bk.Until.At, fmt.Sprintf("until %d lies before from %d", bd.Until, bd.From), "until is the last year")
		case bd.From <= last:
			b.Report(bk.From.At, fmt.Sprintf("the band begins in %d, when the one before has not ended", bd.From), "order the bands by year and let each end before the next")
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

// Place is where the row of point i is written.
func (s *Series) Place(i int) diag.Pos { return s.rows[i].at }
