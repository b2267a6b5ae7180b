package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
)

// Measures say how a page reads.
type Measures struct {
	Words     int // all words a reader sees in the text
	Sentences int
	Average   float64 // words in a sentence
	Longest   int     // words
	Grade     float64 // Flesch–Kincaid grade level
}

// Rules are those of a site. They are safe for concurrent use.
type Rules struct {
	bans          [256][]content.Banned // by the bytes that they may begin with
	abbreviations map[string]bool       // those that need no explanation
	style         content.Style
	lang          *lang.Language
}

// NewRules makes the rules of a site with these settings.
func NewRules(settings content.Settings) *Rules {
	r := &Rules{abbreviations: map[string]bool{}, style: settings.Style, lang: settings.Lang()}
	for _, ban := range settings.Banned {
		if ban.Words.S != "" { // an empty wording would be found everywhere
			lower, upper := strings.ToLower(ban.Words.S)[0], strings.ToUpper(ban.Words.S)[0]
			for _, first := range slices.Compact([]byte{lower, upper}) {
				r.bans[first] = append(r.bans[first], ban)
			}
		}
	}
	for _, a := range settings.Abbreviations {
		r.abbreviations[a.S] = true
	}
	return r
}

// Check measures the text of a page and reports what breaks the rules. Summary is
// that of the page, or else its description, with figures written out.
func (r *Rules) Check(page *content.Page, doc markdown.Doc, summary string) (Measures, diag.List) {
	c := checker{Rules: r, source: page.Source, explained: map[string]bool{}}
	for _, b := range doc.Blocks {
		c.block(b)
	}
	c.headings(doc.Headings)
	c.tables(doc.Tables)
	c.links(doc.Links)
	c.description(page, summary)
	m := Measures{Words: doc.Words, Sentences: c.sentences, Longest: c.longest}
	if c.sentences > 0 {
		m.Average = float64(c.words) / float64(c.sentences)
		if r.lang.Reading.Graded {
			m.Grade = 0.39*m.Average + 11.8*float64(c.syllables)/float64(max(c.words, 1)) - 15.59
		}
	}
	if most := r.style.Average; most > 0 && c.sentences >= 10 && m.Average > float64(most) {
		c.problems.Report(page.Source.Whole(), fmt.Sprintf("its sentences have %.1f words on average", m.Average),
			fmt.Sprintf("split the long ones: %d is the most", most))
	}
	c.length(page.Meta.Words, doc.Words)
	return m, c.problems
}

type checker struct {
	*Rules
	source                               *diag.Source
	explained                            map[string]bool // abbreviations of the page
	words, sentences, longest, syllables int
	problems                             diag.List
}

func (c *checker) block(b markdown.Block) {
	if b.Kind == markdown.Alt {
		return
	}
	own := ""
	if !b.Quote {
		own = unquoted(b.Text)
	}
	tokens := tokens(b.Text)
	c.unexplained(b, tokens)
	c.doubled(b, own, tokens)
	if !b.Note {
		c.banned(b, own)
	}
	if b.Quote || b.Note || b.Kind != markdown.Paragraph && b.Kind != markdown.Item && b.Kind != markdown.Description {
		return
	}
	for _, s := range sentences(c.lang, b.Text, tokens) {
		c.sentences++
		c.words += s.words
		c.syllables += s.syllables
		c.longest = max(c.longest, s.words)
		if most := c.style.Sentence; most > 0 && s.words > most {
			first := s.start + len(firstWords.FindString(b.Text[s.start:s.end]))
			c.problems.Report(b.Pos(s.start, first), fmt.Sprintf("a sentence of %d words", s.words), fmt.Sprintf("split it: %d is the most", most))
		}
	}
}

// firstWords matches the first four words of a text, where a long sentence is reported.
var firstWords = regexp.MustCompile(`^([^\s\pZ]+[\s\pZ]+){3}[^\s\pZ]+`)
