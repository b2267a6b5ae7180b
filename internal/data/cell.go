package data

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/record"
	"sharingthecost/internal/unit"
)

var (
	wholeNumber   = regexp.MustCompile(`^[-+]?(0|[1-9]\d*)$`)
	decimalNumber = regexp.MustCompile(`^[-+]?(0|[1-9]\d*)(\.\d+)?$`)
	fourDigits    = regexp.MustCompile(`^\d{4}$`)
)

// cell gives a cell its number and reports what is wrong with it.
func (r *csvReader) cell(t *Table, f Field, c *Cell) {
	if t.Schema.missing(c.Text) {
		c.Missing = true
		if f.Required {
			r.problems.Report(c.At, f.Name.S+" is missing", "write a value; the schema says that every row has one")
		}
		return
	}
	if text, hint := c.parse(f); text != "" {
		r.problems.Report(c.At, f.Name.S+" "+text, hint)
	}
}

// parse reads the cell's text as a field's type and returns what is wrong.
func (c *Cell) parse(f Field) (text, hint string) {
	switch hidden := diag.Hidden(c.Text); {
	case hidden != "":
		return "has " + hidden, "delete it"
	case strings.Contains(c.Text, "\u00ad"):
		return "has a soft hyphen", "delete it"
	case strings.TrimSpace(c.Text) != c.Text:
		return fmt.Sprintf("begins or ends with a space: %q", c.Text), "remove the space"
	case f.Type == String && strings.ContainsAny(c.Text[:1], "=+-@"):
		return fmt.Sprintf("begins with %s, which spreadsheets run as a formula: %q", c.Text[:1], c.Text), "begin with a letter or a digit"
	case f.Type == String && lang.Mangled(c.Text) != "":
		return fmt.Sprintf("has characters that were read in the wrong encoding: %q", lang.Mangled(c.Text)), lang.MangledHint
	case f.Type == String && trace(c.Text) != "":
		return "is unfinished: " + trace(c.Text), "finish it; leave the cell empty for no value"
	case f.Type == Integer && !wholeNumber.MatchString(c.Text):
		return fmt.Sprintf("must be a whole number, not %q", c.Text), numberHint(c.Text)
	case f.Type == Number && !decimalNumber.MatchString(c.Text):
		return fmt.Sprintf("must be a number, not %q", c.Text), numberHint(c.Text)
	case f.Type == Year && !fourDigits.MatchString(c.Text):
		return fmt.Sprintf("must be a year, not %q", c.Text), "write four digits: 2021"
	case f.Type == Date:
		if _, err := time.Parse(time.DateOnly, c.Text); err != nil {
			return fmt.Sprintf("must be a date, not %q", c.Text), "write 2021-03-10"
		}
	}
	if len(f.Enum) > 0 {
		allowed := texts(f.Enum)
		if !slices.Contains(allowed, c.Text) {
			hint := diag.DidYouMean(c.Text, allowed)
			if hint == "" {
				hint = "write one of " + strings.Join(allowed, ", ")
			}
			return fmt.Sprintf("cannot be %q", c.Text), hint
		}
	}
	if f.Type.Numeric() {
		v, err := strconv.ParseFloat(c.Text, 64)
		if err != nil {
			return fmt.Sprintf("is too large a number: %q", c.Text), ""
		}
		if v == 0 {
			v, c.Text = 0, strings.TrimLeft(c.Text, "-") // a nought has no sign
		}
		c.F = v
		if f.Type != Year && !(unit.Value{F: v}).Keeps(c.Text) {
			return fmt.Sprintf("has more digits than are kept: %q", c.Text), "round it to twelve digits, or to a whole number of fifteen"
		}
	}
	return "", ""
}

// trace finds what a program or an author left behind.
func trace(text string) string {
	_, word := lang.Trace(text, 0, lang.Prose)
	return word
}

func numberHint(text string) string {
	return cmp.Or(record.NumberHint(text), "write digits with a decimal point; leave the cell empty for no value")
}

func texts(list []record.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.S
	}
	return out
}
