package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/ledger"
)

// masked blanks what is never prose: mentions, bracketed citations and web
// addresses. All offsets stay true.
func masked(text string) string {
	out := []byte(text)
	mentions, _ := ledger.ParseMentions(text)
	for _, m := range mentions {
		blank(out, m.Start, m.End)
	}
	for _, span := range ledger.CitationSpans(text) {
		blank(out, span[0], span[1])
	}
	for _, mark := range []string{"http://", "https://", "www."} {
		for at := 0; ; {
			i := strings.Index(text[at:], mark)
			if i < 0 {
				break
			}
			start := at + i
			at = len(text)
			if end := strings.IndexFunc(text[start:], unicode.IsSpace); end >= 0 {
				at = start + end
			}
			blank(out, start, at)
		}
	}
	return string(out)
}

// blank writes spaces over a part of a text. Letters of several bytes become
// several spaces, so that all offsets stay true.
func blank(text []byte, start, end int) {
	for i := start; i < end; i++ {
		text[i] = ' '
	}
}

// maskQuotations blanks what stands in “…” or "…", byte for byte.
func maskQuotations(s string) string {
	out := []byte(s)
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		for at := 0; ; {
			open := strings.Index(s[at:], marks[0])
			if open < 0 {
				break
			}
			start := at + open
			shut := strings.Index(s[start+len(marks[0]):], marks[1])
			if shut < 0 {
				break
			}
			at = start + len(marks[0]) + shut + len(marks[1])
			blank(out, start, at)
		}
	}
	return string(out)
}

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
