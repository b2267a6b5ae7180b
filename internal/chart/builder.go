package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

// Inputs are what charts draw on.
type Inputs struct {
	Site   string // the site's name, printed on cards
	Ledger *ledger.Ledger
	Claims func(record.Text) diag.List // reports the numbers of a text that are no figure of the ledger; nil reports none
}

// A builder turns the record of one chart into what draws it, and gathers the
// problems it meets.
type builder struct {
	Inputs
	src      *diag.Source
	problems diag.List
	figures  []string            // ids used, in the order of first use
	tables   []string            // paths used, likewise
	cited    []string            // citation ids of rows and figures
	unjudged bool                // something that the chart uses is broken
	places   map[string]diag.Pos // where the texts of the drawing are written
	from     diag.Pos            // where the first data file or figure is named
}

func (b *builder) report(at diag.Pos, text, hint string) { b.problems.Report(at, text, hint) }

// text expands a text of the file, reports numbers in it that are no figures
// of the ledger, and remembers where it is written.
func (b *builder) text(t record.Text) string {
	if !t.Given() {
		return ""
	}
	plain, used, problems := b.Ledger.Expand(t)
	b.problems.Add(problems)
	for _, id := range used {
		b.broken(id)
		b.figures = addOnce(b.figures, id)
	}
	if len(problems) > 0 {
		b.broken("figures.yaml")
	}
	if b.Claims != nil {
		b.problems.Add(b.Claims(t))
	}
	plain = strings.TrimSpace(plain)
	b.place(plain, t.At)
	return plain
}

// place remembers where a text of the drawing comes from, so that a collision
// of two texts can be reported there.
func (b *builder) place(text string, at diag.Pos) {
	if _, ok := b.places[text]; !ok && text != "" && at.File != "" {
		b.places[text] = at
	}
}

// broken reports whether something is wrong with what a name stands for. The chart
// is then not judged: what seems wrong with it may come from that.
func (b *builder) broken(name string) bool {
	b.unjudged = b.unjudged || b.Ledger.Broken(name)
	return b.Ledger.Broken(name)
}

// figure looks a figure up and reports one that does not exist.
func (b *builder) figure(id record.Text) (*ledger.Figure, bool) {
	f := b.Ledger.Figure(id.S)
	if b.broken(id.S) || f == nil && b.broken("figures.yaml") {
		return nil, false
	}
	if f == nil {
		b.report(id.At, fmt.Sprintf("no figure %q", id.S), meant(id.S, b.Ledger.FigureIDs(), "add it to content/figures.yaml"))
		return nil, false
	}
	b.starts(id.At)
	b.uses(f)
	return f, true
}

// starts remembers where what is drawn is first named.
func (b *builder) starts(at diag.Pos) {
	if b.from.File == "" {
		b.from = at
	}
}

func (b *builder) uses(f *ledger.Figure) {
	b.figures = addOnce(b.figures, f.ID)
	for _, id := range figureSources(f) {
		b.cited = addOnce(b.cited, id)
	}
}

// figureSources are the citation ids of a figure; our arithmetic has none.
func figureSources(f *ledger.Figure) []string {
	if f.Status == ledger.Arithmetic {
		return nil
	}
	return citationIDs(f.Sources)
}

func citationIDs(list []ledger.Citation) []string {
	var ids []string
	for _, c := range list {
		ids = append(ids, c.ID)
	}
	return ids
}

// table looks a data file up and reports one that does not exist.
func (b *builder) table(path record.Text) (*data.Table, bool) {
	t := b.Ledger.Table(path.S)
	if b.broken(path.S) {
		return nil, false
	}
	if t == nil {
		b.report(path.At, fmt.Sprintf("no data file %q", path.S), meant(path.S, b.Ledger.TableNames(), "write its path: data/contribution.csv"))
		return nil, false
	}
	b.starts(path.At)
	b.tables = addOnce(b.tables, path.S)
	return t, true
}

// field finds a column of a table and reports one that does not exist.
func (b *builder) field(t *data.Table, name record.Text) (data.Field, bool) {
	if i := t.Column(name.S); i >= 0 {
		return t.Fields[i], true
	}
	b.report(name.At, fmt.Sprintf("no column %q in %s", name.S, t.Path), meant(name.S, t.Names(), "its columns are "+strings.Join(t.Names(), ", ")))
	return data.Field{}, false
}

// numbers reports a column of text where numbers are needed.
func (b *builder) numbers(f data.Field, name record.Text) bool {
	if f.Type.Numeric() {
		return true
	}
	b.report(name.At, fmt.Sprintf("column %q holds text, not numbers", name.S), "choose a column of type number, or change its type in the schema")
	return false
}

// rowsWhere returns the rows of a table that hold the values asked for.
func (b *builder) rowsWhere(t *data.Table, where record.Map[record.Text]) []int {
	for _, w := range where {
		b.field(t, w.Key)
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
		b.report(where[0].Key.At, "no row of "+t.Path+" has these values", "write each value as it stands in the file")
	}
	return rows
}

// sources resolves the citations of the chart.
func (b *builder) sources(list []record.Text) []Citation {
	var out []Citation
	for _, t := range list {
		id, locator, _ := strings.Cut(t.S, ",")
		c := Citation{ID: strings.TrimSpace(id), Locator: strings.TrimSpace(locator)}
		s := b.Ledger.Source(c.ID)
		if s == nil && b.broken("sources.yaml") {
			continue
		}
		if s == nil {
			b.report(t.Pos(0, len(id)), fmt.Sprintf("no source %q", c.ID), meant(c.ID, b.Ledger.SourceIDs(), "add it to content/sources.yaml"))
			continue
		}
		c.Short, c.Full, c.URL = cmp.Or(s.Short(), c.ID), cmp.Or(s.Full(), c.ID), s.URL.S
		b.place(c.Short, t.At)
		out = append(out, c)
	}
	return out
}

// sourceNames writes citation ids for readers of a table.
func (b *builder) sourceNames(ids []string) string {
	var names []string
	for _, id := range ids {
		b.cited = addOnce(b.cited, id)
		name := id
		if s := b.Ledger.Source(id); s != nil {
			name = cmp.Or(s.Short(), id)
		}
		names = addOnce(names, name)
	}
	return strings.Join(names, "; ")
}

// rowSources are the citation ids of a row of a table.
func rowSources(t *data.Table, row int) []string {
	var ids []string
	for _, s := range t.RowSources(row) {
		ids = append(ids, s.ID)
	}
	return ids
}

// sourceCell shows citation ids by name, and keeps them for programs.
func (b *builder) sourceCell(ids []string) cell {
	return cell{text: b.sourceNames(ids), raw: strings.Join(ids, ";")}
}

// meant is the hint for a name that does not exist: the nearest that does, or
// else what to do.
func meant(name string, known []string, otherwise string) string {
	return cmp.Or(diag.DidYouMean(name, known), otherwise)
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
