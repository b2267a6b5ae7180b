package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

const figuresFile = "content/figures.yaml"

// figures reads all figures: first each alone, then what ties them together.
func (b *builder) figures() {
	records := b.files.figures
	b.faulty = faultyRecords(records, b.problems)
	for _, e := range records {
		f := &Figure{ID: e.Key.S, At: e.Key.At}
		b.l.Figures = append(b.l.Figures, f)
		b.l.figure[f.ID] = f
	}
	for i, f := range b.l.Figures {
		b.fill(f, records[i].Key, &records[i].Value)
	}
	for i, f := range b.l.Figures {
		b.tie(f, &records[i].Value)
	}
	for i, f := range b.l.Figures {
		b.base(f, records[i].Value.Base)
	}
	b.evaluate()
}

// faultyRecords lists the records in which something could not be read. What
// seems to be missing there may be what could not be read.
func faultyRecords(records record.Map[figureRecord], problems diag.List) map[string]bool {
	faulty := map[string]bool{}
	for _, p := range problems {
		if p.Pos.File != figuresFile {
			continue
		}
		i := sort.Search(len(records), func(i int) bool { return records[i].Key.At.Line > p.Pos.Line })
		if i > 0 {
			faulty[records[i-1].Key.S] = true
		}
	}
	return faulty
}

// fill makes a figure of its record, as far as it needs no other figure.
func (b *builder) fill(f *Figure, key record.Text, r *figureRecord) {
	switch {
	case !isID(f.ID):
		b.report(key.At, "not the id of a figure: "+quoted(f.ID), "an id has lower-case letters, digits and _, and begins with a letter")
	case slices.Contains(formulaWords, f.ID):
		b.report(key.At, f.ID+" is a word of formulas and cannot be the id of a figure", "choose another id")
	case diag.Device(f.ID):
		b.report(key.At, f.ID+" cannot be the id of a figure, whose file Windows would take for a device", "choose another id")
	}
	f.Qualifier, f.AsOf, f.Group, f.Quote, f.Checked, f.ReviewBy = r.Qualifier, r.AsOf, r.Group.S, r.Quote.S, r.Checked, r.ReviewBy
	if !f.Checked.IsZero() && !f.ReviewBy.IsZero() && f.ReviewBy.Compare(f.Checked) <= 0 {
		b.report(f.ReviewBy.At, "review_by is not after "+f.Checked.String()+", when the figure was checked", "write the day by which somebody should look at it next")
	}
	b.l.Vocabulary.CheckGroup(r.Group, &b.problems)
	f.Value = unit.Value{Decimals: -1}
	if r.Unit.Given() && !b.lost["units.yaml"] {
		f.Value.Unit = b.l.Units.Find(r.Unit.S, r.Unit.At, &b.problems)
	}
	f.Status = r.Status
	if f.Status == "" {
		f.Status = Reported
	}
	f.Sources = b.citations(r.Sources)
	b.value(f, r)
	if r.Decimals != nil {
		if f.Value.Decimals = *r.Decimals; *r.Decimals < 0 || *r.Decimals > 6 {
			b.report(key.At, fmt.Sprintf("%s cannot have %d decimals", f.ID, *r.Decimals), "write 0 to 6")
			f.Value.Decimals = -1
		}
	}
	if n := len(strings.Fields(r.Quote.S)); n > quoteWords {
		b.report(r.Quote.At, fmt.Sprintf("a quote of %d words", n), fmt.Sprintf("at most %d", quoteWords))
	}
}

const quoteWords = 12

// value reads where the number comes from: one of value, formula and from.
func (b *builder) value(f *Figure, r *figureRecord) {
	var ways []string
	for _, w := range []struct {
		name  string
		given bool
	}{{"value", r.Value.Given()}, {"formula", r.Formula.Given()}, {"from", r.From.Given()}} {
		if w.given {
			ways = append(ways, w.name)
		}
	}
	b.unsound[f.ID] = len(ways) != 1
	switch {
	case len(ways) == 0 && b.faulty[f.ID]:
		return
	case len(ways) == 0:
		b.report(f.At, f.ID+" has no number", "give it a value with sources, a formula, or from")
		return
	case len(ways) > 1:
		b.report(f.At, f.ID+" has "+strings.Join(ways, " and "), "keep one of them")
		return
	}
	switch ways[0] {
	case "value":
		f.Value = f.Value.Unit.Written(r.Value.F, unit.Decimals(r.Value.Raw))
		b.unsound[f.ID] = r.Value.Raw == "" // what is written there is no number
		if r.Decimals == nil && f.Value.Unit.PointsOfThousands(r.Value.Raw) {
			b.report(r.Value.At, "a count that can be read in two ways: "+r.Value.Raw,
				"for thousands write "+strings.ReplaceAll(r.Value.Raw, ".", "")+", for thousandths add decimals: 3")
		}
		if r.Value.Raw != "" && !f.Value.Keeps(r.Value.Raw) {
			b.report(r.Value.At, "a number of more digits than are kept: "+r.Value.Raw, "round it to twelve digits, or to a whole number of fifteen")
		}
	case "formula":
		b.formula(f, r)
		return
	case "from":
		b.unsound[f.ID] = !b.from(f, r.From)
	}
	if b.faulty[f.ID] {
		return
	}
	if len(f.Sources) == 0 && len(r.Sources) == 0 && ways[0] == "value" {
		b.report(f.At, f.ID+" has no source", "give it sources: [id], or a formula over figures that have")
	}
	if r.AsOf.IsZero() {
		b.report(f.At, f.ID+" has no date", "write the year, month or day for which it holds: as_of: 2021")
	}
}

