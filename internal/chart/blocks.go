package chart

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/unit"
)

// blocksFile is a chart of bars made of blocks: one block is a base, and each
// row adds to it what somebody proposed, so that “400% more” is seen as five.
type blocksFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	Subject  record.Text `yaml:"subject,required" doc:"What one block is, within a sentence: the price of 2019."`
	Base     record.Text `yaml:"base,required" doc:"Id of the figure that one block stands for."`
	Label    record.Text `yaml:"label,required" doc:"Label of the first row, the base alone: Paid in 2019."`
	BaseSays record.Text `yaml:"base_says" doc:"What is written inside the first block: already paid."`
	Rows     []blockKeys `yaml:"rows,required" doc:"The rows below the base, in the order of time."`
}

// blockKeys describe one row.
type blockKeys struct {
	Place   record.Place `yaml:"-"`
	Label   record.Text  `yaml:"label,required" doc:"What was proposed, and when: First offer, 2019."`
	Name    record.Text  `yaml:"name" doc:"The same within a sentence: the first offer."`
	Figure  record.Text  `yaml:"figure,required" doc:"Id of the rise over the base, a figure in percent_more."`
	Sum     record.Text  `yaml:"sum" doc:"Id of the figure with the whole sum, where it is on record; without it, the base and the rise."`
	Role    record.Text  `yaml:"role,required" doc:"What the row stands for."`
	Detail  record.Text  `yaml:"detail" doc:"Second line of the label; without it, the figure: about 13% more."`
	When    record.Text  `yaml:"when" doc:"Date, for the table."`
	Who     record.Text  `yaml:"who" doc:"Who proposed it, for the table."`
	Bracket record.Text  `yaml:"bracket" doc:"A bracket under the added blocks and what it says; the whole is added to it."`
	Of      record.Text  `yaml:"of" doc:"A dashed mark where the same percentage of the base would end, and what it says."`
}

type blocks struct {
	form.Plain
	lang *lang.Language
	plot.Blocks
	subject  string
	baseYear string
	format   unit.Format
	rows     []block
}

// A block is what words and the table say of a row, beside what is drawn.
type block struct {
	name      string
	more      *ledger.Figure // the rise; nil in the first row
	times     unit.Value     // what it makes of the base
	amount    float64
	when, who string
	source    table.Cell
}

func (f *blocksFile) build(b *builder) form.Body {
	base, ok := b.Figure(f.Base)
	if !ok {
		return nil
	}
	k := &blocks{lang: b.Lang(), subject: b.Text(f.Subject), baseYear: fmt.Sprint(base.AsOf.Year)}
	if base.AsOf.IsZero() {
		k.baseYear = k.lang.Chart.TheBase
	}
	k.Blocks = plot.Blocks{Most: 1, BaseSays: b.Text(f.BaseSays), Rows: []plot.Block{{Label: b.Text(f.Label), Role: plot.Base, Times: 1}}}
	k.rows = []block{{name: k.subject, times: unit.Value{F: 1, Unit: unit.Times}, amount: base.Value.F, when: base.AsOf.Prose(b.Lang()), source: b.SourceCell(series.FigureSources(base))}}
	if base.Value.F <= 0 {
		b.Report(f.Base.At, fmt.Sprintf("the base %s is %s; a block needs a value above zero", base.ID, base.Value.Text(b.Lang(), unit.Exact)), "name a figure that is above zero")
		return nil
	}
	for _, r := range f.Rows {
		if mark, row, ok := b.block(r, base); ok {
			if before := k.rows[len(k.rows)-1].more; before != nil && !row.more.AsOf.IsZero() && !before.AsOf.IsZero() && row.more.AsOf.Start().Before(before.AsOf.Start()) {
				b.Report(r.Figure.At, fmt.Sprintf("%s is of %s, and the row before it of %s", row.more.ID, row.more.AsOf.Prose(b.Lang()), before.AsOf.Prose(b.Lang())), "put the rows in the order of time")
			}
			k.Rows, k.rows = append(k.Rows, mark), append(k.rows, row)
			k.Most = max(k.Most, math.Ceil(mark.Times-1e-9))
		}
	}
	if len(f.Rows) == 0 {
		b.Report(f.Place.Pos, "the chart has no rows", "give at least one under rows")
	}
	if k.Most > 12 {
		b.Report(f.Rows[0].Label.At, fmt.Sprintf("the longest bar has %.0f blocks", k.Most), "blocks can be counted up to 12; use bars")
	}
	if len(b.Problems) > 0 {
		return nil
	}
	amounts := []unit.Value{base.Value}
	for _, r := range k.rows[1:] {
		amounts = append(amounts, unit.Value{F: r.amount, Unit: base.Value.Unit, Decimals: -1})
	}
	k.format = unit.FormatFor(b.Lang(), base.Value.Unit, amounts, -1)
	k.Format = unit.FormatFor(b.Lang(), unit.Times, nil, 0)
	for i := range k.rows {
		r := &k.Rows[i]
		r.Says, r.Amount = k.most(k.rows[i], multiple(k.lang, k.rows[i].times)+"×"), k.format.Phrase(k.rows[i].amount)
		r.Whole = k.lang.Chart.InAll.With("says", r.Says, "amount", r.Amount)
		if i > 0 {
			b.Place(r.Says+plot.EnSpace+r.Amount, f.Rows[i-1].Figure.At)
			b.Place(r.Whole, f.Rows[i-1].Figure.At)
		}
		if r.Of != "" {
			r.Of = k.lang.Chart.OfAt.With("of", r.Of, "times", multiple(k.lang, k.rows[i].further()))
			b.Place(r.Of, f.Rows[i-1].Of.At)
		}
	}
	return k
}

