// Package linked writes structured data in the words of schema.org, by which
// crawlers know what a page is.
package linked

import (
	"encoding/json"
	"html/template"
	"slices"

	"sharingthecost/internal/ledger"
)

// A Thing is an item of structured data, in the words of schema.org. It has the
// properties of all kinds of thing, in the order of their names; those without a
// value are left out.
type Thing struct {
	ID                  string  `json:"@id,omitempty"`
	Type                string  `json:"@type,omitempty"`
	Author              any     `json:"author,omitempty"` // a thing or a list of them
	Citation            []Thing `json:"citation,omitempty"`
	ContentURL          string  `json:"contentUrl,omitempty"`
	Correction          []Thing `json:"correction,omitempty"`
	Creator             *Thing  `json:"creator,omitempty"`
	DateModified        string  `json:"dateModified,omitempty"`
	DatePublished       string  `json:"datePublished,omitempty"`
	Description         string  `json:"description,omitempty"`
	Distribution        []Thing `json:"distribution,omitempty"`
	EncodingFormat      string  `json:"encodingFormat,omitempty"`
	HasPart             []Thing `json:"hasPart,omitempty"`
	Headline            string  `json:"headline,omitempty"`
	Image               string  `json:"image,omitempty"`
	InLanguage          string  `json:"inLanguage,omitempty"`
	IsAccessibleForFree bool    `json:"isAccessibleForFree,omitempty"`
	IsPartOf            *Thing  `json:"isPartOf,omitempty"`
	Item                string  `json:"item,omitempty"`
	ItemListElement     []Thing `json:"itemListElement,omitempty"`
	License             string  `json:"license,omitempty"`
	MainEntity          *Thing  `json:"mainEntity,omitempty"`
	MainEntityOfPage    string  `json:"mainEntityOfPage,omitempty"`
	Name                string  `json:"name,omitempty"`
	Position            int     `json:"position,omitempty"`
	Publisher           *Thing  `json:"publisher,omitempty"`
	ReviewedBy          []Thing `json:"reviewedBy,omitempty"`
	Text                string  `json:"text,omitempty"`
	URL                 string  `json:"url,omitempty"`
	WordCount           int     `json:"wordCount,omitempty"`
}

// Script writes things as a data block for the head of a page: it is read by
// crawlers, never run, and so no matter for a content security policy. Encoding
// writes <, > and & as \u003c, \u003e and \u0026, so that no text can close the
// element.
func Script(things ...Thing) template.HTML {
	data, err := json.Marshal(struct {
		Context string  `json:"@context"`
		Graph   []Thing `json:"@graph"`
	}{"https://schema.org", things})
	if err != nil {
		panic(err) // texts, numbers and lists always encode
	}
	return template.HTML(`<script type="application/ld+json">` + string(data) + `</script>`)
}

// Sources are those with the given ids, in their order.
func Sources(l *ledger.Ledger, ids []string) []Thing {
	var out []Thing
	for _, id := range ids {
		s := l.Source(id)
		if s == nil {
			continue // reported where it is cited
		}
		work := Thing{
			Type: workType(s.Type), Name: s.Title.S, Publisher: &Thing{Type: "Organization", Name: s.Whose()},
			DatePublished: s.Issued.String(), URL: s.URL.S, InLanguage: s.Language.S,
		}
		var authors []Thing
		for _, a := range s.Author {
			kind := "Person"
			if a.Literal.Given() {
				kind = "Organization"
			}
			authors = append(authors, Thing{Type: kind, Name: a.Name()})
		}
		if len(authors) > 0 {
			work.Author = authors
		}
		out = append(out, work)
	}
	return out
}

// workType is the word of schema.org for a type of CSL.
func workType(t ledger.SourceType) string {
	switch t {
	case "article-newspaper":
		return "NewsArticle"
	case "article", "article-magazine", "post", "post-weblog":
		return "Article"
	case "article-journal":
		return "ScholarlyArticle"
	case "bill", "legislation", "treaty":
		return "Legislation"
	case "book":
		return "Book"
	case "dataset":
		return "Dataset"
	case "report":
		return "Report"
	case "webpage":
		return "WebPage"
	}
	return "CreativeWork"
}

// Paragraph joins sentences, leaving out empty ones and repeats.
func Paragraph(sentences ...string) string {
	out := ""
	for i, s := range sentences {
		if s == "" || slices.Contains(sentences[:i], s) {
			continue
		}
		if out != "" {
			out += " "
		}
		out += s
	}
	return out
}
