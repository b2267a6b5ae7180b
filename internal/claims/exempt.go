package claims

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isClaim decides whether a quantity is a claim.
func (s *scan) isClaim(q quantity) bool {
	switch {
	case q.measure == multiple:
		return !s.occasions(q)
	case q.measure == percent && q.value == 100 && s.certain[s.text(q.last)]: // “100% sure”
		return false
	case q.measure == percent || q.measure == points:
		return true
	case q.measure == position || s.called(q) || s.race(q) || s.year(q) || s.ordinal(q) || s.identifier(q) || s.note(q):
		return false
	case q.measure.money() || q.measure == people || q.measure == measured:
		return q.inDigits || q.value != 1 // “one euro” is the unit of a rate, “one worker said”
	case q.decimal && q.inDigits:
		return !s.clock(q)
	}
	return q.value >= 100 || q.value <= -100 || q.inDigits && strings.Contains(s.text(q.from), ",")
}

// occasions reports how often something happened: “they met three times in 2019”,
// but not “it grew three times” and “three times as much”.
func (s *scan) occasions(q quantity) bool {
	next, before := s.at(q.last), s.at(q.first-1)
	if q.decimal || q.value >= 100 || !s.is(q.last-1, "times") || before.kind != word ||
		next.kind == word && !s.occasion[next.text] || s.copulas[before.text] || next.kind == digits {
		return false
	}
	for j := q.first - 1; j > q.first-7 && !s.stop(j); j-- {
		if s.turns(j) || s.moving[s.text(j)] || s.changing[s.text(j)] || s.is(j, "by", "cost", "costs", "worth", "multiplied") {
			return false
		}
	}
	return !s.is(q.first-1, "to", "or", "and", "a")
}

// called reports a number that is dialled: “call 112”.
func (s *scan) called(q quantity) bool {
	i, next := q.from, s.at(q.to)
	for s.is(i-1, "or", ",") && s.at(i-2).kind == digits && i > q.from-4 { // “call 999 or 112”
		i -= 2
	}
	return q.inDigits && s.is(i-1, "call", "dial", "phone") && q.to == q.from+1 && len(s.text(q.from)) == 3 && q.measure == nothing &&
		(next.kind != word || s.uncountable[next.text])
}

// telephone reports one of three or more groups of digits that begin with a nought or
// a plus: +44 20 7946 0958.
func (s *scan) telephone(q quantity) bool {
	first, last := q.from, q.from
	for n := 0; n < 6 && s.plain(first-1); n++ {
		first--
	}
	for n := 0; n < 6 && s.plain(last+1); n++ {
		last++
	}
	return q.measure == nothing && last-first >= 2 && (s.text(first)[0] == '0' || s.is(first-1, "+"))
}

// plain reports digits alone at token i.
func (s *scan) plain(i int) bool { return s.at(i).kind == digits && run(s.text(i)) == len(s.text(i)) }

// race reports a distance that names a race: “ran the 100 metres”.
func (s *scan) race(q quantity) bool {
	return q.measure == measured && (s.is(q.first-1, "the") && s.runs[s.text(q.first-2)] && !s.is(q.last, "of", "between", "from", "to") || s.races[s.text(q.last)])
}

// yearShaped reports whether a number looks like a year: four digits from 1900
// to 2099, with neither comma nor point nor scale.
func (s *scan) yearShaped(q quantity) bool {
	return q.inDigits && q.to == q.from+1 && s.at(q.from).year()
}

func (t token) year() bool {
	return len(t.text) == 4 && run(t.text) == 4 && "1900" <= t.text && t.text < "2100"
}

// year reports a year, which stays one before a noun of people or a currency
// where a word of time goes before: “in 2020 workers went unpaid”.
func (s *scan) year(q quantity) bool {
	if s.formerYear(q) {
		return true
	}
	if !s.yearShaped(q) || q.first != q.from {
		return false
	}
	if q.measure.money() && s.is(q.from-1, "the") && s.at(q.last).kind == word { // “the 2021 euro figure”
		return true
	}
	return q.measure == nothing || s.dating[s.text(q.from-1)]
}

