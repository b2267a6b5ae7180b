package chart

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/parallel"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/record"
	"sharingthecost/internal/series"
)

var (
	formLineOf = regexp.MustCompile(`(?m)^form:[ \t]*["']?([A-Za-z0-9_-]*)`)
	idOf       = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

// folder holds the chart files.
const folder = "content/charts"

// Inputs are what charts draw on.
type Inputs = series.Inputs

// A builder turns the record of one chart into what draws it.
type builder struct{ *series.Reader }

// role reads what a mark stands for.
func (b *builder) role(name record.Text) plot.Role {
	if !name.Given() {
		return plot.Role{}
	}
	var problems diag.List
	colour, hatched := b.Ledger.Vocabulary.Role(name, &problems)
	for _, p := range problems {
		b.Report(p.Pos, p.Text, p.Hint)
	}
	return plot.Role{Colour: colour, Hatched: hatched}
}

// Load reads content/charts/*.yaml and returns the charts by id. Problems lie
// at their place in the chart file or the data file; a chart that has any is
// left out. The error is the machine's: a file that cannot be read. Claims is
// called from several goroutines.
func Load(fsys fs.FS, in Inputs) ([]*Chart, diag.List, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read the charts: %w", err)
	}
	var names []string
	for _, e := range entries { // sorted by name
		if !e.IsDir() && path.Ext(e.Name()) == ".yaml" && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	type reading struct {
		chart    *Chart
		problems diag.List
		err      error
	}
	var charts []*Chart
	var problems diag.List
	for _, r := range parallel.Map(names, func(name string) (r reading) {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			r.err = fmt.Errorf("read the chart %s: %w", name, err)
			return r
		}
		r.chart, r.problems = Read(diag.NewSource(name, raw), in)
		return r
	}) {
		if r.err != nil {
			return nil, nil, r.err
		}
		problems.Add(r.problems)
		if r.chart != nil {
			charts = append(charts, r.chart)
		}
	}
	return charts, problems, nil
}

// Read reads one chart file. The chart is nil when there are problems, and when
// something that it uses is broken, which the ledger's own problems say.
func Read(src *diag.Source, in Inputs) (*Chart, diag.List) {
	b := &builder{series.NewReader(src, in)}
	id := strings.TrimSuffix(path.Base(src.Name), path.Ext(src.Name))
	if !idOf.MatchString(id) {
		b.Report(src.Whole(), fmt.Sprintf("the file name %q cannot be an address", path.Base(src.Name)), "use lower-case letters, digits and single hyphens: demand-and-offer.yaml")
		return nil, b.Problems
	}
	form, at := formOf(src)
	frame, body := b.read(form, at)
	b.Starts(at)
	if b.Unjudged {
		return nil, nil
	}
	if body == nil || len(b.Problems) > 0 {
		return nil, b.Problems
	}
	c := b.chart(id, *frame, body)
	if b.Unjudged {
		return nil, nil
	}
	if len(b.Problems) == 0 {
		b.checkDrawings(c)
	}
	if len(b.Problems) > 0 {
		return nil, b.Problems
	}
	return c, nil
}

// formOf looks the form up before the file is read, because each form has
// keys of its own.
func formOf(src *diag.Source) (form formName, at diag.Pos) {
	m := formLineOf.FindSubmatchIndex(src.Text)
	if m == nil {
		return "", src.Pos(0, 0)
	}
	return formName(src.Text[m[2]:m[3]]), src.Pos(m[2], m[3])
}

// frameKeys are the keys of every chart file.
type frameKeys struct {
	Form        formName      `yaml:"form,required" doc:"How the chart is drawn: columns, line, panels, bars, blocks, bridge, ranges or timeline."`
	Headline    record.Text   `yaml:"headline,required" doc:"What the chart shows, as a sentence without a full stop. Numbers stand in {{ }}."`
	Short       record.Text   `yaml:"short" doc:"A shorter headline, of 80 characters at most, for the tab of the browser and for lists of results; required where the headline is longer."`
	Subhead     record.Text   `yaml:"subhead,required" doc:"What is measured, where, when and in which unit."`
	Note        record.Text   `yaml:"note,required" doc:"How to read the numbers and what they leave out."`
	Sources     []record.Text `yaml:"sources,required" doc:"Citation ids, each with a locator where it helps: “cnn-2021-03-07, p. 3”."`
	Alt         record.Text   `yaml:"alt" doc:"One sentence for those who do not see the drawing; without it one is made from the data."`
	Description record.Text   `yaml:"description" doc:"The long description; without it one is made from the data."`
	Width       int           `yaml:"width" doc:"Width of the wide drawing in pixels: 680 (as the text) or 912."`
}

func (k *frameKeys) frame() *frameKeys { return k }

// A formName is the word after form:.
type formName string

// Values lists the forms.
func (formName) Values() []string {
	var names []string
	for _, f := range forms() {
		names = append(names, string(f.name))
	}
	return names
}

// A file is the record of a chart file; each form has one.
type file interface {
	frame() *frameKeys
	build(*builder) body // nil with problems
}

