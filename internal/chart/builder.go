package chart

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A builder turns the record of one chart into what draws it, and gathers the
// problems it meets.
type builder struct {
	lookup   Lookup
	src      *diag.Source
	problems diag.List
	figures  []string            // ids used, in the order of first use
	tables   []string            // paths used, likewise
	cited    []string            // citation ids of rows and figures
	places   map[string]diag.Pos // where the texts of the drawing are written
	broken   bool                // a data file has problems of its own, told elsewhere
}

func (b *builder) report(at diag.Pos, text, hint string) { b.problems.Report(at, text, hint) }

var insertion = regexp.MustCompile(`\{\{[^}]*\}\}`)

// text expands a text of the file, reports numbers in it that no figure
// stands for, and remembers where it is written.
func (b *builder) text(t record.Text) string {
	if !t.Given() {
		return ""
	}
	plain := t.S
	if b.lookup.Expand != nil {
		var used []string
		var problems diag.List
		plain, used, problems = b.lookup.Expand(t)
		b.problems.Add(problems)
		for _, id := range used {
			b.figures = addOnce(b.figures, id)
		}
	}
	if b.lookup.Claims != nil {
		own := insertion.ReplaceAllStringFunc(t.S, func(s string) string { return strings.Repeat(" ", len(s)) })
		for _, c := range b.lookup.Claims(own) {
			b.report(t.Pos(c.Start, c.End), c.Text, c.Hint)
		}
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

// figure looks a figure up and reports one that does not exist.
func (b *builder) figure(id record.Text) (Figure, bool) {
	f, ok := b.lookup.figure(id.S)
	if !ok {
		b.report(id.At, fmt.Sprintf("no figure %q", id.S), meant(id.S, b.lookup.Figures, "add it to content/figures.yaml"))
		return f, false
	}
	b.uses(f)
	return f, true
}

func (b *builder) uses(f Figure) {
	b.figures = addOnce(b.figures, f.ID)
	for _, id := range f.Sources {
		b.cited = addOnce(b.cited, id)
	}
}

// table looks a data file up and reports one that does not exist. One that is
// known and cannot be had has problems of its own, which its reader told.
func (b *builder) table(path record.Text) (*data.Table, bool) {
	t, ok := b.lookup.table(path.S)
	if !ok && slices.Contains(b.lookup.Tables, path.S) {
		b.broken = true
		return nil, false
	}
	if !ok {
		b.report(path.At, fmt.Sprintf("no data file %q", path.S), meant(path.S, b.lookup.Tables, "write its path: data/contribution.csv"))
		return nil, false
	}
	b.tables = addOnce(b.tables, path.S)
	return t, true
}

// field finds a column of a table and reports one that does not exist.
func (b *builder) field(t *data.Table, name record.Text) (data.Field, bool) {
	if i := t.Column(name.S); i >= 0 {
		return t.Fields[i], true
	}
	hint := diag.DidYouMean(name.S, t.Names())
	if hint == "" {
		hint = "its columns are " + strings.Join(t.Names(), ", ")
	}
	b.report(name.At, fmt.Sprintf("no column %q in %s", name.S, t.Path), hint)
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
	if list != nil && len(list) == 0 {
		b.report(b.src.Whole(), "the chart has no sources", "name at least one citation id under sources")
	}
	var out []Citation
	for _, t := range list {
		id, locator, _ := strings.Cut(t.S, ",")
		c := Citation{ID: strings.TrimSpace(id), Locator: strings.TrimSpace(locator)}
		s, ok := b.lookup.source(c.ID)
		if !ok && b.lookup.Source != nil {
			b.report(t.Pos(0, len(id)), fmt.Sprintf("no source %q", c.ID), meant(c.ID, b.lookup.Sources, "add it to content/sources.yaml"))
			continue
		}
		c.Short, c.Full, c.URL = s.Short, s.Full, s.URL
		if c.Short == "" {
			c.Short = c.ID
		}
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
		if s, ok := b.lookup.source(id); ok && s.Short != "" {
			name = s.Short
		}
		names = addOnce(names, name)
	}
	return strings.Join(names, "; ")
}

// meant is the hint for a name that does not exist: the nearest that does, or
// else what to do.
func meant(name string, known []string, otherwise string) string {
	if hint := diag.DidYouMean(name, known); hint != "" {
		return hint
	}
	return otherwise
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
