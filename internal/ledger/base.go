package ledger

import (
	"slices"
	"strings"

	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// percentages are the units in which a base of a percentage cannot be: 5% more
// than 13% would be read as 18%.
var percentages = []unit.Unit{unit.Percent, unit.PercentMore, unit.PercentagePoints}

// base checks what a percentage is more than: an amount and, for a formula,
// one that the formula works with, itself or by way of its inputs: as a number,
// or as the base of another percentage.
func (b *builder) base(f *Figure, base record.Text) {
	if f.Value.Unit != unit.PercentMore {
		return
	}
	switch {
	case !base.Given():
		b.report(f.At, f.ID+" is a percentage more than nothing", "name the figure it is more than: base: contribution_2019")
	case f.Base == nil: // reported already
	case slices.Contains(percentages, f.Base.Value.Unit):
		b.report(base.At, f.ID+" is more than a percentage, "+f.Base.ID, "name the amount that it is more than: base: contribution_2019")
	case f.Formula != "" && !b.reaches(f, f.Base, map[*Figure]bool{}):
		b.report(base.At, "the formula of "+f.ID+" does not lead to its base "+f.Base.ID, amountsHint(f))
	}
}

// reaches reports whether a formula works with a figure, or cannot be known.
func (b *builder) reaches(f, wanted *Figure, seen map[*Figure]bool) bool {
	if seen[f] {
		return false
	}
	seen[f] = true
	if f.Formula != "" && b.formulas[f.ID] == nil { // not a formula, which has been reported
		return true
	}
	return slices.ContainsFunc(f.Inputs, func(in *Figure) bool { return in == wanted || in.Base == wanted || b.reaches(in, wanted, seen) })
}

// amountsHint names the inputs that could be the base.
func amountsHint(f *Figure) string {
	var amounts []string
	for _, in := range f.Inputs {
		if !slices.Contains(percentages, in.Value.Unit) {
			amounts = append(amounts, in.ID)
		}
	}
	if len(amounts) == 0 {
		return "work it out from the base"
	}
	return "its base is what it divides by: " + strings.Join(amounts, " or ")
}
