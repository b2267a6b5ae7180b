package ledger

import (
	"slices"
	"strings"
)

// A scan looks for numbers in the tokens of a text. It looks at each token a
// bounded number of times, so its time is linear in the text.
type scan struct {
	tokens []token
}

// at returns a token, and an empty one outside the text. Its text is put in lower
// case here, since the rules read few of a text's words.
func (s *scan) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	if s.tokens[i].written {
		s.tokens[i].lower()
	}
	return s.tokens[i]
}

// is reports whether token i is the word or sign.
func (s *scan) is(i int, text string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	t := &s.tokens[i]
	if t.written {
		t.lower()
	}
	return t.text == text
}

// A measure is what a number counts, as far as it decides what is a claim.
type measure int

const (
	nothing measure = iota // a bare number
	people
	percent
	points
	multiple
	wonMoney
	dollarMoney
	otherMoney
)

func (m measure) money() bool { return m >= wonMoney }

// A quantity is a number with its measure.
type quantity struct {
	numeral
	measure measure
	first   int // token where it begins, its currency sign or sign included
	last    int // token behind it, the words of its unit included
}

// quantity reads the number that begins at token i, with its unit.
func (s *scan) quantity(i int) (quantity, bool) {
	n, ok := s.numeral(i)
	if !ok {
		return quantity{}, false
	}
	return s.measured(n), true
}

// measured reads the unit of a number.
func (s *scan) measured(n numeral) quantity {
	q := quantity{numeral: n, first: n.from, last: n.to}
	s.before(&q)
	s.behind(&q)
	return q
}

var currencySigns = map[string]measure{"$": dollarMoney, "₩": wonMoney, "€": otherMoney, "£": otherMoney, "¥": otherMoney}

var currencyWords = map[string]measure{
	"won": wonMoney, "krw": wonMoney, "원": wonMoney,
	"dollar": dollarMoney, "dollars": dollarMoney, "usd": dollarMoney, "달러": dollarMoney,
	"cent": otherMoney, "cents": otherMoney, "euro": otherMoney, "euros": otherMoney, "eur": otherMoney, "yen": otherMoney,
	"jpy": otherMoney, "pound": otherMoney, "pounds": otherMoney, "gbp": otherMoney, "yuan": otherMoney, "rmb": otherMoney,
}

// before reads a sign and a currency that stand before the number.
func (s *scan) before(q *quantity) {
	prev := s.at(q.first - 1)
	if m, ok := currencySigns[prev.text]; ok {
		q.measure, q.first = m, q.first-1
		if t := s.at(q.first - 1).text; s.tokens[q.first].glued && (t == "us" || t == "a" || t == "s" || t == "c") {
			q.first--
		}
	} else if prev.text == "w" && prev.raised && s.tokens[q.first].glued && (q.scaled > 1 || strings.Contains(s.at(q.from).text, ",")) {
		q.measure, q.first = wonMoney, q.first-1 // W1.18tn
	} else if prev.text == "krw" || prev.text == "usd" || prev.text == "eur" || prev.text == "gbp" {
		q.measure, q.first = currencyWords[prev.text], q.first-1
	}
	if q.first == 0 || !s.tokens[q.first].glued {
		return
	}
	switch s.at(q.first - 1).text {
	case "−", "-":
		if before := s.at(q.first - 2); !s.at(q.first-1).glued || before.kind == sign && before.text != ")" && before.text != "%" {
			q.first--
			q.value = -q.value
		}
	case "+":
		q.first--
	}
}

