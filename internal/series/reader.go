// Package series looks up what a chart file names: texts with their figures, figures
// by id, data files and their columns, and lays the rows of a data file out as columns
// over one axis.
//
// A [Reader] belongs to one chart file. It gathers the author's mistakes with their
// places, and remembers which figures, data files and sources the chart uses and where
// the texts of its drawing are written, so that a collision of two can be told there.
// What is broken elsewhere is told elsewhere: a chart that uses it is not judged.
//
// The axis of a [Series] holds years, months (2026-01), days or numbers to scale,
// by the type of the column x, or in a column of texts by what all its cells are;
// all else is names, which stand in the order of the file. A missing year or month
// has its place, and no value.
//
// A column is one of the data file, or one described under columns: taken from figures
// (figures: [rise_*, agreed_*], the star being the year, *-1 the year before), from
// another data file (lookup), or worked out (change_of: the change on the year or month
// before, and else on the row before).
package series

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/table"
)

// Inputs are what charts draw on.
type Inputs struct {
	Site   string // the site's name, printed on cards
	Ledger *ledger.Ledger
	Claims func(record.Text) diag.List // reports the numbers of a text that are no figure of the ledger; nil reports none
}

// A Reader looks up what one chart file names, and gathers the problems it meets.
type Reader struct {
	Inputs
	Src      *diag.Source
	Problems diag.List
	Figures  []string // ids used, in the order of first use
	Tables   []string // paths used, likewise
	Cited    []string // citation ids of rows and figures
	Unjudged bool     // something that the chart uses is broken
	From     diag.Pos // where the first data file or figure is named

	places map[string]diag.Pos // where the texts of the drawing are written
}

// NewReader reads for one chart file.
func NewReader(src *diag.Source, in Inputs) *Reader {
	return &Reader{Inputs: in, Src: src, places: map[string]diag.Pos{}}
}

// Lang is the language of the site.
func (b *Reader) Lang() *lang.Language { return b.Ledger.Lang }

// Report adds a problem.
func (b *Reader) Report(at diag.Pos, text, hint string) { b.Problems.Report(at, text, hint) }

// Text expands a text of the file, reports numbers in it that are no figures
// of the ledger, and remembers where it is written.
func (b *Reader) Text(t record.Text) string {
	if !t.Given() {
		return ""
	}
	plain, used, problems := b.Ledger.Expand(t)
	b.Problems.Add(problems)
	for _, id := range used {
		b.Broken(id)
		b.Figures = AddOnce(b.Figures, id)
	}
	if len(problems) > 0 {
		b.Broken("figures.yaml")
	}
	if b.Claims != nil {
		b.Problems.Add(b.Claims(t))
	}
	plain = strings.TrimSpace(plain)
	b.Place(plain, t.At)
	return plain
}

// Place remembers where a text of the drawing comes from, so that a collision
// of two texts can be reported there.
func (b *Reader) Place(text string, at diag.Pos) {
	if _, ok := b.places[text]; !ok && text != "" && at.File != "" {
		b.places[text] = at
	}
}

// Broken reports whether something is wrong with what a name stands for. The chart
// is then not judged: what seems wrong with it may come from that.
func (b *Reader) Broken(name string) bool {
	b.Unjudged = b.Unjudged || b.Ledger.Broken(name)
	return b.Ledger.Broken(name)
}

// Figure looks a figure up and reports one that does not exist.
func (b *Reader) Figure(id record.Text) (*ledger.Figure, bool) {
	f := b.Ledger.Figure(id.S)
	if b.Broken(id.S) || f == nil && b.Broken("figures.yaml") {
		return nil, false
	}
	if f == nil {
		b.Report(id.At, fmt.Sprintf("no figure %q", id.S), Meant(id.S, b.Ledger.FigureIDs(), "add it to content/figures.yaml"))
		return nil, false
	}
	b.Starts(id.At)
	b.Uses(f)
	return f, true
}

// Starts remembers where what is drawn is first named.
func (b *Reader) Starts(at diag.Pos) {
	if b.From.File == "" {
		b.From = at
	}
}

// Uses notes a figure that the chart draws, and its sources.
func (b *Reader) Uses(f *ledger.Figure) {
	b.Figures = AddOnce(b.Figures, f.ID)
	for _, id := range FigureSources(f) {
		b.Cited = AddOnce(b.Cited, id)
	}
}

