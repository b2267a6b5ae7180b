package vocabulary

import (
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

// Context is the slot of what explains a drawing and is no value itself: hatched.
const Context = "context"

// slots are the colours that a role may have, by the names that authors write.
var slots = []record.Entry[draw.Token]{
	{Key: record.Text{S: "1"}, Value: draw.C1}, {Key: record.Text{S: "2"}, Value: draw.C2}, {Key: record.Text{S: "3"}, Value: draw.C3},
	{Key: record.Text{S: "grey"}, Value: draw.Grey}, {Key: record.Text{S: "caution"}, Value: draw.Caution}, {Key: record.Text{S: Context}, Value: draw.Ink3},
}

func slot(name string) (draw.Token, bool) {
	i := slices.IndexFunc(slots, func(e record.Entry[draw.Token]) bool { return e.Key.S == name })
	if i < 0 {
		return "", false
	}
	return slots[i].Value, true
}

// Role gives the colour of a role: one of the site's, or a slot by its own name.
// Context is hatched. What is neither is a problem.
func (v Vocabulary) Role(name record.Text, problems *diag.List) (colour draw.Token, hatched bool) {
	s := name.S
	for _, e := range v.Roles {
		if e.Key.S == name.S {
			s = e.Value.S
		}
	}
	t, ok := slot(s)
	if !ok {
		v.named(append(keys(v.Roles), keys(slots)...), name, "role", "roles", problems)
	}
	return t, s == Context
}

var hex = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// Palette is the default one with the site's own colours.
func (v Vocabulary) Palette() draw.Palette {
	p := draw.Default()
	for _, e := range v.Colours {
		if t, ok := token(e.Key.S, p); ok && len(e.Value) == 2 && hex.MatchString(e.Value[0].S) && hex.MatchString(e.Value[1].S) {
			p = p.With(draw.Swatch{Token: t, Light: strings.ToUpper(e.Value[0].S), Dark: strings.ToUpper(e.Value[1].S)})
		}
	}
	return p
}

// token is the colour that an author names: a slot, or what the style sheet calls it.
func token(name string, p draw.Palette) (draw.Token, bool) {
	if t, ok := slot(name); ok && name != Context {
		return t, true
	}
	return draw.Token(name), p.Has(draw.Token(name))
}

// Check reports what does not fit together.
func (v Vocabulary) Check() diag.List {
	var problems diag.List
	p := draw.Default()
	for _, e := range v.Roles {
		if _, ok := slot(e.Value.S); !ok && e.Value.Given() {
			problems.Report(e.Value.At, "no colour "+e.Value.S, "write one of "+strings.Join(keys(slots), ", "))
		}
	}
	for _, e := range v.Steps {
		v.Role(e.Value.Role, &problems)
	}
	place := map[draw.Token]diag.Pos{}
	for _, e := range v.Colours {
		t, ok := token(e.Key.S, p)
		switch {
		case !ok:
			problems.Report(e.Key.At, "no colour "+e.Key.S, "the colours are 1, 2, 3, grey, caution, and those of the style sheet: "+names(p))
		case len(e.Value) != 2 || !hex.MatchString(e.Value[0].S) || !hex.MatchString(e.Value[1].S):
			problems.Report(e.Key.At, e.Key.S+" is not given in light and in dark", `write `+e.Key.S+`: ["#12436D", "#A9CDF4"]`)
		default:
			place[t] = e.Key.At
		}
	}
	for _, f := range v.Palette().Faults() {
		if at, ok := place[f.Token]; ok {
			problems.Report(at, f.Text, "choose a lighter or a darker one, or leave it out for the one that is built in")
		} else if len(place) > 0 {
			problems.Report(v.Colours[0].Key.At, f.Text, "it stands on a colour of this list; choose another there")
		}
	}
	return problems
}

func names(p draw.Palette) string {
	var out []string
	for _, s := range p {
		out = append(out, string(s.Token))
	}
	return strings.Join(out, ", ")
}
