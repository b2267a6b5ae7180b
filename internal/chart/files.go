package chart

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// TableHTML returns the numbers as a table. The page wraps it in what scrolls.
func (c *Chart) TableHTML() string {
	t := c.body.Table()
	return t.HTML(c.lang, fmt.Sprintf(`class="numbers" id="%s"`, c.TableID()), cmp.Or(t.Caption, c.Subhead))
}

// CSV returns the table for programs, a row a line.
func (c *Chart) CSV() []byte { return c.body.Table().CSV() }

// Tidy returns the same values in long form, one number a line.
func (c *Chart) Tidy() []byte { return c.body.Table().Tidy(c.ID) }

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
	head, rows := c.body.Table().Flat()
	for _, h := range head {
		kind := "string"
		if h.Number {
			kind = "number"
		}
		out.Columns = append(out.Columns, jsonColumn{h.Name(), h.Title, kind, h.Unit})
	}
	for _, row := range rows {
		var record []any
		for i, cl := range row {
			record = append(record, head[i].JSON(cl))
		}
		out.Rows = append(out.Rows, record)
	}
	return marshal(out)
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
