package unit

// A Unit says what a number counts, and in which scale it is kept.
type Unit string

// The units. Their scales are in the package documentation.
const (
	KRW              Unit = "krw_bn"
	USD              Unit = "usd_bn"
	Percent          Unit = "percent"
	PercentMore      Unit = "percent_more"
	PercentagePoints Unit = "percentage_points"
	Times            Unit = "times"
	People           Unit = "people"
	Count            Unit = "count"
	Votes            Unit = "votes"
	Years            Unit = "years"
	Months           Unit = "months"
	Weeks            Unit = "weeks"
	Days             Unit = "days"
	Rounds           Unit = "rounds"
	Agreements       Unit = "agreements"
	KRWPerUSD        Unit = "krw_per_usd"
)

// A family is the set of units written by one rule.
type family int

const (
	won family = iota
	dollars
	percentage
	points
	multiple
	bare    // a count whose noun the author writes
	counted // a count that brings its noun
	rate
)

type style struct {
	unit      Unit
	family    family
	one, many string // the noun of a counted unit
	axis      string // title of an axis in this unit
	divisor   float64
}

// styles lists the units in the order in which they are offered to authors.
var styles = []style{
	{KRW, won, "", "", "Trillion won", 1000},
	{USD, dollars, "", "", "Billion US dollars", 1},
	{Percent, percentage, "", "", "Percent", 1},
	{PercentMore, percentage, "", "", "Percent more", 1},
	{PercentagePoints, points, "", "", "Percentage points", 1},
	{Times, multiple, "", "", "×", 1},
	{People, bare, "", "", "People", 1},
	{Count, bare, "", "", "Number", 1},
	{Votes, bare, "", "", "Votes", 1},
	{Years, counted, "year", "years", "Years", 1},
	{Months, counted, "month", "months", "Months", 1},
	{Weeks, counted, "week", "weeks", "Weeks", 1},
	{Days, counted, "day", "days", "Days", 1},
	{Rounds, counted, "round", "rounds", "Rounds", 1},
	{Agreements, counted, "agreement", "agreements", "Agreements", 1},
	{KRWPerUSD, rate, "", "", "Won per US dollar", 1},
}

// Known lists the names of all units in a fixed order.
func Known() []string {
	names := make([]string, len(styles))
	for i, s := range styles {
		names[i] = string(s.unit)
	}
	return names
}

// Values lists the units, so that a reader of YAML can treat Unit as an
// enumeration.
func (Unit) Values() []string { return Known() }

// Valid reports whether u is one of the units.
func (u Unit) Valid() bool {
	_, ok := u.style()
	return ok
}

func (u Unit) style() (style, bool) {
	for _, s := range styles {
		if s.unit == u {
			return s, true
		}
	}
	return style{}, false
}

// Axis gives the number by which values are divided to reach the scale of an
// axis, and the axis title that names that scale. An unknown unit has divisor
// 1 and no title.
func (u Unit) Axis() (divisor float64, title string) {
	s, ok := u.style()
	if !ok {
		return 1, ""
	}
	return s.divisor, s.axis
}

// Tick writes a tick of an axis: “0.5”, “4×”, “20%”. The value is in the
// scale of the axis, that is, already divided by what [Unit.Axis] gives.
func (u Unit) Tick(v float64) string {
	s, _ := u.style()
	n := trimmed(v, 4)
	switch s.family {
	case multiple:
		return n + "×"
	case percentage:
		return n + "%"
	}
	return n
}
