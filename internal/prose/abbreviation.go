package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/markdown"
)

// unexplained reports abbreviations that are not explained where a page
// first uses them.
func (c *checker) unexplained(b markdown.Block) {
	for start, end := range runs(b.Text, asciiWordPart) {
		word := strings.TrimSuffix(b.Text[start:end], "s")
		if !capitals(word) || c.abbreviations[word] || c.explained[word] || roman(word) || hyphenated(b.Text, start, end) {
			continue
		}
		c.explained[word] = true
		if !explains(b.Text[:start], b.Text[end:]) {
			c.problems.Report(b.Pos(start, end), word+" is not explained where it is first used",
				"write it out: Special Measures Agreement (SMA); or list it under abbreviations in content/site.yaml")
		}
	}
}

// capitals reports what may be an abbreviation: two to six capitals.
func capitals(word string) bool {
	return len(word) >= 2 && len(word) <= 6 && !strings.ContainsFunc(word, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// asciiWordPart reports characters that make capitals beside them part of a longer word. Letters beyond ASCII do not:
// what stands beside capitals is Korean.
func asciiWordPart(r rune) bool { return r < utf8.RuneSelf && (wordPart(r) || r == '_') }

// explains reports whether what stands around an abbreviation explains it:
// USFK (US Forces Korea), …, or USFK, or one in its own brackets: …Agreement (SMA).
func explains(before, after string) bool {
	has := func(text string, is func(text, part string) bool, parts ...string) bool {
		return slices.ContainsFunc(parts, func(part string) bool { return is(text, part) })
	}
	return has(before, strings.HasSuffix, "(", ", or ", " or ") || has(after, strings.HasPrefix, ")", " (", ", or ", " or ")
}

func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// hyphenated reports whether the capitals are part of a name such as GAO-21-270.
func hyphenated(text string, start, end int) bool {
	return start > 0 && (text[start-1] == '-' || text[start-1] == '.') || end < len(text) && text[end] == '-'
}
