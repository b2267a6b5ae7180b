package claims

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
	"sharingthecost/internal/vocabulary"
)

// A language is the table of its words for numbers and what they count, all in
// lower case. Another language has another table, of the language that the site is written in; a unit, a noun that is
// counted or a multiplication that is to be a claim is one more row of it.
type language struct {
	words *lang.Language // how numbers are written

	numbers  map[string]float64 // words up to ninety
	scales   map[string]float64 // words that multiply the number before them
	suffixes map[string]float64 // the same straight behind digits: 4.7bn
	articles set

	units    map[string]unitWord // by what follows a number, tokens parted by spaces; symbols as they are spelled
	phrases  set                 // the beginnings of units of several tokens
	kinds    set                 // what may be between a number and a unit: “square”
	signs    map[string]measure
	letters  map[string]measure // those that are a letter straight before a large number
	codes    map[string]measure // the currencies that may also precede a number, by their ISO code in capitals
	acronyms set                // codes that are also words or names: “COP 26” is a meeting
	counted  set                // what may be between a small number and a counted noun
	owners   set                // “four of its soldiers”

	multiplied        map[string]float64 // verbs that multiply
	double            map[string]float64 // adjectives that multiply near a noun of money or people
	otherwise         set                // what follows “doubled” where it multiplies nothing
	uncounted         set                // what “doubled its” does not count: “efforts”
	halves            set                // what follows “halves” where it is a verb
	notHalves         set                // and what does not precede it then
	twice             set                // what follows “twice” where it multiplies
	folds             []string           // what makes a multiple of a number before it: “fivefold”
	asMuch            map[string]float64 // words that multiply before those of twice: „dreimal so“
	ones              set                // what may be before a fraction: “a third”
	nouns             bool               // fractions are words of their own: „ein Drittel“, but “a third party”
	outOf             set                // “two in five”
	joins             set                // what joins two numbers of one unit: “13 to 14 percent”
	pointNames        set
	from, to          string             // “fell from A to B”
	finites           set                // words of direction that can only be the verb of what rose or fell
	behind            set                // those that may follow both amounts: „von A auf B gestiegen“
	fractions, parts  set                // “third”; “thirds”
	denominators      map[string]float64 // “third”, “thirds”: 3
	shares            []share
	times             set // words of time and idioms: “half of the year”, “half the battle” claim nothing
	tied              set // nouns of money and people that make claims of what multiplies near them
	moving, changing  set // words of change: an amount follows at once, or only behind “by”
	hedges            set // what may be between a word of change and the amount
	rises, falls      set // words of direction, comparisons included
	comparatives      set // “more”, “above”
	copulas, degrees  set // “is”, “still”
	denials           set
	ranks             set                // what is better the lower its number
	extremes          map[string]float64 // “highest”: 1, “lowest”: -1
	behindChange      set                // words that may follow “by a third”, so that “a third party” is none
	pointRises        set                // what may follow “a 13-point”
	ratios, divisions set

	dating      set // words after which four digits are a year
	former      set // those after which they are one before 1900 too
	months      set
	events      set // what a year names: “the 1755 earthquake”, “the winter of 1683”
	eras        set // as they are spelled: BC
	uncountable set // words that no number counts
	occasion    set // what may follow “met three times”
	runs        set // words of races
	ordinals    set // the endings of ordinals
	warmth      set // words of temperature, near which 20C is one
	races       set // what a distance names: “the 100 metres relay”
	certain     set // what follows “100%” where it counts nothing: “sure”
	cash        set // notes and coins, which their value names
	references  set // words that number things: what follows is a name, not a count
	series      set // the same where they have a capital: “Bill 1170”
	departs     set // what has a time of day before it: “the 12.30 train”
	levels      set // what has a value behind “at”, not a time of day: “stood at 12.30”
	parties     set // abbreviations that are no series of names: “cost the US 500”

	starts set // words at which a number, or a wording of one, may begin
}

// of is the table of a language.
func of(l *lang.Language) language {
	switch l {
	case lang.German:
		return german
	}
	return english
}

// everywhere adds the units that are written alike in all languages.
func (l *language) everywhere() {
	l.unit(unitWord{measure: percent}, "%, ％, 퍼센트")
	l.unit(unitWord{measure: multiple}, "×, 배")
	for row := range strings.SplitSeq(currencies, "; ") {
		l.currency(strings.Fields(row))
	}
	l.unit(unitWord{measure: money + "CNY"}, "rmb")
	l.unit(unitWord{measure: money, lower: true}, "¢")
	for _, code := range strings.Fields("AED ARS AUD BDT BRL CAD CLP COP CZK DKK EGP HKD HUF IDR ILS KES MYR NGN NZD PHP PKR RON SAR SGD THB TWD UAH VND ZAR") {
		l.currency([]string{code})
	}
	l.unit(unitWord{measure: measured}, "C, F, m, g, l, L, t, W, V, J, mm, cm, km, nm, µm, μm, mg, kg, µg, μg, ng, ml, mL, cl, dl, hl, kt, Mt, Gt, kW, MW, GW, TW, "+
		"Wh, kWh, MWh, GWh, TWh, kJ, MJ, GJ, TJ, PJ, EJ, kV, mV, mA, Hz, kHz, MHz, GHz, THz, Pa, hPa, kPa, MPa, kB, MB, GB, TB, PB, Mbit, Gbit, "+
		"dB, ms, ns, ha, kcal, eV, keV, MeV, GeV, kN, mSv, ft, lb, lbs, oz, yd, gal, mph, kph, mpg, rpm, psi, ppm, ppb, ‰, "+
		"tCO2, tCO2e, ktCO2e, MtCO2, MtCO2e, GtCO2, GtCO2e, kgCO2, kgCO2e, gCO2, m², m³, mm², cm², cm³, km², km/h, m/s, °, °C, °F, ℃, ℉")
	l.unit(unitWord{measure: position}, "°N, °S, °E, °W")
}

