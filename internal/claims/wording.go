package claims

import "strings"

// wording reads, at token i, what is no number but says one: “fivefold”,
// “doubled”, “twice as much”, “a third of the money”. v is the multiple, or 0
// for a fraction; last is the token behind it, or 0.
func (s *scan) wording(i int) (last int, v float64) {
	if s.at(i).kind != word {
		return 0, 0
	}
	if n := s.fold(s.text(i)); n > 1 {
		return i + 1, n
	}
	if v := s.multiplied[s.text(i)]; v > 0 && !s.otherwise[s.text(i+1)] && !(s.owners[s.text(i+1)] && s.uncounted[s.text(i+2)]) {
		return i + 1, v
	}
	if v := s.double[s.text(i)]; v > 0 && !s.otherwise[s.text(i+1)] && (s.is(i+1, "what") || s.near(i)) {
		return i + 1, v
	}
	if s.is(i, "halves") && s.halves[s.text(i+1)] && !s.notHalves[s.text(i-1)] { // “halves the bill”
		return i + 1, 0.5
	}
	if s.is(i, "thrice") && s.is(i+1, "as", "the", "what") {
		return i + 1, 3
	}
	if v := s.asMuch[s.text(i)]; v > 0 && s.twice[s.text(i+1)] { // „dreimal so“
		return i + 1, v
	}
	if s.is(i, "twice") && (s.twice[s.text(i+1)] || s.is(i+1, "over") && s.at(i+2).kind == sign) {
		return i + 1, 2
	}
	return s.fraction(i), 0
}

// fold is the number of “fivefold”, „fünffache“, or 0.
func (s *scan) fold(word string) float64 {
	for _, suffix := range s.folds {
		if stem, ok := strings.CutSuffix(word, suffix); ok {
			return max(s.numbers[stem], s.scales[stem])
		}
	}
	return 0
}

// near reports whether a noun of money or people is near token i.
func (s *scan) near(i int) bool { return s.around(i, i+1, 8, s.tied) }

// fraction reads “a third”, “two-thirds”, “half”, where what it is a part of,
// “more”, “less” and the like follow, or it is one of change (“by a third”). It
// returns the token behind it, or 0.
func (s *scan) fraction(i int) (last int) {
	at, names, parts := i, s.fractions, false
	switch n := s.numbers[s.text(i)]; {
	case s.ones[s.text(i)]:
		at = s.afterDash(i + 1)
	case n > 1 && n < 20:
		at, names, parts = s.afterDash(i+1), s.parts, true
		if n == 2 && s.is(at, "halves") { // of something that has no third
			return 0
		}
	case s.is(i, "half") && !s.is(i-1, "first", "second", "a", "one"):
		parts = true
	default:
		return 0
	}
	if !names[s.text(at)] {
		return 0
	}
	last = at + 1
	if s.nouns {
		if s.ahead(last, 2, s.times) {
			return 0
		}
		return last
	}
	for _, row := range s.shares {
		if row.next[s.text(last)] && (parts || !row.parts) && s.completes(row, i, last+1) {
			return last
		}
	}
	if s.change(i, last) {
		return last
	}
	return 0
}

// completes reports whether what follows at token i, behind the first word of
// a share of the fraction at token first, makes it one.
func (s *scan) completes(row share, first, i int) bool {
	switch {
	case row.then != nil:
		return row.then[s.text(i)]
	case row.whole:
		return s.whole(i) && !s.oneOfTwo(first)
	}
	return true
}

// whole reports whether something that can be counted or measured follows “of”
// at token i: no year or other number, no time, no idiom.
func (s *scan) whole(i int) bool {
	_, number := s.number(i)
	return !number && (s.at(i).kind == word || s.is(i, ".", ",")) && !s.ahead(i, 3, s.times) // a full stop: behind {{ figure }}
}

// oneOfTwo reports whether the word “half” at token i is named, not counted:
// “the northern half of the country”, “the other half”.
func (s *scan) oneOfTwo(i int) bool {
	if !s.is(i, "half") {
		return false
	}
	j := i - 1
	if s.at(j).kind == word && !s.hedges[s.text(j)] && !s.owners[s.text(j)] {
		j--
	}
	return s.owners[s.text(j)] || s.is(i-1, "other", "each", "either", "another")
}

