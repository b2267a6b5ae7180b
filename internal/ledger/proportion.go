package ledger

import (
	"slices"
	"strings"
)

// proportion reads, behind the number a, one that makes a claim together with
// it: “2/3 of the money”, “five-to-one”, “a ratio of 3:1”, “a 50-50 split”. It
// returns the token behind both.
func (s *scan) proportion(a numeral) (last int, ok bool) {
	i := a.from
	if t := s.at(i); t.kind == sign || i > 0 && t.glued && s.part(i-1) {
		return 0, false
	}
	joiner, to := s.between(a.to)
	if joiner == "" {
		return 0, false
	}
	b, ok := s.numeral(to)
	if !ok || s.years(a, b) {
		return 0, false
	}
	last = b.to
	switch joiner {
	case "/", "⁄":
		ok = 0 < a.value && a.value < b.value && s.is(last, "of") && s.whole(last+1)
	case ":", "to":
		ok = s.beside(i, last, "ratio", "ratios")
	case "-to-":
		ok = a.value > 1 && b.value == 1 || s.beside(i, last, "ratio", "ratios")
	default:
		ok = false
	}
	if joiner != "to" && joiner != "-to-" && a.value+b.value == 100 && !references[s.at(i-1).text] {
		ok = ok || s.beside(i, last, "split", "splits", "share", "shared", "sharing", "divided", "division", "basis", "ratio")
	}
	return last, ok
}

// between reads what joins two numbers, from token i on: one sign without
// spaces, “to”, or “to” between hyphens. It returns the token behind it.
func (s *scan) between(i int) (joiner string, to int) {
	switch t := s.at(i); {
	case s.is(i, "to"):
		return "to", i + 1
	case t.text == "-" && s.is(i+1, "to") && s.is(i+2, "-"):
		return "-to-", i + 3
	case t.glued && s.at(i+1).glued && t.kind == sign && strings.Contains("/⁄:-–", t.text):
		return t.text, i + 1
	}
	return "", 0
}

// years reports two numbers of which either looks like a year.
func (s *scan) years(a, b numeral) bool {
	return s.yearShaped(quantity{numeral: a}) || s.yearShaped(quantity{numeral: b})
}

// beside reports whether one of the words stands at most four tokens before
// token first or behind token last-1, in the same sentence.
func (s *scan) beside(first, last int, words ...string) bool {
	for j := first - 1; j >= first-4 && !s.stop(j); j-- {
		if slices.Contains(words, s.at(j).text) {
			return true
		}
	}
	for j := last; j < last+4 && !s.stop(j); j++ {
		if slices.Contains(words, s.at(j).text) {
			return true
		}
	}
	return false
}

// whole reports whether what a fraction is a part of, from token i on, is
// money or people, or what somebody paid.
func (s *scan) whole(i int) bool { return s.is(i, "what") || s.follows(i, 6) }

// moving are the words of change that an amount may follow: “rose 13 points”,
// “up a quarter”.
var moving = []string{"rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "grew", "grow", "grows", "grown",
	"climbed", "climbs", "jumped", "jumps", "increased", "increase", "increases", "decreased", "decrease", "decreases", "declined", "declines",
	"shrank", "shrinks", "gained", "slipped", "swelled", "soared", "surged", "expanded", "up", "down"}

// changing are those that an amount follows only behind “by”: one also raises,
// cuts or drops two points of a plan.
var changing = []string{"raised", "raise", "raises", "cut", "cuts", "dropped", "drop", "drops", "lowered", "lower", "lowers", "reduced", "reduce",
	"reduces", "trimmed"}

// hedges may stand between such a word and the amount.
var hedges = []string{"by", "about", "around", "nearly", "almost", "roughly", "some", "over", "more", "less", "than", "at", "least", "most",
	"another", "a", "further", "only", "just", "up", "to", "as", "much", "well"}

// moved reports whether a word of change stands before the amount at token i,
// and whether “by” does.
func (s *scan) moved(i int) (moved, by bool) {
	for j := i - 1; j >= i-6; j-- {
		t := s.at(j).text
		by = by || t == "by"
		if slices.Contains(moving, t) && !(t == "up" && s.is(j+1, "to")) || by && slices.Contains(changing, t) {
			return true, by
		}
		if !slices.Contains(hedges, t) {
			break
		}
	}
	return false, by
}

// behindChange are the words that may follow “by a third”, so that “a third
// party” is none.
var behindChange = []string{"in", "from", "to", "over", "since", "between", "after", "and", "on", "this", "last", "during", "within", "when",
	"while", "as", "under", "but", "or", "again", "at", "compared", "by", "before", "against", "each", "every", "a"}

// change reports whether the fraction in tokens i to last-1 is one of change:
// “rose by half”, “cut the bill by a third”.
func (s *scan) change(i, last int) bool {
	if t := s.at(last); t.kind == word && !slices.Contains(behindChange, t.text) || t.kind == digits || t.text == "-" && t.glued {
		return false
	}
	moved, by := s.moved(i)
	return moved || by && s.near(i, 8)
}

// vulgar are the fractions that are one character.
var vulgar = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5,
	"⅘": 4. / 5, "⅙": 1. / 6, "⅚": 5. / 6, "⅐": 1. / 7, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8, "⅑": 1. / 9, "⅒": 1. / 10}
