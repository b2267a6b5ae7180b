package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// yearShaped reports whether a number looks like a year: four digits from 1900
// to 2099, with neither comma nor point nor scale.
func (s *scan) yearShaped(q quantity) bool {
	return q.inDigits && len(s.at(q.from).text) == 4 && q.to == q.from+1 && q.value >= 1900 && q.value < 2100
}

// dating are words after which a number of that shape is a year even if a
// noun of people or a currency follows: “in 2020 workers went unpaid”.
var dating = []string{"in", "of", "by", "since", "from", "until", "till", "to", "for", "during", "before", "after", "between", "and", "or",
	"through", "late", "early", "mid", "year", "january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december", "–", ","}

func (s *scan) year(q quantity) bool {
	if !s.yearShaped(q) || q.first != q.from {
		return false
	}
	if q.measure == nothing {
		return true
	}
	if q.measure == wonMoney && s.is(q.from-1, "the") && s.at(q.last).kind == word { // “the 2021 won figure”
		return true
	}
	return slices.Contains(dating, s.at(q.from-1).text)
}

// cash reports a note or coin, which its value names: “a million-won note”.
func (s *scan) cash(q quantity) bool {
	next := s.at(q.last).text
	return q.measure.money() && s.is(q.to, "-") && (next == "note" || next == "coin" || next == "banknote")
}

// ordinal reports digits with the ending of an ordinal: 9th, 38th.
func (s *scan) ordinal(q quantity) bool {
	next := s.at(q.from + 1)
	return q.inDigits && next.glued && slices.Contains([]string{"st", "nd", "rd", "th"}, next.text)
}

// clock reports a time of day: 10.30 am.
func (s *scan) clock(q quantity) bool {
	t := s.at(q.to).text
	return t == "am" || t == "pm" || (t == "a" || t == "p") && s.is(q.to+1, ".") && s.is(q.to+2, "m")
}

// joiners hold the parts of an identifier together.
const joiners = "-./_#@&"

// identifier reports digits that belong to a name: F-35, GAO-21-270, H.10,
// IF13050, 05-706, #120, 1.2.3. A number with thousands commas is never one.
func (s *scan) identifier(q quantity) bool {
	if !q.inDigits || strings.Contains(s.at(q.from).text, ",") || q.first != q.from {
		return false
	}
	start := q.from
	for start > 0 && q.from-start < 16 && s.at(start).glued && s.part(start-1) {
		start--
	}
	points := 0
	for i := start; i < q.from; i++ {
		t := s.at(i)
		if t.kind == word || t.text == "#" || t.text == "@" {
			return true
		}
		if t.text == "." {
			points++
		}
	}
	if points > 0 && start < q.from { // 1.2.3: the scanner took 1.2 for a number
		return true
	}
	next := s.at(q.from + 1)
	if next.glued && next.text == "." && s.at(q.from+2).glued && s.at(q.from+2).kind == digits {
		return true
	}
	if first := s.at(start); first.kind == digits && strings.HasPrefix(first.text, "0") && !strings.Contains(first.text, ".") && len(first.text) > 1 {
		return true
	}
	return q.to == q.from+1 && next.glued && next.kind == word && next.raised && upper(next)
}

// part reports whether token i can be a part of an identifier.
func (s *scan) part(i int) bool {
	t := s.at(i)
	return t.kind == word || t.kind == digits && !strings.Contains(t.text, ",") || t.kind == sign && strings.Contains(joiners, t.text)
}

// upper reports a word of Latin capitals; the token's text is in lower case,
// so its first letter decides.
func upper(t token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.raised && unicode.Is(unicode.Latin, r)
}

// references are words that number things: what follows is a name, not a
// count.
var references = set("page", "pages", "p", "pp", "no", "nos", "number", "article", "articles", "section", "sections", "chapter",
	"chart", "charts", "table", "figure", "annex", "resolution", "act", "law", "para", "paragraph", "note", "footnote", "line", "room",
	"flight", "route", "order", "vol", "volume", "issue", "item", "step", "part", "tias", "treaty", "document", "report", "building", "version",
	"boeing", "airbus")

// set makes a set of words that are asked for at nearly every number.
func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// parties are abbreviations that are no series of names: “cost the US 500”.
var parties = []string{"us", "usa", "uk", "un", "eu", "rok", "dprk", "usfk", "dod", "krw", "usd"}

// reference reports a number that a word before it makes a name: page 300,
// Article 120, No. 747, CC BY 4.0. chained says that the number before, joined to this
// one by a dash, was a reference too.
func (s *scan) reference(q quantity, chained bool) bool {
	if q.measure != nothing && q.measure != people || q.first != q.from || strings.Contains(s.at(q.from).text, ",") {
		return false
	}
	if chained {
		return true
	}
	i := q.from - 1
	if s.is(i, ".") && s.at(i).glued && len(s.at(i-1).text) <= 4 {
		i--
	}
	if !q.inDigits || q.measure != nothing { // “report 40 workers” is a headcount
		return false
	}
	name := s.at(i)
	return references[name.text] || name.capitals && !slices.Contains(parties, name.text)
}

// joined reports whether a dash stands at token i.
func (s *scan) joined(i int) bool { return s.is(i, "–") || s.is(i, "-") && s.at(i).glued }
