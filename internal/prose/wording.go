package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/markdown"
)

// unquoted blanks text in quotation marks, another voice than ours, keeping every offset. A mark that is opened again
// before it is closed opens nothing.
func unquoted(text string) string {
	out, after := []byte(text), 0 // the last quotation
	for at, open := range text {
		shut := closing(open)
		if at < after || shut == 0 {
			continue
		}
		inner := at + utf8.RuneLen(open)
		n := strings.IndexFunc(text[inner:], func(r rune) bool { return r == open || r == shut })
		if n < 0 || !strings.HasPrefix(text[inner+n:], string(shut)) {
			continue
		}
		after = inner + n + utf8.RuneLen(shut)
		copy(out[at:], strings.Repeat(" ", after-at))
	}
	return string(out)
}

// closing is the mark that ends what a quotation mark opens, or 0.
func closing(open rune) rune {
	switch open {
	case '"':
		return '"'
	case '“':
		return '”'
	case '‘':
		return '’'
	}
	return 0
}

// banned reports the wordings that are banned where they stand as words of their own.
func (c *checker) banned(b markdown.Block, own string) {
	last := ' '
	for start, r := range own {
		if !wordPart(last) {
			for _, ban := range c.bans {
				end := start + len(ban.Words.S)
				if end > len(own) || !strings.EqualFold(own[start:end], ban.Words.S) {
					continue
				}
				if after, _ := utf8.DecodeRuneInString(own[end:]); !wordPart(after) {
					c.problems.Report(b.Pos(start, end), fmt.Sprintf("%q is not used here", own[start:end]), ban.Instead.S)
				}
			}
		}
		last = r
	}
}

// doubled reports a word that stands twice in a row, and a unit behind a number
// that brings its own: "13%%", "13% percent", "1.18 trillion won won".
func (c *checker) doubled(b markdown.Block, own string) {
	last, end := "", 0
	for from, to := range runs(own, unicode.IsLetter) {
		word := own[from:to]
		if strings.EqualFold(word, last) && onlySpace(own[end:from]) && !mayDouble(word) && !c.parted(b, end, from) {
			word = strings.ToLower(word)
			hint := "remove one"
			if word == "won" || word == "dollars" || strings.HasSuffix(word, "illion") {
				hint += "; a number brings its unit itself"
			}
			c.problems.Report(b.Pos(from, to), fmt.Sprintf("%q stands twice", word), hint)
		}
		last, end = word, to
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

// onlySpace reports whether a text, what stands between two words, is space.
func onlySpace(between string) bool {
	return between != "" && strings.TrimSpace(between) == ""
}

// mayDouble reports words that English puts twice.
func mayDouble(word string) bool {
	return strings.EqualFold(word, "had") || strings.EqualFold(word, "that") || len(word) == 1
}
