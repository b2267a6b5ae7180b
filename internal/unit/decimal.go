package unit

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// minus is U+2212, as wide as a plus and never mistaken for a hyphen.
const minus = "−"

// nbsp keeps a number and the word of its unit on one line.
const nbsp = "\u00a0"

// fixed writes v with n decimals, thousands commas and a true minus. Halves
// round away from zero. Fourteen significant digits are looked at: what lies
// beyond is noise of binary arithmetic, not part of the number.
func fixed(v float64, n int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		panic(fmt.Sprintf("unit: %v is not a number to write", v))
	}
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'e', 13, 64))
	if !ok {
		panic("unit: a formatted float does not parse")
	}
	s := r.FloatString(max(n, 0))
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	if negative && strings.Trim(s, "0.") != "" {
		return minus + commas(s)
	}
	return commas(s)
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

// written counts the decimals of a number as an author wrote it: 13.90 has
// two. An exponent makes it a computed number, −1.
func written(raw string) int {
	if strings.ContainsAny(raw, "eE") {
		return -1
	}
	_, fraction, _ := strings.Cut(strings.ReplaceAll(raw, "_", ""), ".")
	return len(fraction)
}
