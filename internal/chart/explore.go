package chart

import (
	"cmp"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/table"
)

// Option returns the chart as an ECharts option (JSON) for the explorable view.
// The browser side puts the colours of the reader's scheme in before it hands
// the option over. A tooltip repeats the row of the table.
func (c *Chart) Option() []byte {
	v := c.body.Explore()
	return marshal(v.Option(c.ID, c.Alt(), tips(c.body.Table(), v.Names)))
}

// tips writes the table row of each name, one cell a line.
func tips(g table.Table, names []string) []string {
	_, rows := g.Rows()
	rowOf := map[string][]table.Cell{}
	for _, row := range rows {
		if _, twice := rowOf[row[0].Text]; !twice {
			rowOf[row[0].Text] = row
		}
	}
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name + tip(g.Columns, rowOf[name])
	}
	return out
}

// tip writes the cells of a row behind its name, one a line.
func tip(columns []table.Column, row []table.Cell) string {
	var lines strings.Builder
	for j, cl := range row {
		if j > 0 && cl.Text != "" {
			lines.WriteString("\n" + columns[j].Title + ": " + cl.Text)
		}
	}
	return lines.String()
}

func (p *panels) Explore() plot.View { return p.Panels.View() }

func (k *blocks) Explore() plot.View {
	return k.Blocks.View(k.lang.Chart.TimesBase.With("base", k.baseYear), cmp.Or(lang.Capital(k.BaseSays), k.lang.Chart.Base), k.lang.Chart.Added)

}

func (t *timeline) Explore() plot.View { return t.Calendar.View() }
