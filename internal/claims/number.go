package claims

import (
	"math"
	"strconv"
	"strings"
)

// A number is a number of a text, in digits or words, without its unit.
type number struct {
	from, to int // tokens, to excluded
	value    float64
	scaled   float64 // what scale words multiplied by: “4.7 billion” has 1e9
	inDigits bool
	decimal  bool // digits with a decimal point, or “and a half”
}

// number reads a number that begins at token i.
func (s *scan) number(i int) (number, bool) {
	switch t := s.at(i); {
	case t.kind == digits || vulgar[t.text] > 0:
		return s.inDigits(i), true
	case t.kind == word:
		return s.inWords(i)
	}
	return number{}, false
}

func (s *scan) inDigits(i int) number {
	n := number{from: i, to: i + 1, value: vulgar[s.text(i)], scaled: 1, inDigits: true, decimal: true}
	if s.at(i).kind == digits {
		n.value, n.decimal = valueOf(s.text(i)), strings.Contains(s.text(i), ".")
		s.decimalComma(&n)
		s.thousands(&n)
		s.power(&n)
		if half := vulgar[s.text(n.to)]; half > 0 && s.at(n.to).glued { // 1½
			n.value, n.decimal, n.to = n.value+half, true, n.to+1
		}
		if f, ok := s.suffixes[s.text(n.to)]; ok && s.at(n.to).glued {
			n.times(f)
			return n
		}
	}
	s.scale(&n)
	return n
}

// valueOf is the value of digits with marks between thousands and a decimal point.
func valueOf(s string) float64 {
	f, err := strconv.ParseFloat(strings.NewReplacer(",", "", "'", "", "’", "").Replace(s), 64)
	if err != nil { // more digits than a number can have: large, whatever it is
		return math.MaxFloat64
	}
	return f
}

// thousands reads groups of thousands that a space parts, breaking or not: 45 000.
func (s *scan) thousands(n *number) {
	first, before := s.at(n.from), s.text(n.from-1)
	if len(first.text) > 3 || n.decimal || first.text[0] == '0' || s.references[before] {
		return
	}
	if _, ok := s.signs[before]; first.glued && !ok && !strings.Contains("(“‘\"~≈", before) {
		return // F-16 100
	}
	for range 5 {
		next := s.at(n.to)
		if next.kind != digits || len(next.text) != 3 || next.glued || int(next.start-s.at(n.to-1).end) > len("\u2009") || strings.Contains(next.text, ".") {
			return
		}
		n.value, n.to = n.value*1000+valueOf(next.text), n.to+1
	}
}

// decimalComma reads 1,5 before a unit as other languages write it.
func (s *scan) decimalComma(n *number) {
	comma, part := s.at(n.to), s.at(n.to+1)
	if n.decimal || comma.text != "," || !comma.glued || part.kind != digits || !part.glued || len(part.text) > 2 || s.is(n.to+2, ",") && s.at(n.to+3).kind == digits {
		return
	}
	u, _ := s.unitAt(n.to+2, number{value: n.value, inDigits: true})
	if u.measure == nothing && s.scaleAt(n.to+2) == 0 {
		return
	}
	n.value, n.decimal, n.to = valueOf(s.text(n.from)+"."+part.text), true, n.to+2
}

// power reads what physicists write: 1e6, 10⁶, 10^6.
func (s *scan) power(n *number) {
	mark, digit := s.at(n.to), s.at(n.to+1)
	switch {
	case !mark.glued:
		return
	case (mark.text == "e" || mark.text == "^") && digit.glued && digit.kind == digits && !s.at(n.from).glued:
		base := 10.0
		if mark.text == "^" {
			n.value, base = 1, n.value
		}
		n.value, n.decimal, n.to = n.value*math.Pow(base, valueOf(digit.text)), true, n.to+2
	case raisedDigits[mark.text] > 0 && n.value == 10:
		n.value, n.decimal, n.to = math.Pow(10, raisedDigits[mark.text]), true, n.to+1
	}
	n.value = min(n.value, math.MaxFloat64)
}

var raisedDigits = map[string]float64{"²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9}

// times applies a scale word and moves behind it.
func (n *number) times(f float64) {
	n.value *= f
	n.scaled *= f
	n.to++
}

// scale reads the scale words behind a number: “4.7 billion”, “5-million”, “5+
// million”, and behind digits “3 bn”.
func (s *scan) scale(n *number) {
	for {
		at := s.afterDash(n.to)
		if s.is(at, "+") && s.at(at).glued {
			at++
		}
		f := s.scaleAt(at)
		if f == 0 || !n.inDigits && s.scales[s.text(at)] == 0 {
			return
		}
		n.to = at
		n.times(f)
	}
}

// scaleAt is what a scale word at token i multiplies by, or 0: also “bn”, but no
// single letter, for that may be a unit, and no capitals, which are a name.
func (s *scan) scaleAt(i int) float64 {
	if t := s.at(i); s.scales[t.text] == 0 && (len(t.text) < 2 || t.raised) {
		return 0
	}
	return max(s.scales[s.text(i)], s.suffixes[s.text(i)])
}

// inWords reads a number in words: “twenty-eight thousand five hundred”, “a
// million”, “half a billion”, “one and a half”.
func (s *scan) inWords(i int) (number, bool) {
	n := number{from: i, to: i, scaled: 1}
	_, scaleFollows := s.scales[s.text(i+1)]
	switch {
	case s.is(i, "half") && s.is(s.afterDash(i+1), "a"):
		a := s.afterDash(i+1) + 1
		n.value, n.to = 0.5, a
		s.scale(&n)
		u, _ := s.unitAt(a, n) // “half a per cent”
		return n, n.to > a || u.measure == percent || u.measure == points
	case s.articles[s.text(i)] && scaleFollows:
		n.value, n.to = 1, i+1
	case s.is(i, "hundred"):
		u, _ := s.unitAt(s.afterDash(i+1), n)
		n.value, n.to = 100, i+1
		return n, u.measure == percent // “hundred-percent funding”
	default:
		if n.value, n.to = s.underHundred(i); n.to == i {
			return n, false
		}
		if half := s.andAHalf(n.to); half > 0 {
			n.value, n.to, n.decimal = n.value+0.5, half, true
		}
	}
	s.scale(&n)
	return s.remainder(n), true
}

// andAHalf returns the token behind “and a half” at token i, with hyphens or
// without, or 0.
func (s *scan) andAHalf(i int) int {
	for _, part := range []string{"and", "a", "half"} {
		if i = s.afterDash(i); !s.is(i, part) {
			return 0
		}
		i++
	}
	return i
}

// underHundred reads “nine”, “twenty”, “twenty-eight” and returns the token
// behind it, or i.
func (s *scan) underHundred(i int) (float64, int) {
	v, ok := s.numbers[s.text(i)]
	if !ok {
		return 0, i
	}
	at := s.afterDash(i + 1)
	if one := s.numbers[s.text(at)]; v >= 20 && one > 0 && one < 10 {
		return v + one, at + 1
	}
	return v, i + 1
}

// remainder reads what follows a scale word: “one thousand [two hundred and
// six]”. Each further part must be smaller than the scale before it.
func (s *scan) remainder(n number) number {
	last := n.scaled
	for last >= 100 {
		at := n.to
		if s.is(at, "and") {
			at++
		}
		v, to := s.underHundred(at)
		if to == at {
			return n
		}
		part := number{value: v, to: to, scaled: 1}
		s.scale(&part)
		if part.value >= last || part.scaled == last {
			return n
		}
		n.value, n.to, last = n.value+part.value, part.to, part.scaled
	}
	return n
}
