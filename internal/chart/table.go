package chart

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"sharingthecost/internal/unit"
)

// A grid is what a chart's table, CSV and JSON have in common: all that the
// drawing prints, and more.
type grid struct {
	caption  string // "" is the subhead
	head     []heading
	groups   []group
	groupKey string // name of the group's column in the CSV; "" leaves it out
}

// A heading is one column. The first column names the rows.
type heading struct {
	title  string
	key    string // in the CSV and JSON; made from the title when empty
	number bool
	unit   string // of numbers, for JSON
	weak   bool   // shown grey: a column that warns rather than informs
}

func (h heading) name() string { return cmp.Or(h.key, slug(h.title)) }

// A group is rows under a heading of their own, or under none.
type group struct {
	title string // "11th agreement, 2020–25"
	name  string // in the CSV: "11th"
	rows  [][]cell
}

// A cell is a value as readers see it and as programs read it.
type cell struct {
	text string // "" is shown as a dash
	html string // instead of the text, in a page
	raw  string // unrounded number, id; the text when empty
	lang string // of the text, when it is not English

	group bool // the name of a group, which may be empty and is not missing then
}

func (c cell) plain() string { return cmp.Or(c.raw, c.text) }

// TableHTML returns the numbers as a table: caption, scopes, row groups;
// classes only. The page wraps it in what scrolls.
func (c *Chart) TableHTML() string {
	g := c.body.table()
	return g.page(fmt.Sprintf(`class="numbers" id="%s"`, c.TableID()), cmp.Or(g.caption, c.Subhead))
}

// page writes the table for a page.
func (g grid) page(attributes, caption string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<table %s>\n<caption>%s</caption>\n<thead>\n<tr>", attributes, html.EscapeString(caption))
	for _, h := range g.head {
		fmt.Fprintf(&b, `<th scope="col"%s>%s</th>`, h.class(), html.EscapeString(h.title))
	}
	b.WriteString("</tr>\n</thead>\n")
	for _, gr := range g.groups {
		b.WriteString("<tbody>\n")
		if gr.title != "" {
			fmt.Fprintf(&b, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", len(g.head), html.EscapeString(gr.title))
		}
		for _, row := range gr.rows {
			b.WriteString("<tr>")
			for i, cl := range row {
				b.WriteString(g.head[i].cell(cl, i == 0))
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</tbody>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

func (h heading) class() string {
	var classes []string
	if h.number {
		classes = append(classes, "n")
	}
	if h.weak {
		classes = append(classes, "weak")
	}
	if classes == nil {
		return ""
	}
	return ` class="` + strings.Join(classes, " ") + `"`
}

func (h heading) cell(c cell, rowHead bool) string {
	text := cmp.Or(c.html, html.EscapeString(c.text))
	if c.lang != "" {
		text = fmt.Sprintf(`<span lang="%s">%s</span>`, c.lang, text)
	}
	switch {
	case rowHead:
		return `<th scope="row">` + text + "</th>"
	case text == "":
		text = `<span class="none"><span aria-hidden="true">–</span><span class="spoken">no value</span></span>`
	}
	return "<td" + h.class() + ">" + text + "</td>"
}

// rows returns all rows with the name of their group.
func (g grid) rows() (names []string, rows [][]cell) {
	for _, gr := range g.groups {
		for _, r := range gr.rows {
			names, rows = append(names, gr.name), append(rows, r)
		}
	}
	return names, rows
}

// flat returns the table for programs: the name of the group is a column of its
// own, behind that of the row.
func (g grid) flat() (head []heading, rows [][]cell) {
	names, rows := g.rows()
	if g.groupKey == "" {
		return g.head, rows
	}
	head = slices.Insert(slices.Clone(g.head), 1, heading{title: capital(g.groupKey), key: g.groupKey})
	for i := range rows {
		rows[i] = slices.Insert(slices.Clone(rows[i]), 1, cell{text: names[i], group: true})
	}
	return head, rows
}

// textCell marks a text in Hangul as Korean.
func textCell(s string) cell {
	c := cell{text: s}
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }) {
		c.lang = "ko"
	}
	return c
}

// number is the cell of a number.
func number(f unit.Format, v float64) cell { return cell{text: f.Number(v), raw: f.Raw(v)} }
