package edition

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
)

// Changes are what differs between two editions.
type Changes struct {
	Old     string   `json:"old"`
	New     string   `json:"new"`
	Figures []Figure `json:"figures"` // changed ones first, and of these first those that follow from no other
	Charts  []Drawn  `json:"charts"`
	Pages   []Text   `json:"pages"`
	Sources []Record `json:"sources"`
	Records []Record `json:"records"` // accounts and events
	Partial bool     `json:"partial"` // of one side only the ledger is known: charts and texts were not compared
}

// A Kind says what became of something.
type Kind string

// What can become of something.
const (
	Added   Kind = "added"
	Changed Kind = "changed"
	Gone    Kind = "gone"
)

// A Figure is a number that was added, changed or taken away.
type Figure struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Change  Kind     `json:"change"`
	Place   string   `json:"place,omitempty"` // where its record stands
	Was     *Value   `json:"was,omitempty"`
	Is      *Value   `json:"is,omitempty"`
	Follows []string `json:"follows,omitempty"` // the changed figures of its formula
	Fields  []string `json:"fields,omitempty"`  // what else of its record changed
	Said    bool     `json:"said"`              // readers are told of a changed value
	Shown   []Shown  `json:"shown"`

	at diag.Pos
}

// A Value is a number as programs and as readers read it.
type Value struct {
	Value string `json:"value"`
	Unit  string `json:"unit"`
	Text  string `json:"text"`
}

// A Shown is a place where readers meet a number.
type Shown struct {
	Page  string `json:"page"`            // address within the site
	Title string `json:"title"`           // of the page or chart
	Kind  string `json:"kind"`            // "sentence", "heading", "card", "chart" …; "page" where no more is known
	Place string `json:"place,omitempty"` // file:line:column
	Text  string `json:"text,omitempty"`
	Was   string `json:"was,omitempty"` // what stood there before, if it reads otherwise
}

// A Drawn is a chart that was added, changed or taken away.
type Drawn struct {
	ID       string `json:"id"`
	Headline string `json:"headline"`
	File     string `json:"file"`
	Change   Kind   `json:"change"`
	Drawing  bool   `json:"drawing"` // it looks otherwise
	Numbers  bool   `json:"numbers"` // its table has other numbers
	Words    bool   `json:"words"`   // its headline, note, sources or description read otherwise
}

// A Text is a page that was added, changed or taken away.
type Text struct {
	URL    string `json:"url"`
	Title  string `json:"title"`
	File   string `json:"file"`
	Change Kind   `json:"change"`
	Noted  bool   `json:"noted"` // its list of changes has a new entry
	Edits  []Edit `json:"edits,omitempty"`
}

// An Edit is a passage that reads otherwise.
type Edit struct {
	Kind    string   `json:"kind"`
	Place   string   `json:"place"`             // in the new edition, or in the old one of a passage that is gone
	Was     string   `json:"was,omitempty"`     // empty: added
	Is      string   `json:"is,omitempty"`      // empty: gone
	Figures []string `json:"figures,omitempty"` // the changed or added numbers in it, with which it is told as well
}

// A Record is a source, account or event that was added, changed or taken away.
type Record struct {
	Kind   string   `json:"kind"`
	ID     string   `json:"id"`
	Says   string   `json:"says"`
	URL    string   `json:"url,omitempty"`
	Change Kind     `json:"change"`
	Fields []string `json:"fields,omitempty"`
}

// Compare tells what differs between two editions.
func Compare(older, newer Edition) Changes {
	c := comparison{older: older, newer: newer, before: map[string]map[int]string{}}
	out := Changes{
		Old: older.Name, New: newer.Name, Figures: []Figure{}, Charts: []Drawn{}, Pages: []Text{},
		Sources: records("source", older.Ledger.Sources, newer.Ledger.Sources),
		Records: append(records("account", older.Ledger.Accounts, newer.Ledger.Accounts), records("event", older.Ledger.Events, newer.Ledger.Events)...),
		Partial: !older.Whole || !newer.Whole,
	}
	if !out.Partial {
		out.Pages, out.Charts = c.pages(), c.charts()
	}
	out.Figures = c.figures(out.Pages)
	told := map[string]bool{}
	for _, f := range out.Figures {
		told[f.ID] = f.Change != Gone && (f.Was == nil || *f.Was != *f.Is)
	}
	for _, p := range out.Pages {
		for i := range p.Edits {
			p.Edits[i].Figures = slices.DeleteFunc(p.Edits[i].Figures, func(id string) bool { return !told[id] })
		}
	}
	return out
}

// Empty reports whether there are none.
func (c Changes) Empty() bool {
	return len(c.Figures)+len(c.Charts)+len(c.Pages)+len(c.Sources)+len(c.Records) == 0
}

