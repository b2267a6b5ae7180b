package ledger

import (
	"fmt"

	"sharingthecost/internal/record"
)

// An Event is something that happened on a day, in a month or over a while.
type Event struct {
	Place   record.Place  `yaml:"-"`
	ID      record.Text   `yaml:"id,required" doc:"Lower case with hyphens or underscores."`
	Date    record.Date   `yaml:"date,required" doc:"When it happened, as precisely as it is known."`
	Until   record.Date   `yaml:"until" doc:"When it ended, if it lasted."`
	By      record.Text   `yaml:"by" doc:"Whose step it was: one of parties in content/site.yaml."`
	Kind    record.Text   `yaml:"kind" doc:"What sort of step it was: one of steps in content/site.yaml."`
	Says    record.Text   `yaml:"says,required" doc:"What happened, in at most 35 words; {{ id }} and [@id] are read."`
	Label   record.Text   `yaml:"label" doc:"The same in a few words, for the drawing."`
	Sources []record.Text `yaml:"sources" doc:"Citation ids."`
	Main    bool          `yaml:"main" doc:"Whether it stands in the drawing."`

	Cited []Citation // those of sources, then those in says, each once
}

type eventsFile struct {
	Events []*Event `yaml:"events,required" doc:"Dated events, oldest first."`
}

const eventWords = 35

func (b *builder) events() {
	b.l.Events = keep(b, "event", b.files.events.Events, func(e *Event) record.Text { return e.ID }, b.l.event)
}

func (b *builder) checkEvents() {
	for _, e := range b.l.Events {
		b.l.Vocabulary.CheckParty(e.By, &b.problems)
		b.l.Vocabulary.CheckStep(e.Kind, &b.problems)
		e.Cited = b.citations(e.Sources)
		inText := b.prose(e.Says, len(e.Sources) > 0, eventWords)
		b.prose(e.Label, len(e.Sources) > 0, 0)
		e.Cited = union(e.Cited, inText)
		if len(e.Sources) == 0 && len(CitationSpans(e.Says.S)) == 0 {
			b.report(e.ID.At, "event "+e.ID.S+" has no source", "give it sources: [id]")
		}
		if !e.Until.IsZero() && e.Until.Compare(e.Date) < 0 {
			b.report(e.Until.At, fmt.Sprintf("event %s ends before it begins", e.ID.S), "until is the last day, date the first: "+e.Date.String())
		}
	}
}
