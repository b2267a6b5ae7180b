package ledger

import (
	"slices"
	"strings"

	"sharingthecost/internal/data"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
)

// A Source is an entry of the bibliography. Its fields bear the names of CSL,
// the format that Zotero and pandoc export; Kind, Note and TranslatedTitle are
// ours.
type Source struct {
	Place           record.Place `yaml:"-" json:"-"`
	ID              record.Text  `yaml:"id,required" json:"id" doc:"Lower case with hyphens: publisher-year-month-day."`
	Type            SourceType   `yaml:"type,required" json:"type" doc:"The CSL type."`
	Title           record.Text  `yaml:"title,required" json:"title" doc:"The title as published; in square brackets a description where the title is not known."`
	TitleShort      record.Text  `yaml:"title-short" json:"title-short,omitzero" doc:"A shorter title for notes."`
	TranslatedTitle record.Text  `yaml:"translated-title" json:"translated-title,omitzero" doc:"The title in English, if it is not."`
	Author          []Author     `yaml:"author" json:"author,omitempty" doc:"Who wrote it."`
	Publisher       record.Text  `yaml:"publisher" json:"publisher,omitzero" doc:"Who published it."`
	ContainerTitle  record.Text  `yaml:"container-title" json:"container-title,omitzero" doc:"What it appeared in."`
	Issued          record.Date  `yaml:"issued" json:"issued,omitzero" doc:"When it was published: 2021-03-10, 2021-03 or 2021."`
	Accessed        record.Date  `yaml:"accessed" json:"accessed,omitzero" doc:"When it was read."`
	URL             record.Text  `yaml:"URL" json:"URL,omitzero" doc:"Where it can be read."`
	Language        record.Text  `yaml:"language" json:"language,omitzero" doc:"Language tag: en, ko, de."`
	Page            record.Text  `yaml:"page" json:"page,omitzero" doc:"Pages."`
	Number          record.Text  `yaml:"number" json:"number,omitzero" doc:"Report or treaty number."`
	Rights          record.Text  `yaml:"rights" json:"rights,omitzero" doc:"Licence or other terms."`
	Kind            SourceKind   `yaml:"kind,required" json:"kind" doc:"primary: a record of either side; report: what others say; archive-copy: seen in a stored copy only."`
	Note            record.Text  `yaml:"note" json:"note,omitzero" doc:"What a reader should know of this copy or text."`
}

// An Author has a family and a given name, or one literal name.
type Author struct {
	Place   record.Place `yaml:"-" json:"-"`
	Family  record.Text  `yaml:"family" json:"family,omitzero" doc:"Family name."`
	Given   record.Text  `yaml:"given" json:"given,omitzero" doc:"Given name."`
	Literal record.Text  `yaml:"literal" json:"literal,omitzero" doc:"The name of a body, or one that has no parts."`
}

// Name gives the author's name in the usual order.
func (a Author) Name() string {
	if a.Literal.S != "" {
		return a.Literal.S
	}
	return strings.TrimSpace(a.Given.S + " " + a.Family.S)
}

// A SourceType is a type of CSL.
type SourceType string

// Values lists the types in use.
func (SourceType) Values() []string {
	return []string{"article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "dataset",
		"interview", "legislation", "post", "post-weblog", "report", "speech", "treaty", "webpage"}
}

// A SourceKind is whether a source is a record of a party or a report about it.
type SourceKind string

// Values lists the kinds.
func (SourceKind) Values() []string { return []string{"primary", "report", "archive-copy"} }

type sourcesFile struct {
	References []*Source `yaml:"references,required" doc:"The bibliography."`
}

func (b *builder) sources() {
	for _, s := range b.files.sources.References {
		if s != nil && s.ID.Given() && !isSourceID(s.ID.S) {
			b.report(s.ID.At, "not the id of a source: "+quoted(s.ID.S), "an id has lower-case letters, digits and hyphens: cnn-2021-03-07")
		}
	}
	b.l.Sources = keep(b, "source", b.files.sources.References, func(s *Source) record.Text { return s.ID }, b.l.source)
	for _, s := range b.l.Sources {
		b.checkSource(s)
	}
}

