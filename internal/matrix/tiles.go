package matrix

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

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

// tilesFile is a map of squares, one for each region.
type tilesFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	Subject record.Text             `yaml:"subject,required" doc:"What the values are, to begin a sentence."`
	Tiles   record.Text             `yaml:"tiles,required" doc:"The data file of the map, with the columns name, row and column (whole numbers, from the top left), and short for narrow squares."`
	Data    record.Text             `yaml:"data,required" doc:"The data file with the values."`
	X       record.Text             `yaml:"x,required" doc:"Its column with the names of the regions, as in the file of the map."`
	Y       record.Text             `yaml:"y,required" doc:"Its column with their values."`
	Where   record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
}

type tiles struct {
	form.Plain
	lang *lang.Language
	plot.Tiles
	subject, title, nameTitle string
	sources                   []table.Cell
}

func (f *tilesFile) build(b *builder) form.Body {
	places, ok := b.Table(f.Tiles)
	t, okData := b.Table(f.Data)
	if !ok || !okData {
		return nil
	}
	x, okX := b.Field(t, f.X)
	y, okY := b.Field(t, f.Y)
	if !okX || !okY || !b.Numbers(y, f.Y) {
		return nil
	}
	k := &tiles{lang: b.Lang(), subject: b.Text(f.Subject), title: titleAndUnit(b.Lang(), y), nameTitle: series.TitleOf(x)}
	if !b.squares(k, f, places) || !b.regions(k, f, t, y) {
		return nil
	}
	return k
}

// squares reads where the regions lie.
func (b *builder) squares(k *tiles, f *tilesFile, t *data.Table) bool {
	for _, name := range []string{"name", "row", "column"} {
		if t.Column(name) < 0 {
			b.Report(f.Tiles.At, fmt.Sprintf("%s has no column %q", t.Path, name), "a map of squares needs the columns name, row and column")
			return false
		}
	}
	at := map[[2]int]string{}
	for i := range t.Rows {
		name, _ := t.Cell(i, "name")
		short, _ := t.Cell(i, "short")
		var place [2]int
		for n, column := range []string{"row", "column"} {
			c, _ := t.Cell(i, column)
			v, err := strconv.Atoi(c.Text)
			if err != nil || v < 1 || v > 40 {
				b.Report(c.At, fmt.Sprintf("%q is no place on the map", c.Text), "write a whole number from 1 to 40, counted from the top left")
				return false
			}
			place[n] = v
		}
		if other, taken := at[place]; taken {
			b.Report(name.At, fmt.Sprintf("the square of %s is that of %s", name.Text, other), "give each region a square of its own")
			return false
		}
		at[place] = name.Text
		b.Place(name.Text, name.At)
		k.Tiles.Tiles = append(k.Tiles.Tiles, plot.Tile{Name: name.Text, Short: cmp.Or(short.Text, name.Text), Row: place[0] - 1, Column: place[1] - 1, Value: math.NaN()})
		k.Down, k.Across = max(k.Down, place[0]), max(k.Across, place[1])
	}
	return len(k.Tiles.Tiles) > 0
}

// regions reads the value of each region.
func (b *builder) regions(k *tiles, f *tilesFile, t *data.Table, y data.Field) bool {
	var known []string
	for _, tile := range k.Tiles.Tiles {
		known = append(known, tile.Name)
	}
	k.sources = make([]table.Cell, len(known))
	var values []float64
	var written []unit.Value
	for _, i := range b.RowsWhere(t, f.Where) {
		name, _ := t.Cell(i, f.X.S)
		v, _ := t.Cell(i, f.Y.S)
		n := slices.Index(known, name.Text)
		switch {
		case n < 0:
			b.Report(name.At, fmt.Sprintf("no square for %q", name.Text), series.Meant(name.Text, known, "add it to "+f.Tiles.S))
			return false
		case !math.IsNaN(k.Tiles.Tiles[n].Value):
			b.Report(name.At, fmt.Sprintf("a second value for %s", name.Text), "keep one row for each region")
			return false
		case v.Missing:
			continue
		}
		k.Tiles.Tiles[n].Value, k.sources[n] = v.F, b.SourceCell(series.RowSources(t, i))
		values, written = append(values, v.F), append(written, v.In(y.Unit))
	}
	if len(values) == 0 {
		b.Report(f.Y.At, fmt.Sprintf("column %q has no value for a region of the map", f.Y.S), "check the column, and the rows that where leaves")
		return false
	}
	format := unit.FormatFor(b.Lang(), y.Unit, written, -1)
	if !b.Drawable(f.Y.At, form.Largest(values)/format.Divisor) {
		return false
	}
	k.Scale = plot.ClassScale(format, values, draw.Classes)
	row := 0
	for n := range k.Tiles.Tiles {
		tile := &k.Tiles.Tiles[n]
		row++
		tile.TableRow = row
		if !math.IsNaN(tile.Value) {
			tile.Says = format.Number(tile.Value)
		}
	}
	return true
}

func (k *tiles) Table() table.Table {
	t := table.Table{Columns: []table.Column{{Title: k.nameTitle}, {Title: k.title, Number: true, Unit: k.Scale.Format.UnitName()}, {Title: k.lang.Chart.Source}}}
	var rows [][]table.Cell
	for n, tile := range k.Tiles.Tiles {
		rows = append(rows, []table.Cell{table.Text(tile.Name), numberOr(k.Scale.Format, tile.Value), k.sources[n]})
	}
	t.Groups = []table.Group{{Rows: rows}}
	return t
}

// ranked are the regions that have a value, the highest first.
func (k *tiles) ranked() []plot.Tile {
	out := slices.DeleteFunc(slices.Clone(k.Tiles.Tiles), func(t plot.Tile) bool { return math.IsNaN(t.Value) })
	slices.SortStableFunc(out, func(a, b plot.Tile) int { return cmp.Compare(b.Value, a.Value) })
	return out
}

func (k *tiles) Alt() string {
	order := k.ranked()
	text := k.lang.Chart.Tiles.With("count", k.lang.Count(len(k.Tiles.Tiles)), "subject", k.subject, "name", order[0].Name, "value", k.Scale.Format.Phrase(order[0].Value))
	if last := order[len(order)-1]; len(order) > 1 {
		text = k.lang.Chart.TilesLowest.With("highest", text, "name", last.Name, "value", k.Scale.Format.Phrase(last.Value))
	}
	return lang.Sentences(text, k.lang.Chart.TableBelow)
}

func (k *tiles) Describe() []string {
	order := k.ranked()
	var parts []string
	for _, t := range order {
		parts = append(parts, t.Name+" "+k.Scale.Format.Said(t.Value))
	}
	s := k.Scale
	out := []string{k.lang.Chart.TilesScale.With("low", s.Tick(s.Lo), "high", s.Tick(s.Hi), "title", k.lang.Within(k.title)),
		k.lang.Chart.FromHighest.With("list", k.lang.List(parts))}
	if n := len(k.Tiles.Tiles) - len(order); n > 0 {
		out = append(out, k.lang.Many(n, k.lang.Chart.WithoutValues))
	}
	return out
}

func (k *tiles) Explore() plot.View { return k.Tiles.View() }
