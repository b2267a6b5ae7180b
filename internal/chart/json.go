package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

type jsonChart struct {
	ID          string       `json:"id"`
	Version     string       `json:"version"`
	Form        string       `json:"form"`
	Headline    string       `json:"headline"`
	Subhead     string       `json:"subhead"`
	Note        string       `json:"note"`
	Alt         string       `json:"alt"`
	Description string       `json:"description"`
	Sources     []jsonSource `json:"sources"`
	Columns     []jsonColumn `json:"columns"`
	Rows        [][]any      `json:"rows"`
	Figures     []string     `json:"figures"`
	Tables      []string     `json:"tables"`
	Spec        jsonSpec     `json:"spec"`
}

type jsonSource struct {
	ID        string `json:"id"`
	Locator   string `json:"locator,omitempty"`
	Reference string `json:"reference"`
	URL       string `json:"url,omitempty"`
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
	g := c.body.table()
	out := jsonChart{ID: c.ID, Version: c.Version(), Form: c.Form, Headline: c.Headline, Subhead: c.Subhead, Note: c.Note, Alt: c.Alt(),
		Description: c.Description(), Figures: notNil(c.Figures), Tables: notNil(c.Tables), Spec: jsonSpec{c.Path, string(c.raw)}}
	for _, s := range c.Sources {
		ref := s.Full
		if ref == "" {
			ref = s.Short
		}
		out.Sources = append(out.Sources, jsonSource{s.ID, s.Locator, ref, s.URL})
	}
	for i, h := range g.head {
		kind := "string"
		if h.number {
			kind = "number"
		}
		out.Columns = append(out.Columns, jsonColumn{h.name(), h.title, kind, h.unit})
		if i == 0 && g.groupKey != "" {
			out.Columns = append(out.Columns, jsonColumn{Name: g.groupKey, Title: capital(g.groupKey), Type: "string"})
		}
	}
	names, rows := g.rows()
	for n, row := range rows {
		var record []any
		for i, cl := range row {
			record = append(record, g.head[i].jsonValue(cl))
			if i == 0 && g.groupKey != "" {
				record = append(record, names[n])
			}
		}
		out.Rows = append(out.Rows, record)
	}
	return marshal(out)
}

func (h heading) jsonValue(c cell) any {
	switch {
	case c.plain() == "":
		return nil
	case h.number && numeric.MatchString(c.plain()):
		return json.Number(c.plain())
	}
	return c.plain()
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
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