// block reads a row; its figure must be a rise over the base.
func (b *builder) block(r blockKeys, base *ledger.Figure) (mark plot.Block, row block, ok bool) {
	f, ok := b.Figure(r.Figure)
	if !ok {
		return mark, row, false
	}
	if f.Value.Unit != unit.PercentMore {
		b.Report(r.Figure.At, fmt.Sprintf("figure %s is in %s; a row of blocks needs a rise", f.ID, f.Value.Unit), "choose a figure in percent_more")
		return mark, row, false
	}
	if f.Base == nil { // a mistake that the ledger reports
		return mark, row, false
	}
	if f.Base.Value.F != base.Value.F {
		b.Report(r.Figure.At, fmt.Sprintf("figure %s is a rise over %s, not over %s", f.ID, f.Base.ID, base.ID), "all rows need the same base")
		return mark, row, false
	}
	if f.Value.F < 0 {
		b.Report(r.Figure.At, fmt.Sprintf("figure %s is negative; blocks can only be added", f.ID), "draw the change as a bridge")
		return mark, row, false
	}
	times := 1 + f.Value.F/100
	amount, ok := b.sum(r.Sum, base.Value, f)
	if !ok {
		return mark, row, false
	}
	mark = plot.Block{Label: b.Text(r.Label), Detail: b.Text(r.Detail), Role: b.Role(r.Role), Times: times, Open: f.Qualifier == "up_to", Bracket: b.Text(r.Bracket), Of: b.Text(r.Of)}
	row = block{name: cmp.Or(b.Text(r.Name), mark.Label), more: f, times: f.Value.Multiple(), amount: amount, when: b.Text(r.When), who: b.Text(r.Who), source: b.SourceCell(series.FigureSources(f))}
	if mark.Detail == "" {
		mark.Detail = b.Lang().Chart.RiseOf.With("rise", strings.TrimSpace(f.Qualifier.Words(b.Lang())+" "+f.Value.Text(b.Lang(), unit.Prose)))
		b.Place(mark.Detail, r.Figure.At)
	}
	return mark, row, true
}

// sum is what the base and the rise come to: worked out, or as it is on record.
func (b *builder) sum(t record.Text, base unit.Value, rise *ledger.Figure) (float64, bool) {
	made := base.F * (1 + rise.Value.F/100)
	if !t.Given() {
		return made, true
	}
	f, ok := b.Figure(t)
	if !ok {
		return 0, false
	}
	if f.Value.Unit != base.Unit || math.Abs(f.Value.F-made) > base.F/1000 {
		b.Report(t.At, fmt.Sprintf("%s is %s, but the base and the rise come to %s", f.ID, f.Value.Text(b.Lang(), unit.Exact), unit.Value{F: made, Unit: base.Unit, Decimals: -1}.Text(b.Lang(), unit.Exact)), "name the figure with the sum that this rise leads to")
		return 0, false
	}
	return f.Value.F, true
}

// roles are those of the rows that show a figure.
func (k *blocks) roles() []FigureRole {
	var out []FigureRole
	for i, r := range k.rows[1:] {
		out = append(out, FigureRole{Figure: r.more.ID, Role: string(k.Rows[i+1].Role.Token())})
	}
	return out
}

