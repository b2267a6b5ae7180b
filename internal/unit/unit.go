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
	one, many string  // the noun of a counted unit
	axis      string  // title of an axis in this unit
	scales    []scale // of money, smallest first
}

// styles lists the units in the order in which they are offered to authors.
var styles = []style{
	{KRW, won, "", "", "", wonScales},
	{USD, dollars, "", "", "", dollarScales},
	{Percent, percentage, "", "", "Percent", nil},
	{PercentMore, percentage, "", "", "Percent more", nil},
	{PercentagePoints, points, "", "", "Percentage points", nil},
	{Times, multiple, "", "", "×", nil},
	{People, bare, "", "", "People", nil},
	{Count, bare, "", "", "Number", nil},
	{Votes, bare, "", "", "Votes", nil},
	{Years, counted, "year", "years", "Years", nil},
	{Months, counted, "month", "months", "Months", nil},
	{Weeks, counted, "week", "weeks", "Weeks", nil},
	{Days, counted, "day", "days", "Days", nil},
	{Rounds, counted, "round", "rounds", "Rounds", nil},
	{Agreements, counted, "agreement", "agreements", "Agreements", nil},
	{KRWPerUSD, rate, "", "", "Won per US dollar", nil},
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

// Tick writes a tick of an axis: “0.5”, “4×”, “20%”. The value is in the
// scale of the axis, that is, already divided by the divisor of its [Format].
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
