package ledger

import (
	"fmt"
	"slices"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A Figure is one number of the site: what it is, its date and its sources.
type Figure struct {
	ID        string
	Says      string // what it is, in one sentence, without a full stop
	Label     string // the same in a few words, for cards and tables
	Value     unit.Value
	Qualifier Qualifier
	AsOf      record.Date
	Group     string // a part of the list of all figures, or empty
	Status    Status
	Base      *Figure    // what a percentage is more than, or nil
	Also      *Figure    // the same in another unit, or nil
	Sources   []Citation // of a formula: those of its inputs, each once
	Formula   string     // as written, or empty
	Sum       string     // the formula worked out for readers, or empty
	Inputs    []*Figure  // the figures of the formula, each once
	From      string     // the cell it comes from, as written, or empty
	Quote     string     // the source's own words, or empty
	Note      string
	Changed   []Change
	Checked   record.Date // when it was last held to its source; zero: nobody says
	ReviewBy  record.Date
	At        diag.Pos

	mentions   []string // ids mentioned by says, label and note
	difference bool     // a formula that measures how far apart temperatures are, not how high
}

// Ratios reports whether the figure may be a multiple or a percentage of another one:
// no temperature, but how much one is above another.
func (f *Figure) Ratios() bool { return f.Value.Unit.Ratios() || f.difference }

// A Change is a correction of a figure.
type Change struct {
	Date   record.Date `json:"date"`
	Old    string      `json:"old"` // the value it had, written as in prose
	Reason string      `json:"reason"`

	was unit.Value // the value of Old
}

// A Status says how official a figure is.
type Status string

// The statuses: an official document, a report, our own sum.
const (
	Official   Status = "official"
	Reported   Status = "reported"
	Arithmetic Status = "arithmetic"
)

// Values lists the statuses.
func (Status) Values() []string {
	return []string{string(Official), string(Reported), string(Arithmetic)}
}

// A Qualifier says how exact a source calls a number. Cards and labels
// print it; prose writes its own.
type Qualifier string

// Values lists the qualifiers.
func (Qualifier) Values() []string {
	return []string{"about", "up_to", "more_than", "at_least", "nearly"}
}

// Words gives the qualifier in words: “up to”.
func (q Qualifier) Words(l *lang.Language) string {
	return map[Qualifier]string{"about": l.Lists.About, "up_to": l.Lists.UpTo, "more_than": l.Lists.MoreThan, "at_least": l.Lists.AtLeast, "nearly": l.Lists.Nearly}[q]
}

type figureRecord struct {
	Place     record.Place   `yaml:"-"`
	Value     record.Number  `yaml:"value" doc:"The number, in the scale of its unit. A figure has a value, a formula or from."`
	Formula   record.Text    `yaml:"formula" doc:"A sum over other figures: rent_2019 * (1 + rise_2020 / 100). It may use + - * / **, brackets, round(x, decimals), min, max and abs."`
	From      record.Text    `yaml:"from" doc:"A cell of a data file: data/rents.csv[year=2021].eur."`
	Unit      record.Text    `yaml:"unit,required" doc:"What the number counts: percent, percent_more, percentage_points, times, ratio, index, count, years, months, weeks, days, hours, or a unit of content/units.yaml."`
	Qualifier Qualifier      `yaml:"qualifier" doc:"How far the source stands behind the number; printed on cards and labels."`
	Base      record.Text    `yaml:"base" doc:"The figure that a percentage is more than; percent_more must have one."`
	Says      record.Text    `yaml:"says,required" doc:"What the figure is, in one sentence without a full stop."`
	Label     record.Text    `yaml:"label,required" doc:"What the figure is, in a few words, for cards and tables."`
	AsOf      record.Date    `yaml:"as_of" doc:"The year, month or day for which the number holds."`
	Group     record.Text    `yaml:"group" doc:"The part of the list of all figures in which it stands: one of groups in content/site.yaml."`
	Sources   []record.Text  `yaml:"sources" doc:"Citation ids, each with a place if there is one: [\"cnn-2021-03-07, p. 3\"]."`
	Status    Status         `yaml:"status" doc:"official: in a document of who is responsible; reported: by others, the default; arithmetic: worked out by us."`
	Decimals  *int           `yaml:"decimals" doc:"Decimals shown in prose, in the scale shown there."`
	Also      record.Text    `yaml:"also" doc:"The figure that says the same in another unit, for the forms also and with_also."`
	Quote     record.Text    `yaml:"quote" doc:"The source's own words, twelve at most."`
	Note      record.Text    `yaml:"note" doc:"Plain sentences on method or caution."`
	Changed   []changeRecord `yaml:"changed" doc:"Corrections of the number, newest first."`
	Checked   record.Date    `yaml:"checked" doc:"The day on which somebody last held the number to its source."`
	ReviewBy  record.Date    `yaml:"review_by" doc:"When an editor should look at the number again."`
}

type changeRecord struct {
	Place  record.Place  `yaml:"-"`
	Date   record.Date   `yaml:"date,required" doc:"The day of the correction."`
	Old    record.Number `yaml:"old,required" doc:"The number it had before, in the same unit."`
	Reason record.Text   `yaml:"reason,required" doc:"Why it was corrected, in a sentence."`
}

// Text writes the figure in a form of [Forms]. It fails, with a reason for the
// author, when there is no such form or the figure's unit does not have it.
func (f *Figure) Text(l *lang.Language, form string) (string, error) {
	switch form {
	case "also", "with_also":
		if f.Also == nil {
			return "", fmt.Errorf("%s has no second value for the form %s", f.ID, form)
		}
		also, q := f.Also.Value.Text(l, unit.Prose), f.Also.Qualifier
		switch {
		case form == "also":
			return also, nil
		case q != "":
			also = q.Words(l) + " " + also
		case f.Also.Formula != "":
			also = l.Lists.About + " " + also
		}
		return l.Lists.WithAlso.With("value", f.Value.Text(l, unit.Prose), "also", also), nil
	}
	if !slices.Contains(Forms(), form) {
		return "", fmt.Errorf("there is no form %q", form)
	}
	if !f.Value.Unit.Has(unit.Form(form)) {
		return "", fmt.Errorf("%s is in %s, which has no form %s", f.ID, f.Value.Unit, form)
	}
	return f.Value.Text(l, unit.Form(form)), nil
}
