package render

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// whatifBlock is ```whatif: what a rise of so much percent would mean. Its lines are
// the ids of rises over one figure, and what it needs beside them:
//
//	base: water_price_2019      the figure, if no rise says it
//	range: 0 to 50              how far the tool goes; else to the hundred above the last rise
//	start: 20                   where it begins; else at the last rise
//	presets: 10, 25             percentages that nobody named, as rows and buttons
//	note: Before tax.           a sentence below the caption
func (c *conversion) whatifBlock(all []record.Text) (string, diag.List) {
	q, problems := c.question(all)
	switch {
	case len(problems) > 0:
		return "", problems
	case q.base == nil:
		problems.Report(diag.Pos{}, "the block whatif does not say what it starts from", "write base: and the id of a figure, or the ids of figures of the unit percent_more")
		return "", problems
	case !q.base.Ratios():
		problems.Report(diag.Pos{}, q.base.ID+" is in "+q.base.Value.Unit.String()+", whose nought is a convention, so nothing can be added to it in percent", "start from another figure")
		return "", problems
	case q.base.Value.F <= 0:
		problems.Report(diag.Pos{}, q.base.ID+" is not above zero, so nothing can be added to it in percent", "start from another figure")
		return "", problems
	}
	c.doc.Scripts = append(c.doc.Scripts, c.r.script("whatif"))
	c.doc.BlockIDs = append(c.doc.BlockIDs, "whatif")
	return c.block("whatif", c.whatIf(q), problems)
}

// A question is what the lines of the block say. Percentages have one decimal, as the
// reader can type them.
type question struct {
	base       *ledger.Figure
	rises      []rise
	most, from float64 // 0: not said
	note       string
}

// A rise is a percentage and who named it, which may be nobody.
type rise struct {
	percent float64
	figure  *ledger.Figure
}

func (c *conversion) question(all []record.Text) (q question, problems diag.List) {
	for _, t := range lines(all) {
		key, value, keyed := strings.Cut(t.S, ":")
		if value = strings.TrimSpace(value); keyed {
			c.setting(&q, t, strings.TrimSpace(key), value, &problems)
			continue
		}
		f, more := c.figureAt(t)
		problems.Add(more)
		switch {
		case f == nil:
		case f.Value.Unit != unit.PercentMore || f.Base == nil:
			problems.Report(t.At, f.ID+" is not a rise over another figure", "name figures of the unit percent_more")
		case q.base != nil && !sameValue(f.Base, q.base):
			problems.Report(t.At, f.ID+" is measured from another figure than "+q.base.ID, "name rises with the base "+q.base.ID)
		default:
			q.base = cmp.Or(q.base, f.Base)
			q.rises = append(q.rises, rise{oneDecimal(f.Value.F), f})
		}
	}
	slices.SortStableFunc(q.rises, func(a, b rise) int { return cmp.Compare(a.percent, b.percent) })
	last := 100.0
	if n := len(q.rises); n > 0 {
		last = q.rises[n-1].percent
	}
	q.most = cmp.Or(q.most, math.Ceil(max(last, 1)/100)*100)
	q.from = cmp.Or(q.from, min(last, q.most))
	return q, problems
}

// setting reads a line with a key.
func (c *conversion) setting(q *question, t record.Text, key, value string, problems *diag.List) {
	numbers := func(text, sep, hint string) (out []float64) {
		for part := range strings.SplitSeq(text, sep) {
			v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(part), "%"), 64)
			if err != nil || v < 0 || v > 10000 {
				problems.Report(t.At, "not percentages of a rise: "+value, hint)
				return nil
			}
			out = append(out, oneDecimal(v))
		}
		return out
	}
	switch key {
	case "base":
		f, more := c.figureAt(record.Text{S: value, At: t.At})
		problems.Add(more)
		q.base = f
	case "range":
		if v := numbers(value, " to ", "write range: 0 to 50"); len(v) == 2 && v[0] == 0 && v[1] > 0 {
			q.most = v[1]
		} else if v != nil {
			problems.Report(t.At, "not a range of rises: "+value, "write range: 0 to 50; it begins at 0")
		}
	case "start":
		if v := numbers(value, ",", "write start: 20"); len(v) > 0 {
			q.from = v[0]
		}
	case "presets":
		for _, v := range numbers(value, ",", "write presets: 10, 25") {
			q.rises = append(q.rises, rise{percent: v})
		}
	case "note":
		q.note = value
	default:
		problems.Report(t.At, `unknown key "`+key+`"`, "the keys are base, range, start, presets and note; other lines are ids of rises")
	}
}

