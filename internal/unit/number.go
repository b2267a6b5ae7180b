package unit

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// minus is U+2212, as wide as a plus and never mistaken for a hyphen.
const minus = "−"

// nbsp keeps a number and the word of its unit on one line.
const nbsp = "\u00a0"

// noise is a value that binary arithmetic leaves where there is none.
const noise = 1e-15

// fixed writes v with n decimals, thousands commas and a true minus. What would
// be written as zero and is none gets the decimals that show it. Halves round away
// from zero. What [significant] leaves out is not part of the number.
func fixed(v float64, n int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		panic(fmt.Sprintf("unit: %v is not a number to write", v))
	}
	scientific := significant(math.Abs(v), 14)
	s := rounded(scientific, max(n, 0))
	for more := n + 1; strings.Trim(s, "0.") == "" && math.Abs(v) >= noise; more++ {
		s = rounded(scientific, max(more, 0))
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		return minus + commas(s)
	}
	return commas(s)
}

// significant writes a number in scientific notation with so many digits, for what
// lies beyond is noise of binary arithmetic; a whole number that is exact keeps all.
func significant(v float64, digits int) string {
	if v == math.Trunc(v) && math.Abs(v) < exact {
		digits = max(digits, 16)
	}
	return strconv.FormatFloat(v, 'e', digits-1, 64)
}

// exact is where whole numbers end that all have a binary image of their own.
const exact = 1 << 53

// Keeps reports whether the value keeps a number that an author wrote to its last
// digit.
func (v Value) Keeps(raw string) bool {
	if strings.ContainsAny(raw, "eE") {
		return true
	}
	digits := func(s string) string {
		s = strings.NewReplacer("_", "", "-", "", "+", "").Replace(s)
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return strings.TrimLeft(s, "0")
	}
	return digits(raw) == digits(v.Machine())
}

// rounded writes a number in scientific notation, 1.2345e+02, with n decimals.
// It works on the digits as written, where a half is exactly one.
func rounded(scientific string, n int) string {
	mantissa, power, _ := strings.Cut(scientific, "e")
	exponent, err := strconv.Atoi(power)
	if err != nil {
		panic("unit: not a number in scientific notation: " + scientific)
	}
	digits := strings.Replace(mantissa, ".", "", 1)
	whole := exponent + 1 // digits before the point
	if whole < 1 {
		digits, whole = strings.Repeat("0", 1-whole)+digits, 1
	}
	digits += strings.Repeat("0", max(whole+n+1-len(digits), 0))
	kept := []byte(digits[:whole+n])
	if digits[whole+n] >= '5' {
		kept = successor(kept)
		whole = len(kept) - n
	}
	if n == 0 {
		return string(kept)
	}
	return string(kept[:whole]) + "." + string(kept[whole:])
}

// successor adds one to a number of decimal digits.
func successor(digits []byte) []byte {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i]++; digits[i] <= '9' {
			return digits
		}
		digits[i] = '0'
	}
	return append([]byte{'1'}, digits...)
}

// trimmed is fixed without trailing zeros after the point.
func trimmed(v float64, n int) string {
	s := fixed(v, n)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == minus+"0" {
		return "0"
	}
	return s
}

// commas parts the thousands of an unsigned decimal number.
func commas(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// Decimals counts the decimals of a number as an author wrote it: 13.90 has
// two. An exponent makes it a computed number, −1.
func Decimals(raw string) int {
	if strings.ContainsAny(raw, "eE") {
		return -1
	}
	_, fraction, _ := strings.Cut(strings.ReplaceAll(raw, "_", ""), ".")
	return len(fraction)
}

// PointsOfThousands reports whether the points of a written number of a unit whose
// numbers are whole may part its thousands: 28.500, 1.250, but not 0.720 or 1.25.
// They are whole where the unit's least step has no decimals, or counts.
func (u Unit) PointsOfThousands(raw string) bool {
	if !u.Valid() || u.kind != stepped || !pointed.MatchString(raw) {
		return false
	}
	least := u.steps[0]
	return least.Per == 1 && (least.Decimals == 0 || least.Decimals < 0 && least.One != "")
}

var pointed = regexp.MustCompile(`^-?[1-9]\d{0,2}(\.\d{3})+$`)
