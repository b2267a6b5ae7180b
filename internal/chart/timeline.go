package chart

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"sharingthecost/internal/data"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
	"sharingthecost/internal/table"
	"sharingthecost/internal/vocabulary"
)

// timelineFile is a chart of periods as bars and of events below them, all to
// the scale of one calendar.
type timelineFile struct {
	Place record.Place `yaml:"-"`
	form.Frame
	From   record.Text   `yaml:"from,required" doc:"First year of the calendar."`
	Until  record.Text   `yaml:"until,required" doc:"Last year, drawn to its end."`
	Tracks []trackKeys   `yaml:"tracks,required" doc:"Rows of periods, from the top."`
	Events []record.Text `yaml:"events" doc:"Ids of the events drawn; without them, those marked main."`
}

// trackKeys describe a row of periods: written out, or from a data file with
// the columns from and until.
type trackKeys struct {
	Place   record.Place            `yaml:"-"`
	Label   record.Text             `yaml:"label,required" doc:"What the row shows: Agreement in force."`
	Role    record.Text             `yaml:"role" doc:"What the periods are; context is drawn pale."`
	Periods []periodKeys            `yaml:"periods" doc:"The periods, in order."`
	Data    record.Text             `yaml:"data" doc:"A data file with the columns from and until (first and last day, month or year), instead of periods."`
	Where   record.Map[record.Text] `yaml:"where" doc:"Only the rows that hold these values: column: value."`
	Says    record.Text             `yaml:"says" doc:"The column of the data file with the names of the periods."`
}

// periodKeys describe one period.
type periodKeys struct {
	Place record.Place `yaml:"-"`
	From  record.Date  `yaml:"from,required" doc:"First day, month or year."`
	Until record.Date  `yaml:"until" doc:"Last day, month or year; without it, the period runs on."`
	Says  record.Text  `yaml:"says,required" doc:"What stands in the bar."`
	Name  record.Text  `yaml:"name" doc:"For a gap, the same as a clause: no agreement was in force."`
	Gap   bool         `yaml:"gap" doc:"Nothing was in force: an outlined, dashed bar with its length in months."`
	Note  record.Text  `yaml:"note" doc:"A line below the bar."`
}

type timeline struct {
	lang *lang.Language
	plot.Calendar
	periods [][]period // of the tracks
	events  []event
}

// An event is one of the ledger, its sentence written out.
type event struct {
	*ledger.Event
	says   string
	party  vocabulary.Party
	source table.Cell
}

// A period is one of a track, with what the table says of it.
type period struct {
	plot.Period
	from, until record.Date // as written; without until it runs on
	says, name  string
	source      table.Cell
}

// months counts whole months, the nearest number.
func (p period) months() int {
	until := p.until.End()
	if p.until.IsZero() {
		until = p.Until
	}
	days := until.Sub(p.from.Start()).Hours() / 24
	return int(days/30.4375 + 0.5)
}

func (f *timelineFile) build(b *builder) form.Body {
	t := &timeline{lang: b.Lang()}
	var err1, err2 error
	t.From, err1 = strconv.Atoi(f.From.S)
	t.Until, err2 = strconv.Atoi(f.Until.S)
	if err1 != nil || err2 != nil || t.Until < t.From || t.Until-t.From > 100 || t.From < 1000 || t.Until > 9999 {
		b.Report(f.From.At, "from and until must be years, at most a hundred apart", "write from: 2018 and until: 2026")
		return nil
	}
	for _, k := range f.Tracks {
		track := plot.Track{Label: b.Text(k.Label), Role: b.Role(k.Role)}
		periods := b.track(t, k)
		for _, p := range periods {
			track.Periods = append(track.Periods, p.Period)
		}
		t.Tracks, t.periods = append(t.Tracks, track), append(t.periods, periods)
	}
	if len(f.Tracks) == 0 {
		b.Report(f.Place.Pos, "the chart has no tracks", "give at least one row of periods")
	}
	ids := f.Events
	if ids == nil {
		for _, e := range b.Ledger.Events {
			if e.Main {
				ids = append(ids, record.Text{S: e.ID.S, At: f.From.At})
			}
		}
	}
	b.events(t, ids)
	if len(b.Problems) > 0 {
		return nil
	}
	t.tell()
	return t
}

// events looks the events up; they must stand in the order of time.
func (b *builder) events(t *timeline, ids []record.Text) {
	for _, id := range ids {
		e := event{Event: b.Ledger.Event(id.S)}
		if b.Broken(id.S) || e.Event == nil && b.Broken("events.yaml") {
			continue
		}
		if e.Event == nil {
			b.Report(id.At, fmt.Sprintf("no event %q", id.S), series.Meant(id.S, b.Ledger.EventIDs(), "add it to content/events.yaml"))
			continue
		}
		label, _, _ := b.Ledger.Expand(e.Label) // problems of these texts are the ledger's
		e.says, _, _ = b.Ledger.Expand(e.Says)
		switch n := len(t.events); {
		case e.Date.Year < t.From || e.Date.Year > t.Until:
			b.Report(id.At, fmt.Sprintf("event %s of %s lies outside %d to %d", id.S, e.Date.Prose(b.Lang()), t.From, t.Until), "leave it out, or draw more years with from and until")
		case label == "":
			b.Report(id.At, fmt.Sprintf("event %s has no label for the drawing", id.S), "give it a label of a few words in events.yaml")
		case n > 0 && e.Date.Compare(t.events[n-1].Date) < 0:
			b.Report(id.At, fmt.Sprintf("event %s of %s stands after one of %s", id.S, e.Date.Prose(b.Lang()), t.events[n-1].Date.Prose(b.Lang())), "order the events by date")
		default:
			b.Place(label, id.At)
			e.party, _ = b.Ledger.Vocabulary.Party(e.By.S)
			e.source = b.SourceCell(series.CitationIDs(e.Cited))
			t.Events = append(t.Events, plot.Event{At: e.Date.Start(), Date: e.Date.Short(t.lang), Says: label, Shape: shape(e.party.Mark), Token: b.stepToken(e.Kind.S)})
			t.events = append(t.events, e)
		}
	}
	if len(t.events) > 14 {
		b.Report(ids[0].At, fmt.Sprintf("%d events are too many for one drawing", len(t.events)), "draw ten at most; the list below has room for all")
	}
}

