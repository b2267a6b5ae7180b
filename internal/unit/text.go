package unit

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Form is one of the ways to write a value.
type Form string

// The forms. The package documentation shows each.
const (
	Prose      Form = "prose"
	Exact      Form = "exact"
	Short      Form = "short"
	Number     Form = "number"
	Words      Form = "words"
	WordsStart Form = "Words" // words with a capital, at the start of a sentence
	AsTimes    Form = "times"
)

// Forms lists the forms a unit can be written in, in a fixed order. Only a
// rise and a multiple can be written as times.
func (u Unit) Forms() []Form {
	forms := []Form{Prose, Exact, Short, Number, Words, WordsStart}
	if u == PercentMore || u == Times {
		forms = append(forms, AsTimes)
	}
	return forms
}

// Has reports whether a value of the unit can be written in the form.
func (u Unit) Has(f Form) bool { return slices.Contains(u.Forms(), f) }

// A Value is a number with its unit.
type Value struct {
	F        float64 // in the scale of the unit
	Unit     Unit
	Decimals int // decimals shown in the display scale; −1 leaves them to the rules of the unit
}

// Written is a value that an author wrote with the decimals given, and is shown
// with as many: in millions with three fewer than in billions, and in trillions,
// where an author counts in billions, with those of the house style.
func (u Unit) Written(v float64, decimals int) Value {
	value := Value{v, u, decimals}
	switch per := value.Per(Prose); {
	case decimals < 0:
	case per < 1:
		value.Decimals = decimals - 3 // less than none is as many as the house style has: none
	case per > 1:
		value.Decimals = -1
	}
	return value
}

// Text writes the value in a form. It panics for an unknown unit, a number
// that is not finite and a form the unit does not have: readers of author's
// files check these before.
func (v Value) Text(f Form) string {
	s, ok := v.Unit.style()
	if !ok {
		panic("unit: unknown unit " + string(v.Unit))
	}
	if !v.Unit.Has(f) {
		panic("unit: " + string(v.Unit) + " has no form " + string(f))
	}
	switch f {
	case AsTimes:
		return v.Multiple().Text(Prose)
	case Words:
		return v.words(s)
	case WordsStart:
		return capital(v.words(s))
	}
	switch s.family {
	case won:
		return v.won(f)
	case dollars:
		return v.dollars(f)
	case percentage:
		return v.percentage(f)
	case points:
		return v.points(f)
	case multiple:
		return v.times(f)
	case rate:
		return v.rate(f)
	case counted:
		return v.counted(f, s)
	}
	return v.digits(f)
}

// digits writes a bare count.
func (v Value) digits(f Form) string {
	if f == Exact {
		return trimmed(v.F, 4)
	}
	return fixed(v.F, max(v.Decimals, 0))
}

func (v Value) words(s style) string {
	w, ok := cardinal(v.F)
	switch {
	case s.family == multiple && ok && v.F > 2:
		return w + nbsp + "times"
	case s.family == points && ok && v.F <= 10:
		return w + strings.TrimPrefix(v.Text(Prose), v.Text(Number))
	case (s.family == bare || s.family == counted) && ok:
		return w
	case s.family == counted:
		return v.digits(Prose)
	}
	return v.Text(Prose)
}

func (v Value) counted(f Form, s style) string {
	n := v.digits(f)
	if f == Number {
		return n
	}
	if f == Prose && v.whole() && v.F >= 0 && v.F <= 10 {
		n, _ = cardinal(v.F)
	}
	if v.F == 1 && v.whole() {
		return n + nbsp + s.one
	}
	return n + nbsp + s.many
}

// whole reports whether the value is a whole number, and known as one: not 7.0.
func (v Value) whole() bool { return v.F == math.Trunc(v.F) && v.Decimals <= 0 }

// Multiple is the multiple that a rise makes: 13.9% more is 1.139 times.
func (v Value) Multiple() Value {
	if v.Unit == Times {
		return v
	}
	d := v.Decimals
	if d >= 0 {
		d = Decimals(trimmed(1+v.F/100, d+2))
	}
	return Value{F: 1 + v.F/100, Unit: Times, Decimals: d}
}

func (v Value) times(f Form) string {
	n := ""
	switch {
	case f == Exact:
		n = trimmed(v.F, 4)
	case v.Decimals < 0:
		n = trimmed(v.F, 2)
	default:
		n = fixed(v.F, v.Decimals)
	}
	switch {
	case f == Number:
		return n
	case f == Short:
		return n + "×"
	case f == Exact:
		return n + nbsp + "times"
	case v.F == 1 && v.whole():
		return "one" + nbsp + "time"
	case v.F == 2 && v.whole():
		return "twice"
	}
	if w, ok := cardinal(v.F); ok && v.F <= 10 && v.whole() {
		return w + nbsp + "times"
	}
	return n + nbsp + "times"
}

// part writes the number of a percentage or of percentage points. What is not
// all of it is never written as 100: 99.96% keeps its decimals.
func (v Value) part(f Form) string {
	n := v.partRounded(f)
	whole := strings.TrimPrefix(v.Machine(), "-") == "100"
	for d := max(v.Decimals, 0); !whole && d <= 12 && size(n) == 100; d++ {
		n = fixed(v.F, d)
	}
	return n
}

func (v Value) partRounded(f Form) string {
	switch {
	case f == Exact:
		return trimmed(v.F, 4)
	case v.Decimals >= 0:
		return fixed(v.F, v.Decimals)
	case math.Abs(v.F) < 9.95:
		return trimmed(v.F, 1)
	}
	return fixed(v.F, 0)
}

func (v Value) percentage(f Form) string {
	n := v.part(f)
	if f == Number {
		return n
	}
	// On a label the number is without “more”, so the sign says that it is a
	// change.
	if f == Short && v.Unit == PercentMore && !strings.HasPrefix(n, minus) {
		n = "+" + n
	}
	return n + "%"
}

func (v Value) points(f Form) string {
	n := v.part(f)
	switch {
	case f == Number:
		return n
	case f == Short && n == "1":
		return n + nbsp + "point"
	case f == Short:
		return n + nbsp + "points"
	case n == "1":
		return n + nbsp + "percentage point"
	}
	return n + nbsp + "percentage points"
}

// Machine writes a value for programs: plain decimals in the scale of its unit,
// twelve significant digits at most, so that the last bits of a binary sum do
// not show (1173.957 and not 1173.9569999999999).
func (v Value) Machine() string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v.F, 'g', 12, 64), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	if short == 0 {
		return "0" // and not -0
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