// Unsaid are the published numbers that changed without a word to readers, as
// problems of the new edition.
func (c Changes) Unsaid() diag.List {
	var problems diag.List
	for _, f := range c.Figures {
		if f.Change == Changed && !f.Said && (f.Was.Value != f.Is.Value || f.Was.Unit != f.Is.Unit) {
			problems.Report(f.at, f.ID+" was published as "+f.Was.Value+" "+f.Was.Unit+" and is now "+f.Is.Value+" "+f.Is.Unit+", and nothing tells readers so",
				"add to its list changed: {date: …, old: "+f.Was.Value+", reason: …}, or an entry to the changes of each page that shows it")
		}
	}
	return problems
}

// apart divides the edits of a page into those that are told with no number, and
// how many are.
func (t Text) apart() (own []Edit, told int) {
	own = slices.DeleteFunc(slices.Clone(t.Edits), func(e Edit) bool { return len(e.Figures) > 0 })
	return own, len(t.Edits) - len(own)
}

type comparison struct {
	older, newer Edition
	before       map[string]map[int]string // by page: what a passage of the new edition took the place of
}

// joined walks through two lists of things with names, in the order of the new
// one; what is gone comes last.
func joined[T any](older, newer []T, name func(T) string, each func(was, is *T)) {
	was := map[string]*T{}
	for i := range older {
		was[name(older[i])] = &older[i]
	}
	for i := range newer {
		each(was[name(newer[i])], &newer[i])
		delete(was, name(newer[i]))
	}
	for i := range older {
		if was[name(older[i])] != nil {
			each(&older[i], nil)
		}
	}
}

// kind is what became of something that is, or is not, in either edition.
func kind[T any](was, is *T) Kind {
	switch {
	case was == nil:
		return Added
	case is == nil:
		return Gone
	}
	return Changed
}

func (c *comparison) figures(pages []Text) []Figure {
	out := []Figure{}
	changed := map[string]bool{}
	joined(c.older.Ledger.Figures, c.newer.Ledger.Figures, func(f ledger.PublishedFigure) string { return f.ID }, func(was, is *ledger.PublishedFigure) {
		f := Figure{Change: kind(was, is), Was: value(was), Is: value(is)}
		if f.Change == Changed {
			f.Fields = fields(was.PublishedRecord, is.PublishedRecord, "value", "unit", "text", "sum", "uses", "changed")
			if *f.Was == *f.Is && len(f.Fields) == 0 {
				return
			}
			changed[is.ID] = *f.Was != *f.Is
		}
		one := cmp.Or(is, was)
		f.ID, f.Label = one.ID, one.Label
		if record := c.newer.figures[f.ID]; record != nil {
			f.at, f.Place = record.At, record.At.String()
		}
		f.Shown = c.shown(one, is != nil)
		out = append(out, f)
	})
	for i := range out {
		f := &out[i]
		if f.Change == Changed && changed[f.ID] {
			for _, is := range c.newer.Ledger.Figures {
				if is.ID == f.ID {
					f.Follows = slices.DeleteFunc(slices.Clone(is.Inputs), func(id string) bool { return !changed[id] })
				}
			}
			f.Said = c.said(*f, pages)
		}
	}
	slices.SortStableFunc(out, func(a, b Figure) int { return cmp.Compare(a.rank(changed), b.rank(changed)) })
	return out
}

func (f Figure) rank(changed map[string]bool) int {
	switch {
	case changed[f.ID] && len(f.Follows) == 0:
		return 0
	case changed[f.ID]:
		return 1
	case f.Change == Changed:
		return 4
	case f.Change == Added:
		return 2
	}
	return 3
}

func value(f *ledger.PublishedFigure) *Value {
	if f == nil {
		return nil
	}
	return &Value{f.Value.String(), f.Unit, strings.ReplaceAll(f.Text.Prose, "\u00a0", " ")}
}

// said reports whether readers are told of a changed value: by the figure's own
// list, or by a new entry of every page that shows it.
func (c *comparison) said(f Figure, pages []Text) bool {
	if record := c.newer.figures[f.ID]; record != nil && record.Corrects(f.Was.Value) {
		return true
	}
	onPage := false
	for _, s := range f.Shown {
		if s.Kind == "chart" {
			continue
		}
		onPage = true
		if !slices.ContainsFunc(pages, func(p Text) bool { return p.URL == s.Page && p.Noted }) {
			return false
		}
	}
	return onPage
}

