package prose

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"sharingthecost/internal/markdown"
)

// doubled reports a word that stands twice in a row, and a unit behind a number
// that brings its own: "13%%", "13% percent", "1.18 trillion won won".
func (c *checker) doubled(b markdown.Block, own string) {
	last := ""
	for _, at := range words.FindAllStringIndex(own, -1) {
		word := strings.ToLower(own[at[0]:at[1]])
		if word == last && onlySpace(own[:at[0]], last) && !mayDouble(word) {
			hint := "remove one"
			if word == "won" || word == "dollars" || strings.HasSuffix(word, "illion") {
				hint += "; a number brings its unit itself"
			}
			c.problems.Report(b.Pos(at[0], at[1]), fmt.Sprintf("%q stands twice", word), hint)
		}
		last = word
	}
	for _, at := range percents.FindAllStringIndex(own, -1) {
		c.problems.Report(b.Pos(at[0]+1, at[1]), "a unit behind a number that has one", "remove it; a number brings its unit itself")
	}
}

var (
	words    = regexp.MustCompile(`\pL+`)
	percents = regexp.MustCompile(`%\s?(%|per ?cent\b)`)
)

// onlySpace reports whether nothing but space stands between the end of text
// and the last word in it.
func onlySpace(text, last string) bool {
	rest := strings.TrimRightFunc(text, unicode.IsSpace)
	return len(rest) < len(text) && strings.HasSuffix(strings.ToLower(rest), last)
}

// mayDouble reports words that English puts twice.
func mayDouble(word string) bool { return word == "had" || word == "that" || len(word) == 1 }
