package claims

import "strings"

// A quantity is a number with its measure.
type quantity struct {
	number
	measure measure
	first   int // token where it begins, its sign and currency included
	last    int // token behind it, the words of its unit included
}

// quantity reads the unit of a number: its sign and currency before it, and
// what follows it. A hyphen may join that: “a 13-percent offer”.
func (s *scan) quantity(n number) quantity {
	q := quantity{number: n, first: n.from, last: n.to}
	s.currencyBefore(&q)
	s.signBefore(&q)
	i := q.last
	if s.dash(i) && s.at(i+1).glued {
		i++
	}
	if i > q.last && s.is(i, "odd") { // “thirty-odd per cent”
		i++
	}
	u, last := s.unitAt(i, n)
	switch m := u.measure; {
	case m == percent || m == points || m == multiple || m == measured || m == position:
		q.measure, q.last = m, last
	case s.points(q, i):
		q.measure, q.last = points, i+1
	case s.signBehind(q):
		q.measure, q.last = s.signs[s.text(q.last)], q.last+1
	case s.is(q.first-1, "of") && s.is(q.first-2, "factor") && q.measure == nothing:
		q.measure = multiple
	default:
		s.currency(&q, i)
		if q.measure == nothing && s.people(q, i) {
			q.measure = people
		}
	}
	return q
}

// unitAt reads a unit at token i behind a number, the longest that stands there,
// and returns the token behind it. “Square” and the like may precede it.
func (s *scan) unitAt(i int, n number) (u unitWord, last int) {
	from := i
	if s.kinds[s.text(i)] {
		from++
	}
	names := [2]string{s.at(from).spelled, s.text(from)} // symbols are told apart by their capitals
	for at, open := from+1, true; open; at++ {
		open = false
		for j, name := range names {
			if found, ok := s.units[name]; ok && last < at {
				u, last = found, at
			}
			open = open || s.phrases[name]
			names[j] += " " + [2]string{s.at(at).spelled, s.text(at)}[j]
		}
	}
	t := s.at(from)
	if u.measure == multiple && s.at(last).glued && s.at(last).kind == digits { // “a 4x4”, “20×20 m”
		return unitWord{}, i
	}
	if last == 0 || from > i && u.measure != measured || u.glued && !(n.inDigits && t.glued) || u.bare && i != n.to || u.lower && t.raised ||
		u.digits && !n.inDigits || u.least > 0 && n.value < u.least || u.measure == measured && len(t.text) == 1 && !s.symbol(from, n) {
		return unitWord{}, i
	}
	return u, last
}

// symbol reports whether the single letter at token i is the unit of a number
// before it: not in “2023 W3C”, “5G”, “Part 3 V”.
func (s *scan) symbol(i int, n number) bool {
	t, next := s.at(i), s.at(i+1)
	before := s.text(n.from - 1)
	if t.glued && (t.spelled == "C" || t.spelled == "F") { // “heated to 20C”
		return n.inDigits && s.around(n.from, i+1, 8, s.warmth)
	}
	return n.inDigits && !(t.glued && t.raised) && !(next.glued && next.kind == digits) && !s.references[before] && !s.series[before]
}

// signBehind reports the sign of a currency behind the number, 5 €, that is not
// before another.
func (s *scan) signBehind(q quantity) bool {
	_, ok := s.signs[s.text(q.last)]
	next := s.at(q.last + 1)
	return ok && q.inDigits && q.measure == nothing && !s.is(q.from-1, "^") && !(next.glued && next.kind == digits)
}

// currencyBefore reads a currency before the number.
func (s *scan) currencyBefore(q *quantity) {
	i := q.first - 1
	if m, ok := s.signs[s.text(i)]; ok {
		q.measure, q.first = m, i
		if country := s.at(i - 1); s.at(i).glued && country.raised && len(country.text) <= 3 { // US$5, HK$5
			q.first--
		}
	} else if m := s.letters[s.text(i)]; m != nothing && s.at(i).raised && s.at(q.from).glued && (q.scaled > 1 || strings.Contains(s.text(q.from), ",")) {
		q.measure, q.first = m, i // W1.18tn
	} else if j := i - 1; s.is(i, ".") && s.at(i).glued && s.spelledCodes(j) { // Rs. 500
		q.measure, q.first = s.codes[s.at(j).spelled], j
	} else if m, ok := s.codes[s.at(i).spelled]; ok && !(s.acronyms[s.text(i)] && !q.decimal && q.value < 100) {
		q.measure, q.first = m, i
	}
}

