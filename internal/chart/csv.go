package chart

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
)

// CSV returns the table for programs: the columns of TableHTML with unrounded
// numbers, citation ids instead of names, and the row group as a column.
// Missing values are empty.
func (c *Chart) CSV() []byte {
	g := c.body.table()
	var head []string
	for i, h := range g.head {
		head = append(head, h.name())
		if i == 0 && g.groupKey != "" {
			head = append(head, g.groupKey)
		}
	}
	out := [][]string{head}
	names, rows := g.rows()
	for n, row := range rows {
		var record []string
		for i, cl := range row {
			record = append(record, safe(cl.plain()))
			if i == 0 && g.groupKey != "" {
				record = append(record, safe(names[n]))
			}
		}
		out = append(out, record)
	}
	return writeCSV(out)
}

// Tidy returns the same values in long form, one number a line: chart, row,
// group, variable, value, unit. Units are those of package unit, and krw_tn for
// trillions of won.
func (c *Chart) Tidy() []byte {
	g := c.body.table()
	out := [][]string{{"chart", "row", "group", "variable", "value", "unit"}}
	names, rows := g.rows()
	for n, row := range rows {
		for i, cl := range row {
			if i > 0 && g.head[i].number && cl.plain() != "" {
				out = append(out, []string{c.ID, safe(row[0].plain()), safe(names[n]), g.head[i].name(), safe(cl.plain()), g.head[i].unit})
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

// safe keeps spreadsheets from running a text as a formula: what begins with
// = + - @ or a control character and is no number gets an apostrophe.
func safe(s string) string {
	if s == "" || numeric.MatchString(s) || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	return "'" + s
}