// moved reports whether a word of change precedes the amount at token i,
// and whether “by” does.
func (s *scan) moved(i int) (moved, by bool) {
	for j := i - 1; j >= i-6; j-- {
		by = by || s.is(j, "by")
		if w := s.text(j); s.moving[w] && !(w == "up" && s.is(j+1, "to")) || by && s.changing[w] {
			return true, by
		}
		if !s.hedges[s.text(j)] {
			break
		}
	}
	return false, by
}

// change reports whether the fraction in tokens i to last-1 is one of change:
// “rose by half”, “cut the bill by a third”.
func (s *scan) change(i, last int) bool {
	if t := s.at(last); t.kind == word && !s.behindChange[t.text] || t.kind == digits || s.dash(last) {
		return false
	}
	moved, by := s.moved(i)
	return moved || by && (s.near(i) || s.around(i, i, 8, s.changing) || s.around(i, i, 8, s.moving))
}

// proportion reads, behind the number a, one that makes a claim together with
// it: “2/3 of the money”, “five-to-one”, “a ratio of 3:1”, “a 50-50 split”. It
// returns the token behind both, or 0.
func (s *scan) proportion(a number) (last int) {
	i := a.from
	if s.at(i).kind == sign || s.at(i).glued && s.part(i-1) {
		return 0
	}
	joiner, to := s.between(a.to)
	if last := s.oneOf(a); last > 0 {
		return last
	}
	if joiner == "" {
		return 0
	}
	b, ok := s.number(to)
	if !ok || s.yearShaped(quantity{number: a}) || s.yearShaped(quantity{number: b}) {
		return 0
	}
	last = b.to
	switch joiner {
	case "/", "⁄":
		ok = 0 < a.value && a.value < b.value && s.is(last, "of") && s.whole(last+1)
	case "-to-":
		ok = a.value > 1 && b.value == 1 || s.around(i, last, 4, s.ratios)
	case ":", "to":
		ok = s.around(i, last, 4, s.ratios)
	case "in": // “two in five homes”, but “two in five years”
		return s.inHowMany(a, b)
	default:
		ok = false
	}
	if ok || joiner != "to" && joiner != "-to-" && a.value+b.value == 100 && !s.references[s.text(i-1)] && s.around(i, last, 4, s.divisions) {
		return last
	}
	return 0
}

// oneOf returns the token behind “one voter in three”, or 0.
func (s *scan) oneOf(a number) (last int) {
	noun := s.at(a.to)
	if a.value != 1 || a.decimal || noun.kind != word || strings.HasSuffix(noun.text, "s") || s.times[noun.text] || s.uncountable[noun.text] || !s.is(a.to+1, "in") {
		return 0
	}
	b, ok := s.number(a.to + 2)
	next := s.at(b.to)
	if !ok || b.value < 2 || b.decimal || s.yearShaped(quantity{number: b}) || s.dash(b.to) || next.kind == word && !s.uncountable[next.text] {
		return 0
	}
	return b.to
}

// inHowMany returns the token behind “two in five”, or 0 where it is none: “two
// in five years”.
func (s *scan) inHowMany(a, b number) (last int) {
	if a.value > 0 && a.value < b.value && a.value < 100 && !a.decimal && !b.decimal && a.inDigits == b.inDigits &&
		!s.references[s.text(a.from-1)] && !s.ahead(b.to, 2, s.times) {
		return b.to
	}
	return 0
}

// between reads what joins two numbers, from token i on: one sign without
// spaces, “to”, “to” between hyphens, “in” or “out of”. It returns the token behind it.
func (s *scan) between(i int) (joiner string, to int) {
	switch {
	case s.is(i, "to"):
		return "to", i + 1
	case s.is(i, "out") && s.is(i+1, "of"), s.outOf[s.text(i)]:
		if i++; s.is(i, "of") {
			i++
		}
		if s.is(i, "every", "each") {
			i++
		}
		return "in", i
	case s.is(i, "-") && s.is(i+1, "to") && s.is(i+2, "-"):
		return "-to-", i + 3
	case s.at(i).glued && s.at(i+1).glued && s.is(i, "/", "⁄", ":", "-", "–"):
		return s.text(i), i + 1
	}
	return "", 0
}
