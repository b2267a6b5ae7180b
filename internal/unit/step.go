package unit

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sharingthecost/internal/lang"
)

// A Step is a size in which the values of a unit are written: from a thousand
// million on in billions.
type Step struct {
	From     float64 // the least size, in the unit's own scale, as the value is rounded
	Per      float64 // what a value is divided by; 0 is 1
	Decimals int     // of a computed value; −1: as many as show three digits, two at most, without noughts at the end
	One      string  // for exactly one; makes the unit one that is counted, and spelled up to ten
	Prose    string  // "{n} billion euros"
	Short    string  // "€{n}bn"; empty: as in prose
	Axis     string  // title of an axis; empty: the words of Prose
	ID       string  // what programs call the unit that is shown; empty: the unit's id, or its axis where Per is not 1
}

// slot is where the number stands in what a step writes.
const slot = "{n}"

// complete fills in what a step leaves to others.
func (s Step) complete(u Unit) Step {
	if s.Per == 0 {
		s.Per = 1
	}
	if s.Axis == "" {
		s.Axis = title(s.words())
	}
	if s.Axis == "" {
		s.Axis = title(u.name)
	}
	if s.ID == "" {
		s.ID = u.id
		if s.Per != 1 {
			s.ID = strings.Join(strings.FieldsFunc(strings.ToLower(s.Axis), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "_")
		}
	}
	return s
}

// words are what a step writes beside the number.
func (s Step) words() string { return strings.TrimSpace(strings.Replace(s.Prose, slot, "", 1)) }

// title begins a text with a capital, unless its first word is a symbol: kWh.
func title(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }); n < 0 && len(s) > 3 || n > 3 {
		return lang.Capital(s)
	}
	return s
}

// step writes the number of a value in the largest step that it reaches as it is
// rounded: 999.6 million is a billion.
func (v Value) step(f Form) (s Step, n string) {
	for i, larger := range v.Unit.steps {
		if i > 0 && size(n)*s.Per < larger.From {
			break
		}
		s, n = larger, v.amount(f, larger)
	}
	return s, n
}

// size reads back what fixed has written, without its sign.
func size(n string) float64 {
	v, err := strconv.ParseFloat(strings.TrimPrefix(strings.ReplaceAll(n, ",", ""), minus), 64)
	if err != nil {
		panic("unit: not a number: " + n)
	}
	return v
}

// amount writes the number of a value in a step.
func (v Value) amount(f Form, s Step) string {
	scaled := v.F / s.Per
	switch {
	case f == Exact:
		return trimmed(scaled, 4)
	case v.Decimals < 0:
		return s.computed(scaled)
	}
	n := fixed(scaled, v.Decimals)
	if s.Per > 1 && size(n) != math.Abs(scaled) { // whole millions are not whole billions
		if computed := s.computed(scaled); Decimals(computed) > v.Decimals {
			return computed
		}
	}
	return n
}

// computed writes a number that no author wrote.
func (s Step) computed(scaled float64) string {
	if s.Decimals >= 0 {
		return fixed(scaled, s.Decimals)
	}
	switch n := trimmed(scaled, 2); {
	case size(n) >= 100:
		return fixed(scaled, 0)
	case size(n) >= 10:
		return trimmed(scaled, 1)
	default:
		return n
	}
}

// Per is what the value is divided by where it is written in a form: 1,000
// for millions that are written in billions.
func (v Value) Per(f Form) float64 {
	s, _ := v.step(f)
	return s.Per
}

// shift is by how many decimals a number becomes shorter where it is divided by a
// fraction that is a power of ten; ok is false for others.
func shift(per float64) (decimals int, ok bool) {
	digits := math.Log10(1 / per)
	return int(math.Round(digits)), math.Abs(digits-math.Round(digits)) < 1e-9
}

// put sets a number into what a step writes. The minus stands before what precedes
// the number, and the space beside the number does not break.
func put(template, n string) string {
	before, after, _ := strings.Cut(template, slot)
	if rest, ok := strings.CutPrefix(n, minus); ok && before != "" {
		before, n = minus+before, rest
	}
	if rest, ok := strings.CutSuffix(before, " "); ok {
		before = rest + nbsp
	}
	return before + n + strings.Replace(after, " ", nbsp, 1)
}

// text sets a number, or the word for it, into what a step writes in a form.
func (s Step) text(l *lang.Language, f Form, n string) string {
	one := n == "1" || n == l.Numbers.One
	n = l.Number(n)
	switch {
	case f == Number:
		return n
	case f == Short && s.Short != "":
		return put(s.Short, n)
	case s.One != "" && one:
		return put(s.One, n)
	}
	return put(s.Prose, n)
}

// stepped writes a value by the steps of its unit. Counts that bring their noun
// are words up to ten.
func (v Value) stepped(l *lang.Language, f Form) string {
	s, n := v.step(f)
	s = v.Unit.worded(l, s)
	if w, ok := l.Counting(v.F / s.Per); f == Prose && s.One != "" && ok && v.Decimals <= 0 && v.F/s.Per <= 10 {
		n = w
	}
	return s.text(l, f, n)
}

// Full writes all of a value with all of its words, for a sum. What a rate is for
// one of stands in its short form alone, for a sentence words it.
func (v Value) Full(l *lang.Language) string {
	if s, n := v.step(Exact); v.Unit.Rate() {
		return s.text(l, Short, n)
	}
	return v.Text(l, Exact)
}

// Templates lists what the unit's steps write, with {n} where the number stands,
// each once; a number alone is not among them.
func (u Unit) Templates(l *lang.Language) []string {
	var out []string
	for _, s := range u.steps {
		s = u.worded(l, s)
		for _, t := range []string{s.Prose, s.Short, s.One} {
			if t != "" && t != slot && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
