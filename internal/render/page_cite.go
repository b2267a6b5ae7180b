package render

import (
	"bytes"
	"html/template"
	"strings"

	"sharingthecost/internal/archive"
	"sharingthecost/internal/cite"
	"sharingthecost/internal/content"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
)

// references are the numbered sources of a page, with links back to each mark.
func (r *Renderer) references(cited []markdown.Use) []Reference {
	var out []Reference
	for i, use := range cited {
		s := r.Ledger.Source(use.ID)
		if s == nil {
			continue // reported where it is cited
		}
		text := cite.Source(r.Ledger.Lang, s)
		if len(use.Locators) > 0 {
			text += plainHTML(", " + strings.Join(use.Locators, "; "))
		}
		ref := Reference{
			ID: markdown.SourceID(i + 1), Text: text + ".", Kind: cite.Kind(r.Ledger.Lang, s.Kind), Details: anchor(r.lists.sources, use.ID),
		}
		for n, id := range use.Refs {
			label := ""
			if len(use.Refs) > 1 {
				label = markdown.Letter(n + 1)
			}
			ref.Back = append(ref.Back, Back{ID: id, Label: label})
		}
		out = append(out, ref)
	}
	return out
}

// notes are what the marks of a page's text open: the sources of each.
func (r *Renderer) notes(d *Document) []Note {
	var out []Note
	for i, said := range d.Notes {
		note := Note{ID: markdown.NoteID(i + 1)}
		for _, s := range said {
			source := r.Ledger.Source(d.Cited[s.Number-1].ID)
			if source == nil {
				continue // reported where it is cited
			}
			text := cite.Source(r.Ledger.Lang, source)
			if s.Locator != "" {
				text += plainHTML(", " + s.Locator)
			}
			note.Sources = append(note.Sources, NoteSource{Number: s.Number, URL: "#" + markdown.SourceID(s.Number), Text: text})
		}
		out = append(out, note)
	}
	return out
}

// dated has a finished page be cited by the address under which what it says now will
// always be found: that of the first version that says the same. Where there is none yet,
// it is that of the page.
func (r *Renderer) dated(html []byte, c *Citation, url string) []byte {
	for _, v := range r.Versions {
		if c != nil && v.Says(url, html) {
			full := strings.Replace(string(c.Full), r.public(url), r.public(archive.Published+v.Day+url), 1)
			return bytes.Replace(html, []byte(c.Full), []byte(full), 1)
		}
	}
	return html
}

// hangulMarked writes a text with what it has of Hangul marked as such.
func hangulMarked(s string) template.HTML {
	return template.HTML(lang.MarkHangul(template.HTMLEscapeString(s)))
}

// howToCite gives the two lengths of the citation of a page.
func (r *Renderer) howToCite(what, title, url string, version Date, authors []content.Person, cited []string) *Citation {
	name := r.Content.Settings.Title.S
	year, _, _ := strings.Cut(version.ISO, "-")
	title = lang.NoBreak(title)
	l := r.Ledger.Lang
	full := l.Page.Cite.With("site", name, "title", l.Quoted(cite.Quoted(title)), "date", version.Long)
	if len(authors) > 0 {
		full = l.Page.CiteBy.With("names", l.List(names(authors)), "cite", full)
	}
	if len(cited) > 0 {
		full = l.Page.FiguresFrom.With("cite", full, "names", l.List(cited))
	}
	if r.AsOf != "" {
		url = "/" + archive.Published + r.AsOf + url
	}
	full = l.Page.Fetched.With("cite", full, "address", r.public(url))
	return &Citation{What: what, Short: name + " (" + year + ")", Full: hangulMarked(full)}
}
