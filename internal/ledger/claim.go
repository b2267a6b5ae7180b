package ledger

import "strings"

// A Claim is a number of a text that claims something and is not from the
// ledger. Offsets are bytes of the text.
type Claim struct {
	Start, End int
	Text       string // the words at fault
	Hint       string // what to write instead

	measure measure
	value   float64
}

// Problem is the claim as the text of a problem.
func (c Claim) Problem() string { return quoted(c.Text) + " is not in the ledger" }

// Claims finds the numbers of a plain text that make a claim, as the package
// documentation defines it, in order. Those that stand inside one of the
// literals are left out.
func (l *Ledger) Claims(text string, literals []string) []Claim {
	claims := outside(findClaims(text), text, literals)
	for i := range claims {
		claims[i].Hint = l.claimHint(claims[i])
	}
	return claims
}

// findClaims finds the claims of a text. The tokens of a paragraph of common
// length have room on the stack.
func findClaims(text string) []Claim {
	var room [256]token
	all, counted := tokens(room[:0], masked(text))
	if !counted { // as most headings and many paragraphs
		return nil
	}
	return claimsIn(all, text)
}

// claimsIn applies the rules to the tokens of a text.
func claimsIn(tokens []token, text string) []Claim {
	s := &scan{tokens: tokens}
	var out []Claim
	claim := func(first, last int, m measure, v float64) {
		start, end := int(tokens[first].start), int(tokens[last-1].end)
		out = append(out, Claim{Start: start, End: end, Text: text[start:end], measure: m, value: v})
	}
	exempt := false // the number before was a reference, and this one ends its range
	for i := 0; i < len(tokens); {
		if b := tokens[i].begins; b == plainWord || b == article && !s.countedBy(i) {
			i++
			continue
		}
		if first, last, v, ok := s.wording(i); ok {
			if v != 0 {
				claim(first, last, multiple, v)
			} else {
				claim(first, last, nothing, 0)
			}
			i = last
			continue
		}
		n, ok := s.numeral(i)
		if !ok {
			i++
			continue
		}
		if last, ok := s.proportion(n); ok {
			claim(i, last, nothing, 0)
			i = last
			continue
		}
		q := s.measured(n)
		s.shareUnit(&q)
		reference := s.reference(q, exempt)
		if !reference && s.claims(q) {
			claim(q.first, q.last, q.measure, q.value)
		}
		exempt = reference && s.joined(q.to)
		i = q.last
	}
	return out
}

// claims decides whether a quantity is a claim.
func (s *scan) claims(q quantity) bool {
	switch {
	case q.measure == percent || q.measure == points || q.measure == multiple:
		return true
	case s.year(q) || s.ordinal(q) || s.identifier(q) || s.cash(q):
		return false
	case q.measure.money():
		return q.inDigits || q.value != 1 // “one dollar” is the unit of a rate
	case q.measure == people:
		return q.inDigits || q.value != 1 // “one worker said”
	case q.decimal && q.inDigits:
		return !s.clock(q)
	}
	return q.value >= 100 || q.value <= -100 || q.inDigits && strings.Contains(s.at(q.from).text, ",")
}

// shareUnit gives a number the unit of the number it is joined to: in “$4.7
// billion to 5 billion”, “13 to 14 percent”, “4–5 times”.
func (s *scan) shareUnit(q *quantity) {
	if q.measure != nothing && q.measure != people || s.yearShaped(*q) || s.identifier(*q) {
		return
	}
	i := q.last
	joined := s.is(i, "–") || s.is(i, "—") || s.is(i, "-") && s.at(i).glued || s.is(i, "to") || s.is(i, "or") ||
		s.is(i, "and") && s.is(q.first-1, "between")
	if !joined {
		return
	}
	i++
	if _, ok := currencySigns[s.at(i).text]; ok {
		i++
	}
	other, ok := s.quantity(i)
	if !ok || other.measure == nothing || other.measure == people {
		return
	}
	q.measure = other.measure
	if q.scaled == 1 {
		q.value *= other.scaled
	}
}
