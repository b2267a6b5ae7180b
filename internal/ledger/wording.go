package ledger

import (
	"slices"
	"strings"
)

// multiplying verbs and adjectives, and the multiple they make.
var multiplied = map[string]float64{
	"doubled": 2, "doubling": 2, "doubles": 2, "double": 2, "tripled": 3, "tripling": 3, "triples": 3, "triple": 3, "trebled": 3,
	"trebling": 3, "treble": 3, "quadrupled": 4, "quadrupling": 4, "quadruple": 4, "quintupled": 5, "quintupling": 5, "quintuple": 5,
	"halved": 0.5, "halving": 0.5, "halve": 0.5,
}

var fractions = []string{"half", "third", "quarter", "fifth", "tenth"}

var manyFractions = []string{"halves", "thirds", "quarters", "fifths", "tenths"}

// tied are the nouns of money and people that make a claim of a fraction or a
// doubling near them.
var tied = append([]string{
	"contribution", "contributions", "payment", "payments", "bill", "bills", "cost", "costs", "budget", "budgets", "spending", "money",
	"sum", "sums", "price", "prices", "amount", "share", "won", "dollar", "dollars", "demand", "offer", "funding", "funds", "wages",
	"wage", "pay", "salaries", "aid", "gap", "difference", "rise", "increase", "total", "value", "workforce", "number", "numbers",
	"force", "forces", "people", "population", "gdp", "tax", "taxes", "savings", "bases",
}, headcount...)

// wording reads, at token i, what is no number but says one: “fivefold”,
// “doubled”, “twice as much”, “a third of the money”. v is the multiple, or 0
// for a fraction.
func (s *scan) wording(i int) (first, last int, v float64, ok bool) {
	t := s.at(i)
	if t.kind != word {
		return 0, 0, 0, false
	}
	if stem, found := strings.CutSuffix(t.text, "fold"); found && stem != "" {
		if n, ok := units[stem]; ok && n > 1 {
			return i, i + 1, n, true
		}
		if n, ok := scales[stem]; ok {
			return i, i + 1, n, true
		}
	}
	if v, ok := multiplied[t.text]; ok && !s.is(i+1, "down") && !s.is(i+1, "-") && (s.near(i, 8) || s.is(i+1, "what")) {
		return i, i + 1, v, true
	}
	if t.text == "halves" && s.verb(i) && s.near(i, 8) {
		return i, i + 1, 0.5, true
	}
	if t.text == "twice" && (s.is(i+1, "as") || s.is(i+1, "the") || s.is(i+1, "that") || s.is(i+1, "what") ||
		s.is(i+1, "over") && s.at(i+2).kind == sign) {
		return i, i + 1, 2, true
	}
	first, last, ok = s.fraction(i)
	return first, last, 0, ok
}

// verb reports whether “halves” at token i is what somebody does: “halves the
// bill”, not “both halves of the bill”.
func (s *scan) verb(i int) bool {
	return slices.Contains([]string{"the", "its", "their", "this", "that", "what"}, s.at(i+1).text) &&
		!slices.Contains([]string{"the", "both", "its", "their", "into", "of"}, s.at(i-1).text)
}

// fraction reads “a third”, “two-thirds”, “half”, where what it is a part of
// is money or people, “more”, “less” and the like follow, or it is one of
// change (“by a third”).
func (s *scan) fraction(i int) (first, last int, ok bool) {
	at, many := i, false
	switch n, isNumber := units[s.at(i).text]; {
	case s.is(i, "a") || s.is(i, "one"):
		at++
	case isNumber && n > 1 && n < 10:
		at, many = i+1, true
	case !s.is(i, "half") || s.is(i-1, "first") || s.is(i-1, "second") || s.is(i-1, "a") || s.is(i-1, "one"):
		return 0, 0, false
	}
	if at > i && s.is(at, "-") && s.at(at).glued {
		at++
	}
	if many && !slices.Contains(manyFractions, s.at(at).text) || !many && !slices.Contains(fractions, s.at(at).text) {
		return 0, 0, false
	}
	last = at + 1
	switch next := s.at(last).text; next {
	case "more", "less", "higher", "lower", "as":
		return i, last, true
	case "of":
		if s.whole(last + 1) {
			return i, last, true
		}
	case "what":
		return i, last, many || s.is(i, "half")
	case "went", "goes", "go":
		return i, last, slices.Contains([]string{"on", "to", "into", "for", "towards"}, s.at(last+1).text)
	case "the", "its", "their", "that", "this":
		if (many || s.is(i, "half")) && s.follows(last+1, 4) {
			return i, last, true
		}
	}
	return i, last, s.change(i, last)
}

// follows reports whether a noun of money or people stands among the next few
// tokens of the sentence.
func (s *scan) follows(i, limit int) bool {
	for j := i; j < i+limit; j++ {
		if s.stop(j) {
			return false
		}
		if slices.Contains(tied, s.at(j).text) {
			return true
		}
	}
	return false
}

// near looks both ways from token i.
func (s *scan) near(i, limit int) bool {
	for j := i - 1; j >= i-limit && !s.stop(j); j-- {
		if slices.Contains(tied, s.at(j).text) {
			return true
		}
	}
	return s.follows(i+1, limit)
}

// stop reports the end of a sentence or of the text. A full stop ends one when
// a capital follows; “U.S.” before a noun does not.
func (s *scan) stop(j int) bool {
	t := s.at(j)
	switch t.text {
	case "":
		return true
	case "!", "?", ";":
		return true
	case ".":
		next := s.at(j + 1)
		return !next.glued && (next.raised || next.kind != word)
	}
	return false
}
