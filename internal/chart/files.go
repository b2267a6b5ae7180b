package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strings"
)

// CSV returns the table for programs: the columns of TableHTML with unrounded
// numbers, citation ids instead of names, and the row group as a column.
// Missing values are empty.
func (c *Chart) CSV() []byte {
	head, rows := c.body.table().flat()
	out := [][]string{nil}
	for _, h := range head {
		out[0] = append(out[0], h.name())
	}
	for _, row := range rows {
		var record []string
		for _, cl := range row {
			record = append(record, safe(cl.plain()))
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

type jsonChart struct {
	ID          string       `json:"id"`
	Version     string       `json:"version"`
	Form        string       `json:"form"`
	Headline    string       `json:"headline"`
	Subhead     string       `json:"subhead"`
	Note        string       `json:"note"`
	Alt         string       `json:"alt"`
	Description string       `json:"description"`
	Sources     []Citation   `json:"sources"`
	Columns     []jsonColumn `json:"columns"`
	Rows        [][]any      `json:"rows"`
	Figures     []string     `json:"figures"`
	Tables      []string     `json:"tables"`
	Spec        jsonSpec     `json:"spec"`
}

type jsonColumn struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Type  string `json:"type"`
	Unit  string `json:"unit,omitempty"`
}

type jsonSpec struct {
	Path string `json:"path"`
	YAML string `json:"yaml"`
}

// Version is a short name for the chart's content: it changes when the chart
// file or a number does.
func (c *Chart) Version() string {
	h := sha256.New()
	h.Write(c.raw)
	h.Write(c.CSV())
	h.Write([]byte(c.Headline + "\n" + c.Subhead + "\n" + c.Note))
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// JSON returns the chart as data: texts, sources, columns with units, rows
// with unrounded numbers and null for what is missing, and the chart file.
func (c *Chart) JSON() []byte {
	out := jsonChart{ID: c.ID, Version: c.Version(), Form: c.Form, Headline: c.Headline, Subhead: c.Subhead, Note: c.Note, Alt: c.Alt(),
		Description: c.Description(), Sources: c.Sources, Figures: append([]string{}, c.Figures...), Tables: append([]string{}, c.Tables...), Spec: jsonSpec{c.Path, string(c.raw)}}
	head, rows := c.body.table().flat()
	for _, h := range head {
		kind := "string"
		if h.number {
			kind = "number"
		}
		out.Columns = append(out.Columns, jsonColumn{h.name(), h.title, kind, h.unit})
	}
	for _, row := range rows {
		var record []any
		for i, cl := range row {
			record = append(record, head[i].jsonValue(cl))
		}
		out.Rows = append(out.Rows, record)
	}
	return marshal(out)
}

func (h heading) jsonValue(c cell) any {
	switch {
	case c.plain() == "" && !c.group:
		return nil
	case h.number && numeric.MatchString(c.plain()):
		return json.Number(c.plain())
	}
	return c.plain()
}

// marshal writes JSON for files: indented, ended by a line break, and safe
// inside a script element.
func marshal(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		panic(err) // strings, finite numbers and lists always encode
	}
	return b.Bytes()
}
