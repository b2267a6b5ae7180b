package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/cite"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/memo"
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

// page makes the file of one page of the content folder. A page depends on its
// document, on the titles of others, which are among the inputs that the
// document's key covers, and on whether the site shows charts; one that lists
// what other pages use depends on that too.
func (r *Renderer) page(d *Document, all titles, u *usage) (output.File, diag.List) {
	key := memo.KeyOf("page", d.Key[:], fmt.Append(nil, len(r.Shown) > 0))
	if len(d.Later) > 0 {
		key = memo.KeyOf("page with lists", d.Key[:], u.key[:])
	}
	return r.file(d.Page.File, d.Page.Path, key, func() ([]byte, diag.List) { return r.html(d, all, u) })
}

// file makes a file that depends on what the key covers, and remembers it.
func (r *Renderer) file(path, source string, key memo.Key, write func() ([]byte, diag.List)) (output.File, diag.List) {
	key = memo.KeyOf("file", key[:], []byte(path))
	made := func(problems *diag.List) []byte {
		return memo.Do(r.Memo, key, func() ([]byte, bool) {
			data, found := write()
			problems.Add(found)
			return data, len(found) == 0
		})
	}
	var problems diag.List
	made(&problems)
	return output.File{Path: path, Source: source, Make: func() []byte { return made(&diag.List{}) }}, problems
}

// html writes a page out.
func (r *Renderer) html(d *Document, all titles, u *usage) ([]byte, diag.List) {
	p := d.Page
	shared, problems := r.shared(p.URL, all)
	v := View{
		Site: r.common.site, Shared: shared, Draft: p.Meta.Draft, Kicker: d.Kicker.HTML, Title: d.Title.HTML, Deck: d.Deck.HTML,
		Lead: d.Lead, Brief: htmls(d.Brief), Cards: d.Cards, Unknowns: htmls(d.Unknowns),
		Sources: r.references(d.Cited), Notes: r.notes(d), Changes: d.Changes, Related: r.onwards(p.Related, all), Edit: r.edit(p.Path),
	}
	v.Head = r.head(d.Title.Plain, d.Summary, p.URL)
	v.Head.Policy = r.common.policies[d.ListsAll]
	if r.Host.Card != nil && !p.Meta.Draft && r.pictured(d.Title.Plain, d.Kicker.Plain) {
		v.Head.Image, v.Head.ImageAlt = r.public(r.Host.Card(p.URL)), r.cardAlt(d)
	}
	if own := d.Shared; own.File != "" {
		v.Head.Image, v.Head.ImageAlt, v.Head.ImageWidth, v.Head.ImageHeight = r.public(own.File), own.Alt, own.Width, own.Height
	}
	v.Head.Scripts = d.Scripts
	if p.Next != nil {
		v.Next = &r.onwards([]*content.Page{p.Next}, all)[0]
	}
	if p.Meta.Draft {
		v.Head.NoIndex, v.Head.Markdown = true, ""
	}
	notFound := p.File == missing
	if notFound {
		if v.Search = r.search(); v.Search != nil {
			v.Head.Scripts = append(v.Head.Scripts, r.script("search"))
		}
		v.Head.Canonical, v.Head.Markdown, v.Head.NoIndex, v.Head.Image, v.Changes, v.Edit = "", "", true, "", nil, ""
	} else {
		v.Head.Extra = append(v.Head.Extra, r.pageLD(d, v.Head))
		v.Meta = r.meta(d)
		v.By, v.ReviewedBy = r.people(r.Ledger.Lang.Page.By, p.Meta.Authors), r.people(r.Ledger.Lang.Page.ReviewedBy, p.Meta.ReviewedBy)
		v.Cite = r.howToCite(r.Ledger.Lang.Page.ThisPage, d.Title.Plain, p.URL, r.date(p.Meta.LastUpdated()), p.Meta.Authors, cite.Publishers(r.Ledger, ids(d)))
	}
	var more diag.List
	v.Contents, more = r.contents(d)
	problems.Add(more)
	v.Body, more = d.body(r, u)
	problems.Add(more)
	html, more := r.templates.Execute("page", v)
	problems.Add(more)
	return r.dated(html, v.Cite, p.URL), problems
}

// cardAlt says what the picture for sharing shows: the headline, and the first chart.
func (r *Renderer) cardAlt(d *Document) string {
	alt := d.Title.Plain + "."
	for _, c := range r.Charts {
		if len(d.Charts) > 0 && c.ID == d.Charts[0] {
			alt += " " + c.Alt()
		}
	}
	return alt
}