// forms lists the forms that a chart can have, each with its record.
func forms() []form {
	single := func() file { return &singleFile{} }
	return []form{
		{"columns", single},
		{"line", single},
		{"panels", func() file { return &panelsFile{} }},
		{"bars", func() file { return &barsFile{} }},
		{"blocks", func() file { return &blocksFile{} }},
		{"bridge", func() file { return &bridgeFile{} }},
		{"ranges", func() file { return &rangesFile{} }},
		{"timeline", func() file { return &timelineFile{} }},
	}
}

type form struct {
	name formName
	file func() file // a new one
}

// newFile returns the empty record of a form, nil for a form that does not exist.
func newFile(name formName) file {
	for _, f := range forms() {
		if f.name == name {
			return f.file()
		}
	}
	return nil
}

// Forms lists the forms that a chart can have.
func Forms() []string { return formName("").Values() }

// Schema returns the JSON Schema of a form's chart files, or nil for a form
// that does not exist.
func Schema(name string) []byte {
	if f := newFile(formName(name)); f != nil {
		return record.Schema("Chart of the form "+name, f)
	}
	return nil
}

// read reads the file by the keys of its form, and builds the chart when they
// are sound.
func (b *builder) read(name formName, at diag.Pos) (*frameKeys, body) {
	file := newFile(name)
	switch {
	case name == "":
		b.Report(at, `missing key "form"`, "write form: with one of "+strings.Join(Forms(), ", "))
	case file == nil:
		b.Report(at, fmt.Sprintf("unknown form %q", name), series.Meant(string(name), Forms(), "write one of "+strings.Join(Forms(), ", ")))
	}
	if len(b.Problems) > 0 {
		return nil, nil
	}
	if b.Problems.Add(record.Read(b.Src, file)); len(b.Problems) > 0 {
		return nil, nil
	}
	out := file.build(b)
	if out == nil && len(b.Problems) == 0 {
		b.Starts(at)
		b.Report(b.From, "the chart has nothing to draw", "check the rows that where, from and until leave")
	}
	return file.frame(), out
}

// chart puts the parts together.
func (b *builder) chart(id string, k frameKeys, body body) *Chart {
	c := &Chart{ID: id, Path: b.Src.Name, Form: string(k.Form), At: k.Headline.At, site: b.Site, palette: b.Ledger.Vocabulary.Palette(), raw: b.Src.Text, width: 680, body: body,
		Headline: b.Text(k.Headline), Subhead: b.Text(k.Subhead), Note: b.Text(k.Note),
		Sources: b.sources(k.Sources), alt: b.Text(k.Alt), description: b.Text(k.Description)}
	if strings.HasSuffix(c.Headline, ".") {
		b.Report(k.Headline.At, "the headline ends with a full stop", "remove it")
	}
	switch k.Width {
	case 0, 680:
	case 912:
		c.width = 912
	default:
		b.Report(k.Headline.At, fmt.Sprintf("the width %d is not one of the page's", k.Width), "write width: 680, as wide as the text, or 912")
	}
	c.Short = b.short(c.Headline, k)
	c.Figures, c.Tables = b.Figures, b.Tables
	if blocks, ok := body.(*blocks); ok {
		c.Roles = blocks.roles()
	}
	for _, id := range b.Cited {
		if !slices.ContainsFunc(c.Sources, func(s Citation) bool { return s.ID == id }) {
			c.Cited = append(c.Cited, id)
		}
	}
	return c
}

// shortTitle is how long the short form of a headline may be: with the site's
// name behind it, lists of results still show it uncut.
const shortTitle = 80

// short is the headline for places with little space.
func (b *builder) short(headline string, k frameKeys) string {
	short, at := headline, k.Headline.At
	if k.Short.Given() {
		short, at = b.Text(k.Short), k.Short.At
	}
	if n := utf8.RuneCountInString(short); n > shortTitle {
		b.Report(at, fmt.Sprintf("%d characters are too long for the title of the chart's page", n), fmt.Sprintf("give it in %d characters at most under short", shortTitle))
	}
	return short
}

// sources resolves the citations of the chart.
func (b *builder) sources(list []record.Text) []Citation {
	var out []Citation
	for _, t := range list {
		id, locator, _ := strings.Cut(t.S, ",")
		c := Citation{ID: strings.TrimSpace(id), Locator: strings.TrimSpace(locator)}
		s := b.Ledger.Source(c.ID)
		if s == nil && b.Broken("sources.yaml") {
			continue
		}
		if s == nil {
			b.Report(t.Pos(0, len(id)), fmt.Sprintf("no source %q", c.ID), series.Meant(c.ID, b.Ledger.SourceIDs(), "add it to content/sources.yaml"))
			continue
		}
		if second := record.JoinedSource(c.Locator, func(id string) bool { return b.Ledger.Source(id) != nil }); second != "" {
			from := len(id) + strings.Index(t.S[len(id):], second)
			b.Report(t.Pos(from, from+len(second)), record.JoinedSources, "write each source by itself: "+c.ID+" and "+second)
			continue
		}
		c.Short, c.Full, c.URL = cmp.Or(s.Short(), c.ID), cmp.Or(s.Full(), c.ID), s.URL.S
		b.Place(c.Short, t.At)
		out = append(out, c)
	}
	return out
}
