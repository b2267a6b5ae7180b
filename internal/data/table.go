package data

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A Table is a series: what it is, and its rows.
type Table struct {
	Path   string // of the CSV, from the project's root: "content/data/rents.csv"
	Name   string // "rents"
	Schema Schema
	Fields []Field // the columns, in the order of the file
	Rows   []Row
	Raw    []byte // the CSV as published: UTF-8, no byte order mark, LF line ends
}

// A Row has one cell for each field of its table.
type Row struct {
	Cells []Cell
	At    diag.Pos

	sources []SourceID
}

// A Cell is one value of a table.
type Cell struct {
	Text    string  // as written
	F       float64 // the number, for fields of a numeric type
	Missing bool    // whether the cell has no value
	At      diag.Pos
}

// In is the number of the cell in a unit, with the decimals that it is written with.
func (c Cell) In(u unit.Unit) unit.Value { return u.Written(c.F, unit.Decimals(c.Text)) }

// Load reads the CSV at a path from the project's root, and its schema, whose
// columns have units of a table. An
// error is the machine's failure, or a path that no file has; authors'
// mistakes are problems. The table is nil when its schema is not sound.
func Load(fsys fs.FS, csvPath string, units unit.Table) (*Table, diag.List, error) {
	raw, err := fs.ReadFile(fsys, csvPath)
	if err != nil {
		return nil, nil, fmt.Errorf("read the table %s: %w", csvPath, err)
	}
	src := diag.NewSource(csvPath, raw)
	schemaPath := strings.TrimSuffix(csvPath, path.Ext(csvPath)) + ".yaml"
	schemaText, err := fs.ReadFile(fsys, schemaPath)
	if errors.Is(err, fs.ErrNotExist) {
		var problems diag.List
		problems.Report(src.Whole(), "no schema "+schemaPath, "write one with title, licence and fields")
		return nil, problems, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read the schema %s: %w", schemaPath, err)
	}
	t := &Table{Path: csvPath, Name: strings.TrimSuffix(path.Base(csvPath), path.Ext(csvPath))}
	problems := record.Read(diag.NewSource(schemaPath, schemaText), &t.Schema)
	problems.Add(t.Schema.check(units))
	if len(problems) > 0 {
		return nil, problems, nil // without a sound schema every cell would be a problem
	}
	t.Fields = t.Schema.Fields
	raw = emptyRows.ReplaceAll(raw, []byte("$1"))
	src = diag.NewSource(csvPath, raw)
	t.Raw = bytes.ReplaceAll(bytes.TrimPrefix(raw, bom), []byte("\r\n"), []byte("\n"))
	return t, t.read(src), nil
}

// emptyRows matches the rows without a cell that spreadsheets leave at the end of a file.
var emptyRows = regexp.MustCompile(`(\r?\n)(?:[, \t]*\r?\n)*[, \t]+(?:\r?\n)*\z`)

// Column returns the position of a field among the columns, or −1.
func (t *Table) Column(field string) int {
	for i, f := range t.Fields {
		if f.Name.S == field {
			return i
		}
	}
	return -1
}

// Cell returns the cell of a row, counted from 0, under a field; ok is false
// when the table has no such row or field.
func (t *Table) Cell(row int, field string) (cell Cell, ok bool) {
	col := t.Column(field)
	if col < 0 || row < 0 || row >= len(t.Rows) {
		return Cell{}, false
	}
	return t.Rows[row].Cells[col], true
}

// Find returns the first row whose cell under the field holds the value, as
// written.
func (t *Table) Find(field, value string) (row int, ok bool) {
	col := t.Column(field)
	if col < 0 {
		return 0, false
	}
	for i, r := range t.Rows {
		if r.Cells[col].Text == value {
			return i, true
		}
	}
	return 0, false
}

// Names lists the columns.
func (t *Table) Names() []string { return t.Schema.names() }
