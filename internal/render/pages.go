package render

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

// titles finds the converted texts of any page.
type titles map[*content.Page]*Document

func titlesOf(docs []*Document) titles {
	all := make(titles, len(docs))
	for _, d := range docs {
		all[d.Page] = d
	}
	return all
}

// page renders one page of the content folder.
func (r *Renderer) page(d *Document, all titles, u *usage) (output.File, diag.List) {
	p := d.Page
	if d.finished != nil {
		if d.finished.siteHasCharts == (len(r.Charts) > 0) {
			return d.finished.file, nil
		}
		d, _ = r.convert(p)
	}
	shared, problems := r.shared(p.URL, all)
	v := View{
		Site: r.common.site, Shared: shared, Draft: p.Meta.Draft, Kicker: d.kicker.html, Title: d.title.html, Deck: d.deck.html,
		Brief: htmls(d.brief), Cards: d.cards, Unknowns: htmls(d.unknowns),
		Sources: r.references(d.cited), Changes: d.changes, Related: r.onwards(p.Related, all), Edit: r.edit(p.Path),
	}
	v.Head = r.head(d.title.plain, d.summary, p.URL)
	v.Head.Policy = r.common.policies[d.whole]
	if r.Host.Card != nil && !p.Meta.Draft {
		v.Head.Image = r.public(r.Host.Card(p.URL))
	}
	v.Head.Scripts = d.scripts
	if p.Next != nil {
		v.Next = &r.onwards([]*content.Page{p.Next}, all)[0]
	}
	v.Head.NoIndex = v.Head.NoIndex || p.Meta.Draft
	notFound := p.File == missing
	if notFound {
		v.Head.Canonical, v.Head.NoIndex, v.Head.Image, v.Changes, v.Edit = "", true, "", nil, ""
	} else {
		v.Head.Extra = append(v.Head.Extra, r.pageLD(d, v.Head))
		v.Meta = r.meta(d)
		v.Cite = r.howToCite("this page", d.title.plain, p.URL, date(p.Meta.LastUpdated()), r.publishers(ids(d)))
	}
	scratch := r.scratch()
	var more diag.List
	v.Contents, more = r.contents(d, scratch)
	problems.Add(more)
	v.Body, more = d.body(r, u, scratch)
	problems.Add(more)
	problems.Add(r.templates.executeTo(&scratch.untidy, "page", v))
	scratch.tidy = append(scratch.tidy[:0], scratch.untidy.Bytes()...)
	file := output.File{Path: p.File, Data: scratch.tidy, Source: p.Path}.Summed()
	if len(problems) == 0 {
		r.remember(d, file)
	}
	d.text, d.Doc.Headings = output.File{}, nil // they stand in the page now
	if !r.fed[p] {
		d.Doc.HTML = ""
	}
	if file = r.Shelf.Put(file); file.Data != nil {
		scratch.tidy = nil // it stays in memory
	}
	r.scratches.Put(scratch)
	return file, problems
}

// A scratch is memory in which a page is made. Pages take that of pages which
// are done: most of what a page would ask for is memory for copies of its text.
type scratch struct {
	text   []byte       // from the shelf
	untidy bytes.Buffer // from the template
	tidy   []byte       // as it is published
}

// scratch returns one that is free.
func (r *Renderer) scratch() *scratch {
	free, ok := r.scratches.Get().(*scratch)
	if !ok {
		return &scratch{}
	}
	free.untidy.Reset()
	return free
}

// head is what the head element of a page says.
func (r *Renderer) head(title, description, url string) Head {
	name := r.Content.Settings.Title.S
	h := Head{Title: title + " – " + name, OGTitle: title, Description: description, Canonical: r.public(url), Type: "article", NoIndex: r.Preview}
	h.Policy = r.common.policies[false]
	if url == "/" {
		h.Title, h.Type = name+": "+title, "website"
		if tagline := r.Content.Settings.Tagline; tagline.Given() {
			h.Title = name + ": " + tagline.S
		}
	}
	return h
}

func (r *Renderer) meta(d *Document) *Meta {
	m := d.Page.Meta
	out := &Meta{
		Updated: date(m.LastUpdated()), Minutes: readingTime(d.Doc.Words, len(d.charts)), Changes: len(d.changes) > 0, Cite: true,
	}
	if first := date(m.Date); first != out.Updated {
		out.Published = &first
	}
	return out
}

// contents is the list of a page's sections, which stands in the page twice.
func (r *Renderer) contents(d *Document, scratch *scratch) (template.HTML, diag.List) {
	places := places(d)
	if len(places) == 0 {
		return "", nil
	}
	defer scratch.untidy.Reset()
	problems := r.templates.executeTo(&scratch.untidy, "contents", places)
	return template.HTML(scratch.untidy.String()), problems
}

// places are the sections of a page, when there are enough of them to want a
// list.
func places(d *Document) []Place {
	var out []Place
	for _, s := range d.Doc.Headings {
		if s.Level == 2 {
			out = append(out, Place{ID: s.ID, Text: s.Text})
		}
	}
	if len(out) < 3 || !d.Page.Meta.Contents() {
		return nil
	}
	if len(d.brief) > 0 {
		out = slices.Insert(out, 0, Place{ID: "brief", Text: "In brief"})
	}
	return out
}

func (r *Renderer) onwards(pages []*content.Page, all titles) []Onward {
	var out []Onward
	for _, p := range pages {
		d := all[p]
		out = append(out, Onward{Title: d.title.html, Description: plainHTML(d.summary), URL: r.url(p.URL)})
	}
	return out
}

// edit is where the source of a page or chart can be changed.
func (r *Renderer) edit(path string) string {
	if !r.Content.Settings.Repository.Given() {
		return ""
	}
	return strings.TrimSuffix(r.Content.Settings.Repository.S, "/") + "/edit/main/" + path
}

func htmls(texts []text) []template.HTML {
	var out []template.HTML
	for _, t := range texts {
		out = append(out, t.html)
	}
	return out
}

func ids(d *Document) []string {
	var out []string
	for _, use := range d.cited {
		out = append(out, use.ID)
	}
	return out
}
