package lang

// English is the words and numbers of English, in the style of the house: a
// comma between thousands, “3 March 2024”, “…”.
var English = &Language{
	Tag: "en", Name: "English",

	Numbers: Numbers{Thousands: ",", Decimal: ".", Spell: spellEnglish, One: "one"},
	Dates: Dates{
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Short:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Day:    "{day} {month} {year}", Month: "{month} {year}",
	},
	Text: Text{And: "{list} and {last}", Quoted: "“{text}”", Within: Lower},

	Units: Units{
		Percent: "{n}%", PercentShort: "{n}%",
		Points:      Plural{"{n}" + nbsp + "percentage point", "{n}" + nbsp + "percentage points"},
		PointsShort: Plural{"{n}" + nbsp + "point", "{n}" + nbsp + "points"},
		Times:       "{n}" + nbsp + "times", TimesSpelled: "{n}" + nbsp + "times", Once: "one" + nbsp + "time", Twice: "twice",

		PercentAxis: "Percent", MoreAxis: "Percent more", PointsAxis: "Percentage points", RatioAxis: "Ratio", IndexAxis: "Index", CountAxis: "Number",

		Years:  Unit{"Years", "{n} year", "{n} years"},
		Months: Unit{"Months", "{n} month", "{n} months"},
		Weeks:  Unit{"Weeks", "{n} week", "{n} weeks"},
		Days:   Unit{"Days", "{n} day", "{n} days"},
		Hours:  Unit{"Hours", "{n} hour", "{n} hours"},
	},
	Chart: Chart{
		When: When{Year: "in {name}", In: "in {name}", Day: "on {name}", Number: "at {name}", Name: "for {name}"},

		BarsAtZero:    Plural{"One bar starts at zero", "{count} bars start at zero"},
		DotsOnScale:   Plural{"One row of dots lies on a scale", "{count} rows of dots lie on a scale"},
		FurtherLines:  Plural{"One further line stands thin and grey, behind these.", "{count} further lines stand thin and grey, behind these."},
		WithoutValues: Plural{"One region has no value and is hatched.", "{count} regions have no value and are hatched."},
	},
	Reading: Reading{
		Empty: []string{"click here", "here", "this", "link", "this link", "this page", "more", "read more", "learn more", "see more", "details"},
		Abbreviations: []string{"mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "prof",
			"no", "nos", "p", "pp", "vs", "v", "st", "art", "vol", "ed", "eg", "ie"},
	},
	Change: Change{
		RoseBy: "rose by {n}", FellBy: "fell by {n}", RoseFrom: "rose from {from} to {to}", FellFrom: "fell from {from} to {to}",
		Multiplied: "rose to {times} what it was",
		Rose:       "rose", Fell: "fell", Hardly: "hardly changed", Not: "did not change",
	},
}

// spellEnglish spells a number that is below a hundred, or one below a hundred of
// hundreds, thousands or millions: “four thousand”.
func spellEnglish(n int) (string, bool) {
	small := []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens := []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	scaled := func(n int, word string) (string, bool) {
		if n >= 100 {
			return "", false
		}
		s, ok := spellEnglish(n)
		return s + nbsp + word, ok
	}
	switch {
	case n < 20:
		return small[n], true
	case n < 100 && n%10 == 0:
		return tens[n/10], true
	case n < 100:
		return tens[n/10] + "-" + small[n%10], true
	case n < 1000 && n%100 == 0:
		return small[n/100] + nbsp + "hundred", true
	case n < 1_000_000 && n%1000 == 0:
		return scaled(n/1000, "thousand")
	case n%1_000_000 == 0:
		return scaled(n/1_000_000, "million")
	}
	return "", false
}
