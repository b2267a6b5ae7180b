package ledger

import (
	"regexp"
	"strings"
	"unicode"
)

// A Mention is one {{ id }} or {{ id : form }} in a text. Offsets are bytes of
// that text.
type Mention struct {
	Start, End int    // from {{ to behind }}
	ID         string // figure
	IDStart    int
	Form       string // "prose" when none is given
	FormStart  int    // of the form, or of the id when none is given
}

// A Fault is a mistake inside a text, at byte offsets of that text. The caller,
// who has the text's place, turns it into a problem.
type Fault struct {
	Start, End int
	Text, Hint string
}

// Forms lists the forms that a mention may ask for.
func Forms() []string {
	return []string{"prose", "exact", "short", "number", "words", "Words", "times", "also", "with_also"}
}

// maxMention is the longest mention, in bytes; a {{ without its }} within them
// is not closed.
const maxMention = 200

// ParseMentions finds the mentions in a text. What begins with {{ and is not a
// mention is a fault, except after a backslash: \{{ is {{ itself.
func ParseMentions(text string) ([]Mention, []Fault) {
	var mentions []Mention
	var faults []Fault
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return mentions, faults
		}
		start := at + i
		if start > 0 && text[start-1] == '\\' {
			at = start + 2
			continue
		}
		window := text[start:min(start+maxMention, len(text))]
		end := strings.Index(window, "}}")
		if end < 0 || strings.Contains(window[:end], "\n") {
			faults = append(faults, Fault{start, start + 2, "{{ is not closed", `write }} on the same line, or \{{ for the characters themselves`})
			at = start + 2
			continue
		}
		at = start + end + 2
		m, fault := parseMention(text, start, at)
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		mentions = append(mentions, m)
	}
}

// parseMention reads text[start:end], braces included.
func parseMention(text string, start, end int) (Mention, *Fault) {
	m := Mention{Start: start, End: end, Form: "prose"}
	id, form, hasForm := strings.Cut(text[start+2:end-2], ":")
	m.IDStart = start + 2 + indent(id)
	m.FormStart = m.IDStart
	m.ID = strings.TrimSpace(id)
	if !isID(m.ID) {
		return m, &Fault{start, end, "not a mention of a figure: " + text[start:end], "write {{ id }} or {{ id : form }}; an id has lower-case letters, digits and _"}
	}
	if hasForm {
		m.FormStart = start + 2 + len(id) + 1 + indent(form)
		m.Form = strings.TrimSpace(form)
		if m.Form == "" {
			return m, &Fault{start, end, "no form after the colon", "write one of " + strings.Join(Forms(), ", ") + ", or no colon"}
		}
	}
	return m, nil
}

func indent(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// isID reports whether s can be the id of a figure: lower snake case.
var isID = regexp.MustCompile(`^[a-z][a-z0-9_]*$`).MatchString
