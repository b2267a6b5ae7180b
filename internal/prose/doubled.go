package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/markdown"
)

// doubled reports a word that stands twice in a row, and a unit behind a number
// that brings its own: "13%%", "13% percent", "1.18 trillion won won".
func (c *checker) doubled(b markdown.Block, own string) {
	last, end := "", 0
	for _, w := range c.read {
		if w.start >= len(own) || own[w.start] == ' ' { // in a quotation
			continue
		}
		word := own[w.start:w.end]
		if mayEqual(word, last) && strings.EqualFold(word, last) && onlySpace(own[end:w.start]) && !mayDouble(word) && !c.parted(b, end, w.start) {
			word = strings.ToLower(word)
			hint := "remove one"
			if word == "won" || word == "dollars" || strings.HasSuffix(word, "illion") {
				hint += "; a number brings its unit itself"
			}
			c.problems.Report(b.Pos(w.start, w.end), fmt.Sprintf("%q stands twice", word), hint)
		}
		last, end = word, w.end
	}
	if !strings.Contains(own, "%") {
		return
	}
	for _, at := range percents.FindAllStringIndex(own, -1) {
		c.problems.Report(b.Pos(at[0]+1, at[1]), "a unit behind a number that has one", "remove it; a number brings its unit itself")
	}
}

// parted reports whether something that is not text stands between two words
// in the source: a citation, a picture.
func (c *checker) parted(b markdown.Block, end, start int) bool {
	from, to := b.Pos(end-1, end), b.Pos(start, start+1)
	between := c.source.Text[c.source.Offset(from.Line, from.Col):c.source.Offset(to.Line, to.Col)]
	return bytes.Contains(between, []byte("[@")) || bytes.Contains(between, []byte("!["))
}

var percents = regexp.MustCompile(`%\s?(%|per ?cent\b)`)

// mayEqual reports whether two words can be the same but for their case, which
// the first letters of most deny.
func mayEqual(a, b string) bool {
	return a != "" && b != "" && ((a[0]^b[0])&^0x20 == 0 || a[0] >= utf8.RuneSelf || b[0] >= utf8.RuneSelf)
}

// onlySpace reports whether a text, what stands between two words, is space.
func onlySpace(between string) bool {
	return between != "" && strings.TrimSpace(between) == ""
}

// mayDouble reports words that English puts twice.
func mayDouble(word string) bool {
	return strings.EqualFold(word, "had") || strings.EqualFold(word, "that") || len(word) == 1
}
