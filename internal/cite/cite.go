// Package cite writes sources as lists of them do: who says it, what it is called and
// where it appeared, under which letter it is filed, and whose the sources of a page
// are. The HTML has links and the languages of titles; quotation marks within a title
// are single.
package cite

import (
	"html/template"
	"slices"
	"strings"
	"unicode"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
)

// Source writes a source for a list: authors, publisher, title with its
// link, where it appeared, date.
func Source(l *lang.Language, s *ledger.Source) template.HTML {
	var parts []string
	for _, name := range s.OtherAuthors() {
		parts = append(parts, template.HTMLEscapeString(name))
	}
	if p := s.Whose(); p != s.Title.S {
		parts = append(parts, template.HTMLEscapeString(p))
	}
	parts = append(parts, title(l, s))
	if s.ContainerTitle.Given() && s.ContainerTitle.S != s.Whose() {
		parts = append(parts, "<cite>"+template.HTMLEscapeString(s.ContainerTitle.S)+"</cite>")
	}
	if s.Number.Given() {
		parts = append(parts, template.HTMLEscapeString(s.Number.S))
	}
	if p := s.Issued.Prose(l); p != "" {
		parts = append(parts, lang.NoBreak(p))
	}
	return template.HTML(strings.Join(parts, ", "))
}

// title writes a source's title. A title in square brackets is our
// description and gets no quotation marks.
func title(l *lang.Language, s *ledger.Source) string {
	described := s.Described()
	title := plain(s.Title.S)
	if !described {
		title = Quoted(title)
	}
	if s.URL.Given() {
		title = `<a href="` + template.HTMLEscapeString(s.URL.S) + `" rel="external">` + title + `</a>`
	}
	if tag := s.Language.S; tag != "" && !l.Is(tag) && !described {
		title = `<span lang="` + template.HTMLEscapeString(tag) + `">` + title + `</span>`
	}
	if !described {
		title = l.Quoted(title)
	}
	if s.TranslatedTitle.Given() {
		title += " (" + plain(s.TranslatedTitle.S) + ")"
	}
	return title
}

// Kind names what a source is.
func Kind(l *lang.Language, k ledger.SourceKind) string {
	switch k {
	case "primary":
		return l.Lists.Primary
	case "archive-copy":
		return l.Lists.ArchiveCopy
	}
	return l.Lists.Report
}

// Quoted is a title to be put within quotation marks: its own are single.
func Quoted(title string) string { return singleMarks.Replace(title) }

var singleMarks = strings.NewReplacer("“", "‘", "”", "’")

// Publishers names whose the sources are, each once; from the fifth on they
// are counted.
func Publishers(l *ledger.Ledger, ids []string) []string {
	var names []string
	for _, id := range ids {
		if s := l.Source(id); s != nil && !slices.Contains(names, s.Whose()) {
			names = append(names, s.Whose())
		}
	}
	const most = 4
	if more := len(names) - most; more == 1 {
		names = append(names[:most], l.Lang.Page.OneOtherSource)
	} else if more > 1 {
		names = append(names[:most], l.Lang.Page.OtherSources.With("count", more))
	}
	return names
}

// Initial is the letter that a source is found under; digits share one.
func Initial(s *ledger.Source) string {
	for _, r := range SortName(s) {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "0–9"
}

// SortName is what a source is filed under: its brackets, which mark a name of
// ours, do not count.
func SortName(s *ledger.Source) string { return strings.ToLower(strings.Trim(s.Whose(), "[]")) }

func plain(s string) string { return template.HTMLEscapeString(lang.NoBreak(s)) }
