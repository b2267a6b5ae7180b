package series

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"sharingthecost/internal/data"
)

// A notation is a way to write times that the axis takes for names. Names stand at
// equal distances; times that do not are told, with what to do.
type notation struct {
	read func(text string) (at int, ok bool) // counted in its own steps
	cure func(text string) string
}

var notations = []notation{
	{fiscal, func(string) string { return "give each year between a row; a cell that is empty is a gap" }},
	{quarter, func(string) string { return "give each quarter between a row; a cell that is empty is a gap" }},
	{month, func(text string) string { t, _ := parsed(text, months); return "write " + t.Format("2006-01") }},
	{day, func(text string) string { t, _ := parsed(text, days); return "write " + t.Format(time.DateOnly) }},
}

var (
	months = []string{"2006-1", "2006/1", "1/2006", "January 2006", "Jan 2006", "Jan. 2006", "January, 2006", "2006 January", "2006 Jan", "Jan-2006", "Jan-06", "Jan 06", "Jan '06", "Jan ’06"}
	days   = []string{"2006-1-2", "2006/1/2", "2006.1.2", "2 January 2006", "2 Jan 2006", "2 Jan. 2006", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2-Jan-2006", "2-Jan-06"}

	fiscalForm  = regexp.MustCompile(`^(?:FY ?)?(\d{4})[-–/](?:\d\d)?(\d\d)$`)
	quarterForm = regexp.MustCompile(`^(?:(\d{4})[- /]?Q([1-4])|Q([1-4])[- /]?(\d{4}))$`)
)

// fiscal reads a year that begins within one and ends in the next: 2009-10.
func fiscal(text string) (int, bool) {
	m := fiscalForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	year, _ := strconv.Atoi(m[1])
	end, _ := strconv.Atoi(m[2])
	return year, end == (year+1)%100
}

func quarter(text string) (int, bool) {
	m := quarterForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	year, _ := strconv.Atoi(m[1] + m[4])
	n, _ := strconv.Atoi(m[2] + m[3])
	return year*4 + n, true
}

func month(text string) (int, bool) {
	t, ok := parsed(text, months)
	return t.Year()*12 + int(t.Month()), ok
}

func day(text string) (int, bool) {
	t, ok := parsed(text, days)
	return int(t.Unix() / 86400), ok
}

func parsed(text string, layouts []string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// spansOf reads cells up to the first that is written otherwise.
func spansOf(read func(string) (int, bool), cells []data.Cell) []int {
	var out []int
	for _, c := range cells {
		at, ok := read(c.Text)
		if !ok {
			break
		}
		out = append(out, at)
	}
	return out
}

// even reports whether the names of an axis may stand at equal distances, and tells
// the first time that may not.
func (s *Series) even(cells []data.Cell) bool {
	for _, n := range notations {
		at := spansOf(n.read, cells)
		if len(at) < len(cells) {
			continue
		}
		for i := 2; i < len(at); i++ {
			if distance, first := at[i]-at[i-1], at[1]-at[0]; max(distance-first, first-distance)*8 > max(first, -first) { // months differ by that
				s.b.Report(cells[i].At, fmt.Sprintf("a time that is read as a name: %s would stand as far from %s as %s from %s",
					cells[i].Text, cells[i-1].Text, cells[1].Text, cells[0].Text), n.cure(cells[i].Text))
				return false
			}
		}
		return true
	}
	return true
}
