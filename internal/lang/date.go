package lang

import (
	"fmt"
	"slices"
)

// Dates is how dates are written.
type Dates struct {
	Months, Short [12]string // of January to December; Short is for axes
	Day, Month    Pattern    // {day}, {month}, {year}
}

// Date writes a day, a month (day 0) or a year (month 0).
func (l *Language) Date(year, month, day int) string {
	return l.Dates.write(l.Dates.Months, year, month, day)
}

// ShortDate is the same for a drawing, where there is little room.
func (l *Language) ShortDate(year, month, day int) string {
	return l.Dates.write(l.Dates.Short, year, month, day)
}

func (d Dates) write(months [12]string, year, month, day int) string {
	switch {
	case month == 0:
		return fmt.Sprint(year)
	case day == 0:
		return d.Month.With("month", months[month-1], "year", year)
	}
	return d.Day.With("day", day, "month", months[month-1], "year", year)
}

// Month reports whether a word is the name of a month in one of the languages.
func Month(word string) bool {
	return slices.ContainsFunc(languages(), func(l *Language) bool { return slices.Contains(l.Dates.Months[:], word) })
}