// shown finds the places where readers meet a number: in the new edition, or in
// the old one where it is gone.
func (c *comparison) shown(f *ledger.PublishedFigure, now bool) []Shown {
	e := c.newer
	if !now {
		e = c.older
	}
	out := []Shown{}
	if !e.Whole {
		for _, u := range f.Uses {
			out = append(out, Shown{Page: u.Page, Title: u.Title, Kind: u.Kind})
		}
		return out
	}
	for _, p := range e.Pages {
		for i, passage := range p.Passages {
			if slices.Contains(passage.Figures, f.ID) {
				s := Shown{Page: p.URL, Title: p.Title, Kind: passage.Kind, Place: passage.At.String(), Text: passage.Text}
				if now {
					s.Was = c.before[p.URL][i]
				}
				out = append(out, s)
			}
		}
	}
	for _, chart := range e.Charts {
		if slices.Contains(chart.Figures, f.ID) {
			out = append(out, Shown{Page: "/charts/" + chart.ID + "/", Title: chart.Headline, Kind: "chart", Place: chart.File})
		}
	}
	return out
}

func (c *comparison) charts() []Drawn {
	out := []Drawn{}
	joined(c.older.Charts, c.newer.Charts, func(c Chart) string { return c.ID }, func(was, is *Chart) {
		one := cmp.Or(is, was)
		d := Drawn{ID: one.ID, Headline: one.Headline, File: one.File, Change: kind(was, is)}
		if d.Change == Changed {
			d.Drawing, d.Numbers, d.Words = was.Drawing != is.Drawing, was.Numbers != is.Numbers, was.Words != is.Words
			if !d.Drawing && !d.Numbers && !d.Words {
				return
			}
		}
		out = append(out, d)
	})
	return out
}

func (c *comparison) pages() []Text {
	out := []Text{}
	joined(c.older.Pages, c.newer.Pages, func(p Page) string { return p.URL }, func(was, is *Page) {
		one := cmp.Or(is, was)
		t := Text{URL: one.URL, Title: one.Title, File: one.File, Change: kind(was, is)}
		if t.Change == Changed {
			t.Noted = slices.ContainsFunc(is.Changes, func(s string) bool { return !slices.Contains(was.Changes, s) })
			t.Edits = c.edits(*was, *is)
			if len(t.Edits) == 0 && !t.Noted {
				return
			}
		}
		out = append(out, t)
	})
	return out
}

// edits are the passages of a page that read otherwise.
func (c *comparison) edits(was, is Page) []Edit {
	c.before[is.URL] = map[int]string{}
	key := func(p Passage) string { return p.Kind + "\n" + p.Text }
	var out []Edit
	for _, h := range hunks(was.Passages, is.Passages, key) {
		left := was.Passages[h.old:h.oldEnd] // those that nothing took the place of yet
		gone := func(n int) {
			for _, p := range left[:n] {
				out = append(out, Edit{Kind: p.Kind, Place: p.At.String(), Was: p.Text})
			}
			left = left[n:]
		}
		for i := h.new; i < h.newEnd; i++ {
			p := is.Passages[i]
			e := Edit{Kind: p.Kind, Place: p.At.String(), Is: p.Text, Figures: slices.Clone(p.Figures)}
			if n := slices.IndexFunc(left, p.follows); n >= 0 {
				gone(n)
				e.Was = left[0].Text
				c.before[is.URL][i] = e.Was
				left = left[1:]
			}
			out = append(out, e)
		}
		gone(len(left))
	}
	return out
}

// follows reports whether a passage is another version of an old one: of its kind,
// and with half of its words.
func (p Passage) follows(old Passage) bool {
	a, b := strings.Fields(old.Text), strings.Fields(p.Text)
	kept := 0
	for _, s := range b {
		if i := slices.Index(a, s); i >= 0 {
			a[i] = ""
			kept++
		}
	}
	return p.Kind == old.Kind && 2*kept >= max(len(a), len(b))
}

func records(what string, older, newer []ledger.PublishedRecord) []Record {
	out := []Record{}
	joined(older, newer, func(r ledger.PublishedRecord) string { return r.ID }, func(was, is *ledger.PublishedRecord) {
		one := cmp.Or(is, was)
		r := Record{Kind: what, ID: one.ID, Says: cmp.Or(one.Title, one.Question, one.Says), URL: one.URL, Change: kind(was, is)}
		if r.Change == Changed {
			if r.Fields = fields(*was, *is, "figures", "uses"); len(r.Fields) == 0 {
				return
			}
		}
		out = append(out, r)
	})
	return out
}

// fields names what differs between two records, except for some.
func fields(was, is ledger.PublishedRecord, but ...string) []string {
	var out []string
	all := maps.Clone(was.Fields)
	maps.Copy(all, is.Fields)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(but, name) && !bytes.Equal(was.Fields[name], is.Fields[name]) {
			out = append(out, name)
		}
	}
	return out
}
