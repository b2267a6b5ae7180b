package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

const (
	timelineID       = "events" // of the first list of events on a page
	mostWithoutYears = 12       // events that need no headings
)

// timelineBlock is ```timeline: all, or a range of years (2019 to 2021), or
// the ids of events, one a line.
func (c *conversion) timelineBlock(all []record.Text) (string, diag.List) {
	var problems diag.List
	var events []*ledger.Event
	for _, t := range lines(all) {
		events = append(events, c.events(t, &problems)...)
	}
	if len(lines(all)) == 0 {
		events = c.r.Ledger.Events
	}
	slices.SortStableFunc(events, func(a, b *ledger.Event) int { return a.Date.Compare(b.Date) })
	var block TimelineBlock
	if !slices.Contains(c.doc.BlockIDs, timelineID) {
		block.ID = timelineID
		c.doc.BlockIDs = append(c.doc.BlockIDs, timelineID)
	}
	for _, e := range events {
		year := ""
		if len(events) > mostWithoutYears {
			year = strconv.Itoa(e.Date.Year)
		}
		if n := len(block.Years); n == 0 || block.Years[n-1].Year != year {
			block.Years = append(block.Years, TimelineYear{Year: year})
		}
		last := &block.Years[len(block.Years)-1]
		last.Events = append(last.Events, c.event(e, &problems))
	}
	block.Key = c.key(events)
	return c.block("timeline", block, problems)
}

// events are those that a line of the block names.
func (c *conversion) events(line record.Text, problems *diag.List) []*ledger.Event {
	s := strings.TrimSpace(line.S)
	if s == "all" {
		return slices.Clone(c.r.Ledger.Events)
	}
	if from, to, ok := strings.Cut(s, " to "); ok {
		return c.stretch(line, from, to, problems)
	}
	e := c.r.Ledger.Event(s)
	if e == nil && c.r.Ledger.Broken("events.yaml") {
		return nil
	}
	if e == nil {
		problems.Report(line.At, "no event "+s, meant(s, append(c.r.Ledger.EventIDs(), "all"), "write the id of an event of content/events.yaml, a stretch (2019-11 to 2021), or all"))
		return nil
	}
	return []*ledger.Event{e}
}

// stretch are the events from one date to another, both included.
func (c *conversion) stretch(line record.Text, from, to string, problems *diag.List) []*ledger.Event {
	const hint = "write dates: 2019-11 to 2021"
	first, ok1 := record.ParseDate(from)
	last, ok2 := record.ParseDate(to)
	switch {
	case !ok1:
		problems.Report(line.At, from+" is not a date", hint)
		return nil
	case !ok2:
		problems.Report(line.At, to+" is not a date", hint)
		return nil
	case first.Start().After(last.Start()):
		problems.Report(line.At, from+" is after "+to, "write the earlier date first")
		return nil
	}
	var out []*ledger.Event
	for _, e := range c.r.Ledger.Events {
		if day := e.Date.Start(); !day.Before(first.Start()) && day.Before(last.End()) {
			out = append(out, e)
		}
	}
	if len(out) == 0 && !c.r.Ledger.Broken("events.yaml") {
		problems.Report(line.At, "no event from "+from+" to "+to, hint)
	}
	return out
}

func (c *conversion) event(e *ledger.Event, problems *diag.List) EventView {
	html, _ := c.record(c.page, e.Says, problems)
	html += c.marks(e.Says, e.Cited)
	v := EventView{ID: "event-" + e.ID.S, Machine: e.Date.String(), Date: c.r.date(e.Date).Long, Until: c.r.date(e.Until).Long, Text: html}
	party, _ := c.r.Ledger.Vocabulary.Party(e.By.S)
	v.By, v.Shape = party.Name.S, string(party.Mark)
	c.doc.BlockIDs = append(c.doc.BlockIDs, v.ID)
	return v
}

// key says whose steps among the events have which mark, in the order of the site's
// parties.
func (c *conversion) key(events []*ledger.Event) (key []KeyEntry) {
	for _, e := range c.r.Ledger.Vocabulary.Parties {
		if !slices.ContainsFunc(events, func(v *ledger.Event) bool { return v.By.S == e.Key.S }) {
			continue
		}
		p, _ := c.r.Ledger.Vocabulary.Party(e.Key.S)
		if i := slices.IndexFunc(key, func(k KeyEntry) bool { return k.Shape == string(p.Mark) }); i >= 0 {
			key[i].Name += ", " + p.Name.S
			continue
		}
		key = append(key, KeyEntry{Shape: string(p.Mark), Name: lang.Capital(p.Name.S)})
	}
	return key
}

// marks writes the citations of a record that its text does not carry itself.
func (c *conversion) marks(t record.Text, cited []ledger.Citation) template.HTML {
	var cites []markdown.Citation
	for _, s := range cited {
		if !strings.Contains(t.S, "@"+s.ID) {
			cites = append(cites, markdown.Citation{ID: s.ID, Locator: s.Locator})
		}
	}
	if len(cites) == 0 {
		return ""
	}
	return template.HTML(c.page.Cite(cites...))
}
