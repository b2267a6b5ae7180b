package lang

// Units are the words of units that belong to no subject. {n} is the number.
type Units struct {
	Percent, PercentShort Pattern // in a sentence, on a label
	Points, PointsShort   Plural
	Times, TimesSpelled   Pattern // “1.13 times”, “five times”
	Once, Twice           Pattern

	PercentAxis, MoreAxis, PointsAxis, RatioAxis, IndexAxis, CountAxis string // titles of scales

	Years, Months, Weeks, Days, Hours Unit
}

// A Unit is a unit that is counted and brings its noun.
type Unit struct {
	Axis       string
	One, Prose Pattern
}

// Change says how a value went on.
type Change struct {
	RoseBy, FellBy     Pattern // {n}: how much
	RoseFrom, FellFrom Pattern // {from}, {to}
	Multiplied         Pattern // {times}
	Rose, Fell         string
	Hardly, Not        string // it changed
}
