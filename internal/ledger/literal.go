package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outside drops the claims that stand inside an occurrence of a literal. Any
// run of spaces in the literal or in the text, breaking or not, is one space.
func outside(claims []Claim, text string, literals []string) []Claim {
	if len(claims) == 0 || len(literals) == 0 {
		return claims
	}
	flat, offsets := collapsed(text)
	for _, literal := range literals {
		wanted, _ := collapsed(strings.TrimSpace(literal))
		if wanted == "" {
			continue
		}
		spans := occurrences(flat, wanted)
		claims = slices.DeleteFunc(claims, func(c Claim) bool { return covered(c, spans, offsets) })
	}
	return claims
}

// occurrences finds a literal from left to right; those that overlap an
// earlier one do not count.
func occurrences(flat, literal string) [][2]int {
	var spans [][2]int
	for at := 0; ; {
		i := strings.Index(flat[at:], literal)
		if i < 0 {
			return spans
		}
		at += i + len(literal)
		spans = append(spans, [2]int{at - len(literal), at})
	}
}

// covered reports whether one of the spans, which are in order, covers a claim.
func covered(c Claim, spans [][2]int, offsets []int) bool {
	i, _ := slices.BinarySearchFunc(spans, c.End, func(span [2]int, end int) int { return offsets[span[1]] - end })
	return i < len(spans) && offsets[spans[i][0]] <= c.Start
}

// collapsed writes every run of spaces as one space, and gives for each byte
// of the result, and for its end, the offset in s.
func collapsed(s string) (string, []int) {
	var b strings.Builder
	var offsets []int
	space := false
	for i, width := 0, 0; i < len(s); i += width {
		var r rune
		if r, width = utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
				offsets = append(offsets, i)
			}
			space = true
			continue
		}
		space = false
		for j := i; j < i+width; j++ {
			offsets = append(offsets, j)
		}
		b.WriteString(s[i : i+width])
	}
	return b.String(), append(offsets, len(s))
}
