package unit

import (
	"math"
	"strings"
	"unicode/utf8"
)

var small = []string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// cardinal spells a number that is whole and either below a hundred, or a
// number below a hundred of hundreds, thousands or millions: “four thousand”.
// Others are clearer in figures, and ok is false.
func cardinal(v float64) (s string, ok bool) {
	if v < 0 || v != math.Trunc(v) || v >= 100_000_000 {
		return "", false
	}
	n := int(v)
	switch {
	case n < 20:
		return small[n], true
	case n < 100 && n%10 == 0:
		return tens[n/10], true
	case n < 100:
		return tens[n/10] + "-" + small[n%10], true
	case n < 1000 && n%100 == 0:
		return small[n/100] + nbsp + "hundred", true
	case n < 1_000_000 && n%1000 == 0:
		return scaled(n/1000, "thousand")
	case n%1_000_000 == 0:
		return scaled(n/1_000_000, "million")
	}
	return "", false
}

func scaled(n int, word string) (string, bool) {
	if n >= 100 {
		return "", false
	}
	s, ok := cardinal(float64(n))
	return s + nbsp + word, ok
}

func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
