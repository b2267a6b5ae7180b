package unit

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/lang"
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
	if !u.Valid() {
		return nil
	}
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
// where an author counts in billions, with those of the step.
func (u Unit) Written(v float64, decimals int) Value {
	value := Value{v, u, decimals}
	if !u.Valid() || decimals < 0 {
		return value
	}
	if per := value.Per(Prose); per < 1 {
		fewer, ok := shift(per)
		if value.Decimals -= fewer; !ok {
			value.Decimals = -1 // and less than none is as many as the step has, too
		}
	} else if per > 1 {
		value.Decimals = -1
	}
	return value
}

// Text writes the value in a form. It panics for an unknown unit, a number
// that is not finite and a form the unit does not have: readers of author's
// files check these before.
func (v Value) Text(l *lang.Language, f Form) string {
	if !v.Unit.Has(f) {
		panic("unit: " + v.Unit.String() + " has no form " + string(f))
	}
	switch f {
	case AsTimes:
		return v.Multiple().Text(l, Prose)
	case Words:
		return v.words(l)
	case WordsStart:
		return lang.Capital(v.words(l))
	}
	switch v.Unit.kind {
	case percentage:
		return v.percentage(l, f)
	case points:
		return v.points(l, f)
	case multiple:
		return v.times(l, f)
	}
	return v.stepped(l, f)
}

func (v Value) words(l *lang.Language) string {
	w, ok := l.Spelled(v.F)
	switch u := v.Unit; {
	case u.kind == multiple && ok && v.F > 2:
		return l.Units.TimesSpelled.With("n", w)
	case u.kind == points && ok && v.F <= 10:
		v.Decimals = 0 // one point, and not one points for a column with decimals
		if w, ok = l.Counting(v.F); !ok {
			w = v.part(Prose)
		}
		return l.Units.Points.Of(count(v.part(Prose))).With("n", w)
	case u.kind != stepped || u.Measures():
		return v.Text(l, Prose)
	case ok:
		return w
	}
	return v.Text(l, Number)
}

// count is one for what is written as one, for a plural.
func count(n string) int {
	if n == "1" {
		return 1
	}
	return 2
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

func (v Value) times(l *lang.Language, f Form) string {
	n := ""
	switch {
	case f == Exact:
		n = trimmed(v.F, 4)
	case v.Decimals < 0:
		n = trimmed(v.F, 2)
	default:
		n = fixed(v.F, v.Decimals)
	}
	n = l.Number(n)
	switch {
	case f == Number:
		return n
	case f == Short:
		return n + "×"
	case f == Exact:
		return l.Units.Times.With("n", n)
	case v.F == 1 && v.whole():
		return string(l.Units.Once)
	case v.F == 2 && v.whole():
		return string(l.Units.Twice)
	}
	if w, ok := l.Spelled(v.F); ok && v.F <= 10 && v.whole() {
		return l.Units.TimesSpelled.With("n", w)
	}
	return l.Units.Times.With("n", n)
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

func (v Value) percentage(l *lang.Language, f Form) string {
	n := v.part(f)
	if f == Number {
		return l.Number(n)
	}
	// On a label the number is without “more”, so the sign says that it is a
	// change.
	if f == Short && v.Unit == PercentMore && !strings.HasPrefix(n, minus) {
		n = "+" + n
	}
	if f == Short {
		return l.Units.PercentShort.With("n", l.Number(n))
	}
	return l.Units.Percent.With("n", l.Number(n))
}

func (v Value) points(l *lang.Language, f Form) string {
	n := v.part(f)
	words := l.Units.Points
	switch f {
	case Number:
		return l.Number(n)
	case Short:
		words = l.Units.PointsShort
	}
	return words.Of(count(n)).With("n", l.Number(n))
}

// Machine writes a value for programs: plain decimals in the scale of its unit. A
// whole number keeps its digits, any other twelve significant ones at most, so that
// the last bits of a binary sum do not show (1173.957 and not 1173.9569999999999).
func (v Value) Machine() string {
	short, err := strconv.ParseFloat(significant(v.F, 12), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	if short == 0 {
		return "0" // and not -0
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
