package chart

import (
	"fmt"
	"math"
	"strings"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// blocksFile is a chart of bars made of blocks: one block is a base, and each
// row adds to it what somebody proposed, so that “400% more” is seen as five.
type blocksFile struct {
	Place record.Place `yaml:"-"`
	frameKeys
	Subject  record.Text `yaml:"subject,required" doc:"What one block is, within a sentence: South Korea’s 2019 contribution."`
	Base     record.Text `yaml:"base,required" doc:"Id of the figure that one block stands for."`
	Label    record.Text `yaml:"label,required" doc:"Label of the first row, the base alone: Paid in 2019."`
	BaseSays record.Text `yaml:"base_says" doc:"What is written inside the first block: already paid."`
	Rows     []blockKeys `yaml:"rows,required" doc:"The rows below the base, in the order of time."`
}

// blockKeys describe one row.
type blockKeys struct {
	Place   record.Place `yaml:"-"`
	Label   record.Text  `yaml:"label,required" doc:"What was proposed, and when: First US demand, 2019."`
	Name    record.Text  `yaml:"name" doc:"The same within a sentence: the first US demand."`
	Figure  record.Text  `yaml:"figure,required" doc:"Id of the rise over the base, a figure in percent_more."`
	Role    plot.Role    `yaml:"role,required" doc:"Who proposed it: demand, offer, agreed."`
	Detail  record.Text  `yaml:"detail" doc:"Second line of the label; without it, the figure: about 13% more."`
	When    record.Text  `yaml:"when" doc:"Date, for the table."`
	Who     record.Text  `yaml:"who" doc:"Who proposed it, for the table."`
	Bracket record.Text  `yaml:"bracket" doc:"A bracket under the added blocks and what it says; the whole is added to it."`
	Of      record.Text  `yaml:"of" doc:"A dashed mark where the same percentage of the base would end, and what it says."`
}

type blocks struct {
	drawn
	subject  string
	baseSays string
	baseYear string
	won      plot.Format
	rows     []block
	most     float64 // end of the axis in blocks, a whole number
}

type block struct {
	label, name, detail string
	role                plot.Role
	more                *ledger.Figure // the rise; nil in the first row
	times, amount       float64
	when, who           string
	bracket, of         string
	source              cell
}

func (f *blocksFile) build(b *builder) body {
	base, ok := b.figure(f.Base)
	if !ok {
		return nil
	}
	k := &blocks{subject: b.text(f.Subject), baseSays: b.text(f.BaseSays), baseYear: fmt.Sprint(base.AsOf.Year)}
	if base.AsOf.IsZero() {
		k.baseYear = "the base"
	}
	k.rows = []block{{label: b.text(f.Label), name: k.subject, role: plot.Base, times: 1, amount: base.Value.F,
		when: base.AsOf.Prose(), source: b.sourceCell(figureSources(base))}}
	k.most = 1
	if base.Value.F <= 0 {
		b.report(f.Base.At, fmt.Sprintf("the base %s is %g; a block needs a value above zero", base.ID, base.Value.F), "name a figure that is above zero")
		return nil
	}
	for _, r := range f.Rows {
		if row, ok := b.block(r, base); ok {
			if before := k.rows[len(k.rows)-1].more; before != nil && !row.more.AsOf.IsZero() && !before.AsOf.IsZero() && row.more.AsOf.Start().Before(before.AsOf.Start()) {
				b.report(r.Figure.At, fmt.Sprintf("%s is of %s, and the row before it of %s", row.more.ID, row.more.AsOf.Prose(), before.AsOf.Prose()), "put the rows in the order of time")
			}
			k.rows = append(k.rows, row)
			k.most = max(k.most, math.Ceil(row.times-1e-9))
		}
	}
	if len(f.Rows) == 0 {
		b.report(f.Place.Pos, "the chart has no rows", "give at least one under rows")
	}
	if k.most > 12 {
		b.report(f.Rows[0].Label.At, fmt.Sprintf("the longest bar has %g blocks", k.most), "blocks can be counted up to 12; use bars")
	}
	if len(b.problems) > 0 {
		return nil
	}
	k.won = plot.FormatFor(base.Value.Unit, base.Value.F*k.most, -1)
	for i, r := range f.Rows {
		b.place(multiple(k.rows[i+1].times)+"×"+plot.EnSpace+k.won.Phrase(k.rows[i+1].amount), r.Figure.At)
		b.place(k.whole(k.rows[i+1]), r.Figure.At)
	}
	return k
}

// block reads a row; its figure must be a rise over the base.
func (b *builder) block(r blockKeys, base *ledger.Figure) (block, bool) {
	f, ok := b.figure(r.Figure)
	if !ok {
		return block{}, false
	}
	if f.Value.Unit != unit.PercentMore {
		b.report(r.Figure.At, fmt.Sprintf("figure %s is in %s; a row of blocks needs a rise", f.ID, f.Value.Unit), "choose a figure in percent_more")
		return block{}, false
	}
	if f.Base != base && (f.Base == nil || f.Base.Value.F != base.Value.F) {
		over := ""
		if f.Base != nil {
			over = f.Base.ID
		}
		b.report(r.Figure.At, fmt.Sprintf("figure %s is a rise over %s, not over %s", f.ID, over, base.ID), "all rows need the same base")
		return block{}, false
	}
	if f.Value.F < 0 {
		b.report(r.Figure.At, fmt.Sprintf("figure %s is negative; blocks can only be added", f.ID), "draw the change as a bridge")
		return block{}, false
	}
	out := block{label: b.text(r.Label), name: b.text(r.Name), detail: b.text(r.Detail), role: r.Role, more: f,
		times: 1 + f.Value.F/100, amount: base.Value.F * (1 + f.Value.F/100), when: b.text(r.When), who: b.text(r.Who),
		bracket: b.text(r.Bracket), of: b.text(r.Of), source: b.sourceCell(figureSources(f))}
	if out.detail == "" {
		out.detail = strings.TrimSpace(f.Qualifier.String() + " " + f.Value.Text(unit.Prose) + " more")
		b.place(out.detail, r.Figure.At)
	}
	if out.name == "" {
		out.name = lower(out.label)
	}
	b.place(out.ofText(), r.Of.At)
	return out, true
}

// roles are those of the rows that a figure stands behind.
func (k *blocks) roles() []FigureRole {
	var out []FigureRole
	for _, r := range k.rows {
		if r.more != nil {
			out = append(out, FigureRole{Figure: r.more.ID, Role: string(r.role)})
		}
	}
	return out
}

// multiple prints a multiple with the decimals it needs, three at most: 5,
// 1.13, 1.139.
func multiple(v float64) string {
	s := unit.Value{F: v, Unit: unit.Count, Decimals: 3}.Text(unit.Number)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func (r block) ofText() string {
	if r.of == "" {
		return ""
	}
	return r.of + ", at " + multiple(r.times-1) + "×"
}

func (k *blocks) whole(r block) string {
	return multiple(r.times) + "× in all: " + k.won.Phrase(r.amount)
}
