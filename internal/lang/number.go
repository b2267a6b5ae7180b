package lang

import (
	"math"
	"strconv"
	"strings"
)

// Numbers is how numbers are written.
type Numbers struct {
	Thousands, Decimal string
	// Spell spells a whole number that is not below zero, where that is short: one
	// below a hundred, or one of hundreds, thousands or millions.
	Spell func(n int) (words string, short bool)
	One   string // “one” before a noun; "" where that depends on the noun
}

// nbsp keeps a number and the word of its unit on one line.
const nbsp = "\u00a0"

// Number writes a number, which has a point for its decimals and commas between its
// thousands, with the separators of the language.
func (l *Language) Number(n string) string {
	return strings.NewReplacer(".", l.Numbers.Decimal, ",", l.Numbers.Thousands).Replace(n)
}

// Spelled spells a number, where that is short: “four”, “four thousand”. Others are
// clearer in figures.
func (l *Language) Spelled(v float64) (words string, short bool) {
	if v < 0 || v != math.Trunc(v) || v >= 100_000_000 {
		return "", false
	}
	return l.Numbers.Spell(int(v))
}

// Counting spells a number before a noun.
func (l *Language) Counting(v float64) (words string, short bool) {
	if v == 1 {
		return l.Numbers.One, l.Numbers.One != ""
	}
	return l.Spelled(v)
}

// Count spells a number of things, or writes it in figures: “four”, “1,010”.
func (l *Language) Count(n int) string {
	if words, short := l.Spelled(float64(n)); short {
		return words
	}
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.Numbers.Thousands + digits[i:]
	}
	return digits
}

// Many says how many there are, at the start of a sentence: “Four bars”, “One bar”.
// The number is {count}.
func (l *Language) Many(n int, words Plural) string {
	if n == 1 {
		return string(words.One)
	}
	return words.Other.With("count", Capital(l.Count(n)))
}