const unsourcedHint = "work it out from figures that have sources, or give it a value with sources"

func (b *builder) formula(f *Figure, r *figureRecord) {
	f.Formula = r.Formula.S
	if len(r.Sources) > 0 {
		b.report(r.Sources[0].At, f.ID+" is a formula and has sources", "remove them; the figures in the formula bring theirs")
	}
	if r.Status != "" && r.Status != Arithmetic {
		b.report(f.At, f.ID+" is a formula and cannot be "+string(r.Status), "remove status; a formula is our arithmetic")
	}
	f.Status = Arithmetic
	parsed, problems := parseFormula(r.Formula.S, r.Formula.Pos, b.l)
	b.problems.Add(problems)
	if parsed != nil && len(parsed.inputs) == 0 {
		b.report(r.Formula.At, "the formula of "+f.ID+" has no figure in it, so nothing says where its number comes from", unsourcedHint)
		b.unsound[f.ID] = true
	} else if parsed != nil {
		b.formulas[f.ID] = parsed
		for _, id := range parsed.inputs {
			f.Inputs = append(f.Inputs, b.l.figure[id])
		}
	}
}

// tie joins a figure to its base, its second value and the texts of its changes.
func (b *builder) tie(f *Figure, r *figureRecord) {
	f.Base = b.other(r.Base)
	f.Also = b.other(r.Also)
	if f.Also != nil && f.Also.Value.Unit == f.Value.Unit && f.Value.Unit.Valid() {
		b.report(r.Also.At, fmt.Sprintf("%s and %s are both in %s", f.ID, f.Also.ID, f.Value.Unit), "also names the figure that says the same in another unit")
	}
	for _, c := range r.Changed {
		old := unit.Value{F: c.Old.F, Unit: f.Value.Unit, Decimals: f.Value.Decimals}
		if r.Decimals == nil {
			old = f.Value.Unit.Written(c.Old.F, unit.Decimals(c.Old.Raw))
		}
		change := Change{Date: c.Date, Reason: c.Reason.S, was: old}
		if f.Value.Unit.Valid() && c.Old.Given() {
			change.Old = old.Text(b.l.Lang, unit.Prose)
		}
		f.Changed = append(f.Changed, change)
	}
}

// other finds the figure that a field names; nil when it names none.
func (b *builder) other(id record.Text) *Figure {
	if !id.Given() {
		return nil
	}
	f := b.l.figure[id.S]
	if f == nil {
		b.report(id.At, "no figure "+id.S, b.l.likeFigure(id.S))
	}
	return f
}

// likeFigure is the hint for a figure that does not exist.
func (l *Ledger) likeFigure(id string) string {
	if hint := diag.DidYouMean(id, l.FigureIDs()); hint != "" {
		return hint
	}
	return "add it to " + figuresFile
}

// Due lists the figures whose review_by is on or before a day, those that have waited
// longest first. The day is the caller's: a build never asks the clock.
func (l *Ledger) Due(asOf record.Date) []*Figure {
	var due []*Figure
	for _, f := range l.Figures {
		if !f.ReviewBy.IsZero() && f.ReviewBy.Compare(asOf) <= 0 {
			due = append(due, f)
		}
	}
	slices.SortStableFunc(due, func(a, b *Figure) int { return a.ReviewBy.Compare(b.ReviewBy) })
	return due
}

// LastSeen is the day on which a figure was last held to its sources: as it says
// itself, or else that on which the last of them was read. It is zero where neither is
// told, and for what is worked out of other figures.
func (l *Ledger) LastSeen(f *Figure) record.Date {
	last := f.Checked
	if f.Formula != "" || !last.IsZero() {
		return last
	}
	for _, c := range f.Sources {
		if s := l.Source(c.ID); s != nil && s.Accessed.Compare(last) > 0 {
			last = s.Accessed
		}
	}
	return last
}

// ByAge lists the figures that have sources by the day on which they were last held to
// them, the oldest first, and before them those of which nobody says.
func (l *Ledger) ByAge() []*Figure {
	all := slices.DeleteFunc(slices.Clone(l.Figures), func(f *Figure) bool { return f.Formula != "" })
	slices.SortStableFunc(all, func(a, b *Figure) int { return l.LastSeen(a).Compare(l.LastSeen(b)) })
	return all
}