// track reads the periods of a track, in order.
func (b *builder) track(t *timeline, k trackKeys) (periods []period) {
	switch {
	case k.Data.Given() && len(k.Periods) > 0:
		b.Report(k.Data.At, "the track has both data and periods", "keep one of them")
	case k.Data.Given():
		return b.trackFromData(t, k)
	}
	for _, pk := range k.Periods {
		p := period{from: pk.From, until: pk.Until, says: b.Text(pk.Says), name: b.Text(pk.Name), Period: plot.Period{Gap: pk.Gap, Note: b.Text(pk.Note)}}
		b.Place(p.says, pk.Says.At)
		if t.outside(p) {
			b.Report(p.from.At, fmt.Sprintf("the period lies outside %d to %d", t.From, t.Until), "draw more years with from and until, or remove the period")
			continue
		}
		periods = b.after(periods, p, t)
	}
	return periods
}

// outside reports whether nothing of a period lies in the calendar.
func (t *timeline) outside(p period) bool {
	return p.from.Year > t.Until || !p.until.IsZero() && p.until.Year < t.From && p.until.End().After(p.from.Start())
}

// trackFromData reads periods from a data file; those outside the calendar are left out.
func (b *builder) trackFromData(t *timeline, k trackKeys) (periods []period) {
	file, ok := b.Table(k.Data)
	if !ok {
		return nil
	}
	for _, name := range []string{"from", "until"} {
		if file.Column(name) < 0 {
			b.Report(k.Data.At, fmt.Sprintf("%s has no column %q", file.Path, name), "periods need the columns from and until")
			return nil
		}
	}
	if !k.Says.Given() {
		b.Report(k.Data.At, "the track does not say which column names its periods", "add says: name")
		return nil
	}
	if _, ok := b.Field(file, k.Says); !ok {
		return nil
	}
	var read []period
	for _, i := range b.RowsWhere(file, k.Where) {
		says, _ := file.Cell(i, k.Says.S)
		p := period{says: says.Text, source: b.SourceCell(series.RowSources(file, i))}
		from, _ := file.Cell(i, "from")
		until, _ := file.Cell(i, "until")
		okFrom, okUntil := b.date(&p.from, from), until.Missing || b.date(&p.until, until)
		if !okFrom || !okUntil {
			return nil
		}
		b.Place(says.Text, says.At)
		read = append(read, p)
	}
	slices.SortStableFunc(read, func(a, b period) int { return a.from.Compare(b.from) })
	for _, p := range read {
		periods = b.after(periods, p, t)
	}
	return slices.DeleteFunc(periods, t.outside)
}

// date reads a date of a data file.
func (b *builder) date(d *record.Date, cell data.Cell) (ok bool) {
	if *d, ok = record.ParseDate(cell.Text); !ok {
		b.Report(cell.At, fmt.Sprintf("%q is no date", cell.Text), "write 2021-01-20, 2021-01 or 2021")
	}
	d.At = cell.At
	return ok
}

// after adds a period to those before it. They follow one another, and may share the day,
// month or year of the change, which is drawn in its middle.
func (b *builder) after(periods []period, p period, t *timeline) []period {
	p.From, p.Until, p.Text = p.from.Start(), p.until.End(), p.says
	if p.until.IsZero() {
		p.Until = time.Date(max(t.Until, p.from.Year)+1, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if p.Gap {
		p.Text = t.lang.Chart.GapMonths.Of(p.months()).With("says", p.says, "count", p.months())
		b.Place(p.Text, p.from.At)
	}
	if !p.Until.After(p.From) {
		b.Report(p.until.At, "the period ends before it begins", "until is its last day, month or year")
		return periods
	}
	if n := len(periods); n > 0 && p.From.Before(periods[n-1].Until) {
		last := &periods[n-1]
		if last.until.IsZero() || p.From.Before(last.until.Start()) {
			b.Report(p.from.At, "the period begins before the one above has ended", "order the periods by date; two may share the day, month or year of the change and no more")
			return periods
		}
		change := p.From.Add(min(p.Until.Sub(p.From), last.Until.Sub(p.From)) / 2)
		if p.from.Day > 0 {
			change = p.From
		}
		if change.After(last.From) && change.Before(p.Until) { // drawn, neither covers the other
			last.Until, p.From = change, change
		}
	}
	return append(periods, p)
}

// gaps are the stretches without anything in force.
func (t *timeline) gaps() []period {
	return slices.DeleteFunc(slices.Concat(t.periods...), func(p period) bool { return !p.Gap })
}

// inGap reports whether an event falls into a gap, its first day included.
func (t *timeline) inGap(e event) bool {
	at := e.Date.Start()
	return slices.ContainsFunc(t.gaps(), func(p period) bool { return !at.Before(p.From) && at.Before(p.Until) })
}
