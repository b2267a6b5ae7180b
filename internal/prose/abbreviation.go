package prose

import (
	"iter"
	"slices"
	"strings"

	"sharingthecost/internal/markdown"
)

// unexplained reports abbreviations that are not explained where a page
// first uses them.
func (c *checker) unexplained(b markdown.Block) {
	for at := range capitals(b.Text) {
		word := strings.TrimSuffix(b.Text[at[0]:at[1]], "s")
		if c.abbreviations[word] || c.explained[word] || roman(word) || hyphenated(b.Text, at[0], at[1]) {
			continue
		}
		c.explained[word] = true
		if !explains(b.Text[:at[0]], b.Text[at[1]:]) {
			c.problems.Report(b.Pos(at[0], at[1]), word+" is not explained where it is first used",
				"write it out: Special Measures Agreement (SMA); or list it under abbreviations in content/site.yaml")
		}
	}
}

// capitals yields where what may be an abbreviation begins and ends: a word of
// two to six capitals, and perhaps the s of a plural.
func capitals(text string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		for i := 1; i < len(text); i++ {
			// Most texts have no two capitals side by side, and are done with this.
			if !capital(text[i-1]) || !capital(text[i]) {
				continue
			}
			start, end := i-1, i+1
			for end < len(text) && capital(text[end]) {
				end++
			}
			n := end - start
			if end < len(text) && text[end] == 's' {
				end++
			}
			whole := (start == 0 || !wordByte(text[start-1])) && (end == len(text) || !wordByte(text[end]))
			if whole && n <= 6 && !yield([2]int{start, end}) {
				return
			}
			i = end
		}
	}
}

func capital(c byte) bool { return c >= 'A' && c <= 'Z' }

// wordByte reports characters that make capitals beside them part of a longer
// word. Letters beyond ASCII do not: what stands beside capitals is Korean.
func wordByte(c byte) bool {
	return capital(c) || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_'
}

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