// spelledCodes reports the abbreviation of a currency at token i, which may have a stop.
func (s *scan) spelledCodes(i int) bool {
	code := s.at(i).spelled
	_, ok := s.codes[code]
	return ok && code != strings.ToUpper(code)
}

// signBefore reads a plus or minus before the number and its currency: −3, “minus
// three”.
func (s *scan) signBefore(q *quantity) {
	if s.is(q.first-1, "minus") && s.at(q.first-2).kind != digits {
		q.first--
		q.value = -q.value
		return
	}
	if !s.at(q.first).glued {
		return
	}
	switch i := q.first - 1; {
	case s.is(i, "+"):
		q.first--
	case s.is(i, "−", "-"):
		if before := s.at(i - 1); !s.at(i).glued || before.kind == sign && !s.is(i-1, ")", "%") {
			q.first--
			q.value = -q.value
		}
	}
}

// points reports whether the word at token i makes percentage points of a
// number: “rose 13 points”, “a 13-point rise”, but not “a ten-point plan”.
func (s *scan) points(q quantity, i int) bool {
	if s.is(i, "point") && s.is(i-1, "-") {
		return s.pointRises[s.text(i+1)]
	}
	moved, _ := s.moved(q.first)
	return moved && s.pointNames[s.text(i)]
}

// currency reads a currency word at token i, with the country before it.
func (s *scan) currency(q *quantity, i int) {
	for end := i + 5; ; i++ {
		if u, last := s.unitAt(i, q.number); u.measure.money() {
			if q.last = last; !q.measure.money() {
				q.measure = u.measure
			}
			return
		}
		if i >= end || !s.at(i).raised && !s.is(i, "u", "s", ".", "-") {
			return
		}
	}
}

// people reports whether a headcount noun follows at token i. Before it, small
// numbers may have only “of the” and words that describe it; larger ones are
// claims anyway. Men and women are counted like “people” up to ten.
func (s *scan) people(q quantity, i int) bool {
	if s.is(q.from-1, "/") && s.at(q.from).glued { // “after 9/11 more workers came”
		return false
	}
	small := q.value < 100
	if small && s.is(i, "of") && !s.references[s.text(q.from-1)] && s.owners[s.text(i+1)] {
		i += 2
	}
	for j := i; j < i+6; j++ {
		u, _ := s.unitAt(j, q.number)
		if u.measure == people && (u.least > 0 && !s.yearShaped(q) || u.least == 0 && !s.dash(j+1)) {
			return true
		}
		if !small || !s.counted[s.text(j)] && !s.at(j).raised { // “forty German workers”
			return false
		}
	}
	return false
}

// shareUnit gives a number the unit of the number it is joined to: in “$4.7
// billion to 5 billion”, “13 to 14 percent”, “4–5 times”.
func (s *scan) shareUnit(q *quantity) {
	if q.measure != nothing && q.measure != people || s.yearShaped(*q) || s.identifier(*q) {
		return
	}
	i := q.last
	if s.dash(i) && s.is(i+1, "to", "or") { // “six- to sevenfold”
		i++
	}
	if !s.joins[s.text(i)] && !s.dash(i) && !(s.is(i, "and") && s.is(q.first-1, "between")) {
		return
	}
	i++
	if s.is(i, "−", "-", "minus") {
		i++
	}
	if _, ok := s.signs[s.text(i)]; ok {
		i++
	}
	n, ok := s.number(i)
	if !ok {
		return
	}
	if other := s.quantity(n); other.measure != nothing && other.measure != people {
		if q.measure = other.measure; q.scaled == 1 {
			q.value *= other.scaled
		}
	}
}