func (b *builder) checkSource(s *Source) {
	if len(s.Author) == 0 && !s.Publisher.Given() && !s.ContainerTitle.Given() {
		b.report(s.ID.At, "source "+s.ID.S+" does not say whose it is", "give it an author, a publisher or a container-title")
	}
	for _, a := range s.Author {
		if a.Name() == "" || a.Literal.Given() && a.Family.Given() {
			b.report(a.Place.Pos, "an author has a family name or a literal name", "write {family: Atwood, given: Kylie} or {literal: Ministry of Defence}")
		}
	}
	if !s.URL.Given() {
		return
	}
	if !record.WebAddress(s.URL.S) {
		b.report(s.URL.At, "not a web address: "+quoted(s.URL.S), record.AddressHint(s.URL.S))
	}
}

// cite checks that the source of a citation exists.
func (b *builder) cite(c Citation, at diag.Pos) bool {
	if b.l.source[c.ID] != nil {
		return true
	}
	if b.lost["sources.yaml"] {
		return false
	}
	hint := diag.DidYouMean(c.ID, b.l.SourceIDs())
	if hint == "" {
		hint = "add it to content/sources.yaml"
	}
	b.report(at, "no source "+c.ID, hint)
	return false
}

// cited checks a citation that a text has at an offset.
func (b *builder) cited(c Citation, t record.Text, at int) bool {
	known := func(id string) bool { return b.l.source[id] != nil }
	if second := record.JoinedSource(c.Locator, known); second != "" {
		from := at + len(c.ID) + strings.Index(t.S[at+len(c.ID):], second)
		b.report(t.Pos(from, from+len(second)), record.JoinedSources, "write each source by itself: "+c.ID+" and "+second)
		return false
	}
	return b.cite(c, t.Pos(at, at+len(c.ID)))
}

// named checks a source that a table names, which it does by the id alone.
func (b *builder) named(s data.SourceID) {
	ids := strings.FieldsFunc(s.ID, func(r rune) bool { return r == ',' || r == ' ' })
	switch {
	case !strings.Contains(s.ID, ","):
		b.cite(Citation{ID: s.ID}, s.At)
	case b.lost["sources.yaml"]:
	case !slices.ContainsFunc(ids, func(id string) bool { return b.l.source[id] == nil }):
		b.report(s.At, record.JoinedSources, "part them by semicolons: "+strings.Join(ids, "; "))
	default:
		b.report(s.At, "not the id of a source: "+quoted(s.ID), "a table names sources by their ids alone, parted by semicolons: "+ids[0])
	}
}

// citations reads a list of "id" and "id, locator" and checks the sources.
func (b *builder) citations(list []record.Text) []Citation {
	var out []Citation
	for _, t := range list {
		c, fault := parseCitation(t.S, 0)
		if fault != nil {
			hint := fault.Hint
			if strings.HasPrefix(t.S, "@") {
				hint = "write it without @"
			}
			b.report(t.Pos(fault.Start, fault.End), fault.Text, hint)
			continue
		}
		if b.cited(c, t, 0) {
			out = append(out, c)
		}
	}
	return out
}

// Whose names the body behind a source as readers know it: its publisher, else what it appeared in, else its first author.
func (s *Source) Whose() string {
	switch {
	case s.Publisher.Given():
		return s.Publisher.S
	case s.ContainerTitle.Given():
		return s.ContainerTitle.S
	case len(s.Author) > 0:
		return s.Author[0].Name()
	}
	return s.Title.S
}

// Short names a source in a few words: “CNN, 4 October 2024”.
func (s *Source) Short(l *lang.Language) string { return listed(s.Whose(), s.Issued.Prose(l)) }

// Full is the whole reference in plain text: authors, whose it is, title with
// its translation, what it appeared in, number and date. A title in square
// brackets is a description and gets no quotation marks.
func (s *Source) Full(l *lang.Language) string {
	parts := s.OtherAuthors()
	if s.Whose() != s.Title.S {
		parts = append(parts, s.Whose())
	}
	title := s.Title.S
	if !s.Described() {
		title = l.Quoted(title)
	}
	if s.TranslatedTitle.Given() {
		title += " (" + s.TranslatedTitle.S + ")"
	}
	parts = append(parts, title)
	if s.ContainerTitle.S != s.Whose() {
		parts = append(parts, s.ContainerTitle.S)
	}
	return listed(append(parts, s.Number.S, s.Issued.Prose(l))...)
}

// Described reports whether the title is a description of ours.
func (s *Source) Described() bool { return strings.HasPrefix(s.Title.S, "[") }

// OtherAuthors names the authors other than the body itself.
func (s *Source) OtherAuthors() []string {
	var out []string
	for _, a := range s.Author {
		if a.Name() != s.Whose() {
			out = append(out, a.Name())
		}
	}
	return out
}

// listed joins the parts that are not empty.
func listed(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
