package main

import (
	"flag"
	"fmt"
	"path"
	"strings"
	"text/tabwriter"

	"sharingthecost/internal/command"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/record"
)

func listFlags(set *flag.FlagSet, o *command.Options) {
	command.DayFlag(set, o)
	set.BoolVar(&o.JSON, "json", false, "print the lists as JSON")
}

// runList tells editors what waits for them: it judges nothing and changes
// nothing.
func runList(o command.Options, args []string, t command.Terminal) int {
	day, err := o.Day()
	if err != nil {
		return t.WrongUse(err.Error())
	}
	o.Drafts = true
	r, code := o.Begin("list", args, t)
	if code != command.Done {
		return code
	}
	defer r.Memo.Close()
	site, problems, err := pipeline.Make(r.Inputs, r.Options)
	switch {
	case err != nil:
		return t.Fail(err)
	case len(problems) > 0 && len(site.Docs) == 0: // nothing to list before the records are sound
		return t.Code(t.Report(r.Inputs, problems, o), problems)
	}
	l := listOf(site, day)
	for _, f := range r.Inputs.Overrides() {
		l.Look = append(l.Look, listItem{f.Path, map[bool]string{true: "in the place of the built-in file", false: "added"}[f.Instead], ""})
	}
	if o.JSON {
		_, err = t.Out.Write(indented(l))
	} else {
		err = l.print(t)
	}
	if err != nil {
		return t.Fail(err)
	}
	if len(problems) > 0 {
		fmt.Fprintf(t.Err, "the site has %s: %s tells what they are\n", command.Count(len(problems), "problem"), t.Commands("go run ./cmd/build check -drafts"))
	}
	return command.Done
}

// A list is what waits for an editor, and what is the project's own.
type list struct {
	AsOf    string     `json:"as_of"`
	Drafts  []listItem `json:"drafts"`  // pages held back from the published site
	Ahead   []listItem `json:"ahead"`   // published pages whose date has not come
	Review  []listItem `json:"review"`  // figures whose review_by is past
	Age     []listItem `json:"age"`     // figures by when they were last held to their sources, the oldest first
	Figures []listItem `json:"figures"` // that nothing uses
	Sources []listItem `json:"sources"` // that nothing cites
	Charts  []listItem `json:"charts"`  // that no page shows
	Look    []listItem `json:"look"`    // files of the project that change the default look
	Pages   []reading  `json:"pages"`
}

// A listItem is a place and what is there.
type listItem struct {
	Place string `json:"place"` // file:line:col
	What  string `json:"what"`
	Note  string `json:"note,omitempty"`
}

// A reading says how a page reads.
type reading struct {
	Page      string  `json:"page"`
	Words     int     `json:"words"`
	Sentences int     `json:"sentences"`
	Average   float64 `json:"average"` // words in a sentence
	Longest   int     `json:"longest"` // words
	Grade     float64 `json:"grade"`   // Flesch–Kincaid
}

func listOf(m *pipeline.Site, day record.Date) list {
	l := list{AsOf: day.String(), Drafts: []listItem{}, Ahead: []listItem{}, Review: []listItem{}, Age: []listItem{}, Charts: []listItem{}, Figures: []listItem{}, Sources: []listItem{}, Look: []listItem{}, Pages: []reading{}}
	for i, d := range m.Docs {
		p := d.Page
		switch {
		case p.Meta.Draft:
			l.Drafts = append(l.Drafts, listItem{p.Path, d.Title.Plain, ""})
		case p.Meta.Date.Compare(day) > 0:
			l.Ahead = append(l.Ahead, listItem{p.Meta.Date.At.String(), d.Title.Plain, "dated " + p.Meta.Date.String()})
		}
		r := m.Measures[i]
		l.Pages = append(l.Pages, reading{p.Path, r.Words, r.Sentences, tenth(r.Average), r.Longest, tenth(r.Grade)})
	}
	if m.Renderer != nil {
		_, unshown := m.Renderer.Published(m.Docs)
		for _, name := range unshown {
			l.Charts = append(l.Charts, listItem{name, strings.TrimSuffix(path.Base(name), ".yaml"), ""})
		}
	}
	for _, f := range m.Ledger.Due(day) {
		l.Review = append(l.Review, listItem{f.At.String(), f.ID, "review by " + f.ReviewBy.String()})
	}
	for _, f := range m.Ledger.ByAge() {
		note := noDate
		if day := m.Ledger.LastSeen(f); !day.IsZero() {
			note = day.String()
		}
		l.Age = append(l.Age, listItem{f.At.String(), f.ID, note})
	}
	figures, sources := m.Ledger.Unused(usesOf(m))
	for _, f := range figures {
		l.Figures = append(l.Figures, listItem{f.At.String(), f.ID, f.Label})
	}
	for _, s := range sources {
		l.Sources = append(l.Sources, listItem{s.ID.At.String(), s.ID.S, s.Title.S})
	}
	return l
}

// usesOf says which figures and sources the pages and charts use, the pages
// among them that list all: what their own text says counts here.
func usesOf(m *pipeline.Site) ledger.Uses {
	uses := m.Uses
	for _, d := range m.Docs {
		use := ledger.Use{Page: d.Page.URL, Title: d.Title.Plain, Kind: "page"}
		figures, sources := d.Uses()
		for _, id := range figures {
			uses.AddFigure(id, use)
		}
		for _, id := range sources {
			uses.AddSource(id, use)
		}
	}
	return uses
}

func tenth(f float64) float64 { return float64(int(f*10+0.5)) / 10 }

// oldest are the figures that were held to their sources longest ago, on a site that
// says so of any.
func (l list) oldest() []listItem {
	if len(l.Age) == 0 || l.Age[len(l.Age)-1].Note == noDate {
		return nil
	}
	return l.Age[:min(len(l.Age), mostAged)]
}

const noDate = "no date"

// mostAged is how many figures are printed by their age; -json has all.
const mostAged = 10

// print writes the lists for people; an empty one is left out.
func (l list) print(t command.Terminal) error {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, part := range []struct {
		title string
		items []listItem
	}{
		{"drafts, held back from the published site", l.Drafts},
		{"published pages dated after " + l.AsOf, l.Ahead},
		{"figures to review, as of " + l.AsOf, l.Review},
		{"figures checked longest ago", l.oldest()},
		{"figures that nothing uses", l.Figures},
		{"sources that nothing cites", l.Sources},
		{"charts that no page shows", l.Charts},
		{"files that change the default look", l.Look},
	} {
		if len(part.items) == 0 {
			continue
		}
		fmt.Fprintf(w, "%s (%d)\n", part.title, len(part.items))
		for _, item := range part.items {
			fmt.Fprintf(w, "  %s\t%s\t%s\n", item.Place, item.What, item.Note)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, "pages\twords\tsentences\taverage\tlongest\tgrade")
	for _, r := range l.Pages {
		fmt.Fprintf(w, "  %s\t%d\t%d\t%.1f\t%d\t%.1f\n", r.Page, r.Words, r.Sentences, r.Average, r.Longest, r.Grade)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(b.String()) {
		if _, err := fmt.Fprintln(t.Out, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}
