// Package lang holds what several packages know of the site's language: how a
// sentence begins, joins and ends, and words that texts are judged by. It knows
// English, and says which languages there are; package claims has the words of
// numbers.
package lang

import (
	"slices"
	"strings"
)

// Known lists the languages, by their tags without a region. The words, numbers
// and dates of a site are written in one of them.
func Known() []string { return []string{"en"} }

// Knows reports whether a language tag, with or without a region, names one of
// them.
func Knows(tag string) bool {
	language, _, _ := strings.Cut(tag, "-")
	return slices.Contains(Known(), language)
}

// SaysNothing reports whether a link text tells nobody where the link leads, as
// readers of a screen reader meet it in a list of links: “here”, “read more”.
func SaysNothing(text string) bool {
	words := []string{"click here", "here", "this", "link", "this link", "this page", "more", "read more", "learn more", "see more", "details"}
	return slices.Contains(words, strings.ToLower(strings.Trim(text, " .…!»→>")))
}
