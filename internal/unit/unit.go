package unit

import (
	"fmt"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
)

// A Unit says what a number counts, in which scale it is kept and how it is
// written. Units are equal that are the same one; the zero Unit is none.
type Unit struct{ *spec }

// A kind is the set of units written by one rule.
type kind int

const (
	stepped kind = iota // by its steps
	percentage
	points
	multiple
)

type spec struct {
	id, name, dimension string
	kind                kind
	steps               []Step // the smallest first
	interval            bool   // see [Unit.Ratios]
	words               words  // nil where a site declares the unit
}

// words are what a language calls a unit that is built in.
type words func(lang.Units) lang.Unit

// The units that belong to no subject. They do not change.
var (
	Percent          = builtIn("percent", percentage, 0, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.PercentAxis} })
	PercentMore      = builtIn("percent_more", percentage, 0, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.MoreAxis} })
	PercentagePoints = builtIn("percentage_points", points, 0, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.PointsAxis} })
	Times            = builtIn("times", multiple, 0, func(lang.Units) lang.Unit { return lang.Unit{Axis: "×"} })
	Ratio            = builtIn("ratio", stepped, -1, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.RatioAxis, Prose: slot} })
	Index            = builtIn("index", stepped, 1, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.IndexAxis, Prose: slot} })
	Count            = builtIn("count", stepped, 0, func(w lang.Units) lang.Unit { return lang.Unit{Axis: w.CountAxis, Prose: slot} })
	Years            = builtIn("years", stepped, 0, func(w lang.Units) lang.Unit { return w.Years })
	Months           = builtIn("months", stepped, 0, func(w lang.Units) lang.Unit { return w.Months })
	Weeks            = builtIn("weeks", stepped, 0, func(w lang.Units) lang.Unit { return w.Weeks })
	Days             = builtIn("days", stepped, 0, func(w lang.Units) lang.Unit { return w.Days })
	Hours            = builtIn("hours", stepped, 0, func(w lang.Units) lang.Unit { return w.Hours })
)

func builtIn(id string, k kind, decimals int, w words) Unit {
	u := Declare(id, id, "", Step{Decimals: decimals}.in(w(lang.English.Units))) // which words it has is the same in each language
	u.kind, u.words = k, w
	return u
}

// in is a step with the words of a language.
func (s Step) in(w lang.Unit) Step {
	s.One, s.Prose, s.Axis = string(w.One), string(w.Prose), w.Axis
	return s
}

// worded is a step of the unit in the words of a language. Those of a unit that a
// site declares are the site's.
func (u Unit) worded(l *lang.Language, s Step) Step {
	if u.words == nil {
		return s
	}
	return s.in(u.words(l.Units))
}

// Declare makes a unit of its steps, the largest first, as content/units.yaml has
// them; [Table] says what they must hold. Without a dimension it has its own.
func Declare(id, name, dimension string, steps ...Step) Unit {
	u := Unit{&spec{id: id, name: name, dimension: dimension}}
	if dimension == "" {
		u.dimension = id
	}
	for _, s := range steps {
		u.steps = append([]Step{s.complete(u)}, u.steps...)
		u.interval = u.interval || slices.Contains(thermometers, s.words())
	}
	return u
}

// On is the unit on a scale that need not be the one which its symbol tells.
func (u Unit) On(s Scale) Unit {
	if s == "" {
		return u
	}
	other := *u.spec
	other.interval = s == Interval
	return Unit{&other}
}

// A Scale says whether nought of a unit is none of it.
type Scale string

// The scales: 20 kg is twice 10 kg, and 20 °C is not twice 10 °C.
const (
	RatioScale Scale = "ratio"
	Interval   Scale = "interval"
)

// Values lists the scales.
func (Scale) Values() []string { return []string{string(RatioScale), string(Interval)} }

// thermometers are the units whose nought is a convention, whatever a site calls them.
var thermometers = []string{"°C", "°F", "℃", "℉", "degrees Celsius", "degrees Fahrenheit"}

// Ratios reports whether one value over another means something: not of °C, whose
// nought is a convention, so that 20 °C is no multiple of 10 °C and no rise of 100%.
func (u Unit) Ratios() bool { return u.Valid() && !u.interval }

// String is the unit's id.
func (u Unit) String() string {
	if u.spec == nil {
		return ""
	}
	return u.id
}

// MarshalText gives the id: what JSON has of the unit.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// Valid reports whether u is a unit at all.
func (u Unit) Valid() bool { return u.spec != nil }

// Dimension is what the unit measures.
func (u Unit) Dimension() string { return u.dimension }

// Like reports whether values of both may be added and compared.
func (u Unit) Like(v Unit) bool {
	return u == v || u.Valid() && v.Valid() && u.dimension == v.dimension
}

// Measures reports whether the unit has words that a sum carries: not a percentage,
// a multiple or a count.
func (u Unit) Measures() bool {
	return u.Valid() && u.kind == stepped && !u.bare() && u.steps[0].One == ""
}

// Rate reports whether a unit is so much for one of something else.
func (u Unit) Rate() bool { return u.Valid() && strings.Contains(u.dimension, "/") }

// bare reports whether the unit leaves its noun to the text.
func (u Unit) bare() bool { return u.kind == stepped && u.steps[0].Prose == slot }

// A Table is the units of a site: those of this package and those that its content
// declares. The zero Table has the former.
type Table struct{ declared []Unit }

// NewTable is the table with units that a site declares.
func NewTable(declared ...Unit) Table { return Table{declared} }

// Units lists the units, those of this package first.
func (t Table) Units() []Unit {
	return append([]Unit{Percent, PercentMore, PercentagePoints, Times, Ratio, Index, Count, Years, Months, Weeks, Days, Hours}, t.declared...)
}

// Declared lists the units that the site declares.
func (t Table) Declared() []Unit { return slices.Clone(t.declared) }

// Names lists the ids of the units.
func (t Table) Names() []string {
	var names []string
	for _, u := range t.Units() {
		names = append(names, u.id)
	}
	return names
}

// File is where a site declares its units.
const File = "content/units.yaml"

// Find gives the unit with an id. What no unit has is a problem at the place.
func (t Table) Find(id string, at diag.Pos, problems *diag.List) Unit {
	names := t.Names()
	if i := slices.Index(names, id); i >= 0 {
		return t.Units()[i]
	}
	hint := diag.DidYouMean(id, names)
	if hint == "" {
		hint = fmt.Sprintf("declare it in %s: %s: {name: …, write: [{prose: \"%s …\"}]}; or write one of %s", File, id, slot, strings.Join(names, ", "))
	}
	problems.Report(at, fmt.Sprintf("unit cannot be %q", id), hint)
	return Unit{}
}
