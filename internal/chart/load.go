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
	"sharingthecost/internal/form"
	"sharingthecost/internal/matrix"
	"sharingthecost/internal/parallel"
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
type builder struct{ *form.Builder }

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
		switch {
		case r.chart == nil:
		case r.chart.Views == nil:
			charts = append(charts, r.chart)
		default:
			charts = append(charts, r.chart.Views...)
		}
	}
	return charts, problems, nil
}

// Read reads one chart file. The chart is nil when there are problems, and when
// something that it uses is broken, which the ledger's own problems say. It is the first of
// its Views.
func Read(src *diag.Source, in Inputs) (*Chart, diag.List) {
	b := &builder{&form.Builder{Reader: series.NewReader(src, in)}}
	id := strings.TrimSuffix(path.Base(src.Name), path.Ext(src.Name))
	if !idOf.MatchString(id) {
		b.Report(src.Whole(), fmt.Sprintf("the file name %q cannot be an address", path.Base(src.Name)), "use lower-case letters, digits and single hyphens: demand-and-offer.yaml")
		return nil, b.Problems
	}
	c, frame := b.whole(id, func(file form.File) diag.List { return record.Read(src, file) })
	if c == nil {
		return nil, b.Problems
	}
	return c.withViews(src, in, frame)
}

// whole reads a chart by the keys of its form and looks at what it draws. It is nil when
// there are problems, and when something that it uses is broken.
func (b *builder) whole(id string, read func(form.File) diag.List) (*Chart, *form.Frame) {
	name, at := formOf(b.Src)
	frame, body := b.read(name, at, read)
	b.Starts(at)
	if body == nil || len(b.Problems) > 0 {
		return b.none()
	}
	c := b.chart(id, *frame, body)
	if len(b.Problems) == 0 && !b.Unjudged {
		b.checkDrawings(c)
	}
	if len(b.Problems) > 0 || b.Unjudged {
		return b.none()
	}
	return c, frame
}

// none is the chart that cannot be judged, or has problems.
func (b *builder) none() (*Chart, *form.Frame) {
	if b.Unjudged {
		b.Problems = nil
	}
	return nil, nil
}

// formOf looks the form up before the file is read, because each form has
// keys of its own.
func formOf(src *diag.Source) (name string, at diag.Pos) {
	m := formLineOf.FindSubmatchIndex(src.Text)
	if m == nil {
		return "", src.Pos(0, 0)
	}
	return string(src.Text[m[2]:m[3]]), src.Pos(m[2], m[3])
}

// forms are all there are; nothing else lists them.
func forms() []form.Form {
	return slices.Concat([]form.Form{
		of[singleFile]("columns", "values by year, month, day, number or name, as columns from zero"),
		of[singleFile]("line", "the same, as a line"),
		of[panelsFile]("panels", "several of these above one another on one axis"),
		of[barsFile]("bars", "values by name, lying on zero"),
	}, matrix.Forms(), []form.Form{
		of[blocksFile]("blocks", "rises over a base, as blocks that can be counted"),
		of[bridgeFile]("bridge", "the steps from one total to another"),
		of[rangesFile]("ranges", "dots, or lines between two dots"),
		of[timelineFile]("timeline", "periods and events on one calendar"),
	})
}

// of is a form of this package.
func of[K any, F interface {
	*K
	form.File
	build(*builder) form.Body
}](name, says string) form.Form {
	return form.Of(name, says, func(f F, b *form.Builder) form.Body { return f.build(&builder{b}) })
}

// Forms lists the forms that a chart can have.
func Forms() (names []string) {
	for _, f := range forms() {
		names = append(names, f.Name)
	}
	return names
}

// formOfName finds a form.
func formOfName(name string) (form.Form, bool) {
	all := forms()
	i := slices.IndexFunc(all, func(f form.Form) bool { return f.Name == name })
	if i < 0 {
		return form.Form{}, false
	}
	return all[i], true
}

// Schema returns the JSON Schema of a form's chart files, or nil for a form
// that does not exist.
func Schema(name string) []byte {
	if f, ok := formOfName(name); ok {
		return record.Schema("Chart of the form "+name+": "+f.Says, f.File())
	}
	return nil
}

// read reads the file by the keys of its form, and builds the chart when they
// are sound.
func (b *builder) read(name string, at diag.Pos, read func(form.File) diag.List) (*form.Frame, form.Body) {
	known, ok := formOfName(name)
	switch {
	case name == "":
		b.Report(at, `missing key "form"`, "write form: with one of "+strings.Join(Forms(), ", "))
	case !ok:
		b.Report(at, fmt.Sprintf("unknown form %q", name), series.Meant(name, Forms(), "write one of "+strings.Join(Forms(), ", ")))
	}
	if len(b.Problems) > 0 {
		return nil, nil
	}
	file := known.File()
	if b.Problems.Add(read(file)); len(b.Problems) > 0 {
		return nil, nil
	}
	out := known.Build(file, b.Builder)
	if out == nil && len(b.Problems) == 0 {
		b.Starts(at)
		b.Report(b.From, "the chart has nothing to draw", "check the rows that where, from and until leave")
	}
	return file.Head(), out
}

// chart puts the parts together.
func (b *builder) chart(id string, k form.Frame, body form.Body) *Chart {
	c := &Chart{ID: id, Path: b.Src.Name, Form: k.Form.S, At: k.Headline.At, View: b.Text(k.View), site: b.Site, lang: b.Lang(), palette: b.Ledger.Vocabulary.Palette(), raw: b.Src.Text, width: 680, body: body,
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
func (b *builder) short(headline string, k form.Frame) string {
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
		c.Short, c.Full, c.URL = cmp.Or(s.Short(b.Lang()), c.ID), cmp.Or(s.Full(b.Lang()), c.ID), s.URL.S
		b.Place(c.Short, t.At)
		out = append(out, c)
	}
	return out
}
