package chart_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

// site is a copy of the numbers, events and sources that the charts in
// testdata use, so that an edit of the real content breaks no test here.
type site struct {
	Figures map[string]struct {
		Value     float64
		Unit      unit.Unit
		Decimals  int
		Qualifier string
		Base      string
		AsOf      string `json:"as_of"`
		Sources   []string
	}
	Events []struct {
		ID, Date, By, Kind, Label, Says string
		Sources                         []string
	}
	Sources map[string]string
}

func loadSite(t testing.TB) site {
	t.Helper()
	raw, err := os.ReadFile("testdata/site.json")
	if err != nil {
		t.Fatal(err)
	}
	var s site
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func date(s string) record.Date {
	var r struct {
		D record.Date `yaml:"d"`
	}
	if s != "" {
		record.Read(diag.NewSource("d", []byte("d: "+s)), &r)
	}
	return r.D
}

// lookup answers from the site, with the data files of a file system.
func (s site) lookup(t testing.TB, fsys fs.FS) chart.Lookup {
	t.Helper()
	l := chart.Lookup{Site: "Sharing the Cost"}
	for id := range s.Figures {
		l.Figures = append(l.Figures, id)
	}
	slices.Sort(l.Figures)
	l.Figure = func(id string) (chart.Figure, bool) {
		f, ok := s.Figures[id]
		return chart.Figure{ID: id, Value: unit.Value{F: f.Value, Unit: f.Unit, Decimals: f.Decimals}, Qualifier: f.Qualifier, Base: f.Base, AsOf: date(f.AsOf), Sources: f.Sources}, ok
	}
	tables := map[string]*data.Table{}
	paths, _ := fs.Glob(fsys, "content/data/*.csv")
	for _, p := range paths {
		table, problems, err := data.Load(fsys, p)
		if err != nil || len(problems) > 0 {
			t.Fatal(p, err, problems)
		}
		name := strings.TrimPrefix(p, "content/")
		tables[name], l.Tables = table, append(l.Tables, name)
	}
	l.Table = func(p string) (*data.Table, bool) { return tables[p], tables[p] != nil }
	l.Event = func(id string) (chart.Event, bool) {
		for _, e := range s.Events {
			if e.ID == id {
				return chart.Event{ID: id, Date: date(e.Date), By: e.By, Kind: e.Kind, Label: e.Label, Says: e.Says, Sources: e.Sources}, true
			}
		}
		return chart.Event{}, false
	}
	for _, e := range s.Events {
		l.Events, l.MainOnly = append(l.Events, e.ID), append(l.MainOnly, e.ID)
	}
	for id := range s.Sources {
		l.Sources = append(l.Sources, id)
	}
	slices.Sort(l.Sources)
	l.Source = func(id string) (chart.Source, bool) {
		short, ok := s.Sources[id]
		return chart.Source{ID: id, Short: short, Full: short, URL: "https://example.org/" + id}, ok
	}
	l.Expand = func(text record.Text) (string, []string, diag.List) { return expand(l, text) }
	l.Claims = claims
	return l
}

var mention = regexp.MustCompile(`\{\{ *([a-z0-9_]+)(?: *: *([A-Za-z]+))? *\}\}`)

// expand stands in for the ledger's own.
func expand(l chart.Lookup, t record.Text) (string, []string, diag.List) {
	var used []string
	var problems diag.List
	out := mention.ReplaceAllStringFunc(t.S, func(s string) string {
		m := mention.FindStringSubmatch(s)
		f, ok := l.Figure(m[1])
		if !ok {
			at := strings.Index(t.S, s)
			problems.Report(t.Pos(at, at+len(s)), "no figure "+m[1], "")
			return s
		}
		if form := unit.Form(m[2]); form != "" && !f.Value.Unit.Has(form) {
			at := strings.Index(t.S, s)
			problems.Report(t.Pos(at, at+len(s)), "no form "+m[2], "")
			return s
		}
		used = append(used, m[1])
		form := unit.Form(m[2])
		if form == "" {
			form = unit.Prose
		}
		return f.Value.Text(form)
	})
	return out, used, problems
}

var percentage = regexp.MustCompile(`\d+(\.\d+)?%`)

// claims stands in for the ledger's own: percentages that were typed.
func claims(text string) []chart.Claim {
	var out []chart.Claim
	for _, m := range percentage.FindAllStringIndex(text, -1) {
		out = append(out, chart.Claim{Start: m[0], End: m[1], Text: `"` + text[m[0]:m[1]] + `" is not in the ledger`})
	}
	return out
}

// charts loads the charts of testdata.
func charts(t testing.TB) []*chart.Chart {
	t.Helper()
	fsys := os.DirFS("testdata/site")
	list, problems, err := chart.Load(fsys, loadSite(t).lookup(t, fsys))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s (%s)", p.Pos, p.Text, p.Hint)
	}
	if len(list) != 7 {
		t.Fatalf("%d charts", len(list))
	}
	return list
}

// one reads a single chart file beside the data files given, name by name.
func one(t testing.TB, yaml string, files map[string]string) (*chart.Chart, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["content/data/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return chart.Read(diag.NewSource("content/charts/x.yaml", []byte(yaml)), loadSite(t).lookup(t, fsys))
}
