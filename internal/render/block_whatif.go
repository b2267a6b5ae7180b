package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// whatifBlock is ```whatif: what a rise of so much percent would mean. Its
// lines are the ids of rises, all on one sum; without lines it shows every
// rise of the ledger on the sum that most rises are measured from.
func (c *conversion) whatifBlock(all []record.Text) (string, diag.List) {
	var problems diag.List
	var rises []*ledger.Figure
	for _, t := range lines(all) {
		f, more := c.figureAt(t)
		problems.Add(more)
		switch {
		case f == nil:
		case f.Value.Unit != unit.PercentMore || f.Base == nil:
			problems.Report(t.At, f.ID+" is not a rise over another figure", "name figures of the unit percent_more")
		case len(rises) > 0 && !sameSum(f.Base, rises[0].Base):
			problems.Report(t.At, f.ID+" is measured from another sum than "+rises[0].ID, "name rises with the base "+rises[0].Base.ID)
		default:
			rises = append(rises, f)
		}
	}
	if len(lines(all)) == 0 {
		rises = c.r.rises()
	}
	if len(rises) == 0 {
		if len(problems) == 0 {
			problems.Report(diag.Pos{}, "the block whatif has no rise to show", "add figures of the unit percent_more to the ledger")
		}
		return "", problems
	}
	c.doc.Scripts = append(c.doc.Scripts, c.r.script("whatif"))
	c.doc.BlockIDs = append(c.doc.BlockIDs, "whatif")
	return c.block("whatif", c.whatIf(rises), problems)
}

// rises are the rises on the sum that most rises of the ledger start from.
func (r *Renderer) rises() []*ledger.Figure {
	base := mostNamed(r.Ledger.Figures)
	var out []*ledger.Figure
	for _, f := range r.Ledger.Figures {
		if f.Value.Unit == unit.PercentMore && f.Base != nil && base != nil && sameSum(f.Base, base) {
			out = append(out, f)
		}
	}
	return out
}

// mostNamed is the figure that most of the figures are rises on, or nil.
func mostNamed(figures []*ledger.Figure) *ledger.Figure {
	count := map[*ledger.Figure]int{}
	var base *ledger.Figure
	for _, f := range figures {
		if f.Value.Unit == unit.PercentMore && f.Base != nil {
			if count[f.Base]++; base == nil || count[f.Base] > count[base] {
				base = f.Base
			}
		}
	}
	return base
}

// sameSum reports whether rises on two figures belong in one table: the sum
// of 2020 was that of 2019.
func sameSum(a, b *ledger.Figure) bool { return a.Value.Unit == b.Value.Unit && a.Value.F == b.Value.F }

func (c *conversion) whatIf(rises []*ledger.Figure) WhatIf {
	base := mostNamed(rises)
	c.doc.uses(base.ID)
	prose, _ := base.Text("prose")
	full, _ := base.Text("exact")
	view := WhatIf{Base: base.Value.Machine(), BaseText: prose, BaseExact: full, BaseURL: anchor(c.r.lists.figures, base.ID), What: base.Says}
	slices.SortStableFunc(rises, func(a, b *ledger.Figure) int { return cmp.Compare(a.Value.F, b.Value.F) })
	sums := []unit.Value{base.Value}
	for _, f := range rises {
		sums = append(sums, unit.Value{F: base.Value.F * (1 + f.Value.F/100), Unit: base.Value.Unit, Decimals: -1})
	}
	format := unit.FormatFor(base.Value.Unit, sums, -1)
	view.Rows = append(view.Rows, whatIfRow(base, format, 0, FigureLink{Text: "no rise"}))
	for _, f := range rises {
		c.doc.uses(f.ID)
		who := f.Label
		if f.Qualifier != "" {
			who += " (" + f.Qualifier.String() + ")"
		}
		row := whatIfRow(base, format, f.Value.F, FigureLink{Text: who, URL: anchor(c.r.lists.figures, f.ID)})
		if last := &view.Rows[len(view.Rows)-1]; last.Percent == row.Percent {
			last.Who = append(last.Who, row.Who...)
			continue
		}
		view.Rows = append(withDouble(view.Rows, base, format, f.Value.F), row)
		if role := c.r.role(f.ID); role != "" {
			view.Presets = append(view.Presets, Preset{Machine: row.Machine, Percent: row.Percent, Label: f.Label, Role: role})
		}
	}
	return view
}

// role is what a chart of blocks says a rise is: demand, offer, agreed; or "".
// The tool's buttons and the colour of its bar follow the chart.
func (r *Renderer) role(figure string) string {
	for _, c := range r.Charts {
		for _, f := range c.Roles {
			if f.Figure == figure {
				return f.Role
			}
		}
	}
	return ""
}

// withDouble adds the row for 100% in front of the first rise above it.
func withDouble(rows []WhatIfRow, base *ledger.Figure, format unit.Format, next float64) []WhatIfRow {
	last, _ := strconv.ParseFloat(rows[len(rows)-1].Machine, 64)
	if next > 100 && last < 100 {
		rows = append(rows, whatIfRow(base, format, 100, FigureLink{Text: "double"}))
	}
	return rows
}

func whatIfRow(base *ledger.Figure, format unit.Format, percent float64, who FigureLink) WhatIfRow {
	// One decimal, as the reader can type it: the row and the tool must agree.
	percent, _ = strconv.ParseFloat(strconv.FormatFloat(percent, 'f', 1, 64), 64)
	shortest := func(v float64, decimals int) string {
		s := strconv.FormatFloat(v, 'f', decimals, 64)
		return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	row := WhatIfRow{
		Machine: strconv.FormatFloat(percent, 'f', -1, 64),
		Percent: strconv.FormatFloat(percent, 'f', -1, 64) + "%",
		Times:   shortest(1+percent/100, 3),
		Total:   format.Number(base.Value.F * (1 + percent/100)),
		Who:     []FigureLink{who},
	}
	if percent > 0 {
		row.Of = format.Number(base.Value.F * percent / 100)
	}
	return row
}
