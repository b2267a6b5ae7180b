package claims

import (
	"strings"
	"testing"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/unit"
	"sharingthecost/internal/vocabulary"
)

// Numbers of German texts, with its separators and words. Claims are what stands
// between bars.
func TestGerman(t *testing.T) {
	l := of(lang.German).with(unit.Table{}, vocabulary.Vocabulary{})
	for _, marked := range []string{
		"Es waren |28.400| Soldaten im Land.", "Der Anteil lag bei |48 Prozent|.", "Er lag bei |48 %|, nicht bei |4,5 %|.",
		"Das kostet |1,2 Milliarden Euro|.", "Das kostet |1,2 Mrd. Euro|.", "Das kostet |20 Euro| und |5 €|.", "Das kostet |20 Pfund| und |drei Yen|.",
		"Mehr als |ein Drittel| der Kosten.", "|Zwei Drittel| stimmten zu.", "|Die Hälfte| der Soldaten.", "Der Preis hat sich |verdoppelt|.",
		"Die Zahl |halbierte| sich.", "Das ist |doppelt| so viel.", "Das ist |dreimal| so viel wie zuvor.", "Ein |fünffacher| Anstieg.", "Das |Doppelte|.",
		"Um |zwei Prozentpunkte| mehr.", "|Fünf| Beschäftigte gingen.", "|Viertausend| kamen.", "|Eine Million| kam.", "|Achtundzwanzigtausend| kamen.",
		"Der Wert stieg um |13 Punkte|.", "|13| bis |14 Prozent|.", "Es waren |zwanzig| Arbeitsplätze.", "|1.250| Fälle.", "Bei |21,5 °C|.", "|Zwei von fünf| Haushalten.",
		// and none:
		"Am 3. März 2024 um 10.30 Uhr.", "Seit 2019 gilt das.", "Im Jahr 2020 kamen sie.", "Zwei Seiten verhandelten.", "Siehe Seite 300.", "Artikel 120 gilt.",
		"Der dritte Teil.", "Ein Viertel nach drei.", "Die Hälfte der Zeit.", "Am 3.10.2024.", "Von 2019 bis 2024.", "Tausende kamen.", "Sie trafen sich dreimal.",
	} {
		text := strings.ReplaceAll(marked, "|", "")
		got := text
		claims := l.find(text)
		for i := len(claims) - 1; i >= 0; i-- {
			c := claims[i]
			got = got[:c.Start] + "|" + got[c.Start:c.End] + "|" + got[c.End:]
		}
		if got != marked {
			t.Errorf("got  %s\nwant %s", got, marked)
		}
	}
}

// Every language that a site may have has its table.
func TestEveryLanguageHasItsTable(t *testing.T) {
	for _, tag := range lang.Known() {
		if l, _ := lang.Find(tag); of(l).words != l {
			t.Errorf("%s has no table of claims", l.Name)
		}
	}
}