// behind reads the unit that stands behind the number. A hyphen may join it:
// “a 13-percent offer”.
func (s *scan) behind(q *quantity) {
	i := q.last
	if s.is(i, "-") && s.at(i).glued && s.at(i+1).glued {
		i++
	}
	switch {
	case s.percent(i) > 0:
		q.measure, q.last = percent, s.percent(i)
		return
	case s.is(i, "pc") && s.at(i).glued && q.inDigits:
		q.measure, q.last = percent, i+1
		return
	case (s.is(i, "pp") || s.is(i, "ppt")) && s.at(i).glued && q.inDigits, s.points(*q, i):
		q.measure, q.last = points, i+1
		return
	case s.is(q.first-1, "of") && s.is(q.first-2, "factor") && q.measure == nothing:
		q.measure = multiple
		return
	case s.is(i, "percentage"):
		if s.is(i+1, "-") {
			i++
		}
		if strings.HasPrefix(s.at(i+1).text, "point") {
			q.measure, q.last = points, i+2
		}
		return
	case s.is(i, "times") && !s.at(i).raised, s.is(i, "fold"), s.is(i, "×"), s.is(i, "배"), s.is(i, "x") && s.at(i).glued && !s.at(i).raised && q.inDigits && i == q.last:
		q.measure, q.last = multiple, i+1
		return
	}
	s.currency(q, i)
	if q.measure == nothing && s.people(i, q) {
		q.measure = people
	}
}

// percent returns the token behind a percent sign or word at token i, which a
// hyphen may join to the number, or 0.
func (s *scan) percent(i int) int {
	if s.is(i, "-") && s.at(i).glued {
		i++
	}
	switch {
	case s.is(i, "%") || s.is(i, "percent") || s.is(i, "pct") || s.is(i, "퍼센트"):
		return i + 1
	case s.is(i, "per") && s.is(i+1, "cent"):
		return i + 2
	case s.is(i, "per") && s.is(i+1, "-") && s.is(i+2, "cent"):
		return i + 3
	}
	return 0
}

// points reports whether the word at token i makes percentage points of a
// number: “rose 13 points”, “a 13-point rise”, but not “a ten-point plan”.
func (s *scan) points(q quantity, i int) bool {
	if s.is(i, "point") && s.is(i-1, "-") {
		return slices.Contains([]string{"rise", "increase", "fall", "drop", "gap", "gain", "cut"}, s.at(i+1).text)
	}
	if !s.is(i, "points") && !s.is(i, "point") {
		return false
	}
	moved, _ := s.moved(q.first)
	return moved
}

// currency reads a currency word at token i, with the country before it.
func (s *scan) currency(q *quantity, i int) {
	for j := i; j < i+6; j++ {
		if m, ok := currencyWords[s.at(j).text]; ok && !s.at(j).raised || ok && len(s.at(j).text) == 3 && s.at(j).text != "won" {
			if !q.measure.money() {
				q.measure = m
			}
			q.last = j + 1
			return
		}
		if !slices.Contains([]string{"us", "u", "s", ".", "-", "south", "korean", "american"}, s.at(j).text) {
			return
		}
	}
}

// headcount are the nouns whose count is a claim, however small. “People” and
// “officials” are not among them: reporters count them by two and three (“two
// people familiar with the talks”).
var headcount = []string{"troops", "soldiers", "workers", "employees", "personnel", "staff", "civilians", "servicemen", "servicewomen",
	"troop", "soldier", "worker", "employee", "civilian", "jobs", "posts", "nationals", "marines", "airmen", "sailors"}

// describing are the words that may stand between a small number and such a
// noun.
var describing = set("korean", "south", "north", "us", "u", "s", ".", "-", "american", "local", "unpaid", "active", "duty", "military",
	"new", "more", "additional", "other", "former", "full", "time", "skilled", "rok", "combat", "rotational", "extra", "base",
	"furloughed", "civilian", "uniformed", "such", "idle", "national")

// people reports whether a headcount noun follows at token i. Before it, small
// numbers may have only “of the” and words that describe it; larger ones are
// claims anyway. Men and women are counted like “people” up to ten.
func (s *scan) people(i int, q *quantity) bool {
	if s.is(q.from-1, "/") && s.at(q.from).glued { // “after 9/11 more troops came”
		return false
	}
	small := q.value < 100
	if small && s.is(i, "of") && !references[s.at(q.from-1).text] &&
		slices.Contains([]string{"the", "its", "their", "those", "these"}, s.at(i+1).text) {
		i += 2
	}
	for j := i; j < i+6; j++ {
		t := s.at(j)
		if slices.Contains(headcount, t.text) && !(s.is(j+1, "-") && s.at(j+1).glued) {
			return true
		}
		if (t.text == "men" || t.text == "women") && q.value >= 10 && !s.yearShaped(*q) {
			return true
		}
		if !small || !describing[t.text] {
			return false
		}
	}
	return false
}
