package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
)

// sourceText writes a source for a list: authors, publisher, title with its
// link, where it appeared, date.
func sourceText(s *ledger.Source) template.HTML {
	var parts []string
	for _, name := range s.OtherAuthors() {
		parts = append(parts, template.HTMLEscapeString(name))
	}
	if p := s.Whose(); p != s.Title.S {
		parts = append(parts, template.HTMLEscapeString(p))
	}
	parts = append(parts, titleHTML(s))
	if s.ContainerTitle.Given() && s.ContainerTitle.S != s.Whose() {
		parts = append(parts, "<cite>"+template.HTMLEscapeString(s.ContainerTitle.S)+"</cite>")
	}
	if s.Number.Given() {
		parts = append(parts, template.HTMLEscapeString(s.Number.S))
	}
	if p := s.Issued.Prose(); p != "" {
		parts = append(parts, markdown.NoBreak(p))
	}
	return template.HTML(strings.Join(parts, ", "))
}

// titleHTML writes a source's title. A title in square brackets is our
// description and gets no quotation marks.
func titleHTML(s *ledger.Source) string {
	described := s.Described()
	title := string(plainHTML(s.Title.S))
	if !described {
		title = quoted(title)
	}
	if s.URL.Given() {
		title = `<a href="` + template.HTMLEscapeString(s.URL.S) + `" rel="external">` + title + `</a>`
	}
	if lang := s.Language.S; lang != "" && lang != "en" && !described {
		title = `<span lang="` + template.HTMLEscapeString(lang) + `">` + title + `</span>`
	}
	if !described {
		title = "“" + title + "”"
	}
	if s.TranslatedTitle.Given() {
		title += " (" + string(plainHTML(s.TranslatedTitle.S)) + ")"
	}
	return title
}

func kindName(k ledger.SourceKind) string {
	switch k {
	case "primary":
		return "Primary source"
	case "archive-copy":
		return "Archive copy"
	}
	return "Report"
}

// references are the numbered sources of a page, with links back to each mark.
func (r *Renderer) references(cited []markdown.Use) []Reference {
	var out []Reference
	for i, use := range cited {
		s := r.Ledger.Source(use.ID)
		if s == nil {
			continue // reported where it is cited
		}
		text := sourceText(s)
		if len(use.Locators) > 0 {
			text += plainHTML(", " + strings.Join(use.Locators, "; "))
		}
		ref := Reference{
			ID: markdown.SourceID(i + 1), Text: text + ".", Kind: kindName(s.Kind), Details: anchor(r.lists.sources, use.ID),
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
			text := sourceText(source)
			if s.Locator != "" {
				text += plainHTML(", " + s.Locator)
			}
			note.Sources = append(note.Sources, NoteSource{Number: s.Number, URL: "#" + markdown.SourceID(s.Number), Text: text})
		}
		out = append(out, note)
	}
	return out
}

// howToCite gives the two lengths of a page's citation.
func (r *Renderer) howToCite(what, title, url string, version Date, cited []string) *Citation {
	name := r.Content.Settings.Title.S
	year, _, _ := strings.Cut(version.ISO, "-")
	title = markdown.NoBreak(title)
	full := name + ", “" + quoted(title) + "”, version of " + version.Long + "."
	if len(cited) > 0 {
		full += " Figures from " + lang.List(cited) + "."
	}
	return &Citation{What: what, Short: name + " (" + year + ")", Full: full + " Retrieved from " + r.public(url)}
}

// quoted is a title to be put within quotation marks: its own are single.
func quoted(title string) string { return singleMarks.Replace(title) }

var singleMarks = strings.NewReplacer("“", "‘", "”", "’")

// publishers names whose the sources are, each once; from the fifth on they
// are counted.
func (r *Renderer) publishers(ids []string) []string {
	var names []string
	for _, id := range ids {
		if s := r.Ledger.Source(id); s != nil && !slices.Contains(names, s.Whose()) {
			names = append(names, s.Whose())
		}
	}
	const most = 4
	if more := len(names) - most; more == 1 {
		names = append(names[:most], "one other source")
	} else if more > 1 {
		names = append(names[:most], strconv.Itoa(more)+" other sources")
	}
	return names
}
