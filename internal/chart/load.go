package chart

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/record"
)

var (
	formLineOf = regexp.MustCompile(`(?m)^form:[ \t]*["']?([A-Za-z0-9_-]*)`)
	idOf       = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

// Read reads one chart file. The chart is nil when there are problems.
func Read(src *diag.Source, in Inputs) (*Chart, diag.List) {
	b := &builder{Inputs: in, src: src, places: map[string]diag.Pos{}}
	id := strings.TrimSuffix(path.Base(src.Name), path.Ext(src.Name))
	if !idOf.MatchString(id) {
		b.report(src.Whole(), fmt.Sprintf("the file name %q cannot be an address", path.Base(src.Name)), "use lower-case letters, digits and single hyphens: demand-and-offer.yaml")
		return nil, b.problems
	}
	frame, body := b.body(formOf(src))
	if body == nil || len(b.problems) > 0 {
		return nil, b.problems
	}
	c := b.chart(id, *frame, body)
	if len(b.problems) == 0 {
		b.look(c, frame.Headline.At)
	}
	if len(b.problems) > 0 {
		return nil, b.problems
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

// body reads the file by the keys of its form.
func (b *builder) body(form formName, at diag.Pos) (*frameKeys, body) {
	switch form {
	case formColumns, formLine:
		f := &singleFile{}
		return &f.frameKeys, read(b, f, (*builder).singleChart)
	case formPanels:
		f := &panelsFile{}
		return &f.frameKeys, read(b, f, (*builder).panelsChart)
	case formBars:
		f := &barsFile{}
		return &f.frameKeys, read(b, f, (*builder).barsChart)
	case formBlocks:
		f := &blocksFile{}
		return &f.frameKeys, read(b, f, (*builder).blocksChart)
	case formBridge:
		f := &bridgeFile{}
		return &f.frameKeys, read(b, f, (*builder).bridgeChart)
	case formRanges:
		f := &rangesFile{}
		return &f.frameKeys, read(b, f, (*builder).rangesChart)
	case formTimeline:
		f := &timelineFile{}
		return &f.frameKeys, read(b, f, (*builder).timelineChart)
	case "":
		b.report(at, `missing key "form"`, "write form: with one of "+strings.Join(form.Values(), ", "))
		return nil, nil
	}
	hint := diag.DidYouMean(string(form), form.Values())
	if hint == "" {
		hint = "write one of " + strings.Join(form.Values(), ", ")
	}
	b.report(at, fmt.Sprintf("unknown form %q", form), hint)
	return nil, nil
}

// read fills a form's record and builds the chart from it when it is sound.
func read[F any](b *builder, f *F, build func(*builder, *F) body) body {
	b.problems.Add(record.Read(b.src, f))
	if len(b.problems) > 0 {
		return nil
	}
	out := build(b, f)
	if out == nil && len(b.problems) == 0 {
		b.report(b.src.Whole(), "the chart has nothing to draw", "check the rows that where, from and until leave")
	}
	return out
}

// chart puts the parts together.
func (b *builder) chart(id string, k frameKeys, body body) *Chart {
	c := &Chart{ID: id, Path: b.src.Name, Form: string(k.Form), At: k.Headline.At, site: b.Site, raw: b.src.Text, width: 680, body: body,
		Headline: b.text(k.Headline), Subhead: b.text(k.Subhead), Note: b.text(k.Note),
		Sources: b.sources(k.Sources), alt: b.text(k.Alt), description: b.text(k.Description)}
	if strings.HasSuffix(c.Headline, ".") {
		b.report(k.Headline.At, "the headline ends with a full stop", "remove it")
	}
	for _, t := range []record.Text{k.Headline, k.Subhead, k.Note} {
		if strings.TrimSpace(t.S) == "" {
			b.report(t.At, "an empty text", "every chart has a headline, a subhead and a note")
		}
	}
	switch k.Width {
	case 0, 680:
	case 912:
		c.width = 912
	default:
		b.report(k.Headline.At, fmt.Sprintf("the width %d is not one of the page's", k.Width), "write width: 680, as wide as the text, or 912")
	}
	c.Short = b.short(c.Headline, k)
	c.Figures, c.Tables = b.figures, b.tables
	if blocks, ok := body.(*blocks); ok {
		c.Roles = blocks.roles()
	}
	own := map[string]bool{}
	for _, s := range c.Sources {
		own[s.ID] = true
	}
	for _, id := range b.cited {
		if !own[id] {
			c.Cited = append(c.Cited, id)
		}
	}
	return c
}

// shortTitle is how long the short form of a headline may be: with the site's
// name behind it, it still stands whole in a list of results.
const shortTitle = 80

// short is the headline for places with little room.
func (b *builder) short(headline string, k frameKeys) string {
	short, at := headline, k.Headline.At
	if k.Short.Given() {
		short, at = b.text(k.Short), k.Short.At
	}
	if n := utf8.RuneCountInString(short); n > shortTitle {
		b.report(at, fmt.Sprintf("%d characters are too long for the title of the chart's page", n), fmt.Sprintf("give it in %d characters at most under short", shortTitle))
	}
	return short
}

// look reports texts of the drawings that collide, leave the canvas, or have
// letters that pictures cannot show.
func (b *builder) look(c *Chart, fallback diag.Pos) {
	b.overlaps(c.body.drawing(layout{width: c.width}), "wide drawing", draw.FontSafety, fallback)
	if c.body.phone(c.ID) == "" {
		b.overlaps(c.body.drawing(layout{width: phoneWidth, narrow: true}), "narrow drawing", draw.FontSafety, fallback)
	}
	if len(b.problems) == 0 { // a picture brings its own fonts; what fits the page fits it, but for the headline
		b.overlaps(c.card(), "card", 1, fallback)
	}
	if t, ok := c.body.(*timeline); ok {
		for _, text := range t.tooLong(c.width) {
			b.report(b.at(text, fallback), fmt.Sprintf("%q is too long for the bar of its period", text), "shorten it")
		}
	}
	for _, t := range []string{c.Headline, c.Subhead, c.Note, c.SourceLine()} {
		if lacking := draw.NoGlyph(t); len(lacking) > 0 {
			b.report(b.at(t, fallback), fmt.Sprintf("the picture of the chart cannot show %q", string(lacking)), "the fonts have Latin, Greek and Cyrillic letters; write it in these")
		}
	}
}

func (b *builder) overlaps(canvas draw.Canvas, which string, slack float64, fallback diag.Pos) {
	for _, o := range draw.Overlaps(canvas, slack) {
		if o.With == "" {
			b.report(b.at(o.Text, fallback), fmt.Sprintf("%q is too long for its place in the %s, by %.0f pixels", o.Text, which, max(o.By, 1)), "shorten it")
			continue
		}
		at, other := b.at(o.Text, fallback), b.at(o.With, fallback)
		b.problems.ReportRelated(at, fmt.Sprintf("%q and %q collide in the %s, by %.0f pixels", o.Text, o.With, which, max(o.By, 1)),
			"shorten one of them, or move an annotation to another side", other, "the other text")
	}
	for _, t := range textsOf(canvas.Marks) {
		if lacking := draw.NoGlyph(t); len(lacking) > 0 {
			b.report(b.at(t, fallback), fmt.Sprintf("the picture of the chart cannot show %q", string(lacking)), "the fonts have Latin, Greek and Cyrillic letters; write it in these")
		}
	}
}

// textsOf lists the texts of a drawing.
func textsOf(marks []draw.Mark) []string {
	var out []string
	for _, m := range marks {
		switch m := m.(type) {
		case draw.Group:
			out = append(out, textsOf(m.Marks)...)
		case draw.Text:
			s := m.S
			for _, span := range m.Spans {
				s += span.S
			}
			out = append(out, s)
		}
	}
	return out
}

// at finds where a text of the drawing is written: the whole of it, or the
// longest text of the file that is a part of it or that it is a part of.
func (b *builder) at(text string, fallback diag.Pos) diag.Pos {
	if p, ok := b.places[text]; ok {
		return p
	}
	best, length := fallback, 0
	for s, p := range b.places {
		if !strings.Contains(text, s) && !strings.Contains(s, text) {
			continue
		}
		n := min(len(s), len(text))
		if n > length || n == length && length > 0 && p.String() < best.String() { // the map has no order, the answer has
			best, length = p, n
		}
	}
	return best
}

// Schema returns the JSON Schema of a form's chart files, or nil for a form
// that does not exist.
func Schema(form string) []byte {
	title := "Chart of the form " + form
	switch formName(form) {
	case formColumns, formLine:
		return record.Schema(title, singleFile{})
	case formPanels:
		return record.Schema(title, panelsFile{})
	case formBars:
		return record.Schema(title, barsFile{})
	case formBlocks:
		return record.Schema(title, blocksFile{})
	case formBridge:
		return record.Schema(title, bridgeFile{})
	case formRanges:
		return record.Schema(title, rangesFile{})
	case formTimeline:
		return record.Schema(title, timelineFile{})
	}
	return nil
}

// Forms lists the forms that a chart can have.
func Forms() []string { return formName("").Values() }