// sameValue reports whether rises over two figures belong in one table: the price of
// 2020 was that of 2019.
func sameValue(a, b *ledger.Figure) bool {
	return a.Value.Unit == b.Value.Unit && a.Value.F == b.Value.F
}

func (c *conversion) whatIf(q question) WhatIf {
	base, l := q.base, c.r.Ledger.Lang
	c.doc.uses(base.ID)
	prose, _ := base.Text(l, "prose")
	full, _ := base.Text(l, "exact")
	format := unit.FormatFor(l, base.Value.Unit, []unit.Value{base.Value, {F: base.Value.F * (1 + q.most/100), Unit: base.Value.Unit, Decimals: base.Value.Decimals}}, -1)
	view := WhatIf{
		Base: base.Value.Machine(), BaseText: prose, BaseExact: full, BaseURL: anchor(c.r.lists.figures, base.ID), What: base.Says, Note: q.note,
		Per: bareNumber(format.Divisor, 12), Decimals: format.Decimals, Prose: format.Template(), In: l.Within(format.Title),
		Most: bareNumber(q.most, 1), Start: bareNumber(q.from, 1), Ticks: ticks(1 + q.most/100),
	}
	view.Rows = append(view.Rows, whatIfRow(l, base, format, 0, FigureLink{Text: l.WhatIf.NoRise}))
	for _, r := range q.rises {
		row := whatIfRow(l, base, format, r.percent, c.named(r))
		last := &view.Rows[len(view.Rows)-1]
		switch {
		case last.Percent != row.Percent:
			view.Rows = append(withDouble(l, view.Rows, base, format, r.percent), row)
		case row.Who[0].Text != "":
			last.Who = append(last.Who, row.Who...)
			continue
		}
		if r.figure == nil {
			view.Presets = append(view.Presets, Preset{Machine: row.Machine, Percent: row.Percent})
		} else if role := c.r.role(r.figure.ID); role != "" {
			view.Presets = append(view.Presets, Preset{Machine: row.Machine, Percent: row.Percent, Label: r.figure.Label, Role: role})
		}
	}
	return view
}

// named says who named a rise.
func (c *conversion) named(r rise) FigureLink {
	if r.figure == nil {
		return FigureLink{}
	}
	c.doc.uses(r.figure.ID)
	who := r.figure.Label
	if r.figure.Qualifier != "" {
		who += " (" + r.figure.Qualifier.Words(c.r.Ledger.Lang) + ")"
	}
	return FigureLink{Text: who, URL: anchor(c.r.lists.figures, r.figure.ID)}
}

// ticks are the multiples of the base on a bar that is so many times as long.
func ticks(length float64) []WhatIfTick {
	var out []WhatIfTick
	for n, step := 1.0, math.Ceil(length/10); n <= length; n += step {
		out = append(out, WhatIfTick{At: bareNumber(n/length*100, 3) + "%", Label: bareNumber(n, 0) + "×", Joint: n < length})
	}
	return out
}

// role is the colour in which a chart of blocks draws a rise, or "".
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
func withDouble(l *lang.Language, rows []WhatIfRow, base *ledger.Figure, format unit.Format, next float64) []WhatIfRow {
	last, _ := strconv.ParseFloat(rows[len(rows)-1].Machine, 64)
	if next > 100 && last < 100 {
		rows = append(rows, whatIfRow(l, base, format, 100, FigureLink{Text: l.WhatIf.Double}))
	}
	return rows
}

func whatIfRow(l *lang.Language, base *ledger.Figure, format unit.Format, percent float64, who FigureLink) WhatIfRow {
	row := WhatIfRow{
		Machine: bareNumber(percent, 1),
		Percent: l.Units.PercentShort.With("n", l.Number(bareNumber(percent, 1))),
		Times:   l.Number(bareNumber(1+percent/100, 3)),
		Total:   format.Number(base.Value.F * (1 + percent/100)),
		Who:     []FigureLink{who},
	}
	if percent > 0 {
		row.Of = format.Number(base.Value.F * percent / 100)
	}
	return row
}

// oneDecimal rounds a percentage as the reader can type it: row and tool must agree.
func oneDecimal(v float64) float64 { return math.Round(v*10) / 10 }

// bareNumber writes a number for programs and in the tool, with as few decimals as it takes.
func bareNumber(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s
}
