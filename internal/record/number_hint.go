package record

import (
	"regexp"
	"strconv"
	"strings"
)

// NumberHint says how a number is written here that was written as in another
// country or by another program; "" where that cannot be told.
func NumberHint(text string) string {
	for _, style := range styles {
		if m := style.like.FindStringSubmatch(text); m != nil {
			return style.hint(m)
		}
	}
	return ""
}

// A style is another way to write numbers.
type style struct {
	like *regexp.Regexp
	hint func(m []string) string
}

var styles = []style{
	{regexp.MustCompile(`^#(?:REF|DIV/0|VALUE|NAME|NUM|NULL|N/A|SPILL|CALC)[!?]?$|^#+$`), func([]string) string {
		return "a spreadsheet could not work this out, or not show it: mend it there"
	}},
	{regexp.MustCompile(`^([-+]?\d+(?:\.\d+)?)[eE][-+]?\d{1,2}$`), func(m []string) string {
		v, err := strconv.ParseFloat(m[0], 64)
		if err != nil {
			return ""
		}
		return "write all its digits: " + strconv.FormatFloat(v, 'f', -1, 64)
	}},
	{regexp.MustCompile(`^([-+]?)0+(\d+(?:\.\d+)?)$`), func(m []string) string {
		return "write " + m[1] + m[2] + "; where the noughts belong to it, it is a name and no number"
	}},
	{regexp.MustCompile(`^([-+]?)(\d{1,3}(?:,\d{3})+\.\d+)$`), func(m []string) string { return without("commas", m, ",") }},
	{regexp.MustCompile(`^([-+]?)(\d{1,3}(?:\.\d{3})+),(\d+)$`), func(m []string) string {
		return "write " + m[1] + strings.ReplaceAll(m[2], ".", "") + "." + m[3] + ": no points between thousands, and a point before decimals"
	}},
	{regexp.MustCompile(`^[-+]?(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+)$`), func(m []string) string {
		return "write a decimal point: " + strings.Replace(m[0], ",", ".", 1)
	}},
	{regexp.MustCompile(`^[-+]?\d{1,3},\d{3}$`), func(m []string) string {
		return "write " + strings.Replace(m[0], ",", "", 1) + "; or, where the comma is a decimal comma, " + strings.Replace(m[0], ",", ".", 1) + "0"
	}},
	{regexp.MustCompile(`^([-+]?)(\d[\d,]*,[\d,]*(?:\.\d+)?)$`), func(m []string) string { return without("commas", m, ",") }},
	{regexp.MustCompile(`^([-+]?)(\d{1,3}(?:\.\d{3}){2,})$`), func(m []string) string { return without("points", m, ".") }},
	{regexp.MustCompile(`^([-+]?)(\d{1,3}(?:[ \x{a0}\x{202f}\x{2009}]\d{3})+)([.,]\d+)?$`), func(m []string) string {
		return "write it without spaces: " + m[1] + spaceless.Replace(m[2]) + strings.Replace(m[3], ",", ".", 1)
	}},
	{regexp.MustCompile(`^([-+]?)(\d{1,3}(?:['’_]\d{3})+(?:\.\d+)?)$`), func(m []string) string {
		return "write it without marks between thousands: " + m[1] + strings.NewReplacer("'", "", "’", "", "_", "").Replace(m[2])
	}},
	{regexp.MustCompile(`^\((\d+(?:\.\d+)?)\)$`), func(m []string) string { return "write what is below nought with a minus: -" + m[1] }},
	{regexp.MustCompile(`^[−–—](\d+(?:\.\d+)?)$`), func(m []string) string { return "write the minus as a hyphen: -" + m[1] }},
	{regexp.MustCompile(`^([-+]?\d+(?:\.\d+)?)\s*(?:[*†‡§¹²³]+|\[\w+\]|\w\))$`), func(m []string) string {
		return "write the number alone: " + m[1] + "; what its mark refers to belongs into a description or a note"
	}},
	{regexp.MustCompile(`^([-+]?)(\.\d+|\d+\.)$`), func(m []string) string {
		if strings.HasPrefix(m[2], ".") {
			m[2] = "0" + m[2]
		}
		return "write " + m[1] + strings.TrimSuffix(m[2], ".")
	}},
	{regexp.MustCompile(`^[\d.,−-]+\s*[%\p{Sc}\pL]|^\s*[\p{Sc}\pL]+\s*[\d.,−-]+$`), func([]string) string {
		return "write the number alone; its unit has a key of its own"
	}},
}

var spaceless = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "")

// without is the hint for marks between thousands, behind the sign.
func without(marks string, m []string, mark string) string {
	return "write it without thousands " + marks + ": " + m[1] + strings.ReplaceAll(m[2], mark, "")
}
