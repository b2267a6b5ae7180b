package record

import (
	"fmt"
	"time"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
)

// A Text is a string scalar and its place. The zero Text is an absent one.
type Text struct {
	S  string
	At diag.Pos

	src *diag.Source
	off int // offset in src of the scalar's first byte, quotes or block mark included
}

// A Number is a decimal number and its place. Raw is the number as written, so
// that "13.90" keeps its two decimals; it is empty when what was written is no
// number.
type Number struct {
	F   float64
	Raw string
	At  diag.Pos
}

// A Date is a day, a month or a year of the Gregorian calendar. Month and Day
// are 0 when the author gave none: the precision is part of the value. A date
// that does not exist is zero and has a place all the same.
type Date struct {
	Year, Month, Day int
	At               diag.Pos
}

// A Place receives where a mapping begins.
type Place struct{ diag.Pos }

// A Map is a mapping with free keys, in the order of the file.
type Map[T any] []Entry[T]

// An Entry is one key of a Map and its value.
type Entry[T any] struct {
	Key   Text
	Value T
}

func (m *Map[T]) grow(key Text) any {
	*m = append(*m, Entry[T]{Key: key})
	return &(*m)[len(*m)-1].Value
}

// Given reports whether the record has the value at all.
func (t Text) Given() bool { return t.At.File != "" }

// IsZero reports whether nothing is written, and MarshalText gives the text
// alone: what JSON has of it.
func (t Text) IsZero() bool                 { return t.S == "" }
func (t Text) MarshalText() ([]byte, error) { return []byte(t.S), nil }

// Given reports whether the record has the value at all.
func (n Number) Given() bool { return n.At.File != "" }

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d.Year == 0 }

// MarshalText gives the date as it is written: what JSON has of it.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// String gives the date as written: 2020, 2020-04 or 2020-04-01.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Prose gives the date in the site's style: 4 October 2024, October 2024, 2024.
func (d Date) Prose(l *lang.Language) string {
	if d.IsZero() {
		return ""
	}
	return l.Date(d.Year, d.Month, d.Day)
}

// Short gives it as drawings have it: 4 Oct 2024.
func (d Date) Short(l *lang.Language) string {
	if d.IsZero() {
		return ""
	}
	return l.ShortDate(d.Year, d.Month, d.Day)
}

// DateOf is the day of a time.
func DateOf(t time.Time) Date { return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()} }

// Start returns the first day that the date covers, at midnight UTC.
func (d Date) Start() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Compare orders dates by their first day, the less precise one first.
func (d Date) Compare(e Date) int {
	if c := d.Start().Compare(e.Start()); c != 0 {
		return c
	}
	return (d.Month*100 + d.Day) - (e.Month*100 + e.Day)
}

// End returns the first moment after the date, in UTC.
func (d Date) End() time.Time {
	switch {
	case d.Month == 0:
		return d.Start().AddDate(1, 0, 0)
	case d.Day == 0:
		return d.Start().AddDate(0, 1, 0)
	}
	return d.Start().AddDate(0, 0, 1)
}

// ParseDate reads 2020, 2020-04 or 2020-04-01, and reports whether the text is
// such a date.
func ParseDate(s string) (Date, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if len(s) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() == 0 {
			break
		}
		d := Date{Year: t.Year()}
		if len(layout) > 4 {
			d.Month = int(t.Month())
		}
		if len(layout) > 7 {
			d.Day = t.Day()
		}
		return d, true
	}
	return Date{}, false
}
