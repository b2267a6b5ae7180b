package data

import (
	"slices"
	"strings"

	"sharingthecost/internal/diag"
)

// SourceColumn is the column that holds the citation ids of each row, parted
// by semicolons.
const SourceColumn = "source"

// A SourceID is a citation id named in a table, and where.
type SourceID struct {
	ID string
	At diag.Pos
}

// RowSources returns the citation ids in the source cell of a row, counted
// from 0. There are none when the table has no such column.
func (t *Table) RowSources(row int) []SourceID {
	if row < 0 || row >= len(t.Rows) {
		return nil
	}
	return t.Rows[row].sources
}

// sources reads the ids of a source cell that starts at an offset in the file.
func (r *csvReader) sources(c Cell, start int) []SourceID {
	if c.Missing {
		return nil
	}
	if r.src.Text[start] == '"' {
		start++ // ids have no quotes, so the rest is as written
	}
	var out []SourceID
	for part := range strings.SplitSeq(c.Text, ";") {
		if id := strings.TrimSpace(part); id != "" {
			at := start + strings.Index(part, id)
			out = append(out, SourceID{id, r.src.Pos(at, at+len(id))})
		}
		start += len(part) + 1
	}
	return out
}

// AllSources returns every citation of the table: those of the schema, then
// those of the rows, repeats included.
func (t *Table) AllSources() []SourceID {
	var out []SourceID
	for _, s := range t.Schema.Sources {
		out = append(out, SourceID{s.S, s.At})
	}
	for i := range t.Rows {
		out = append(out, t.RowSources(i)...)
	}
	return out
}

// SourceIDs returns the ids of [Table.AllSources], each once, in the order of
// first use.
func (t *Table) SourceIDs() []string {
	var ids []string
	for _, s := range t.AllSources() {
		if !slices.Contains(ids, s.ID) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
