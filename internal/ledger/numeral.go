package ledger

import (
	"math"
	"strconv"
	"strings"
)

// A numeral is a number in a text, in digits or words, without its unit.
type numeral struct {
	from, to int // tokens, to excluded
	value    float64
	scaled   float64 // what scale words multiplied by: “4.7 billion” has 1e9
	inDigits bool
	decimal  bool // digits with a decimal point, or “and a half”
}

var units = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scales = map[string]float64{"hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// suffixes are scales written straight behind digits: 4.7bn, 1조.
var suffixes = map[string]float64{
	"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12,
	"천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12,
}

// numeral reads a number that begins at token i.
func (s *scan) numeral(i int) (numeral, bool) {
	t := s.at(i)
	switch {
	case t.kind == digits || t.kind == sign && vulgar[t.text] > 0:
		return s.digits(i), true
	case t.kind == word:
		return s.words(i)
	}
	return numeral{}, false
}

func (s *scan) digits(i int) numeral {
	t := s.at(i)
	if t.kind == sign {
		n := numeral{from: i, to: i + 1, value: vulgar[t.text], scaled: 1, inDigits: true, decimal: true}
		s.scale(&n)
		return n
	}
	v := valueOf(t.text)
	n := numeral{from: i, to: i + 1, value: v, scaled: 1, inDigits: true, decimal: strings.Contains(t.text, ".")}
	s.spaced(&n)
	next := s.at(n.to)
	if next.glued && vulgar[next.text] > 0 { // 1½
		n.value, n.decimal, n.to = n.value+vulgar[next.text], true, n.to+1
		next = s.at(n.to)
	}
	if next.kind == word && next.glued {
		if f, ok := suffixes[next.text]; ok {
			n.times(f)
			return n
		}
	}
	s.scale(&n)
	return n
}

// valueOf is the value of digits with commas and a decimal point. Most numbers
// of a text are years and small counts, which are added up at once.
func valueOf(s string) float64 {
	v := 0.0
	for i := 0; i < len(s) && i < 10 && s[i] >= '0' && s[i] <= '9'; i++ {
		if v = 10*v + float64(s[i]-'0'); i == len(s)-1 {
			return v
		}
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil { // more digits than a number can have: large, whatever it is
		return math.MaxFloat64
	}
	return f
}

// spaced reads groups of thousands that a space parts, breaking or not: 45 000.
func (s *scan) spaced(n *numeral) {
	first, prev := s.at(n.from), s.at(n.from-1)
	if len(first.text) > 3 || n.decimal || first.text[0] == '0' || references[prev.text] {
		return
	}
	if _, ok := currencySigns[prev.text]; first.glued && !ok && !strings.Contains("(“‘\"~≈", prev.text) {
		return // F-16 100
	}
	for range 5 {
		next := s.at(n.to)
		if next.kind != digits || len(next.text) != 3 || strings.Contains(next.text, ".") || next.glued || next.start-s.at(n.to-1).end > int32(len("\u2009")) {
			return
		}
		thousand, _ := strconv.ParseFloat(next.text, 64)
		n.value, n.to = n.value*1000+thousand, n.to+1
	}
}

// times applies a scale word and moves behind it.
func (n *numeral) times(f float64) {
	n.value *= f
	n.scaled *= f
	n.to++
}

// scale reads the scale words behind a number: “4.7 billion”, “5-million”.
func (s *scan) scale(n *numeral) {
	for {
		at := n.to
		if s.at(at).text == "-" && s.at(at).glued {
			at++
		}
		if s.at(at).begins != numberWord { // as all scales do
			return
		}
		f, ok := scales[s.at(at).text]
		if !ok {
			return
		}
		n.to = at
		n.times(f)
	}
}

// words reads a number in words: “twenty-eight thousand five hundred”, “a
// million”, “half a billion”, “one and a half”.
func (s *scan) words(i int) (numeral, bool) {
	n := numeral{from: i, to: i, scaled: 1}
	if s.at(i).text == "half" && s.at(i+1).text == "a" {
		n.value, n.to = 0.5, i+2
		if s.scale(&n); n.to > i+2 {
			return n, true
		}
		return n, false
	}
	if s.at(i).text == "a" || s.at(i).text == "an" {
		if _, ok := scales[s.at(i+1).text]; !ok {
			return n, false
		}
		n.value, n.to = 1, i+1
		s.scale(&n)
		return s.remainder(n), true
	}
	if s.is(i, "hundred") && s.percent(i+1) > 0 { // “hundred-percent funding”
		n.value, n.to = 100, i+1
		return n, true
	}
	v, to := s.underHundred(i)
	if to == i {
		return n, false
	}
	n.value, n.to = v, to
	if half := s.andAHalf(to); half > 0 {
		n.value, n.to, n.decimal = v+0.5, half, true
	}
	s.scale(&n)
	return s.remainder(n), true
}

// andAHalf returns the token behind “and a half” at token i, with hyphens or
// without, or 0.
func (s *scan) andAHalf(i int) int {
	for _, part := range []string{"and", "a", "half"} {
		if s.is(i, "-") && s.at(i).glued {
			i++
		}
		if !s.is(i, part) {
			return 0
		}
		i++
	}
	return i
}

// underHundred reads “nine”, “twenty”, “twenty-eight” and returns the token
// behind it, or i.
func (s *scan) underHundred(i int) (float64, int) {
	v, ok := units[s.at(i).text]
	if !ok {
		return 0, i
	}
	if v < 20 {
		return v, i + 1
	}
	at := i + 1
	if s.at(at).text == "-" && s.at(at).glued {
		at++
	}
	if one, ok := units[s.at(at).text]; ok && one > 0 && one < 10 {
		return v + one, at + 1
	}
	return v, i + 1
}

// remainder reads what follows a scale word: “one thousand [two hundred and
// six]”. Each further part must be smaller than the scale before it.
func (s *scan) remainder(n numeral) numeral {
	last := n.scaled
	for last >= 100 {
		at := n.to
		if s.at(at).text == "and" {
			at++
		}
		v, to := s.underHundred(at)
		if to == at {
			return n
		}
		part := numeral{value: v, to: to, scaled: 1}
		s.scale(&part)
		if part.value >= last || part.scaled == last {
			return n
		}
		n.value, n.to, last = n.value+part.value, part.to, part.scaled
	}
	return n
}
