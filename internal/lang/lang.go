// Package lang holds words of the site's language that several packages judge
// texts by. It knows English; package claims has the words of numbers.
package lang

import (
	"slices"
	"strings"
)

// SaysNothing reports whether a link text tells nobody where the link leads, as
// readers of a screen reader meet it in a list of links: “here”, “read more”.
func SaysNothing(text string) bool {
	words := []string{"click here", "here", "this", "link", "this link", "this page", "more", "read more", "learn more", "see more", "details"}
	return slices.Contains(words, strings.ToLower(strings.Trim(text, " .…!»→>")))
}
