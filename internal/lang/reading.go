package lang

import (
	"slices"
	"strings"
)

// Reading is what texts of the language are read by.
type Reading struct {
	Empty         []string // link texts that say nothing of where the link leads, in lower case
	Abbreviations []string // words after which a full stop ends no sentence, in lower case, without the stop
	Doubled       []string // words that may stand twice in a row, in lower case
	Or            string   // between a name and another for the same: “GDP, or gross domestic product”
	Graded        bool     // the Flesch–Kincaid grade is made for it
	Ordinals      bool     // a full stop behind digits makes an ordinal of them: 3. März
}

// SaysNothing reports whether a link text tells nobody where the link leads, as
// readers of a screen reader meet it in a list of links: “here”, “read more”.
func (l *Language) SaysNothing(text string) bool {
	return slices.Contains(l.Reading.Empty, strings.ToLower(strings.Trim(text, " .…!»→>")))
}