// most says of what a row may reach at the most that it is that.
func (k *blocks) most(r block, times string) string {
	if r.more != nil && r.more.Qualifier == "up_to" {
		return k.lang.Chart.UpTo.With("times", times)
	}
	return times
}

// multiple prints a multiple as prose does, in digits: 5, 1.13, 1.139.
func multiple(l *lang.Language, v unit.Value) string { return v.Text(l, unit.Number) }

// further is what the row adds to the base.
func (r block) further() unit.Value {
	v := r.times
	v.F--
	return v
}

func (k *blocks) Table() table.Table {
	words := k.lang.Chart
	g := table.Table{Columns: []table.Column{{Title: words.Proposal}, {Title: words.WhenTitle}, {Title: words.Who}, {Title: words.MorePercent, Number: true, Unit: "percent_more"},
		{Title: words.TimesBase.With("base", k.baseYear), Number: true, Unit: "times"}, {Title: k.format.Title, Number: true, Unit: k.format.UnitName()},
		{Title: words.ReportedAs}, {Title: words.OfInstead, Key: "percent_of_times", Number: true, Unit: "times", Weak: true}, {Title: words.Source}}}
	var rows [][]table.Cell
	for i, r := range k.Rows {
		what := k.rows[i]
		row := []table.Cell{{Text: r.Label}, {Text: what.when}, {Text: what.who}, {}, {Text: r.Says, Raw: unit.Value{F: r.Times}.Machine()},
			table.Number(k.format, what.amount), {Text: r.Detail}, {}, what.source}
		if i > 0 {
			row[3] = table.Cell{Text: what.more.Value.Text(k.lang, unit.Number), Raw: what.more.Value.Machine()}
			row[7] = table.Cell{Text: multiple(k.lang, what.further()) + "×", Raw: unit.Value{F: r.Times - 1}.Machine()}
		}
		rows = append(rows, row)
	}
	g.Groups = []table.Group{{Rows: rows}}
	return g
}

func (k *blocks) Alt() string {
	var parts []string
	for i, r := range k.rows[1:] {
		says := k.lang.Chart.BlockNext
		if i == 0 {
			says = k.lang.Chart.BlockFirst
		}
		parts = append(parts, says.With("name", r.name, "times", k.most(r, wordOr(k.lang, r.times))))
	}
	return k.lang.Chart.Blocks.With("subject", k.subject, "list", k.lang.List(parts))
}

// wordOr spells a whole multiple up to ten: five, 1.13.
func wordOr(l *lang.Language, v unit.Value) string {
	if v.F == math.Trunc(v.F) && v.F <= 10 {
		return l.Count(int(v.F))
	}
	return multiple(l, v)
}

func (k *blocks) Describe() []string {
	base := k.rows[0].amount
	words := k.lang.Chart
	out := []string{words.BlocksScale.With("count", lang.Capital(k.lang.Count(len(k.rows))), "subject", k.subject, "amount", k.format.Phrase(base), "most", k.Most)}
	for i, r := range k.Rows[1:] {
		text := words.BlockAdds.With("name", lang.Capital(k.rows[i+1].name), "detail", r.Detail, "added", added(k.lang, k.rows[i+1].further()), "says", r.Says, "amount", r.Amount)
		if r.Of != "" {
			text += " " + words.BlockMark.With("blocks", blocksOf(k.lang, k.rows[i+1].further()), "amount", k.format.Phrase(base*(r.Times-1)))
		}
		out = append(out, text)
	}
	return out
}

func blocksOf(l *lang.Language, v unit.Value) string {
	if v.F == 1 {
		return string(l.Chart.BlocksOne)
	}
	return l.Chart.BlocksMany.With("n", wordOr(l, v))
}

// added says how much a row adds: four further blocks, half a block, a sliver.
func added(l *lang.Language, v unit.Value) string {
	switch {
	case v.F == 1:
		return string(l.Chart.MoreOne)
	case v.F == math.Trunc(v.F):
		return l.Chart.MoreMany.With("n", wordOr(l, v))
	case v.F < 0.25:
		return l.Chart.MoreSliver.With("n", multiple(l, v))
	case v.F == 0.5:
		return string(l.Chart.MoreHalf)
	}
	return l.Chart.MorePart.With("n", multiple(l, v))
}