// head is what the head element of a page says.
func (r *Renderer) head(title, description, url string) Head {
	name := r.Content.Settings.Title.S
	h := Head{Title: fitting(title+" – "+name, title), OGTitle: title, Description: description, Canonical: r.public(url), Type: "article", NoIndex: r.Preview, ImageWidth: cardWidth, ImageHeight: cardHeight}
	h.Policy = r.common.policies[false]
	if r.Host.Twin != nil {
		h.Markdown = r.url(r.Host.Twin(url))
	}
	if url == "/" {
		h.Title, h.Type = fitting(name+": "+title, name), "website"
		if tagline := r.Content.Settings.Tagline; tagline.Given() {
			h.Title = fitting(name+": "+tagline.S, name)
		}
	}
	return h
}

// fitting is the whole of a title, or a part of it where the whole is too long.
func fitting(whole, part string) string {
	if utf8.RuneCountInString(whole) > content.MostTitle {
		return part
	}
	return whole
}

// CheckHeads reports pages and charts that give the title or description of
// another: in search results readers could not tell them apart.
func (r *Renderer) CheckHeads(docs []*Document) diag.List {
	var problems diag.List
	seen := map[string]diag.Pos{}
	check := func(h Head, title, description diag.Pos) {
		for _, text := range []struct {
			what, is string
			at       diag.Pos
		}{{"title", h.Title, title}, {"description", h.Description, description}} {
			key := text.what + " " + text.is
			if other, ok := seen[key]; ok {
				problems.ReportRelated(text.at, "another page has the same "+text.what, "tell the two apart", other, "it is given here")
				continue
			}
			seen[key] = text.at
		}
	}
	for _, d := range docs {
		m := d.Page.Meta
		if m.Draft || d.Page.File == missing {
			continue
		}
		about := m.Description.At
		if m.Summary.Given() {
			about = m.Summary.At
		}
		check(r.head(d.Title.Plain, d.Summary, d.Page.URL), m.Title.At, about)
	}
	for _, c := range r.Charts {
		check(r.head(c.Short, r.inOneLine(c), "/charts/"+c.ID+"/"), c.At, c.At)
	}
	return problems
}

// people are the names of a line, which a pattern makes of them: “By A, B and C”.
func (r *Renderer) people(line lang.Pattern, all []content.Person) template.HTML {
	var out []string
	for _, p := range all {
		name := string(hangulMarked(p.Name.S))
		if p.URL.Given() {
			name = `<a rel="external" href="` + template.HTMLEscapeString(p.URL.S) + `">` + name + `</a>`
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return ""
	}
	return template.HTML(line.With("names", r.Ledger.Lang.List(out)))
}

func names(all []content.Person) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.Name.S)
	}
	return out
}

func (r *Renderer) meta(d *Document) *Meta {
	m := d.Page.Meta
	return &Meta{Updated: r.date(m.LastUpdated()), Minutes: readingTime(d.Words, len(d.Charts)), Changes: len(d.Changes) > 0, Cite: true}
}

// contents is the list of a page's sections, which is in the page twice.
func (r *Renderer) contents(d *Document) (template.HTML, diag.List) {
	places := r.places(d)
	if len(places) == 0 {
		return "", nil
	}
	html, problems := r.templates.Execute("contents", places)
	return template.HTML(html), problems
}

// places are the sections of a page, when there are enough of them to want a
// list.
func (r *Renderer) places(d *Document) []Place {
	var out []Place
	for _, s := range d.Headings {
		if s.Level == 2 {
			out = append(out, Place{ID: s.ID, Text: hangulMarked(s.Text)})
		}
	}
	if len(out) < 3 || !d.Page.Meta.Contents() {
		return nil
	}
	if len(d.Brief) > 0 {
		out = slices.Insert(out, 0, Place{ID: "brief", Text: plainHTML(r.Ledger.Lang.Page.InBrief)})
	}
	return out
}

func (r *Renderer) onwards(pages []*content.Page, all titles) []Onward {
	var out []Onward
	for _, p := range pages {
		d := all[p]
		out = append(out, Onward{Title: d.Title.HTML, Description: plainHTML(d.Summary), URL: r.url(p.URL)})
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

func htmls(texts []Text) []template.HTML {
	var out []template.HTML
	for _, t := range texts {
		out = append(out, t.HTML)
	}
	return out
}

func ids(d *Document) []string {
	var out []string
	for _, use := range d.Cited {
		out = append(out, use.ID)
	}
	return out
}