// formerYear reports a year from 1000 to 1899: it follows a word of time, or begins
// a range that ends with a year, and no word that it might count follows: “since
// 1880, …”, “1880–2023”, “in 1850 the railway”, “the Act of 1701”, “the 1755
// earthquake”; a decade, “the 1400s”; any year with its era, “500 BC”.
func (s *scan) formerYear(q quantity) bool {
	if !q.inDigits || q.decimal || q.to != q.from+1 || q.first != q.from || q.measure != nothing || q.value >= 2000 || len(s.text(q.from)) > 4 {
		return false
	}
	if s.eras[s.at(q.to).spelled] || s.eras[s.at(q.from-1).spelled] {
		return true
	}
	if s.is(q.from-1, "(") && s.is(q.to, ")", ",") && s.at(q.from-2).raised && len(s.text(q.from)) == 4 && q.value >= 1000 { // “Adam Smith (1776)”
		return true
	}
	if len(s.text(q.from)) != 4 || q.value < 1000 || q.value >= 1900 {
		return false
	}
	next := s.at(q.to)
	if next.glued && next.text == "s" { // “the 1400s”
		return s.text(q.from)[3] == '0'
	}
	if s.is(q.to, "–", "-") {
		end, ok := s.number(q.to + 1)
		short := ok && next.glued && len(s.text(q.to+1)) == 2 && end.value > math.Mod(q.value, 100) // “1683–84”
		return ok && (short || s.yearShaped(quantity{number: end})) && (s.at(end.to).kind != word || s.uncountable[s.text(end.to)])
	}
	if s.is(q.from-1, "of") && s.events[strings.TrimSuffix(s.text(q.from-2), "s")] { // “The Corn Laws of 1815 kept”
		return true
	}
	return s.formerBefore(q.from) && (next.kind != word || s.uncountable[next.text] || s.is(q.from-1, "from") && s.is(q.to, "to") || s.acts(q.to)) ||
		s.is(q.from-1, "the") && s.events[next.text]
}

// acts reports that token i, behind a year at the start of a sentence, is who or what
// did something: “In 1850 Britain had”, “In 1845 potatoes failed”.
func (s *scan) acts(i int) bool {
	if !s.stop(i - 3) {
		return false
	}
	verb := s.at(i + 1)
	if !s.at(i).raised && !s.is(i-2, "in", "by", "since") { // “After 1850 pumps failed”
		return false
	}
	return s.at(i).raised || s.copulas[verb.text] || s.is(i+1, "had", "became", "came", "began") || s.turns(i+1) || strings.HasSuffix(verb.text, "ed")
}

// formerBefore reports whether what precedes the digits at token i makes them a year
// before 1900: “in”, “from … to” where nothing rose or fell, “the Act of”, “4 July”.
func (s *scan) formerBefore(i int) bool {
	j := i - 1
	switch before := s.text(j); {
	case s.is(j, "between"):
		n, ok := s.number(i + 2)
		return ok && s.is(i+1, "and") && s.yearShaped(quantity{number: n})
	case s.is(j, "by"): // but “rose by 1850”
		return s.ofTime(j)
	case s.former[before] || s.months[before]:
		return true
	case s.is(j, ",") && s.at(j-1).kind == digits && s.months[s.text(j-2)]: // “July 4, 1776”
		return true
	case s.is(j, "from") && s.is(i+1, "onwards", "onward", "on"):
		return s.ofTime(j)
	case s.is(j, "from"):
		n, ok := s.number(i + 2)
		return ok && s.is(i+1, "to") && len(s.text(n.from)) == 4 && s.ofTime(j) && (s.at(n.to).kind != word || s.uncountable[s.text(n.to)])
	case s.is(j, "to", "and", "or", ","):
		for s.is(j, "to", "and", "or", ",") {
			j--
		}
		return j >= i-3 && s.at(j).kind == digits && len(s.text(j)) == 4 && valueOf(s.text(j)) < 1900 &&
			(s.former[s.text(j-1)] || s.is(i-1, "to") && s.is(j-1, "from") && s.ofTime(j-1) || s.is(j-1, ",") && s.formerBefore(j))
	case s.is(j, "of"):
		return s.events[s.text(j-1)] || s.at(j-1).raised && (s.is(j-2, "the") || s.events[strings.TrimSuffix(s.text(j-1), "s")])
	}
	return false
}

// ofTime reports whether “from” at token i is no word of an amount: not “rose from”.
func (s *scan) ofTime(i int) bool {
	for j := i - 1; j > i-6 && !s.stop(j); j-- {
		if s.turns(j) || s.moving[s.text(j)] || s.changing[s.text(j)] || s.levels[s.text(j)] && !s.copulas[s.text(j)] || s.is(j, "went", "goes", "gone", "range", "ranges", "ranged", "ranging") {
			return false
		}
	}
	return true
}

// note reports a note or coin, which its value names: “a million-won note”.
func (s *scan) note(q quantity) bool {
	return q.measure.money() && s.cash[s.text(q.last)] && (s.is(q.to, "-") || q.scaled == 1 && s.is(q.first-1, "a", "an", "the", "old", "new", "with"))
}

// ordinal reports digits with the ending of an ordinal: 9th, 38th.
func (s *scan) ordinal(q quantity) bool {
	return q.inDigits && s.at(q.from+1).glued && s.ordinals[s.text(q.from+1)]
}

// clock reports a time of day: 10.30 am, 06.15, “at 12.30”, “the 12.30 train”, but
// not “stood at 12.30” and “at 1.20 to the pound”.
func (s *scan) clock(q quantity) bool {
	if s.is(q.to, "am", "pm") || s.is(q.to, "a", "p") && s.is(q.to+1, ".") && s.is(q.to+2, "m") {
		return true
	}
	before := q.from - 1
	return dayTime.MatchString(s.text(q.from)) && (s.text(q.from)[0] == '0' || s.departs[s.text(q.to)] ||
		s.is(before, "at", "until", "till") && !s.levels[s.text(before-1)] && !s.is(q.to, "to", "a", "per", "for", "of"))
}

