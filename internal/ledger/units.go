package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

type unitRecord struct {
	Place     record.Place `yaml:"-"`
	Name      record.Text  `yaml:"name,required" doc:"What a stored value counts: billions of euros, degrees Celsius."`
	Dimension record.Text  `yaml:"dimension" doc:"What it measures, where several units measure the same in the same scale: their values may be added and compared. Of a rate: eur/kwh."`
	Scale     unit.Scale   `yaml:"scale" doc:"interval where nought is a convention, so that nothing is told as a percentage or a multiple; ratio where it is none of it. Of °C and °F interval, of others ratio."`
	Write     []stepRecord `yaml:"write,required" doc:"How values are written: the first step whose from the rounded size reaches, so the largest first."`
}

type stepRecord struct {
	Place    record.Place  `yaml:"-"`
	From     record.Number `yaml:"from" doc:"The least size that is written so, as it is stored. The last step has none."`
	Per      record.Number `yaml:"per" doc:"What a value is divided by here: 1000."`
	Decimals *int          `yaml:"decimals" doc:"Decimals of a computed value; without it, as many as show three digits, two at most."`
	One      record.Text   `yaml:"one" doc:"For exactly one: {n} vote. A unit that has it is counted, and spelled up to ten."`
	Prose    record.Text   `yaml:"prose,required" doc:"In running text: {n} billion euros. {n} is the number."`
	Short    record.Text   `yaml:"short" doc:"On labels and cards: €{n}bn; without it, as in prose."`
	Axis     record.Text   `yaml:"axis" doc:"Title of an axis: Billion euros; without it, the words of prose."`
	ID       record.Text   `yaml:"id" doc:"What data files call the unit that is shown here: eur_tn."`
}

// units reads the units that the site declares.
func (b *builder) units() {
	var declared []unit.Unit
	builtIn := unit.Table{}.Names()
	for _, e := range b.files.units {
		id, r := e.Key, e.Value
		switch {
		case slices.Contains(builtIn, id.S):
			b.report(id.At, "the unit "+id.S+" is built in", "remove it, or choose another id: what is built in is written everywhere alike")
			continue
		case !isID(id.S):
			b.report(id.At, "not the id of a unit: "+quoted(id.S), "an id has lower-case letters, digits and _, and begins with a letter")
			continue
		}
		u := unit.Declare(id.S, r.Name.S, r.Dimension.S, b.steps(id.S, r.Write)...).On(r.Scale)
		b.ambiguous(u, declared, id)
		declared = append(declared, u)
	}
	b.l.Units = unit.NewTable(declared...)
}

// steps reads how a unit is written. Where that is not known it is written with
// its id, so that what is in it can be read.
func (b *builder) steps(id string, records []stepRecord) []unit.Step {
	var steps []unit.Step
	before := len(b.problems)
	for i, r := range records {
		s := unit.Step{From: r.From.F, Per: r.Per.F, Decimals: -1, One: r.One.S, Prose: r.Prose.S, Short: r.Short.S, Axis: r.Axis.S, ID: r.ID.S}
		last := i == len(records)-1
		switch {
		case last && r.From.F != 0:
			b.report(r.From.At, "the last step has a from", "leave it out there, so that every value is written somehow")
		case !last && r.From.F <= 0:
			b.report(r.Place.Pos, "a step without a from above another", "say from which size on it is written; the step without one comes last")
		case i > 0 && r.From.F >= records[i-1].From.F && records[i-1].From.F > 0:
			b.report(r.From.At, fmt.Sprintf("the step from %s stands after the one from %s", r.From.Raw, records[i-1].From.Raw), "order the steps by from, the largest first")
		}
		if r.Per.Given() && r.Per.F <= 0 {
			b.report(r.Per.At, "per is not above zero", "write by what a value is divided: per: 1000")
		}
		if r.Decimals != nil {
			if s.Decimals = *r.Decimals; s.Decimals < 0 || s.Decimals > 6 {
				b.report(r.Place.Pos, fmt.Sprintf("a step cannot have %d decimals", s.Decimals), "write 0 to 6")
			}
		}
		for _, t := range []record.Text{r.One, r.Prose, r.Short} {
			if n := strings.Count(t.S, "{n}"); t.Given() && n != 1 {
				b.report(t.At, quoted(t.S)+" has "+[]string{"no {n}", "", "more than one {n}"}[min(n, 2)], `write {n} once, where the number stands: "{n} billion euros"`)
			}
		}
		steps = append(steps, s)
	}
	if len(b.problems) > before || len(steps) == 0 {
		return []unit.Step{{Prose: "{n} " + id}}
	}
	return steps
}

// ambiguous reports a unit that writes a number as another one does, of which
// readers could not tell it.
func (b *builder) ambiguous(u unit.Unit, others []unit.Unit, at record.Text) {
	percents := []string{"{n}%", "{n} %", "{n}×"}
	for _, t := range u.Templates(b.l.Lang) {
		for _, o := range others {
			if !o.Like(u) && slices.Contains(o.Templates(b.l.Lang), t) {
				b.report(at.At, fmt.Sprintf("%s writes %s as %s does", u, quoted(t), o), "write another word or symbol, or give both the same dimension if they measure the same in the same scale")
			}
		}
		if slices.Contains(percents, t) {
			b.report(at.At, fmt.Sprintf("%s writes %s as a unit that is built in does", u, quoted(t)), "use percent or times, or write another word or symbol")
		}
	}
}

// unusedUnits reports the units that no figure and no column has, where all of
// those could be read.
func (b *builder) unusedUnits() {
	if slices.ContainsFunc(b.problems, func(p diag.Problem) bool {
		return p.Pos.File == figuresFile || p.Pos.File == unit.File || strings.HasPrefix(p.Pos.File, dataDir)
	}) {
		return
	}
	used := map[unit.Unit]bool{}
	for _, f := range b.l.Figures {
		used[f.Value.Unit] = true
	}
	for _, t := range b.l.Tables {
		for _, f := range t.Fields {
			used[f.Unit] = true
		}
	}
	for _, u := range b.l.Units.Declared() {
		if i := slices.IndexFunc(b.files.units, func(e record.Entry[unitRecord]) bool { return e.Key.S == u.String() }); !used[u] {
			b.report(b.files.units[i].Key.At, "no figure and no column is in "+u.String(), "remove it, or write it under unit where it belongs")
		}
	}
}
