package ledger

import (
	"fmt"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// An Event is something that happened on a day, in a month or over a while.
type Event struct {
	Place   record.Place  `yaml:"-"`
	ID      record.Text   `yaml:"id,required" doc:"Lower case with hyphens or underscores."`
	Date    record.Date   `yaml:"date,required" doc:"When it happened, as precisely as it is known."`
	Until   record.Date   `yaml:"until" doc:"When it ended, if it lasted."`
	By      Side          `yaml:"by" doc:"Whose step it was."`
	Kind    EventKind     `yaml:"kind" doc:"What sort of step it was."`
	Says    record.Text   `yaml:"says,required" doc:"What happened, in at most 35 words; {{ id }} and [@id] are read."`
	Label   record.Text   `yaml:"label" doc:"The same in a few words, for the drawing."`
	Sources []record.Text `yaml:"sources" doc:"Citation ids."`
	Main    bool          `yaml:"main" doc:"Whether it stands in the drawing."`

	Cited []Citation // those of sources, then those in says, each once
}

// A Side is who took a step.
type Side string

// Values lists the sides.
func (Side) Values() []string { return []string{"us", "korea", "both", "other"} }

// An EventKind is what sort of step an event was.
type EventKind string

// Values lists the kinds of events.
func (EventKind) Values() []string { return []string{"agreement", "talks", "demand", "offer", "other"} }

type eventsFile struct {
	Events []*Event `yaml:"events,required" doc:"Dated events, oldest first."`
}

const eventWords = 35

func (b *builder) events() {
	if !b.take("content/events.yaml") {
		return
	}
	ids := firsts{what: "event"}
	for _, e := range b.files.events.Events {
		if e == nil || !e.ID.Given() || ids.seen(b, e.ID) {
			continue
		}
		b.l.Events = append(b.l.Events, e)
		b.l.event[e.ID.S] = e
	}
}

func (b *builder) checkEvents() {
	for _, e := range b.l.Events {
		e.Cited = b.citations(e.Sources)
		inText := b.prose(e.Says, len(e.Sources) > 0, eventWords)
		b.prose(e.Label, len(e.Sources) > 0, 0)
		e.Cited = union(e.Cited, inText)
		if len(e.Sources) == 0 && len(citationSpans(e.Says.S)) == 0 {
			b.report(e.ID.At, "event "+e.ID.S+" has no source", "give it sources: [id]")
		}
		if !e.Until.IsZero() && e.Until.Compare(e.Date) < 0 {
			b.report(e.Until.At, fmt.Sprintf("event %s ends before it begins", e.ID.S), "until is the last day, date the first: "+e.Date.String())
		}
	}
}

// Event returns an event by its id, or nil.
func (l *Ledger) Event(id string) *Event { return l.event[id] }

// EventIDs lists the events in the order of the file.
func (l *Ledger) EventIDs() []string {
	ids := make([]string, len(l.Events))
	for i, e := range l.Events {
		ids[i] = e.ID.S
	}
	return ids
}

// union adds the citations of b that a does not have.
func union(a, b []Citation) []Citation {
	for _, c := range b {
		if !hasCitation(a, c) {
			a = append(a, c)
		}
	}
	return a
}

func hasCitation(list []Citation, c Citation) bool {
	for _, o := range list {
		if o.ID == c.ID && o.Locator == c.Locator {
			return true
		}
	}
	return false
}

// A firsts remembers where ids were first defined.
type firsts struct {
	what string
	at   map[string]diag.Pos
}

// seen reports an id that was defined before.
func (f *firsts) seen(b *builder, id record.Text) bool {
	if first, ok := f.at[id.S]; ok {
		b.problems.ReportRelated(id.At, "a second "+f.what+" "+id.S, "rename one of them", first, "first defined here")
		return true
	}
	if f.at == nil {
		f.at = map[string]diag.Pos{}
	}
	f.at[id.S] = id.At
	return false
}
