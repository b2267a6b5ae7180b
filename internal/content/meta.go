package content

import (
	"fmt"
	"slices"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// Meta is the front matter of a page. In texts marked “with figures”, {{ id }}
// is replaced by a number of the ledger.
type Meta struct {
	Title       record.Text   `yaml:"title,required" doc:"The headline, with figures: a finding or a question."`
	Kicker      record.Text   `yaml:"kicker" doc:"A few words above the headline."`
	Description record.Text   `yaml:"description,required" doc:"The paragraph under the headline, with figures."`
	Summary     record.Text   `yaml:"summary" doc:"One sentence for search engines and shared links. The description is used when it is not given."`
	Date        record.Date   `yaml:"date,required" doc:"The day of first publication: 2026-11-21."`
	Updated     record.Date   `yaml:"updated" doc:"The day of the last change that matters to readers."`
	Authors     []Person      `yaml:"authors" doc:"Who wrote the page: names, or each with an address on the web."`
	ReviewedBy  []Person      `yaml:"reviewed_by" doc:"Who read the page before it was published, beside those who wrote it."`
	Image       Image         `yaml:"image" doc:"The picture that stands for the page where it is shared: one of static/, with an alternative text, or a chart. One is drawn when it is not given."`
	Draft       bool          `yaml:"draft" doc:"true keeps the page out of the published site."`
	Slug        record.Text   `yaml:"slug" doc:"The last part of the page's address, if it is not the file's name."`
	Aliases     []record.Text `yaml:"aliases" doc:"Earlier addresses of the page, which lead to it: /old/."`
	Order       int           `yaml:"order" doc:"Place among the pages that are not in the navigation; smaller first."`
	Nav         record.Text   `yaml:"nav" doc:"Short name of the page for menus. The title is used when it is not given."`
	Lead        record.Text   `yaml:"lead" doc:"The chart that the page opens with, above “In brief”: charts/x.yaml."`
	Brief       []record.Text `yaml:"brief" doc:"The bullets under “In brief”, with figures; three to five, each true alone."`
	Cards       []Card        `yaml:"cards" doc:"Number cards above the text, at most four."`
	Unknowns    []record.Text `yaml:"unknowns" doc:"The bullets under “What we do not know”, with figures."`
	Next        record.Text   `yaml:"next" doc:"The page to read next, as a file name: demand.md."`
	Related     []record.Text `yaml:"related" doc:"Related pages as file names, at most three."`
	Changes     []Change      `yaml:"changes" doc:"What changed on the page, newest first."`
	Literals    []string      `yaml:"literals" doc:"Numbers in the text that claim nothing and so need no source, as written: \"400%\"."`
	Directions  []Direction   `yaml:"directions" doc:"Words of direction (fell, up, more than) that are right although the figures beside them seem to say otherwise."`
	TOC         *bool         `yaml:"toc" doc:"false leaves out the list of the page's sections."`
	Words       WordRange     `yaml:"words" doc:"How long the text should be."`
}

// A Card is a number card: a figure's id, or a mapping with more.
type Card struct {
	Figure record.Text `yaml:"figure,required" doc:"Id of the figure."`
	Says   record.Text `yaml:"says" doc:"What the number is, with figures. The figure's label is used when it is not given."`
	Note   record.Text `yaml:"note" doc:"A second, smaller line, with figures."`
}

// Shorthand lets a bare id stand for a card.
func (Card) Shorthand() string { return "figure" }

// An Image is a picture by its file, or with more.
type Image struct {
	File record.Text `yaml:"file,required" doc:"The file, as pages write it: ../static/x.png or charts/x.yaml."`
	Alt  record.Text `yaml:"alt" doc:"What the picture shows, in words; a chart has its own."`
}

// Shorthand lets a bare file stand for a picture.
func (Image) Shorthand() string { return "file" }

// A Direction is an exception from the check of words of direction.
type Direction struct {
	Words  record.Text `yaml:"words,required" doc:"The words as they stand in the text, the word of direction among them: fell from."`
	Reason record.Text `yaml:"reason,required" doc:"Why they are right, for those who review."`
}

// A Change is one entry of a page's history.
type Change struct {
	Date       record.Date `yaml:"date,required" doc:"The day of the change."`
	Says       record.Text `yaml:"says,required" doc:"What changed, in one sentence."`
	Correction bool        `yaml:"correction" doc:"true where the change puts right what was wrong."`
}

// WordRange limits the length of a page's text; 0 means no limit.
type WordRange struct {
	record.Place `yaml:"-"`
	Min          int `yaml:"min" doc:"The fewest."`
	Max          int `yaml:"max" doc:"The most."`
}

// LastUpdated is the day of the last change: updated, or else date.
func (m Meta) LastUpdated() record.Date {
	if m.Updated.IsZero() {
		return m.Date
	}
	return m.Updated
}

// MenuName is the short name of the page, or else its title as written.
func (m Meta) MenuName() record.Text {
	if m.Nav.Given() {
		return m.Nav
	}
	return m.Title
}

// Contents reports whether the page may show the list of its sections.
func (m Meta) Contents() bool { return m.TOC == nil || *m.TOC }

// check reports front matter whose values contradict each other. Whether a
// change is later than the page is checked only in front matter without other
// mistakes: the missing day may be there, under a misspelt key.
func (m Meta) check(sound bool) diag.List {
	var problems diag.List
	wholeDay := func(d record.Date, key string) bool {
		if !d.IsZero() && d.Day == 0 {
			problems.Report(d.At, key+" needs a day", "write 2026-11-21")
		}
		return d.Day != 0
	}
	day := wholeDay(m.Date, "date")
	if wholeDay(m.Updated, "updated") && day && m.Updated.Compare(m.Date) < 0 {
		problems.ReportRelated(m.Updated.At, "updated is before date", "updated is the day of the last change", m.Date.At, "date is here")
	}
	last := m.LastUpdated()
	for _, c := range m.Changes {
		if wholeDay(c.Date, "date") && last.Day != 0 && sound && c.Date.Compare(last) > 0 {
			problems.ReportRelated(c.Date.At, "a change after "+last.String()+", when the page was last updated", "set updated to "+c.Date.String(), last.At, "last updated here")
		}
	}
	for _, p := range slices.Concat(m.Authors, m.ReviewedBy) {
		if p.URL.Given() && !webAddress(p.URL.S) {
			problems.Report(p.URL.At, `"`+p.URL.S+`" is not a web address`, "write https://example.org/path")
		}
	}
	problems.Add(m.tooMuch())
	if m.Words.Max > 0 && m.Words.Min > m.Words.Max {
		problems.Report(m.Words.Pos, "min is greater than max", "write the fewest words first: {min: 300, max: 700}")
	}
	return problems
}

// The most that fits a page's head and foot.
const (
	mostCards   = 4
	mostRelated = 3
)

// tooMuch reports what is more than fits.
func (m Meta) tooMuch() diag.List {
	var problems diag.List
	if len(m.Cards) > mostCards {
		problems.Report(m.Cards[mostCards].Figure.At, fmt.Sprintf("%d cards", len(m.Cards)), fmt.Sprintf("keep the %d that matter most", mostCards))
	}
	if len(m.Related) > mostRelated {
		problems.Report(m.Related[mostRelated].At, fmt.Sprintf("%d related pages", len(m.Related)), fmt.Sprintf("keep the %d that matter most", mostRelated))
	}
	return problems
}
