package ledger

import (
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A cellRef is data/contribution.csv[year=2021].krw_bn, with the offset of
// each part.
type cellRef struct {
	path, key, value, column       string
	keyAt, valueAt, columnAt, size int
}

// parseCellRef reads a reference; ok is false when it has another shape.
func parseCellRef(s string) (r cellRef, ok bool) {
	open := strings.IndexByte(s, '[')
	shut := strings.LastIndexByte(s, ']')
	if open <= 0 || shut < open || !strings.HasPrefix(s[shut+1:], ".") {
		return r, false
	}
	key, value, ok := strings.Cut(s[open+1:shut], "=")
	r = cellRef{
		path: s[:open], key: key, value: value, column: s[shut+2:],
		keyAt: open + 1, valueAt: open + 1 + len(key) + 1, columnAt: shut + 2, size: len(s),
	}
	return r, ok && key != "" && value != "" && r.column != ""
}

// from gives a figure the number and the sources of a cell, and reports
// whether there is a number.
func (b *builder) from(f *Figure, t record.Text) bool {
	f.From = t.S
	r, ok := parseCellRef(t.S)
	if !ok {
		b.report(t.At, "not a cell of a data file: "+quoted(t.S), "write data/file.csv[column=value].column")
		return false
	}
	table := b.l.Table(r.path)
	if b.lost[r.path] {
		return false
	}
	if table == nil {
		b.report(t.Pos(0, len(r.path)), "no table "+r.path, diag.DidYouMean(r.path, names(b.l.Tables, func(t *data.Table) string { return strings.TrimPrefix(t.Path, "content/") })))
		return false
	}
	if table.Column(r.key) < 0 {
		b.report(t.Pos(r.keyAt, r.keyAt+len(r.key)), "no column "+r.key+" in "+r.path, columnHint(r.key, table))
		return false
	}
	col := table.Column(r.column)
	if col < 0 {
		b.report(t.Pos(r.columnAt, r.size), "no column "+r.column+" in "+r.path, columnHint(r.column, table))
		return false
	}
	row, ok := table.Find(r.key, r.value)
	if !ok {
		b.report(t.Pos(r.valueAt, r.valueAt+len(r.value)), "no row with "+r.key+" "+r.value+" in "+r.path, rowHint(r, table))
		return false
	}
	cell, _ := table.Cell(row, r.column)
	if cell.Missing {
		b.problems.ReportRelated(t.At, "the cell has no value", "name another cell, or give this one a value", cell.At, "this cell")
		return false
	}
	if !sameUnit(table.Fields[col].Unit, f.Value.Unit) {
		b.cellUnit(f, t, table.Fields[col])
		return false
	}
	f.Value.F = cell.F
	f.Value.Decimals = f.Value.Unit.Written(cell.Text)
	b.rowSources(f, table, row, t)
	return true
}

// rowHint says which rows there are.
func rowHint(r cellRef, table *data.Table) string {
	var values []string
	for i := range table.Rows {
		if c, ok := table.Cell(i, r.key); ok && !c.Missing {
			values = append(values, c.Text)
		}
	}
	if hint := diag.DidYouMean(r.value, values); hint != "" || len(values) == 0 {
		return hint
	}
	return "its " + r.key + " runs from " + values[0] + " to " + values[len(values)-1]
}

func columnHint(name string, table *data.Table) string {
	if hint := diag.DidYouMean(name, table.Names()); hint != "" {
		return hint
	}
	return "its columns are " + strings.Join(table.Names(), ", ")
}

func (b *builder) cellUnit(f *Figure, t record.Text, field data.Field) {
	in := "has no unit"
	if field.Unit != "" {
		in = "is in " + string(field.Unit)
	}
	b.problems.ReportRelated(t.At, "column "+field.Name.S+" "+in+", the figure in "+string(f.Value.Unit),
		"give both the same unit", field.Name.At, "the column is declared here")
}

// sameUnit reports whether a column's number can be a figure's. A column of
// rates of change has no one base, so its cells may become rises over one.
func sameUnit(column, figure unit.Unit) bool {
	return column == figure || column == unit.Percent && figure == unit.PercentMore
}

// rowSources adds the sources of a row before those of the figure itself.
func (b *builder) rowSources(f *Figure, table *data.Table, row int, t record.Text) {
	var cites []Citation
	for _, s := range table.RowSources(row) {
		if b.l.source[s.ID] != nil { // unknown ones were reported at the cell
			cites = append(cites, Citation{ID: s.ID})
		}
	}
	if len(table.RowSources(row)) == 0 {
		for _, s := range table.Schema.Sources {
			if b.l.source[s.S] != nil {
				cites = append(cites, Citation{ID: s.S})
			}
		}
		if len(cites) == 0 && len(f.Sources) == 0 && len(table.AllSources()) == 0 {
			b.report(t.At, f.ID+" has no source", "name it in the column source of the row, or give the figure sources: [id]")
		}
	}
	f.Sources = union(cites, f.Sources)
}
