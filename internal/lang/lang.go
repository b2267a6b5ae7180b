// Package lang holds all that the program itself writes into a site, and what it
// knows of the language that the site is written in: one [Language] for each, a table
// in a file of its own. What an author writes is in no table; what the program says to
// authors is English, whatever the language of the site.
//
// A Language is a value. Whoever writes words, numbers or dates is given one, and
// nothing keeps one for everybody: two editions of a site are two values side by side.
//
// # Patterns
//
// Words with something to fill in are a [Pattern], with names in braces where it
// stands:
//
//	Lines: "Line chart of {count} series. {subject}: {standing}"
//
//	l.Chart.Lines.With("count", l.Count(4), "subject", subject, "standing", standing)
//
// A pattern has the same names in each language, in the order of that language. What
// differs with a number is a [Plural]. Where grammar needs more than words, the table
// has a function: how numbers are spelled, and how a title goes on within a sentence.
//
// # A new language
//
// One file with its table, after english.go, and its name in languages; package claims
// has the table of how numbers are claimed in it. Tests hold that no word is missing,
// that each pattern has the names it has in English, and that nothing English stands in
// a site in another language (cmd/build, package chart). A table is written so that it is
// right for any author’s words: where grammar would bend a name or a verb by its gender
// or number, the words go round it (“gestiegen: zwei”).
//
// # Left out
//
// golang.org/x/text: how numbers round and group, and what never breaks, is the style of
// the house (package unit), and both languages have two forms of a plural, for one and for
// all others. A language with more gives [Plural] its forms.
package lang

import (
	"slices"
	"strings"
)

// A Language is a table of words, and what is particular to its grammar.
type Language struct {
	Tag  string // BCP 47, without a region
	Name string // in English, for messages

	Numbers Numbers
	Dates   Dates
	Text    Text
	Units   Units
	Change  Change
	Reading Reading

	Page   Page
	Lists  Lists
	WhatIf WhatIf
	Chart  Chart
	Files  Files
}

// languages are all that there are.
func languages() []*Language { return []*Language{English, German} }

// Known lists the languages, by their tags without a region. The words, numbers
// and dates of a site are written in one of them.
func Known() (tags []string) {
	for _, l := range languages() {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Find gives the language of a tag, with or without a region.
func Find(tag string) (*Language, bool) {
	base, _, _ := strings.Cut(tag, "-")
	all := languages()
	i := slices.IndexFunc(all, func(l *Language) bool { return strings.EqualFold(l.Tag, base) })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// Of gives the language of a tag, and English where there is none: the tag is a
// problem, which is told where it is written.
func Of(tag string) *Language {
	if l, ok := Find(tag); ok {
		return l
	}
	return English
}

// Is reports whether a tag names this language, with or without a region.
func (l *Language) Is(tag string) bool {
	found, ok := Find(tag)
	return ok && found == l
}
