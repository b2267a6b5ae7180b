// Package table is the data of one chart as a table: what readers see under the
// drawing, what programs download, and what the sentences about the chart are made
// from. Drawing, table, files and words agree because they are given one [Table].
//
// A column has a title and, of numbers, a unit; a cell has the text that readers see
// and the unrounded number or id that programs read. A value that is missing is a
// dash with the words “no value”, and an empty field of a file.
//
//	HTML   caption, scopes, row groups; classes only: .n a number, .weak a column that
//	       warns, tr.group a row group, span.none a missing value
//	CSV    a row a line, the row group as a column behind the first
//	Tidy   a number a line: chart, row, group, variable, value, unit
//
// A text that a spreadsheet would run as a formula is marked as text in files.
package table

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
)

// A Table is all that a drawing prints, and more.
type Table struct {
	Caption  string // "" is the chart's subhead
	Columns  []Column
	Groups   []Group
	GroupKey string // name of the group's column in files; "" leaves it out
}

// A Column is one column. The first names the rows.
type Column struct {
	Title  string
	Key    string // in files; made from the title when empty
	Number bool
	Unit   string // of numbers, for programs
	Weak   bool   // shown grey: a column that warns rather than informs
	Aside  bool   // holds something now and then: its other cells are empty, and no dashes
}

// Name is the column's name in files.
func (c Column) Name() string { return cmp.Or(c.Key, Slug(c.Title), c.Unit, "value") }

// A Group is rows under a heading of their own, or under none.
type Group struct {
	Title string // "11th agreement, 2020–25"
	Name  string // in files: "11th"
	Rows  [][]Cell
}

// A Cell is a value as readers see it and as programs read it.
type Cell struct {
	Text string // "" is shown as a dash
	HTML string // instead of the text, in a page
	Raw  string // unrounded number, id; the text when empty
	Lang string // of the text, when it is not English

	group bool // the name of a group, which may be empty and is not missing then
}

// Plain is the cell for programs.
func (c Cell) Plain() string { return cmp.Or(c.Raw, c.Text) }

// Missing reports whether the cell has no value.
func (c Cell) Missing() bool { return c.Plain() == "" && !c.group }

// Text is the cell of a text; one in Hangul is marked so.
func Text(s string) Cell {
	c := Cell{Text: s}
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }) {
		c.Lang = "ko"
	}
	return c
}

// Number is the cell of a number.
func Number(f unit.Format, v float64) Cell { return Cell{Text: f.Number(v), Raw: f.Raw(v)} }

// HTML writes the table for a page.
func (t Table) HTML(l *lang.Language, attributes, caption string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<table %s>\n<caption>%s</caption>\n<thead>\n<tr>", attributes, html.EscapeString(caption))
	for _, c := range t.Columns {
		fmt.Fprintf(&b, `<th scope="col"%s>%s</th>`, c.class(), html.EscapeString(c.Title))
	}
	b.WriteString("</tr>\n</thead>\n")
	for _, g := range t.Groups {
		b.WriteString("<tbody>\n")
		if g.Title != "" {
			fmt.Fprintf(&b, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", len(t.Columns), html.EscapeString(g.Title))
		}
		for _, row := range g.Rows {
			b.WriteString("<tr>")
			for i, cell := range row {
				b.WriteString(t.Columns[i].html(l, cell, i == 0))
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</tbody>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

func (c Column) class() string {
	var classes []string
	if c.Number {
		classes = append(classes, "n")
	}
	if c.Weak {
		classes = append(classes, "weak")
	}
	if classes == nil {
		return ""
	}
	return ` class="` + strings.Join(classes, " ") + `"`
}

func (c Column) html(l *lang.Language, cell Cell, rowHead bool) string {
	text := cmp.Or(cell.HTML, html.EscapeString(cell.Text))
	if cell.Lang != "" {
		text = fmt.Sprintf(`<span lang="%s">%s</span>`, cell.Lang, text)
	}
	switch {
	case rowHead:
		return `<th scope="row">` + text + "</th>"
	case text == "" && !c.Aside:
		text = `<span class="none"><span aria-hidden="true">–</span><span class="spoken">` + html.EscapeString(l.Chart.NoValue) + `</span></span>`
	}
	return "<td" + c.class() + ">" + text + "</td>"
}

// Rows returns all rows with the name of their group.
func (t Table) Rows() (names []string, rows [][]Cell) {
	for _, g := range t.Groups {
		for _, r := range g.Rows {
			names, rows = append(names, g.Name), append(rows, r)
		}
	}
	return names, rows
}

// Flat returns the table for programs: the name of the group is a column of its
// own, behind that of the row.
func (t Table) Flat() (columns []Column, rows [][]Cell) {
	names, rows := t.Rows()
	if t.GroupKey == "" {
		return named(t.Columns), rows
	}
	columns = named(slices.Insert(slices.Clone(t.Columns), 1, Column{Title: lang.Capital(t.GroupKey), Key: t.GroupKey}))
	for i := range rows {
		rows[i] = slices.Insert(slices.Clone(rows[i]), 1, Cell{Text: names[i], group: true})
	}
	return columns, rows
}

// named gives each column a name of its own in files, where two would have the same.
func named(columns []Column) []Column {
	out := slices.Clone(columns)
	seen := map[string]bool{}
	for i := range out {
		name := out[i].Name()
		for n := 2; seen[name]; n++ {
			name = fmt.Sprintf("%s_%d", out[i].Name(), n)
		}
		seen[name], out[i].Key = true, name
	}
	return out
}

// Slug writes a title as a column name for machines: "Billion euros (2019)"
// is "billion_euros".
func Slug(s string) string {
	s, _, _ = strings.Cut(s, " (")
	s = strings.NewReplacer("US$", "usd", "$", "usd", "€", "eur", "£", "gbp", "¥", "jpy", "₩", "krw", "%", " percent ", "’", "", "'", "").Replace(s)
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "_")
}
