package prose

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
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

// Check measures the text of a page and reports what breaks the rules.
func Check(page *content.Page, doc markdown.Doc, settings content.Settings) (Measures, diag.List) {
	c := checker{source: page.Source, settings: settings, known: map[string]bool{}}
	for _, a := range settings.Abbreviations {
		c.known[a.S] = true
	}
	for _, b := range doc.Blocks {
		c.block(b)
	}
	c.headings(doc.Headings)
	c.description(page)
	m := Measures{Words: doc.Words, Sentences: c.sentences, Longest: c.longest}
	if c.sentences > 0 {
		m.Average = float64(c.words) / float64(c.sentences)
		m.Grade = 0.39*m.Average + 11.8*float64(c.syllables)/float64(max(c.words, 1)) - 15.59
	}
	if c.sentences >= 10 && m.Average > maxAverage {
		c.problems.Report(page.Source.Whole(), fmt.Sprintf("its sentences have %.1f words on average", m.Average),
			fmt.Sprintf("split the long ones: %d is the most", maxAverage))
	}
	c.length(page.Meta.Words, doc.Words)
	return m, c.problems
}

type checker struct {
	source                               *diag.Source
	settings                             content.Settings
	known                                map[string]bool // abbreviations that have been explained
	words, sentences, longest, syllables int
	problems                             diag.List
}

// length holds a page to the words that its front matter gives.
func (c *checker) length(limits content.WordRange, words int) {
	switch {
	case limits.Max > 0 && words > limits.Max:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, more than %d", words, limits.Max), "shorten it, or say why it may be longer by raising max")
	case words < limits.Min:
		c.problems.Report(limits.Pos, fmt.Sprintf("the page has %d words, fewer than %d", words, limits.Min), "write on, or lower min")
	}
}

func (c *checker) block(b markdown.Block) {
	if b.Kind == markdown.Alt {
		return
	}
	own := ""
	if !b.Quote {
		own = unquoted(b.Text)
	}
	c.abbreviations(b)
	c.doubled(b, own)
	if !b.Note {
		c.banned(b, own)
	}
	if b.Quote || b.Note || b.Kind != markdown.Paragraph && b.Kind != markdown.Item && b.Kind != markdown.Description {
		return
	}
	for _, s := range sentences(b.Text) {
		c.sentences++
		c.words += s.words
		c.syllables += syllables(b.Text[s.start:s.end])
		c.longest = max(c.longest, s.words)
		if s.words > maxWords {
			first := s.start + len(firstWords(b.Text[s.start:s.end], 4))
			c.problems.Report(b.Pos(s.start, first), fmt.Sprintf("a sentence of %d words", s.words), fmt.Sprintf("split it: %d is the most", maxWords))
		}
	}
}

// firstWords is the beginning of a text, n words long.
func firstWords(text string, n int) string {
	i, in := 0, false
	for at, r := range text {
		if unicode.IsSpace(r) {
			in = false
		} else if !in {
			in = true
			i++
			if i > n {
				return strings.TrimRightFunc(text[:at], unicode.IsSpace)
			}
		}
	}
	return text
}

// quotation matches text in quotation marks: another voice than ours.
var quotation = regexp.MustCompile(`“[^“”]*”|"[^"]*"|‘[^‘’]*’`)

// unquoted blanks quotations, keeping every offset.
func unquoted(text string) string {
	if !strings.ContainsAny(text, "“\"‘") {
		return text
	}
	return quotation.ReplaceAllStringFunc(text, func(q string) string { return strings.Repeat(" ", len(q)) })
}

func (c *checker) banned(b markdown.Block, own string) {
	lower := strings.ToLower(own)
	if len(lower) != len(own) {
		return // a letter whose cases differ in length: not English
	}
	for _, ban := range c.settings.Banned {
		for from := 0; ; {
			i := strings.Index(lower[from:], strings.ToLower(ban.Words.S))
			if i < 0 {
				break
			}
			start := from + i
			end := start + len(ban.Words.S)
			if wordEdge(lower, start, end) {
				c.problems.Report(b.Pos(start, end), fmt.Sprintf("%q is not used here", own[start:end]), ban.Instead.S)
			}
			from = end
		}
	}
}

// wordEdge reports whether text[start:end] stands as words of its own.
func wordEdge(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return (start == 0 || !part(before)) && (end == len(text) || !part(after))
}

// capitals matches what may be an abbreviation.
var capitals = regexp.MustCompile(`\b[A-Z]{2,6}s?\b`)

// explained matches what follows an abbreviation that is explained at once:
// USFK (US Forces Korea), or one that closes its own brackets: …Agreement (SMA).
var explained = regexp.MustCompile(`^(\)| \(|, or | or )`)

func (c *checker) abbreviations(b markdown.Block) {
	if !twoCapitals(b.Text) {
		return
	}
	for _, at := range capitals.FindAllStringIndex(b.Text, -1) {
		word := strings.TrimSuffix(b.Text[at[0]:at[1]], "s")
		if c.known[word] || roman(word) || hyphenated(b.Text, at[0], at[1]) {
			continue
		}
		before, after := b.Text[:at[0]], b.Text[at[1]:]
		opened := strings.HasSuffix(before, "(") || strings.HasSuffix(before, ", or ") || strings.HasSuffix(before, " or ")
		c.known[word] = true
		if !opened && !explained.MatchString(after) {
			c.problems.Report(b.Pos(at[0], at[1]), word+" is not explained where it is first used",
				"write it out: Special Measures Agreement (SMA); or list it under abbreviations in content/site.yaml")
		}
	}
}

// twoCapitals is a quick look that most texts without abbreviations do not pass.
func twoCapitals(text string) bool {
	capital := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	for i := 1; i < len(text); i++ {
		if capital(text[i]) && capital(text[i-1]) {
			return true
		}
	}
	return false
}

func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// hyphenated reports whether the capitals are part of a name such as GAO-21-270.
func hyphenated(text string, start, end int) bool {
	return start > 0 && (text[start-1] == '-' || text[start-1] == '.') || end < len(text) && text[end] == '-'
}
