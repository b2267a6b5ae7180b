package claims

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/unit"
)

// An amount is what a quantity reads as. Bare numbers, counts of people and
// measures are one kind.
type amount struct {
	measure measure
	digits  string
}

func amountOf(m measure, v float64) amount {
	if m == people || m == measured {
		m = nothing
	}
	return amount{m, strconv.FormatFloat(v, 'g', 10, 64)}
}

// A form is a way to write a figure.
type form struct {
	figure *ledger.Figure
	form   unit.Form
	text   string
}

// writtenForms notes what amount each form of each figure reads as. It is read
// with the rules that read prose, so that a number typed by hand finds the
// figure whichever way it was written.
func (l *language) writtenForms(figures []*ledger.Figure) map[amount][]form {
	out := map[amount][]form{}
	for _, f := range figures {
		if !f.Value.Unit.Valid() {
			continue
		}
		var seen []amount
		for _, as := range []unit.Form{unit.Prose, unit.Exact, unit.Short, unit.Words, unit.AsTimes} { // best first
			if !f.Value.Unit.Has(as) {
				continue
			}
			text := f.Value.Text(l.words, as)
			if a, ok := l.firstAmount(text); ok && !slices.Contains(seen, a) {
				seen = append(seen, a)
				out[a] = append(out[a], form{f, as, text})
				if a.measure.money() {
					a.measure = money // of any currency
					out[a] = append(out[a], form{f, as, text})
				}
			}
		}
	}
	return out
}

// firstAmount reads the first number of a text.
func (l *language) firstAmount(text string) (amount, bool) {
	q, _, ok := l.firstQuantity(text)
	return amountOf(q.measure, q.value), ok
}

// firstQuantity reads the first number of a text, with the words of its unit.
func (l *language) firstQuantity(text string) (q quantity, unit string, ok bool) {
	s := l.scan(text)
	for i := range s.tokens {
		if s.is(i, "twice") {
			return quantity{number: number{value: 2}, measure: multiple}, "", true
		}
		if n, ok := s.number(i); ok {
			q := s.quantity(n)
			return q, s.unitWords(q), true
		}
	}
	return quantity{}, "", false
}

// unitWords are the words of what a quantity is measured in, less a plural’s s.
func (s *scan) unitWords(q quantity) string {
	if q.measure != measured {
		return ""
	}
	var out []string
	for i := q.to; i < q.last; i++ {
		if !s.is(i, "-") {
			out = append(out, s.text(i))
		}
	}
	return strings.TrimSuffix(strings.Join(out, " "), "s")
}

const unknownHint = "add it to content/figures.yaml with its source; what claims nothing goes under literals"

// hint says what to write instead of a claim.
func (c *Checker) hint(claim Claim, text string) string {
	if claim.value == 0 && claim.measure == nothing {
		return unknownHint
	}
	found := slices.DeleteFunc(slices.Clone(c.written[amountOf(claim.measure, claim.value)]), func(f form) bool { return !c.lang.suits(f, claim, text) })
	if len(found) == 0 && claim.measure == nothing { // “4.7 billion” without its currency
		found = c.written[amountOf(money, claim.value)]
	}
	var ways []string
	for _, f := range found[:min(len(found), 3)] {
		ways = append(ways, f.String())
	}
	switch last := len(ways) - 1; last {
	case -1:
		return unknownHint
	case 0:
		return "write " + ways[0]
	default:
		return "write " + strings.Join(ways[:last], ", ") + " or " + ways[last] + ", whichever is meant"
	}
}

// suits reports whether a form has the words of a claim: “300 bridges” are no 300 mm.
// A number that leaves its noun to the text suits any.
func (l *language) suits(f form, claim Claim, text string) bool {
	if claim.measure == measured { // 3 °C is no 3 pumps
		q, unit, _ := l.firstQuantity(f.text)
		return q.measure == measured && unit == claim.unit
	}
	own := []rune(f.text)
	if a, _ := l.firstAmount(f.text); a.measure != nothing || !unicode.IsLetter(own[len(own)-1]) {
		return true
	}
	words := strings.Fields(f.text)
	noun := words[len(words)-1]
	if len(words) == 1 || f.form == unit.Words {
		return true
	}
	behind := strings.Fields(text[claim.Start:])
	return slices.ContainsFunc(behind[:min(len(behind), 4)], func(w string) bool { return strings.EqualFold(strings.Trim(w, ".,;:!?)”"), noun) })
}

// String gives the mention and what it comes to: {{ pumps }} (28,500).
func (f form) String() string {
	mention := "{{ " + f.figure.ID + " }}"
	if f.form != unit.Prose {
		mention = "{{ " + f.figure.ID + " : " + string(f.form) + " }}"
	}
	return mention + " (" + strings.ReplaceAll(f.text, "\u00a0", " ") + ")"
}