// FigureSources are the citation ids of a figure; our arithmetic has none.
func FigureSources(f *ledger.Figure) []string {
	if f.Status == ledger.Arithmetic {
		return nil
	}
	return CitationIDs(f.Sources)
}

// CitationIDs are the ids of citations.
func CitationIDs(list []ledger.Citation) []string {
	var ids []string
	for _, c := range list {
		ids = append(ids, c.ID)
	}
	return ids
}

// Table looks a data file up and reports one that does not exist.
func (b *Reader) Table(path record.Text) (*data.Table, bool) {
	t := b.Ledger.Table(path.S)
	if b.Broken(path.S) {
		return nil, false
	}
	if t == nil {
		b.Report(path.At, fmt.Sprintf("no data file %q", path.S), Meant(path.S, b.Ledger.TableNames(), "write its path: data/rents.csv"))
		return nil, false
	}
	b.Starts(path.At)
	b.Tables = AddOnce(b.Tables, path.S)
	return t, true
}

// Field finds a column of a table and reports one that does not exist.
func (b *Reader) Field(t *data.Table, name record.Text) (data.Field, bool) {
	if i := t.Column(name.S); i >= 0 {
		return t.Fields[i], true
	}
	b.Report(name.At, fmt.Sprintf("no column %q in %s", name.S, t.Path), Meant(name.S, t.Names(), "its columns are "+strings.Join(t.Names(), ", ")))
	return data.Field{}, false
}

// Numbers reports a column of text where numbers are needed.
func (b *Reader) Numbers(f data.Field, name record.Text) bool {
	if f.Type.Numeric() {
		return true
	}
	b.Report(name.At, fmt.Sprintf("column %q holds text, not numbers", name.S), "choose a column of type number, or change its type in the schema")
	return false
}

// RowsWhere returns the rows of a table that hold the values asked for.
func (b *Reader) RowsWhere(t *data.Table, where record.Map[record.Text]) []int {
	for _, w := range where {
		b.Field(t, w.Key)
	}
	var rows []int
	for i := range t.Rows {
		if !slices.ContainsFunc(where, func(w record.Entry[record.Text]) bool {
			c, ok := t.Cell(i, w.Key.S)
			return ok && c.Text != w.Value.S
		}) {
			rows = append(rows, i)
		}
	}
	if len(rows) == 0 && len(where) > 0 {
		b.Report(where[0].Key.At, "no row of "+t.Path+" has these values", "write each value as it stands in the file")
	}
	return rows
}

// sourceNames writes citation ids for readers of a table.
func (b *Reader) sourceNames(ids []string) string {
	var names []string
	for _, id := range ids {
		b.Cited = AddOnce(b.Cited, id)
		name := id
		if s := b.Ledger.Source(id); s != nil {
			name = cmp.Or(s.Short(b.Lang()), id)
		}
		names = AddOnce(names, name)
	}
	return strings.Join(names, "; ")
}

// RowSources are the citation ids of a row of a table.
func RowSources(t *data.Table, row int) []string {
	var ids []string
	for _, s := range t.RowSources(row) {
		ids = append(ids, s.ID)
	}
	return ids
}

// SourceCell shows citation ids by name, and keeps them for programs.
func (b *Reader) SourceCell(ids []string) table.Cell {
	return table.Cell{Text: b.sourceNames(ids), Raw: strings.Join(ids, ";")}
}

// Meant is the hint for a name that does not exist: the nearest that does, or
// else what to do.
func Meant(name string, known []string, otherwise string) string {
	return cmp.Or(diag.DidYouMean(name, known), otherwise)
}

// AddOnce adds what is not in a list yet.
func AddOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// At finds where a text of the drawing is written: the whole of it, or the
// longest text of the file that is a part of it or that it is a part of. What the
// program writes itself comes from what is drawn.
func (b *Reader) At(text string) diag.Pos {
	if p, ok := b.places[text]; ok {
		return p
	}
	best, length := b.From, 0
	for s, p := range b.places {
		if !strings.Contains(text, s) && !strings.Contains(s, text) {
			continue
		}
		n := min(len(s), len(text))
		if n > length || n == length && length > 0 && p.String() < best.String() { // the map has no order, the answer has
			best, length = p, n
		}
	}
	return best
}
