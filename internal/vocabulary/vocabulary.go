// Package vocabulary is what a site calls the things of its own subject, so that no
// code need know them: the groups of its figures, who takes steps and of what kind,
// what marks of charts stand for, its colours, and the nouns whose count is a claim.
// They are keys of content/site.yaml, each of which may be left out:
//
//	groups: {prices: Prices, homes: Homes and heating}       # in the order of the list
//	parties:
//	  city: {name: City council, step: Council step, mark: square}
//	  tenants: {name: Tenants’ union, mark: diamond}
//	steps: {claim: {role: asked}, ruling: {}}
//	roles: {asked: 2, offered: 3, settled: 1, before: grey}  # a name → a colour
//	colours: {1: ["#12436D", "#A9CDF4"], paper: ["#FFFFFF", "#101114"]}
//	claims: {nouns: [tenant, tenants, flats], adjectives: [rented]}
//
// [Vocabulary.Check] reports what does not fit together: roles without a colour, and
// colours without the contrasts and distances that package draw asks for. Records look
// their words up; a word that nobody declared is a problem where it is written.
package vocabulary

import (
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// A Vocabulary is the words of a site. The zero Vocabulary has none.
type Vocabulary struct {
	Groups  record.Map[record.Text]   `yaml:"groups" doc:"The parts of the list of figures in their order, each with its heading: prices: Prices."`
	Parties record.Map[Party]         `yaml:"parties" doc:"Who takes the steps of the timeline."`
	Steps   record.Map[Step]          `yaml:"steps" doc:"The kinds of events."`
	Roles   record.Map[record.Text]   `yaml:"roles" doc:"What marks of charts stand for, each with its colour: 1, 2, 3, grey, caution or context, which is hatched."`
	Colours record.Map[[]record.Text] `yaml:"colours" doc:"Colours of the site's own, each in light and in dark: 1: [\"#12436D\", \"#A9CDF4\"]. Contrasts and colour-blindness are checked."`
	Claims  Claims                    `yaml:"claims" doc:"Which counts are claims, whatever their size."`

	Unread bool `yaml:"-"` // the settings could not be read: no name is at fault
}

// A Party is who takes steps.
type Party struct {
	Name record.Text `yaml:"name,required" doc:"As it is named within a sentence: the city council."`
	Step record.Text `yaml:"step" doc:"How its steps are called in lists: Council step; without it, the name."`
	Mark Mark        `yaml:"mark" doc:"The shape of its steps in drawings: circle unless given. Several may share one."`
}

// A Mark is a shape.
type Mark string

// The marks.
const (
	Circle  Mark = "circle"
	Square  Mark = "square"
	Diamond Mark = "diamond"
)

// Values lists the marks.
func (Mark) Values() []string { return []string{string(Circle), string(Square), string(Diamond)} }

// A Step is a kind of event.
type Step struct {
	Role record.Text `yaml:"role" doc:"What its marks stand for, which gives them their colour; without it, that of text."`
}

// Claims are words that make a claim of a number before them.
type Claims struct {
	Nouns         []record.Text `yaml:"nouns" doc:"Nouns whose count is a claim, however small: homes, pumps."`
	Adjectives    []record.Text `yaml:"adjectives" doc:"Words that may stand between the number and such a noun: rented."`
	Abbreviations []record.Text `yaml:"abbreviations" doc:"Abbreviations that number no series: a number behind one is a claim, as in “cost the EPA 500”."`
}

// Texts are those that pages print as they stand.
func (v Vocabulary) Texts() []record.Text {
	var out []record.Text
	for _, e := range v.Groups {
		out = append(out, e.Value)
	}
	for _, e := range v.Parties {
		out = append(out, e.Value.Name, e.Value.Step)
	}
	return out
}

// Party gives the party of an id; its mark and step are those that it has without
// being given them. ok is false for an id that is none.
func (v Vocabulary) Party(id string) (p Party, ok bool) {
	i := slices.IndexFunc(v.Parties, func(e record.Entry[Party]) bool { return e.Key.S == id })
	if i < 0 {
		return Party{Mark: Circle}, false
	}
	p = v.Parties[i].Value
	if p.Mark == "" {
		p.Mark = Circle
	}
	if !p.Step.Given() {
		p.Step = p.Name
	}
	return p, true
}

// CheckGroup, CheckParty and CheckStep report a name that nobody declared.
func (v Vocabulary) CheckGroup(name record.Text, problems *diag.List) {
	v.named(keys(v.Groups), name, "group", "groups", problems)
}
func (v Vocabulary) CheckParty(name record.Text, problems *diag.List) {
	v.named(keys(v.Parties), name, "by", "parties", problems)
}
func (v Vocabulary) CheckStep(name record.Text, problems *diag.List) {
	v.named(keys(v.Steps), name, "kind", "steps", problems)
}

func keys[T any](m record.Map[T]) []string {
	ids := make([]string, len(m))
	for i, e := range m {
		ids[i] = e.Key.S
	}
	return ids
}

func (v Vocabulary) named(ids []string, name record.Text, key, list string, problems *diag.List) {
	if v.Unread || !name.Given() || slices.Contains(ids, name.S) {
		return
	}
	hint := diag.DidYouMean(name.S, ids)
	switch {
	case hint != "":
	case len(ids) == 0:
		hint = "declare it in content/site.yaml: " + list + ": {" + name.S + ": …}"
	default:
		hint = "write one of " + strings.Join(ids, ", ") + ", or declare it under " + list + " in content/site.yaml"
	}
	problems.Report(name.At, key+` cannot be "`+name.S+`"`, hint)
}
