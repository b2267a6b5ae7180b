package chart

import (
	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// A Lookup is what a chart needs to know of the rest of the site, as plain
// functions and lists. A nil function knows nothing: every figure, table,
// event or source is then unknown, texts are taken as they stand and hold no
// claims.
type Lookup struct {
	Site     string // the site's name, printed on cards
	Figure   func(id string) (Figure, bool)
	Table    func(path string) (*data.Table, bool) // by "data/contribution.csv", from the content folder
	Event    func(id string) (Event, bool)
	Source   func(id string) (Source, bool)
	Figures  []string // ids of all figures, for "did you mean"
	Tables   []string // paths of all tables
	Events   []string // ids of all events, by date
	Sources  []string // ids of all sources
	MainOnly []string // ids of the events that a timeline shows unless it names its own

	// Expand replaces {{ id : form }} in a text and returns the ids it used.
	Expand func(t record.Text) (plain string, used []string, problems diag.List)
	// Claims finds numbers that no figure stands for. Offsets are bytes of the
	// text; what stood in {{ }} arrives as spaces.
	Claims func(text string) []Claim
}

// A Figure is a number of the ledger.
type Figure struct {
	ID        string
	Value     unit.Value
	Qualifier string // "about", "up to", "more than", "at least", "nearly" or ""
	Base      string // id of the figure that a rise is measured from
	Label     string // short, for tables
	AsOf      record.Date
	Sources   []string // citation ids, without locators; none for our arithmetic
}

// An Event is a dated event.
type Event struct {
	ID      string
	Date    record.Date
	By      string // us, korea, both or other
	Kind    string // agreement, talks, demand, offer or other
	Label   string // short, for the drawing
	Says    string // one sentence, expanded, without citations
	Sources []string
}

// A Source is an entry of the bibliography.
type Source struct {
	ID    string
	Short string // "CNN, 7 March 2021"
	Full  string // the whole reference, plain
	URL   string // "" when there is none
}

// A Claim is a number in a text that should come from the ledger.
type Claim struct {
	Start, End int
	Text, Hint string
}

func (l Lookup) figure(id string) (Figure, bool) {
	if l.Figure == nil {
		return Figure{}, false
	}
	return l.Figure(id)
}

func (l Lookup) table(path string) (*data.Table, bool) {
	if l.Table == nil {
		return nil, false
	}
	return l.Table(path)
}

func (l Lookup) event(id string) (Event, bool) {
	if l.Event == nil {
		return Event{}, false
	}
	return l.Event(id)
}

func (l Lookup) source(id string) (Source, bool) {
	if l.Source == nil {
		return Source{}, false
	}
	return l.Source(id)
}
