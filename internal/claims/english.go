package claims

import (
	"strings"

	"sharingthecost/internal/lang"
)

// headcount are nouns whose count is a claim, however small, whatever the subject; a
// site adds its own. “People” and “officials” are not among them: reporters count
// them by two and three (“two people familiar with the talks”).
const headcount = "workers, employees, personnel, staff, civilians, worker, employee, civilian, jobs, posts, nationals"

// currencies are those of the world that have a sign or a word of their own: the
// code, signs, a letter that stands before numbers, words.
const currencies = "EUR € euro euros; GBP £ pound pounds; USD $ dollar dollars 달러; JPY ¥ yen; CNY yuan; INR ₹ rupee rupees; RUB ₽; KRW ₩ W won 원; TRY ₺; " +
	"CHF francs; MXN pesos; SEK kronor; NOK kroner; PLN zloty"

var english = func() language {
	l := language{
		words: lang.English,
		numbers: map[string]float64{
			"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
			"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
			"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
		},
		scales: map[string]float64{"hundred": 100, "dozen": 12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
		suffixes: map[string]float64{
			"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12,
			"천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12,
		},
		articles: words("a an"),
		folds:    []string{"fold"}, ones: words("a one"), outOf: words("in"), joins: words("– — to or"), pointNames: words("points point"),
		from: "from", to: "to",

		kinds:    words("square cubic nautical metric"),
		signs:    map[string]measure{},
		letters:  map[string]measure{},
		codes:    map[string]measure{},
		acronyms: words("cop try cad sar ils ron"),
		counted:  words("u s . - american local unpaid new more additional other former full part time skilled extra civilian such idle national"),
		owners:   words("the its their those these"),

		multiplied: map[string]float64{
			"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "trebling": 3, "quadrupled": 4, "quadrupling": 4,
			"quintupled": 5, "quintupling": 5, "halved": 0.5, "halving": 0.5, "halve": 0.5,
		},
		double: map[string]float64{
			"double": 2, "doubles": 2, "triple": 3, "triples": 3, "treble": 3, "quadruple": 4, "quintuple": 5,
		},
		otherwise: words("down back - as time times"),
		uncounted: words("effort efforts resolve determination commitment commitments attention focus vigilance"),
		halves:    words("the its their this that what"),
		notHalves: words("the both its their into of two"),
		twice:     words("as the that what its their his her our"),
		fractions: words("half third quarter fifth sixth seventh eighth ninth tenth twentieth"),
		parts:     words("halves thirds quarters fifths sixths sevenths eighths ninths tenths twentieths"),
		denominators: map[string]float64{
			"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
			"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "twentieths": 20,
		},
		shares: []share{
			{next: words("more less fewer higher lower larger smaller bigger cheaper dearer faster slower longer shorter heavier lighter as")},
			{next: words("of"), whole: true},
			{next: words("what"), parts: true},
			{next: words("went goes go"), then: words("on to into for towards")},
			{next: words("the its their that this his her our your my"), whole: true, parts: true},
		},
		times: words("year years month months week weeks day days hour hours minute minutes second seconds decade decades century " +
			"season session term night nights day morning mornings evening evenings afternoon afternoons weekend weekends journey january february march april may june july august september october november december time way kind " +
			"story battle fun game match growth decline recession"),
		tied: words("contribution contributions payment payments bill bills cost costs budget budgets spending money sum sums price prices " +
			"amount share demand offer funding funds wages wage pay salaries aid gap difference rise increase total " +
			"value workforce number numbers force forces people population gdp tax taxes savings bases"),
		moving: words("rose rise rises risen rising fell fall falls fallen falling grew grow grows grown climbed climbs jumped jumps " +
			"increased increase increases decreased decrease decreases declined declines shrank shrinks gained slipped swelled soared " +
			"surged expanded up down"),
		changing: words("raised raise raises cut cuts dropped drop drops lowered lower lowers reduced reduce reduces trimmed"),
		hedges: words("by about around nearly almost roughly some over more less than at least most another a further only just up to as " +
			"much well"),
		rises: words("rose rise rises risen rising grew grow grows grown growing climbed climb climbs climbing jumped jump jumps increased " +
			"increase increases increasing gained soared surged swelled expanded expansion growth raised raise raises raising up"),
		falls: words("fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease " +
			"decreases decreasing shrank shrink shrinks shrunk shrinking sank sunk slid plunged plummeted slumped tumbled lowered cut cuts cutting reduced reduce " +
			"reduces reducing trimmed down less fewer lower smaller below"),
		comparatives: words("more greater higher larger bigger above"),
		copulas:      words("is was are were remains remained"),
		degrees:      words("still already much far slightly even now clearly a little"),
		extremes:     map[string]float64{"highest": 1, "largest": 1, "biggest": 1, "greatest": 1, "lowest": -1, "smallest": -1, "fewest": -1},
		ranks:        words("rank ranks ranking rankings ranked place places position"),
		denials:      words("not never no without instead rather hardly"),
		behindChange: words("in from to over since between after and on this last during within when while as under but or again at " +
			"compared by before against each every a"),
		pointRises: words("rise increase fall drop gap gain cut"),
		ratios:     words("ratio ratios"),
		divisions:  words("split splits share shared sharing divided division basis ratio"),

		dating: words("in of by since from until till to for during before after between and or through late early mid year january " +
			"february march april may june july august september october november december – ,"),
		former: words("around in since until till before after circa during year years"),
		months: words("january february march april may june july august september october november december"),
		events: words("act treaty peace war wars battle siege revolution revolt rebellion uprising rising coup crisis panic crash constitution charter law " +
			"convention congress agreement settlement edition census election reform earthquake eruption tsunami flood floods fire storm " +
			"hurricane famine drought plague epidemic outbreak exhibition expedition year winter spring summer autumn harvest"),
		eras: words("BC BCE AD CE"),
		uncountable: words("the a an it its they their them he his him she her we our you your this that these those there was were is are had has have " +
			"did does would could can cannot will may might must when while as but and or nor if because for by with in on at from until till under over not only almost nobody everyone " +
			"most many some few several all every no both each such who which what how here now then also still even just soon again already never once " +
			"onwards onward alone"),
		occasion: words("in on at since between before after during within over from until and but or for with when while because this last next each every per a " +
			"already so until without by"),
		runs:     words("ran run runs running won win wins swam swim raced race in at over"),
		ordinals: words("st nd rd th"),
		warmth:   words("temperature temperatures heat heated heating warm warmer warming warmed hot hotter cold colder cool cooled cooling celsius fahrenheit degrees"),
		races:    words("relay sprint hurdles freestyle backstroke breaststroke butterfly medley dash"),
		certain:  words("sure certain right wrong confident committed behind clear ready"),
		cash:     words("note coin banknote piece"),
		references: words("page pages p pp no nos number article articles section sections chapter chart charts table figure annex " +
			"resolution act law para paragraph note footnote line room flight route order vol volume issue item step part tias treaty " +
			"document report phase stage type lot grade category tier building version boeing airbus psalm psalms hymn sonnet"),
		series: words("box class bill rule directive regulation decree decision protocol convention form model mark channel highway motorway platform " +
			"gate bus train tram unit day week month year level"),
		departs: words("train bus flight ferry tram service boat"),
		levels:  words("stood stands stayed stays traded trades sold sells set fixed priced valued closed opened peaked remained remains was is rate price"),
		parties: words("us usa uk un eu"),
		units:   map[string]unitWord{},
		phrases: set{},
	}

	l.everywhere()
	l.unit(unitWord{measure: percent}, "percent, pct, per cent, per - cent")
	l.unit(unitWord{measure: percent, glued: true}, "pc")
	l.unit(unitWord{measure: points}, "percentage point, percentage points, percentage - point, percentage - points")
	l.unit(unitWord{measure: points, glued: true}, "pp, ppt")
	l.unit(unitWord{measure: points}, "basis points, basis point, bps")
	l.unit(unitWord{measure: multiple}, "fold")
	l.unit(unitWord{measure: multiple, lower: true}, "times")
	l.unit(unitWord{measure: multiple, lower: true, glued: true, bare: true}, "x")
	l.unit(unitWord{measure: money, lower: true}, "cent, cents, pence")
	l.unit(unitWord{measure: money, lower: true, digits: true, glued: true, bare: true}, "p, c")
	l.unit(unitWord{measure: money, lower: true, digits: true}, "kr")
	l.codes["Rs"], l.codes["kr"] = money+"INR", money
	l.unit(unitWord{measure: measured, digits: true, glued: true, bare: true}, "in")
	l.unit(unitWord{measure: measured}, "litre, litres, liter, liters, metre, metres, meter, meters, mile, miles, hectare, hectares, acre, acres, gallon, "+
		"gallons, barrel, barrels, tonne, tonnes, ton, tons, gram, grams, gramme, grammes, ounce, ounces, watt, watts, joule, joules, "+
		"volt, volts, kilo, kilos, pint, pints, carat, carats, amp, amps, ampere, amperes, hertz, byte, bytes, calorie, calories, kelvin, pascals, newtons, decibels")
	for _, prefix := range strings.Fields("nano micro milli centi kilo mega giga tera peta") {
		for _, base := range strings.Fields("litre liter metre meter tonne ton gram gramme watt joule volt hertz byte bit calorie") {
			l.unit(unitWord{measure: measured}, prefix+base+", "+prefix+base+"s")
		}
		l.unit(unitWord{measure: measured}, prefix+"watt - hour, "+prefix+"watt - hours, "+prefix+"watt hour, "+prefix+"watt hours")
	}
	l.unit(unitWord{measure: measured, digits: true}, "foot, feet, inch, inches, yard, yards, degree, degrees, knots")
	l.unit(unitWord{measure: measured}, "degree celsius, degrees celsius, degree fahrenheit, degrees fahrenheit, degrees warmer, degrees colder, degrees cooler, degrees hotter")
	l.unit(unitWord{measure: people}, headcount)
	l.unit(unitWord{measure: people, least: 10}, "men, women, people, children, deaths, dead, casualties, victims")
	l.starts = l.beginnings()
	return l
}()
