package ledger

import (
	"regexp"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// cellRef has the parts of data/rents.csv[year=2021].eur.
var cellRef = regexp.MustCompile(`(?s)^([^\[]+)\[([^=]+)=(.+)\]\.([^\]]+)$`)

// from gives a figure the number and the sources of a cell, and reports
// whether there is a number.
func (b *builder) from(f *Figure, t record.Text) bool {
	f.From = t.S
	m := cellRef.FindStringSubmatchIndex(t.S)
	if m == nil {
		b.report(t.At, "not a cell of a data file: "+quoted(t.S), "write data/file.csv[column=value].column")
		return false
	}
	part := func(i int) string { return t.S[m[2*i]:m[2*i+1]] }
	missing := func(i int, what, hint string) bool {
		b.report(t.Pos(m[2*i], m[2*i+1]), "no "+what, hint)
		return false
	}
	path, key, value, column := part(1), part(2), part(3), part(4)
	table := b.l.Table(path)
	if b.lost[path] {
		return false
	}
	if table == nil {
		return missing(1, "table "+path, diag.DidYouMean(path, b.l.TableNames()))
	}
	if table.Column(key) < 0 {
		return missing(2, "column "+key+" in "+path, columnHint(key, table))
	}
	col := table.Column(column)
	if col < 0 {
		return missing(4, "column "+column+" in "+path, columnHint(column, table))
	}
	row, ok := table.Find(key, value)
	if !ok {
		return missing(3, "row with "+key+" "+value+" in "+path, rowHint(key, value, table))
	}
	cell, _ := table.Cell(row, column)
	if cell.Missing {
		b.problems.ReportRelated(t.At, "the cell has no value", "name another cell, or give this one a value", cell.At, "this cell")
		return false
	}
	if !sameUnit(table.Fields[col].Unit, f.Value.Unit) {
		b.cellUnit(f, t, table.Fields[col])
		return false
	}
	f.Value = cell.In(f.Value.Unit)
	b.rowSources(f, table, row, t)
	return true
}

// rowHint says which rows there are.
func rowHint(key, value string, table *data.Table) string {
	var values []string
	for i := range table.Rows {
		if c, ok := table.Cell(i, key); ok && !c.Missing {
			values = append(values, c.Text)
		}
	}
	if hint := diag.DidYouMean(value, values); hint != "" || len(values) == 0 {
		return hint
	}
	return "its " + key + " runs from " + values[0] + " to " + values[len(values)-1]
}

func columnHint(name string, table *data.Table) string {
	if hint := diag.DidYouMean(name, table.Names()); hint != "" {
		return hint
	}
	return "its columns are " + strings.Join(table.Names(), ", ")
}

func (b *builder) cellUnit(f *Figure, t record.Text, field data.Field) {
	in := "has no unit"
	if field.Unit.Valid() {
		in = "is in " + field.Unit.String()
	}
	b.problems.ReportRelated(t.At, "column "+field.Name.S+" "+in+", the figure in "+f.Value.Unit.String(),
		"give both the same unit", field.Name.At, "the column is declared here")
}

// sameUnit reports whether a column's number can be a figure's. A column of
// rates of change has no one base, so its cells may become rises over one.
func sameUnit(column, figure unit.Unit) bool {
	return column.Like(figure) || column == unit.Percent && figure == unit.PercentMore
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
