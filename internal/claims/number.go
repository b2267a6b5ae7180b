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
		s.thousands(&n)
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

// valueOf is the value of digits with commas and a decimal point.
func valueOf(s string) float64 {
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
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

// times applies a scale word and moves behind it.
func (n *number) times(f float64) {
	n.value *= f
	n.scaled *= f
	n.to++
}

// scale reads the scale words behind a number: “4.7 billion”, “5-million”.
func (s *scan) scale(n *number) {
	for {
		at := s.afterDash(n.to)
		f, ok := s.scales[s.text(at)]
		if !ok {
			return
		}
		n.to = at
		n.times(f)
	}
}

// inWords reads a number in words: “twenty-eight thousand five hundred”, “a
// million”, “half a billion”, “one and a half”.
func (s *scan) inWords(i int) (number, bool) {
	n := number{from: i, to: i, scaled: 1}
	_, scaleFollows := s.scales[s.text(i+1)]
	switch {
	case s.is(i, "half") && s.is(i+1, "a"):
		n.value, n.to = 0.5, i+2
		s.scale(&n)
		return n, n.to > i+2
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
