package ledger

import (
	"strconv"
	"strings"

	"sharingthecost/internal/unit"
)

// A match is a way to write a figure that reads as some quantity.
type match struct {
	figure *Figure
	form   unit.Form
	text   string
}

// matchForms are the forms that are offered, best first.
var matchForms = []unit.Form{unit.Prose, unit.Exact, unit.Short, unit.Words, unit.AsTimes}

// index notes what quantity each form of each figure reads as. It is read with
// the rules that read prose, so that a number typed by hand finds the figure
// whichever way it was written.
func (l *Ledger) index() {
	l.matching = map[string][]match{}
	for _, f := range l.Figures {
		if !f.Value.Unit.Valid() {
			continue
		}
		seen := map[string]bool{}
		for _, form := range matchForms {
			if !f.Value.Unit.Has(form) {
				continue
			}
			text := f.Value.Text(form)
			m, v, ok := firstQuantity(text)
			if k := matchKey(m, v); ok && !seen[k] {
				seen[k] = true
				l.matching[k] = append(l.matching[k], match{f, form, text})
			}
		}
	}
}

// firstQuantity reads the first number of a text.
func firstQuantity(text string) (measure, float64, bool) {
	all, _ := tokens(nil, text)
	s := &scan{tokens: all}
	for i := range s.tokens {
		if s.is(i, "twice") {
			return multiple, 2, true
		}
		if q, ok := s.quantity(i); ok {
			return q.measure, q.value, true
		}
	}
	return nothing, 0, false
}

// matchKey names a quantity. Bare numbers and counts of people are one kind.
func matchKey(m measure, v float64) string {
	if m == people {
		m = nothing
	}
	return strconv.Itoa(int(m)) + " " + strconv.FormatFloat(v, 'g', 10, 64)
}

const unknownHint = "add it to " + figuresFile + " with its source; what claims nothing goes under literals"

// claimHint says what to write instead of a claim.
func (l *Ledger) claimHint(c Claim) string {
	l.indexed.Do(l.index)
	found := l.matching[matchKey(c.measure, c.value)]
	if len(found) == 0 && c.measure == nothing && c.value != 0 { // “4.7 billion” without its currency
		found = append(found, l.matching[matchKey(dollarMoney, c.value)]...)
		found = append(found, l.matching[matchKey(wonMoney, c.value)]...)
	}
	if len(found) == 0 || c.value == 0 && c.measure == nothing {
		return unknownHint
	}
	var ways []string
	for _, m := range found[:min(len(found), 3)] {
		ways = append(ways, m.String())
	}
	if len(ways) == 1 {
		return "write " + ways[0]
	}
	last := len(ways) - 1
	return "write " + strings.Join(ways[:last], ", ") + " or " + ways[last] + ", whichever is meant"
}

// String gives the mention and what it comes to: {{ troops }} (28,500).
func (m match) String() string {
	mention := "{{ " + m.figure.ID + " }}"
	if m.form != unit.Prose {
		mention = "{{ " + m.figure.ID + " : " + string(m.form) + " }}"
	}
	return mention + " (" + strings.ReplaceAll(m.text, "\u00a0", " ") + ")"
}
