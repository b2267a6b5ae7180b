package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A page is one explainer.
type page struct {
	slug, title, description, date, body string
}

// A writer makes up one page.
type writer struct {
	*rand.PCG
	strings.Builder
	links []link
	notes []string
	words int
}

type link struct{ text, to string }

func newWriter(seed, number uint64) *writer { return &writer{PCG: rand.NewPCG(seed, number)} }

// below returns a number from 0 up to n−1.
func (w *writer) below(n int) int { return int(w.Uint64() % uint64(n)) }

func (w *writer) between(a, b int) int { return a + w.below(b-a+1) }

func (w *writer) any(words []string) string { return words[w.below(len(words))] }

func list(words string) []string { return strings.Split(words, "|") }

var (
	subjects = list("canal tolls|night trains|peat bogs|milk prices|dredging|hedgerows|ferry routes|school meals|tidal power|library hours|" +
		"street lighting|wool exports|flood walls|bus depots|grain stores|tram lines|harbour dues|beekeeping|paper recycling|salt marshes|" +
		"lift bridges|heat networks|pension credits|road salt|oyster beds|court fees|water meters|town archives|tree nurseries|weather stations")
	angles = list("What %s cost|How %s are paid for|Why %s came back|Who decides about %s|The long argument over %s|What we know about %s|" +
		"What %s have to do with taxes|How to read the figures on %s")
	things = list("ledger|harbour|ministry|district|invoice|quarter|reservoir|tender|report|workshop|line|council|fund|estate|committee|" +
		"warehouse|parish|platform|survey|grant|levy|network|turbine|orchard|registry|pier|yard|charter|permit|archive")
	kinds = list("northern|older|public|narrow|seasonal|shared|quiet|larger|coastal|temporary|rural|plain|second|cautious|late|local|" +
		"early|steady|wide|modest|patient|former|nearby|common")
	acts     = list("pays for|depends on|follows|replaced|explains|delays|outlasts|supports|competes with|copies|surrounds|limits|feeds|records|hides|resembles")
	happened = list("closed|grew|stalled|recovered|moved inland|was rebuilt|changed hands|ran late|held firm|fell behind|split in two|started again")
	places   = list("Leith|Aarhus|Galway|Bergen|Porto|Gdynia|Lerwick|Tampere|Ostend|Malmo|Cork|Trieste|Bilbao|Kiel|Riga|Bari")
	asides   = list("Even then,|By contrast,|On paper,|For years,|As a rule,|In short,|Most of the time,|After the war,|In dry years,|Seen from the shore,")
	heads    = list("Where the money comes from|What changed in %s|How it is counted|Who is left out|A closer look at %s|Why two reports disagree|" +
		"The short answer|What happens next|The view from %s|Costs that nobody lists|What the maps leave out|Before and after")
)

func (w *writer) thing() string {
	switch w.below(3) {
	case 0:
		return "the " + w.any(things)
	case 1:
		return "the " + w.any(kinds) + " " + w.any(things)
	}
	return "the " + w.any(things) + " in " + w.any(places)
}

// sentence makes a sentence with some markup in every second one. It states no
// number but years and small counts, so that it passes a check of numbers.
func (w *writer) sentence() string {
	s := ""
	switch a, b, c := w.thing(), w.thing(), w.thing(); w.below(12) {
	case 0:
		s = fmt.Sprintf("%s %s %s %s.", w.any(asides), a, w.any(acts), b)
	case 1:
		s = fmt.Sprintf("%s %s %s, and %s %s.", upper(a), w.any(acts), b, c, w.any(happened))
	case 2:
		s = fmt.Sprintf("Between %d and %d %s %s in %s.", w.between(1948, 1989), w.between(1990, 2024), a, w.any(happened), w.any(places))
	case 3:
		s = fmt.Sprintf("It isn't that %s %s %s -- it's that %s %s.", a, w.any(acts), b, c, w.any(happened))
	case 4:
		s = fmt.Sprintf("\"%s %s %s,\" said one clerk, \"and nobody asked why.\"", upper(a), w.any(acts), b)
	case 5:
		s = fmt.Sprintf("The **%s** question is whether %s *still* %s %s.", w.any(kinds), a, w.any(acts), b)
	case 6:
		s = fmt.Sprintf("The column `%s_%s` counts %s, not %s.", w.any(kinds), w.any(things), a, b)
	case 7:
		l := w.links[w.below(len(w.links))]
		s = fmt.Sprintf("We wrote about that under [%s](%s), where %s %s %s.", l.text, l.to, a, w.any(acts), b)
	case 8:
		s = fmt.Sprintf("%s %s %d of its %d members... and nobody else.", upper(a), w.any(list("heard|counted|asked")), w.between(11, 30), w.between(31, 60))
	case 9:
		s = fmt.Sprintf("If %s %s %s, who looks after %s?", a, w.any(acts), b, c)
	case 10:
		s = fmt.Sprintf("%s (a %s one) %s when %s %s.", upper(a), w.any(kinds), w.any(happened), b, w.any(happened))
	default:
		s = fmt.Sprintf("%s %s because %s %s %s.", upper(a), w.any(happened), b, w.any(acts), c)
	}
	w.words += len(strings.Fields(s))
	return s
}

func (w *writer) paragraph(a, b int) string {
	var all []string
	for range w.between(a, b) {
		all = append(all, w.sentence())
	}
	return strings.Join(all, " ")
}

func (w *writer) note() string {
	n := len(w.notes) + 1
	w.notes = append(w.notes, fmt.Sprintf("[^%d]: %s See table %d of the report of %d.\n", n, w.sentence(), w.between(1, 14), w.between(2001, 2025)))
	return fmt.Sprintf("[^%d]", n)
}

func (w *writer) list() {
	for range w.between(3, 6) {
		w.WriteString("- ")
		if w.below(2) == 0 {
			w.WriteString("**" + upper(w.any(things)) + ".** ")
		}
		w.WriteString(w.sentence() + "\n")
	}
	w.WriteString("\n")
}

// table begins with its caption, which programs without captions show as a
// paragraph.
func (w *writer) table() {
	fmt.Fprintf(w, "Table: %s by place\n\n| Place | %s | First year | Visits |\n| :-- | :-- | --: | --: |\n", upper(w.any(things)), upper(w.any(things)))
	for range w.between(5, 9) {
		fmt.Fprintf(w, "| %s | %s %s | %d | %d |\n", w.any(places), w.any(kinds), w.any(things), w.between(1950, 2020), w.between(2, 99))
	}
	w.WriteString("\n")
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
