package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/markdown"
)

// unquoted blanks text in quotation marks, keeping every offset. A mark that is
// opened again before it is closed opens nothing.
func unquoted(text string) string {
	out := []byte(text)
	for at := 0; at < len(text); at++ {
		if text[at] != '"' && text[at] != "“"[0] { // no opening mark
			continue
		}
		open, n := utf8.DecodeRuneInString(text[at:])
		shut, inner := closing[open], at+n
		if shut == 0 {
			continue
		}
		n = strings.IndexFunc(text[inner:], func(r rune) bool { return r == open || r == shut })
		if n < 0 || !strings.HasPrefix(text[inner+n:], string(shut)) {
			continue
		}
		end := inner + n + utf8.RuneLen(shut)
		copy(out[at:], strings.Repeat(" ", end-at))
		at = end - 1
	}
	return string(out)
}

// closing has, for each mark that opens a quotation, the one that ends it.
var closing = map[rune]rune{'"': '"', '“': '”', '‘': '’', '„': '“', '‚': '‘'}

// banned reports the banned wordings, but not within longer words.
func (c *checker) banned(b markdown.Block, own string) {
	for start := range len(own) {
		for _, ban := range c.bans[own[start]] {
			end := start + len(ban.Words.S)
			if end > len(own) || !strings.EqualFold(own[start:end], ban.Words.S) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(own[:start])
			after, _ := utf8.DecodeRuneInString(own[end:])
			if !wordPart(before) && !wordPart(after) {
				c.problems.Report(b.Pos(start, end), fmt.Sprintf("%q is not used here", own[start:end]), ban.Instead.S)
			}
		}
	}
}

// doubled reports a word that stands twice in a row: "the the", "€5 billion
// billion". A name may: "in Walla Walla".
func (c *checker) doubled(b markdown.Block, own string, tokens []token) {
	last, start, end := "", 0, 0
	for _, t := range tokens {
		if t.kind == digits || own == "" || own[t.start] == ' ' { // in a quotation
			continue
		}
		word := own[t.start:t.end]
		if len(word) == len(last) && strings.EqualFold(word, last) && onlySpace(b.Text[end:t.start]) && !c.mayDouble(word) && !(word == last && named(own, start)) && !c.parted(b, end, t.start) {
			word = strings.ToLower(word)
			hint := "remove one"
			if behindNumber.MatchString(own[max(end-100, 0):end]) {
				hint += "; a number brings its unit itself"
			}
			c.problems.Report(b.Pos(t.start, t.end), fmt.Sprintf("%q stands twice", word), hint)
		}
		last, start, end = word, t.start, t.end
	}
}

// named reports whether the word at an offset has a capital that no beginning of a
// sentence gives it.
func named(text string, start int) bool {
	first, _ := utf8.DecodeRuneInString(text[start:])
	before := strings.TrimRight(text[:start], " \u00a0\n\t“‘\"'(")
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsUpper(first) && before != "" && !strings.ContainsRune(".!?…:", last)
}

// parted reports whether the source has something other than text between two
// words: a citation, a picture.
func (c *checker) parted(b markdown.Block, end, start int) bool {
	from, to := b.Pos(end-1, end), b.Pos(start, start+1)
	between := c.source.Text[c.source.Offset(from.Line, from.Col):c.source.Offset(to.Line, to.Col)]
	return bytes.Contains(between, []byte("[@")) || bytes.Contains(between, []byte("!["))
}

// behindNumber matches a number and one or two words behind it.
var behindNumber = regexp.MustCompile(`\d\S*\s\S+(\s\S+)?$`)

// onlySpace reports whether a text, what is between two words, is space.
func onlySpace(between string) bool {
	return between != "" && strings.TrimSpace(between) == ""
}

// mayDouble reports words that the language puts twice.
func (c *checker) mayDouble(word string) bool {
	return len(word) == 1 || slices.Contains(c.lang.Reading.Doubled, strings.ToLower(word))
}

// unexplained reports abbreviations that are not explained where a page
// first uses them.
func (c *checker) unexplained(b markdown.Block, tokens []token) {
	for _, t := range tokens {
		word := strings.TrimSuffix(b.Text[t.start:t.end], "s")
		before, after := b.Text[:t.start], b.Text[t.end:]
		if !capitals(word) || c.abbreviations[word] || c.explained[word] || roman(word) || partOfName(before, after) {
			continue
		}
		if _, trace := lang.Trace(word, 0, lang.Prose); trace != "" {
			continue // TODO, which has been told
		}
		if r, _ := utf8.DecodeRuneInString(after); r == '~' || r >= '₀' && r <= '₉' {
			continue // a formula, CO₂, as CO2 is
		}
		c.explained[word] = true
		if !explains(c.lang.Reading.Or, before, after) {
			c.problems.Report(b.Pos(t.start, t.end), word+" is not explained where it is first used",
				"write it out: gross domestic product (GDP); or list it under abbreviations in content/site.yaml")
		}
	}
}

// capitals reports what may be an abbreviation: two to six capitals.
func capitals(word string) bool {
	return len(word) >= 2 && len(word) <= 6 && !strings.ContainsFunc(word, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// explains reports whether the text around an abbreviation explains it:
// GDP (gross domestic product), …, or GDP, or one in its own brackets: …product (GDP).
func explains(or, before, after string) bool {
	has := func(text string, is func(text, part string) bool, parts ...string) bool {
		return slices.ContainsFunc(parts, func(part string) bool { return is(text, part) })
	}
	return has(before, strings.HasSuffix, "(", " "+or+" ") || has(after, strings.HasPrefix, ")", " (", ", "+or+" ", " "+or+" ")
}

func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// partOfName reports whether capitals are part of a name such as GAO-21-270, MI5 or A_B.
func partOfName(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune("-._", last) || kindOf(last) == digits || next == '-' || next == '_' || kindOf(next) == digits
}
