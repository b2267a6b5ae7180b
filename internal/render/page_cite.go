package render

import (
	"strings"

	"sharingthecost/internal/cite"
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
		text := cite.Source(s)
		if len(use.Locators) > 0 {
			text += plainHTML(", " + strings.Join(use.Locators, "; "))
		}
		ref := Reference{
			ID: markdown.SourceID(i + 1), Text: text + ".", Kind: cite.Kind(s.Kind), Details: anchor(r.lists.sources, use.ID),
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
			text := cite.Source(source)
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
	full := name + ", “" + cite.Quoted(title) + "”, version of " + version.Long + "."
	if len(cited) > 0 {
		full += " Figures from " + lang.List(cited) + "."
	}
	return &Citation{What: what, Short: name + " (" + year + ")", Full: full + " Retrieved from " + r.public(url)}
}
