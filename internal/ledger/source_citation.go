package ledger

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sharingthecost/internal/lang"
)

// A Citation points at a source, and at a place in it. Offsets are bytes of
// the text that was parsed; the id is at Start.
type Citation struct {
	ID         string `json:"id"`
	Locator    string `json:"locator,omitempty"` // "p. 3"; empty for the whole
	Start, End int    `json:"-"`                 // of the citation: id and locator
}

// ParseCitations reads the text between the brackets of [@id, p. 3; @b].
func ParseCitations(s string) ([]Citation, []Fault) {
	var cites []Citation
	var faults []Fault
	at := 0
	for part := range strings.SplitSeq(s, ";") {
		start := at + lead(part)
		at += len(part) + 1
		body := strings.TrimSpace(part)
		if !strings.HasPrefix(body, "@") {
			faults = append(faults, Fault{start, start + len(body), "not a citation: " + quoted(body), "write [@id], [@id, p. 3] or [@a; @b]"})
			continue
		}
		gap := lead(body[1:]) // [@ id] means its id, and points at it
		c, fault := parseCitation(body[1+gap:], start+1+gap)
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		cites = append(cites, c)
	}
	return cites, faults
}

// lead is how many bytes of space a text begins with.
func lead(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// parseCitation reads "id" or "id, locator"; at is the offset of the id.
func parseCitation(s string, at int) (Citation, *Fault) {
	id, locator, hasLocator := strings.Cut(s, ",")
	c := Citation{ID: strings.TrimSpace(id), Locator: strings.TrimSpace(locator), Start: at, End: at + len(s)}
	switch {
	case !isSourceID(c.ID):
		return c, &Fault{at, at + len(id), "not the id of a source: " + quoted(c.ID), "an id has lower-case letters, digits and hyphens: cnn-2021-03-07"}
	case hasLocator && c.Locator == "":
		return c, &Fault{at, at + len(s), "no place after the comma", "write [@" + c.ID + ", p. 3], or no comma"}
	}
	if from, word := lang.Trace(s, 0, lang.Prose); word != "" {
		return c, &Fault{at + from, at + from + len(word), "unfinished text: " + word, "finish or remove it"}
	}
	return c, nil
}

// CitationSpans finds the bracketed citations of a text, brackets included.
func CitationSpans(text string) [][2]int {
	var spans [][2]int
	for at := 0; ; {
		i := strings.Index(text[at:], "[@")
		if i < 0 {
			return spans
		}
		start := at + i
		end := strings.IndexByte(text[start:], ']')
		if end < 0 {
			return spans
		}
		at = start + end + 1
		spans = append(spans, [2]int{start, at})
	}
}

// isSourceID reports whether s can be the id of a source: lower case with
// hyphens.
var isSourceID = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`).MatchString

func quoted(s string) string { return `"` + s + `"` }

// union adds the citations of b that a does not have.
func union(a, b []Citation) []Citation {
	for _, c := range b {
		if !slices.ContainsFunc(a, func(o Citation) bool { return o.ID == c.ID && o.Locator == c.Locator }) {
			a = append(a, c)
		}
	}
	return a
}
