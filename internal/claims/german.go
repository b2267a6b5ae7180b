package claims

import (
	"maps"
	"strings"
	"unicode/utf8"

	"sharingthecost/internal/lang"
)

// german reads numbers before units and nouns, fractions, multiplications and plain
// words of direction. What it leaves out is in the package documentation.
var german = func() language {
	l := language{
		words: lang.German,
		numbers: map[string]float64{
			"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "eins": 1, "null": 0,
			"halbe": 0.5, "halben": 0.5, "eineinhalb": 1.5, "anderthalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
		},
		scales: map[string]float64{
			"tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio": 1e12,
			"dutzend": 12,
		},
		suffixes: map[string]float64{},
		articles: words("ein eine einer einen einem eines"),
		folds:    []string{"fach", "fache", "fachen", "facher", "faches", "fachem"},
		ones:     words("ein eine einem einer einen eines die der"),
		outOf:    words("von"), joins: words("– — bis oder"), pointNames: words("punkt punkte punkten"),
		from: "von", to: "auf", nouns: true,

		kinds:    words("metrische nautische"),
		signs:    map[string]measure{},
		letters:  map[string]measure{},
		codes:    map[string]measure{},
		acronyms: words("cop try cad sar ils ron"),
		counted:  words("neue neuen weitere weiteren zusätzliche zusätzlichen andere anderen ehemalige ehemaligen gelernte ausländische deutsche deutschen solche"),
		owners:   words("der ihrer seiner dieser"),

		multiplied: map[string]float64{},
		double:     map[string]float64{},
		asMuch:     map[string]float64{"doppelt": 2, "zweimal": 2, "halb": 0.5},
		twice:      words("so"),
		fractions:  words("hälfte drittel viertel fünftel sechstel siebtel achtel neuntel zehntel zwanzigstel hundertstel"),
		parts:      words("drittel dritteln viertel vierteln fünftel fünfteln sechstel siebtel achtel neuntel zehntel zehnteln zwanzigstel hundertstel"),
		denominators: map[string]float64{
			"hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10, "zwanzigstel": 20,
		},
		times: words("jahr jahre jahren jahres jahrhundert jahrhunderts jahrzehnt jahrzehnts monat monate monaten monats woche wochen tag tage tagen tages stunde " +
			"stunden minute minuten sekunde sekunden zeit nacht saison reise weg strecke geschichte spielzeit nach vor"),
		tied:     words("beitrag beiträge kosten preis preise lohn löhne ausgaben einnahmen haushalt geld summe summen bevölkerung"),
		rises:    words("stieg stiegen wuchs wuchsen kletterte kletterten gestiegen gewachsen geklettert"),
		falls:    words("fiel fielen sank sanken schrumpfte schrumpften gefallen gesunken geschrumpft"),
		moving:   words("um stieg stiegen wuchs wuchsen fiel fielen sank sanken"),
		changing: words("erhöht erhöhte erhöhten gesenkt senkte senkten gekürzt kürzte kürzten"),
		hedges:   words("etwa rund gut knapp fast über unter mehr als weniger mindestens höchstens nur noch ungefähr"),
		finites:  words("stieg stiegen wuchs wuchsen kletterte kletterten fiel fielen sank sanken schrumpfte schrumpften"),
		behind:   words("gestiegen gewachsen geklettert gefallen gesunken geschrumpft"),
		denials:  words("nicht nie kein keine keinen statt ohne kaum"),
		copulas:  words("ist sind war waren blieb blieben"),

		dating: words("jahr jahre jahren jahres in seit bis vor nach ab von und oder anfang mitte ende januar februar märz april mai juni juli august september oktober " +
			"november dezember frühjahr sommer herbst winter – ,"),
		former: words("jahr jahre jahren jahres seit bis vor nach um anfang mitte ende"),
		months: words("januar februar märz april mai juni juli august september oktober november dezember"),
		events: words("verfassung vertrag krieg schlacht revolution aufstand wahl wahlen erdbeben flut winter sommer"),
		eras:   words("v n Chr"),
		uncountable: words("der die das den dem des ein eine einen einem einer es er sie wir ihr ihm ihnen uns ist sind war waren hat haben hatte hatten wird werden wurde " +
			"wurden kann können soll muss als und oder aber denn weil wenn wo mit bei auf aus in im am an von vom zu zum zur bis über unter nicht nur fast auch noch schon"),
		references: words("seite seiten s nr nummer artikel art paragraph absatz abs kapitel kap tabelle tab abbildung abb diagramm anhang randnummer rn raum zimmer " +
			"flug linie route band bd heft punkt ziffer schritt teil phase stufe typ version gebäude boeing airbus zeile psalm §"),
		series:  words("klasse gesetz regel richtlinie verordnung form modell kanal autobahn bus zug tram gleis tag woche monat jahr block"),
		levels:  words("lag liegt stand steht betrug beträgt"),
		parties: words("eu usa un uno nato ddr brd"),
		units:   map[string]unitWord{},
		phrases: set{},
	}
	small := []string{"", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"}
	for n := 2; n < 100; n++ {
		word, _ := lang.German.Spelled(float64(n))
		l.numbers[word] = float64(n)
		l.numbers[word+"tausend"] = float64(n) * 1e3
		if n <= 20 {
			l.asMuch[word+"mal"] = float64(n)
		}
	}
	for n := 1; n < 10; n++ {
		l.numbers[small[n]+"hundert"] = float64(n) * 100
		l.numbers[small[n]+"hunderttausend"] = float64(n) * 1e5
	}
	maps.Copy(l.numbers, map[string]float64{"hundert": 100, "hunderttausend": 1e5, "eintausend": 1e3, "zweitausend": 2e3})
	for stem, v := range map[string]float64{"verdoppel": 2, "verdreifach": 3, "vervierfach": 4, "verfünffach": 5, "versechsfach": 6, "verzehnfach": 10, "halbier": 0.5} {
		for _, end := range strings.Fields("t te ten en n end ung te") {
			l.multiplied[stem+end] = v
		}
	}
	for _, end := range strings.Fields("e en er es") {
		l.multiplied["doppelt"+end] = 2
	}

	l.everywhere()
	l.unit(unitWord{measure: percent}, "prozent, v . h .")
	l.unit(unitWord{measure: points}, "prozentpunkt, prozentpunkte, prozentpunkten, basispunkt, basispunkte, basispunkten")
	l.unit(unitWord{measure: multiple}, "fach, fache, fachen, fachem")
	l.unit(unitWord{measure: multiple, lower: true}, "mal")
	for row := range strings.SplitSeq(currencies, "; ") { // nouns have a capital
		for _, name := range strings.Fields(row)[1:] {
			if utf8.RuneCountInString(name) > 1 {
				l.unit(unitWord{measure: money + measure(row[:3])}, name)
			}
		}
	}
	l.unit(unitWord{measure: money}, "cent, franken, pfund, kronen, rubel, mark, złoty")
	l.unit(unitWord{measure: measured}, "liter, litern, meter, metern, kilometer, kilometern, zentimeter, millimeter, hektar, quadratmeter, quadratmetern, quadratkilometer, "+
		"kubikmeter, kubikmetern, kilo, kilogramm, gramm, tonne, tonnen, watt, kilowatt, megawatt, gigawatt, terawatt, kilowattstunde, kilowattstunden, megawattstunden, "+
		"gigawattstunden, terawattstunden, joule, volt, ampere, hertz, byte, megabyte, gigabyte, kalorien, grad celsius, grad, barrel")
	l.unit(unitWord{measure: people}, "beschäftigte, beschäftigten, beschäftigter, arbeiter, arbeiterinnen, arbeitern, mitarbeiter, mitarbeiterinnen, mitarbeitern, angestellte, angestellten, "+
		"soldaten, soldatinnen, zivilisten, stellen, arbeitsplätze, arbeitsplätzen, arbeitskräfte")
	l.unit(unitWord{measure: people, least: 10}, "männer, männern, frauen, menschen, kinder, kindern, personen, tote, toten, opfer, einwohner, einwohnern")
	l.starts = l.beginnings()
	return l
}()
