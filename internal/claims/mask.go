package claims

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/ledger"
)

// masked blanks what is never prose: mentions and bracketed citations.
func masked(text string) string {
	spans := ledger.CitationSpans(text)
	mentions, _ := ledger.ParseMentions(text)
	for _, m := range mentions {
		spans = append(spans, [2]int{m.Start, m.End})
	}
	return blank(text, spans)
}

var quotations = regexp.MustCompile(`“[^”]*”|"[^"]*"`)

// unquoted blanks what is in “…” or "…".
func unquoted(text string) string {
	return quotations.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

// blank writes spaces over spans of a text. Letters of several bytes become
// several spaces, so that all offsets stay true.
func blank(text string, spans [][2]int) string {
	if len(spans) == 0 {
		return text
	}
	out := []byte(text)
	for _, span := range spans {
		copy(out[span[0]:], strings.Repeat(" ", span[1]-span[0]))
	}
	return string(out)
}

// outside drops the claims inside an occurrence of a literal. Any
// run of spaces in the literal or in the text, breaking or not, is one space.
func outside(claims []Claim, text string, literals []string) []Claim {
	if len(claims) == 0 || len(literals) == 0 {
		return claims
	}
	flat, offsets := collapsed(text)
	for _, literal := range literals {
		wanted, _ := collapsed(strings.TrimSpace(literal))
		var spans [][2]int // from left to right, none over another
		for at := 0; wanted != ""; {
			i := strings.Index(flat[at:], wanted)
			if i < 0 {
				break
			}
			at += i + len(wanted)
			spans = append(spans, [2]int{offsets[at-len(wanted)], offsets[at]})
		}
		claims = slices.DeleteFunc(claims, func(c Claim) bool {
			i, _ := slices.BinarySearchFunc(spans, c.End, func(span [2]int, end int) int { return span[1] - end })
			return i < len(spans) && spans[i][0] <= c.Start
		})
	}
	return claims
}

// collapsed writes every run of spaces as one space, and gives for each byte
// of the result, and for its end, the offset in s.
func collapsed(s string) (string, []int) {
	var out []byte
	var offsets []int
	for i := 0; i < len(s); {
		c, n := s[i], 1
		if r, width := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
			c, n = ' ', width
		}
		if c != ' ' || len(out) == 0 || out[len(out)-1] != ' ' {
			out, offsets = append(out, c), append(offsets, i)
		}
		i += n
	}
	return string(out), append(offsets, len(s))
}
