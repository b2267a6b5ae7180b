package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// An evaluation works out the formulas, each after its inputs.
type evaluation struct {
	b     *builder
	state map[string]state
	path  []string // the formulas being worked out, outermost first
}

type state int

const (
	untouched state = iota
	underway
	done
	broken // the number cannot be known; the reason has been reported
)

// evaluate gives every formula figure its value, its sources and its sum.
func (b *builder) evaluate() {
	e := &evaluation{b: b, state: map[string]state{}}
	for _, f := range b.l.Figures {
		e.visit(f)
	}
	for _, f := range b.l.Figures {
		switch parsed := b.formulas[f.ID]; {
		case e.state[f.ID] == broken:
			b.unsound[f.ID] = true
		case parsed != nil:
			f.Sum = parsed.sum(b.l.Lang, f)
		}
	}
}

func (e *evaluation) visit(f *Figure) {
	if e.state[f.ID] != untouched {
		return
	}
	parsed := e.b.formulas[f.ID]
	if parsed == nil {
		e.state[f.ID] = done
		if f.Formula != "" || !f.Value.Unit.Valid() || e.b.unsound[f.ID] {
			e.state[f.ID] = broken
		}
		return
	}
	e.state[f.ID] = underway
	e.path = append(e.path, f.ID)
	sound := f.Value.Unit.Valid()
	values := map[string]float64{}
	for _, in := range f.Inputs {
		if e.state[in.ID] == underway {
			e.circle(parsed, in.ID)
			sound = false
			continue
		}
		e.visit(in)
		sound = sound && e.state[in.ID] == done
		values[in.ID] = in.Value.F
		f.Sources = union(f.Sources, in.Sources)
	}
	e.path = e.path[:len(e.path)-1]
	e.state[f.ID] = broken
	if sound && e.b.result(f, parsed, values) {
		e.state[f.ID] = done
	}
}

// circle reports a cycle, from the figure found again back to itself.
func (e *evaluation) circle(parsed *formula, id string) {
	way := append(slices.Clone(e.path[slices.Index(e.path, id):]), id)
	e.b.report(parsed.at[id], "the formulas form a circle: "+strings.Join(way, " → "), "give one of them a value or other inputs")
}

func (b *builder) result(f *Figure, parsed *formula, values map[string]float64) bool {
	v := parsed.run(values)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		b.report(parsed.pos(0, len(parsed.text)), f.ID+" comes to no number: "+parsed.text, "it divides by zero or grows without bound")
		return false
	}
	f.Value.F = v
	if !parsed.depends(values) {
		b.report(parsed.pos(0, len(parsed.text)), f.ID+" comes to the same whatever the figures in its formula are, so nothing says where its number comes from", unsourcedHint)
		return false
	}
	b.changeOfPercentages(f, parsed, values)
	b.ratios(f, parsed, values)
	b.dimensions(f, parsed)
	return true
}

// depends reports whether the result changes with any of the figures.
func (f *formula) depends(values map[string]float64) bool {
	was := f.run(values)
	return slices.ContainsFunc(f.inputs, func(id string) bool {
		other := maps.Clone(values)
		for _, v := range []float64{values[id]*1.5 + 1, values[id]/2 - 1} {
			if other[id] = v; f.run(other) != was {
				return true
			}
		}
		return false
	})
}

// changeOfPercentages reports a formula that gives the change of a percentage
// as a percentage, which readers take for its percentage points: from 4% to 5%
// is no rise of 1%, and one of 25% only where nothing else is in percent. A
// change is none where all inputs are the same; it is relative where it stays
// the same when all inputs double, and one over time where their dates differ.
func (b *builder) changeOfPercentages(f *Figure, parsed *formula, values map[string]float64) {
	if len(f.Inputs) < 2 || f.Value.Unit != unit.Percent && f.Value.Unit != unit.PercentMore {
		return
	}
	same, double := map[string]float64{}, map[string]float64{}
	dated := true
	for i, in := range f.Inputs {
		if !slices.Contains(percentages, in.Value.Unit) {
			return
		}
		same[in.ID], double[in.ID] = 50, 2*in.Value.F
		dated = dated && !in.AsOf.IsZero() && (i == 0 || in.AsOf != f.Inputs[0].AsOf)
	}
	relative := math.Abs(parsed.run(double)-f.Value.F) < 1e-9*math.Abs(f.Value.F)
	if parsed.run(same) == 0 && (relative || dated) {
		b.report(parsed.pos(0, len(parsed.text)), f.ID+" is a change of percentages, in "+f.Value.Unit.String(),
			"subtract one from the other and write unit: percentage_points")
	}
}

// ratios reports a formula that divides by what has no nought: temperatures in °C
// may be subtracted, and their differences divided. It gives another percentage or
// multiple where nought were elsewhere.
func (b *builder) ratios(f *Figure, parsed *formula, values map[string]float64) {
	shifted, on := maps.Clone(values), ""
	for _, in := range f.Inputs {
		if !in.Ratios() {
			shifted[in.ID] += 1000
			on = cmp.Or(on, in.ID)
		}
	}
	if on == "" {
		return
	}
	still := math.Abs(parsed.run(shifted)-f.Value.F) < 1e-9*max(1, math.Abs(f.Value.F))
	f.difference = still && !f.Value.Unit.Ratios()
	if q, ok := quantityOf(f.Value.Unit); ok && q.dimension == "" && !still {
		b.report(parsed.at[on], fmt.Sprintf("%s divides by values in %s, whose nought is a convention", f.ID, b.l.figure[on].Value.Unit),
			"subtract one from the other, and give the result their unit; if the values are differences, give them a unit with scale: ratio")
	}
}

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
		b.report(f.At, f.ID+" is a percentage more than nothing", "name the figure it is more than: base: budget_2019")
	case f.Base == nil: // reported already
	case slices.Contains(percentages, f.Base.Value.Unit):
		b.report(base.At, f.ID+" is more than a percentage, "+f.Base.ID, "name the amount that it is more than: base: budget_2019")
	case !f.Base.Ratios():
		b.report(base.At, f.ID+" is more in percent than "+f.Base.ID+", in "+f.Base.Value.Unit.String()+", whose nought is a convention", "say by how much, in the unit of the base")
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
