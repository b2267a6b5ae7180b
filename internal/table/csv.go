package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
)

// CSV returns the table for programs: its columns with unrounded numbers, citation
// ids instead of names, and the row group as a column. Missing values are empty.
func (t Table) CSV() []byte {
	columns, rows := t.Flat()
	out := [][]string{nil}
	for _, c := range columns {
		out[0] = append(out[0], c.Name())
	}
	for _, row := range rows {
		var record []string
		for _, cell := range row {
			record = append(record, Safe(cell.Plain()))
		}
		out = append(out, record)
	}
	return writeCSV(out)
}

// Tidy returns the same values in long form, one number a line, under a name for the
// whole. Units are those of package unit, or those of its step.
func (t Table) Tidy(name string) []byte {
	out := [][]string{{"chart", "row", "group", "variable", "value", "unit"}}
	groups, rows := t.Rows()
	columns := named(t.Columns)
	for n, row := range rows {
		for i, cell := range row {
			if i > 0 && t.Columns[i].Number && cell.Plain() != "" {
				out = append(out, []string{name, Safe(row[0].Plain()), Safe(groups[n]), columns[i].Name(), Safe(cell.Plain()), t.Columns[i].Unit})
			}
		}
	}
	return writeCSV(out)
}

func writeCSV(records [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(records); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

var numeric = regexp.MustCompile(`^[-+]?\d+(\.\d+)?$`)

// Safe keeps spreadsheets from running a text as a formula: what begins with
// = + - @ or a control character and is no number gets an apostrophe.
func Safe(s string) string {
	if s == "" || numeric.MatchString(s) || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	return "'" + s
}

// JSON is the value of a cell of the column: a number, a text, or null for what is
// missing.
func (c Column) JSON(cell Cell) any {
	switch {
	case cell.Missing():
		return nil
	case c.Number && numeric.MatchString(cell.Plain()):
		return json.Number(cell.Plain())
	}
	return cell.Plain()
}
