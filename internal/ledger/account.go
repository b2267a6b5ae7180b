package ledger

import (
	"cmp"
	"slices"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// An Account is a question on which sources differ, what each says, and why.
type Account struct {
	Place     record.Place `yaml:"-"`
	ID        record.Text  `yaml:"id,required" doc:"Lower case with hyphens; the anchor of the entry."`
	Question  record.Text  `yaml:"question,required" doc:"The question a reader asks, as a heading."`
	Kind      Difference   `yaml:"kind,required" doc:"How the sources differ."`
	Says      []Statement  `yaml:"says,required" doc:"What each source says, oldest first."`
	Why       record.Text  `yaml:"why,required" doc:"Why they differ, in at most 60 words."`
	WeUse     record.Text  `yaml:"we_use,required" doc:"What this site writes."`
	SettledBy record.Text  `yaml:"settled_by" doc:"What record would settle the question."`
	Reviewed  record.Date  `yaml:"reviewed,required" doc:"When the entry was last looked at."`
	Order     int          `yaml:"order" doc:"Place in the list of all entries; those without one come last, in the order of the file."`
}

// A Statement is what one source says.
type Statement struct {
	Place  record.Place `yaml:"-"`
	Figure record.Text  `yaml:"figure,required" doc:"The figure as the source has it, short; may be \"{{ id : short }}\"."`
	Source record.Text  `yaml:"source,required" doc:"Citation id, with a place if there is one."`
	Date   record.Date  `yaml:"date" doc:"When it was said, if not on the date of the source."`
	Words  record.Text  `yaml:"words" doc:"The source's exact words, as few as carry the claim."`
	Note   record.Text  `yaml:"note" doc:"What a reader must know of this statement."`

	Cited Citation
}

// A Difference is a kind of disagreement.
type Difference string

// sourceMistaken is the one kind for which a single statement is enough.
const sourceMistaken Difference = "source_mistaken"

// differences are the kinds in their order, each as readers see it, with the
// sign beside its name.
var differences = []struct {
	kind  Difference
	name  func(lang.Lists) string
	shape string
}{
	{"different_things", func(w lang.Lists) string { return w.DifferentThings }, "≠"},
	{"rounded", func(w lang.Lists) string { return w.Rounded }, "≈"},
	{"different_base", func(w lang.Lists) string { return w.DifferentBase }, "⇄"},
	{"forecast_outcome", func(w lang.Lists) string { return w.ForecastOutcome }, "⤳"},
	{"sources_differ", func(w lang.Lists) string { return w.SourcesDiffer }, "?"},
	{sourceMistaken, func(w lang.Lists) string { return w.SourceMistaken }, "!"},
}

// Values lists the kinds.
func (Difference) Values() []string {
	var out []string
	for _, d := range differences {
		out = append(out, string(d.kind))
	}
	return out
}

// Name is the kind as readers see it.
func (d Difference) Name(l *lang.Language) string {
	if name, _ := d.shown(); name != nil {
		return name(l.Lists)
	}
	return ""
}

// Shape is the sign beside the name.
func (d Difference) Shape() string { _, shape := d.shown(); return shape }

func (d Difference) shown() (name func(lang.Lists) string, shape string) {
	for _, known := range differences {
		if known.kind == d {
			return known.name, known.shape
		}
	}
	return nil, ""
}

type accountsFile struct {
	Accounts []*Account `yaml:"accounts,required" doc:"Questions on which sources differ."`
}

const accountWords = 60

func (b *builder) accounts() {
	b.l.Accounts = keep(b, "account", b.files.accounts.Accounts, func(a *Account) record.Text { return a.ID }, b.l.account)
	last := func(order int) int {
		if order == 0 {
			return len(b.files.accounts.Accounts) + 1
		}
		return order
	}
	slices.SortStableFunc(b.l.Accounts, func(x, y *Account) int { return cmp.Compare(last(x.Order), last(y.Order)) })
}

func (b *builder) checkAccounts() {
	for _, a := range b.l.Accounts {
		b.prose(a.Question, true, 0)
		b.prose(a.Why, true, accountWords)
		b.prose(a.WeUse, true, 0)
		b.prose(a.SettledBy, true, 0)
		for i := range a.Says {
			b.statement(&a.Says[i])
		}
		if len(a.Says) < 2 && a.Kind != sourceMistaken && len(a.Says) > 0 {
			b.report(a.ID.At, "account "+a.ID.S+" has one statement only", "a difference needs two; a single one can be source_mistaken")
		}
	}
}

// statement checks one row. The figure is the source's own, so the number
// check leaves it and the quoted words alone.
func (b *builder) statement(s *Statement) {
	b.mentions(s.Figure)
	b.prose(s.Note, true, 0)
	if cited := b.citations([]record.Text{s.Source}); len(cited) == 1 && s.Source.Given() {
		s.Cited = cited[0]
	}
}