// A measure is what a number counts, as far as it decides what is a claim.
type measure string

const (
	nothing  measure = "" // a bare number
	people   measure = "people"
	percent  measure = "percent"
	points   measure = "points"
	multiple measure = "multiple"
	measured measure = "measured" // litres, kWh, °C
	position measure = "position" // degrees north
	money    measure = "money "   // with the code of the currency behind it
)

func (m measure) money() bool { return strings.HasPrefix(string(m), string(money)) }

// A unitWord is a row of the table of what follows a number.
type unitWord struct {
	measure measure
	glued   bool    // only behind digits, without a space: 13pc
	bare    bool    // no hyphen may join it to the number
	lower   bool    // a capital makes it a name: the New York Times
	digits  bool    // only behind digits: “on two feet”
	least   float64 // the number must be as large as this
}

// A share is a row of the table of what makes a claim of a fraction before it.
type share struct {
	next  set  // the word behind the fraction
	then  set  // the word behind that, or nil
	whole bool // the fraction is of what follows, unless that is a time or an idiom
	parts bool // only behind half, or several parts
}

// A set is a set of words.
type set map[string]bool

// words makes a set of the words of a text.
func words(text string) set {
	out := set{}
	for w := range strings.FieldsSeq(text) {
		out[w] = true
	}
	return out
}

// unit adds a row to the table of units for each name of a list, parted by
// commas.
func (l *language) unit(u unitWord, list string) {
	for name := range strings.SplitSeq(list, ", ") {
		name = spelled(name)
		l.units[name] = u
		for i, c := range name {
			if c == ' ' {
				l.phrases[name[:i]] = true
			}
		}
		if u.measure == people && u.least == 0 {
			l.tied[name] = true
		}
	}
}

// currency adds a currency: its code, signs, a letter, words.
func (l *language) currency(names []string) {
	m := money + measure(names[0])
	l.codes[names[0]] = m
	l.parties[strings.ToLower(names[0])] = true
	l.unit(unitWord{measure: m}, names[0]+", "+strings.ToLower(names[0]))
	for _, name := range names[1:] {
		r, n := utf8.DecodeRuneInString(name)
		switch {
		case n < len(name) || unicode.Is(unicode.Hangul, r):
			l.unit(unitWord{measure: m, lower: true}, name)
			l.tied[name] = true
		case unicode.IsLetter(r):
			l.letters[strings.ToLower(name)] = m
		default:
			l.signs[name] = m
		}
	}
}

// with is the language with the units and words of a site. A number before what a
// unit writes is a claim, unless the unit counts things.
func (l language) with(units unit.Table, v vocabulary.Vocabulary) *language {
	l.units, l.phrases, l.tied, l.signs, l.codes = maps.Clone(l.units), maps.Clone(l.phrases), maps.Clone(l.tied), maps.Clone(l.signs), maps.Clone(l.codes)
	l.counted, l.parties = maps.Clone(l.counted), maps.Clone(l.parties)
	for _, u := range units.Declared() {
		if u.Measures() {
			l.declared(u)
		}
	}
	for _, t := range v.Claims.Nouns {
		l.unit(unitWord{measure: people}, spelled(t.S))
	}
	for _, t := range v.Claims.Adjectives {
		l.counted[strings.ToLower(t.S)] = true
	}
	for _, t := range v.Claims.Abbreviations {
		l.parties[strings.ToLower(t.S)] = true
	}
	return &l
}

// declared adds what a unit writes beside its numbers, less words such as “billion”.
func (l *language) declared(u unit.Unit) {
	for _, template := range u.Templates(l.words) {
		before, after, _ := strings.Cut(template, "{n}")
		words := strings.Fields(spelled(after))
		for len(words) > 0 && (l.scales[words[0]] > 0 || l.suffixes[words[0]] > 0 && strings.HasPrefix(after, words[0])) {
			words = words[1:]
		}
		if name := strings.Join(words, " "); name != "" && l.units[name].measure == nothing {
			l.unit(unitWord{measure: measured}, name)
		}
		if sign := strings.TrimSpace(before); sign != "" && l.signs[strings.ToLower(sign)] == nothing && l.codes[sign] == nothing {
			l.signs[strings.ToLower(sign)], l.codes[sign] = measured, measured
		}
	}
}

// spelled is a text as the names of units have it: its tokens, parted by spaces.
func spelled(text string) string {
	var out []string
	for _, t := range tokens(text) {
		out = append(out, t.spelled)
	}
	return strings.Join(out, " ")
}

// beginnings are the words of a language at which a number may begin.
func (l *language) beginnings() set {
	out := words("halves twice thrice")
	maps.Copy(out, l.articles)
	maps.Copy(out, l.ones)
	maps.Copy(out, l.fractions)
	for _, table := range []map[string]float64{l.numbers, l.scales, l.multiplied, l.double, l.asMuch} {
		for w := range table {
			out[w] = true
		}
	}
	return out
}

// vulgar are the fractions that are one character.
var vulgar = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5,
	"⅘": 4. / 5, "⅙": 1. / 6, "⅚": 5. / 6, "⅐": 1. / 7, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8, "⅑": 1. / 9, "⅒": 1. / 10}