var dayTime = regexp.MustCompile(`^(0\d|1?[1-9]|10|2[0-3])\.[0-5]\d$`)

// identifier reports digits that belong to a name: F-35, GAO-21-270, H.10,
// IF13050, 05-706, #120, 1.2.3, 2016/679. A number with thousands commas is never one.
func (s *scan) identifier(q quantity) bool {
	if !q.inDigits || strings.Contains(s.text(q.from), ",") || q.first != q.from {
		return false
	}
	start := q.from
	for start > 0 && q.from-start < 16 && s.at(start).glued && s.part(start-1) {
		start--
		if s.at(start).kind == word || s.is(start, "#", "@") {
			return true
		}
	}
	for i := start; i < q.from; i++ {
		if s.is(i, ".") { // 1.2.3: 1.2 was taken for a number
			return true
		}
	}
	next := s.at(q.from + 1)
	if s.is(start, "/") && s.at(start-1).year() || q.from-start == 2 && s.is(q.from-1, "/") && s.at(start).year() || next.glued && next.text == "/" && s.at(q.from+2).year() {
		return true
	}
	if next.glued && next.text == "." && s.at(q.from+2).glued && s.at(q.from+2).kind == digits {
		return true
	}
	if s.telephone(q) || s.screen(q) {
		return true
	}
	if first := s.text(start); len(first) > 1 && first[0] == '0' && !strings.Contains(first, ".") {
		return true
	}
	letter, _ := utf8.DecodeRuneInString(next.text)
	name := q.to == q.from+1 || q.to == q.from+2 && len(next.text) == 1 && s.at(q.to).raised               // “221B Baker Street”
	return q.measure != measured && name && next.glued && next.raised && unicode.Is(unicode.Latin, letter) // 747X
}

// screen reports lines of a picture: 1080p, “a 4K screen”.
func (s *scan) screen(q quantity) bool {
	switch mark := s.at(q.from + 1); {
	case !mark.glued || q.decimal:
	case mark.spelled == "p":
		return s.is(q.from, "360", "480", "720", "1080", "1440", "2160")
	case mark.spelled == "K":
		return s.is(q.from, "2", "4", "5", "8") && s.is(q.from-1, "a", "an", "the", "in")
	}
	return false
}

// part reports whether token i can be a part of an identifier.
func (s *scan) part(i int) bool {
	t := s.at(i)
	return t.kind == word || t.kind == digits && !strings.Contains(t.text, ",") || t.kind == sign && strings.Contains("-./_#@&", t.text)
}

// reference reports a number that a word before it makes a name: page 300,
// Article 120, No. 747, CC BY 4.0. chained says that the number before, joined
// to this one by a dash, was a reference too.
func (s *scan) reference(q quantity, chained bool) bool {
	if q.measure != nothing && q.measure != people || q.first != q.from || strings.Contains(s.text(q.from), ",") {
		return false
	}
	if chained || !q.inDigits || q.measure != nothing { // “report 40 workers” is a headcount
		return chained
	}
	i := q.from - 1
	if s.is(i, ".") && s.at(i).glued && len(s.text(i-1)) <= 4 {
		i--
	}
	if s.is(q.from-1, "first") && s.is(q.last, "days") { // “the first 100 days”
		return true
	}
	return s.references[s.text(i)] || s.at(i).capitals && !s.parties[s.text(i)] || q.scaled == 1 && s.named(i, q)
}

// named reports a number behind the name that it belongs to, at token i, which
// has a capital: “Class 395”, “an Intercity 225”, “the Apollo 100 flew”, “in Python
// 3.12”. “France 2.6, Japan 1.1” are values, and so is “the Treasury 500 planes”.
func (s *scan) named(i int, q quantity) bool {
	t, next := s.at(i), s.at(q.to)
	switch {
	case t.spelled == t.text || s.parties[t.text] || s.dating[t.text] || s.dash(q.to): // “a German 500-bed hospital”
		return false
	case s.series[t.text] || s.is(i-1, "a", "an"):
		return true
	case next.kind == word && strings.HasSuffix(next.text, "s") && !s.copulas[next.text]:
		return false
	case !q.decimal:
		return s.is(i-1, "the") && !s.dating[s.text(i-2)] // “in the Sudan 500 died”
	case i == 0 || s.stop(i-1):
		return s.copulas[next.text]
	}
	for j := i - 1; j > i-8 && !s.stop(j); j-- {
		if s.at(j).kind == digits && strings.Contains(s.text(j), ".") {
			return false
		}
	}
	return !s.is(q.to, ",", ")", "and", "or") && !s.inYear(q.to) && !s.is(i-1, "(")
}
