package claims

import (
	"math"
	"slices"
	"strings"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/unit"
)

// A shown is a figure in a text, as the value that stands there.
type shown struct {
	value unit.Value
	base  *ledger.Figure // what a percentage is over
	text  string
	over  bool // it may be a multiple of another
}

// directions are the words of direction of a text: those that contradict the
// figures beside them, and the places of multiplications that follow from them.
type directions struct {
	wrong []Claim
	right [][2]int
}

// directions reads every pair of figures of a text with nothing but words
// between. Each token is read for a bounded number of pairs.
func (c *Checker) directions(text string, figures []ledger.Mention) (d directions) {
	if len(figures) < 2 {
		return d
	}
	s := c.lang.scan(text)
	at := c.placeFigures(s, figures)
	before := -1
	for i := range s.tokens {
		if s.at(i).kind != figure {
			continue
		}
		d.extreme(s, i, at)
		if a, ok := at[s.at(max(before, 0)).start]; before >= 0 && ok {
			if b, ok := at[s.at(i).start]; ok && a.value.Unit.Like(b.value.Unit) && a.base == b.base {
				d.judge(s, before, i, a, b)
				d.multiple(s, before, i, a, b)
			}
		}
		before = i
	}
	return d
}

// placeFigures puts the figures among the tokens of a text in which they are
// blank, and takes out what is in brackets. It returns the figures by the byte
// where they begin.
func (c *Checker) placeFigures(s *scan, figures []ledger.Mention) map[int32]shown {
	at := map[int32]shown{}
	for _, m := range figures {
		f := c.book.Figure(m.ID)
		if f != nil && m.Form == "also" {
			f = f.Also
		}
		s.tokens = append(s.tokens, token{start: int32(m.Start), end: int32(m.End), kind: figure, text: "{{"})
		if f != nil && f.Value.Unit.Valid() && !c.book.Broken(f.ID) {
			at[int32(m.Start)] = shown{f.Value, f.Base, f.Value.Text(c.book.Lang, unit.Prose), f.Ratios()}
		}
	}
	slices.SortStableFunc(s.tokens, func(a, b token) int { return int(a.start - b.start) })
	closed := 0
	for i := range s.tokens {
		if s.is(i, ")") {
			closed++
		}
	}
	open := 0
	s.tokens = slices.DeleteFunc(s.tokens, func(t token) bool {
		switch {
		case t.text == "(" && closed > open:
			open++
		case t.text == ")":
			closed--
			open = max(open-1, 0)
			return true
		}
		return open > 0
	})
	return at
}

// judge compares the words around the figures at tokens a and b with their values.
func (d *directions) judge(s *scan, a, b int, first, second shown) {
	if word := s.verbBefore(a, s.from); word >= 0 && s.leads(a+1, b, s.to) {
		d.compare(s, word, second, first)
	} else if word := b + 1; s.behind[s.text(word)] && s.is(a-1, s.from) && s.leads(a+1, b, s.to) && !s.denied(a-1) {
		d.compare(s, word, second, first)
	} else if word := s.verbBefore(a, s.to); word >= 0 && s.leads(a+1, b, s.from) {
		d.compare(s, word, first, second)
	} else if word := s.verbBefore(a, "to"); word >= 0 && s.leads(a+1, b, "after") && s.dated(b+1) {
		d.compare(s, word, first, second)
	} else if word := s.verbBefore(a, "between"); word >= 0 && s.inYear(a+1) && s.is(a+3, "and") && b < a+7 && s.inYear(b+1) {
		d.compare(s, word, second, first)
	} else if word := s.upTo(a, b); word >= 0 {
		d.compare(s, word, second, first)
	} else if word := s.apposed(a, b); word >= 0 {
		d.compare(s, word, first, second)
	} else if word := a + 1; s.is(word, "exceeds", "exceeded") && s.leadsStraight(word+1, b) {
		d.compare(s, word, first, second)
	} else if word := s.compared(a, b); word >= 0 {
		d.compare(s, word, first, second)
	} else if word := s.against(a, b); word >= 0 {
		d.compare(s, word, first, second)
	}
}

// multiple holds “{{ b }} is more than twice the {{ a }}” to the two values. Where they
// bear it out it is no claim of its own; where it is said of them and they do not, it is
// wrong; else it stays one.
func (d *directions) multiple(s *scan, a, b int, first, second shown) {
	for i := a + 1; i < b && i < a+20 && !s.stop(i); i++ {
		end, factor := s.factor(i)
		if end == 0 {
			continue
		}
		last := end
		for last < b && s.is(last, "as", "much", "many", "high", "large", "the", "of", "its", "their", "about", "that") {
			last++
		}
		if last != b || s.denied(i) || factor <= 0 || second.value.F <= 0 {
			return
		}
		switch ratio := first.value.F / second.value.F; {
		case s.bearsOut(i, ratio/factor) && first.over && second.over:
			d.right = append(d.right, [2]int{int(s.at(i).start), int(s.at(end - 1).end)})
		case s.saidOf(a, i):
			d.contradict(s, s.hedged(i), end, first, second)
		}
		return
	}
}

// saidOf reports whether the multiple at token i is said of the figure at token a: it
// “is”, or “was in 2019 nearly”, the multiple, or the multiple stands behind a comma.
func (s *scan) saidOf(a, i int) bool {
	from := s.hedged(i)
	if s.is(from-1, ",") || from == a+1 {
		return from-a < 6
	}
	for j := from - 1; j > a && j > from-5 && !s.is(j, ",", "and", "but", "while"); j-- {
		if s.copulas[s.text(j)] {
			return from-a < 7
		}
	}
	return false
}

// hedged is the first of the words that limit the multiple at token i: “more than
// twice”.
func (s *scan) hedged(i int) int {
	switch {
	case s.is(i-1, "than") && s.is(i-2, "more", "less", "fewer"), s.is(i-1, "least", "most") && s.is(i-2, "at"), s.is(i-1, "to") && s.is(i-2, "up"):
		return i - 2
	case s.is(i-1, "over", "under", "nearly", "almost", "about", "roughly", "around"):
		return i - 1
	}
	return i
}

// factor reads a multiple at token i: “twice”, “half”, “three times”, “two-thirds of”.
// It returns the token behind it, or 0.
func (s *scan) factor(i int) (last int, factor float64) {
	parts, name := s.numbers[s.text(i)], s.afterDash(i+1)
	if s.is(i, "a") {
		parts = 1
	}
	switch whole := s.denominators[s.text(name)]; {
	case parts > 0 && whole > 0:
		if !s.is(name+1, "of") {
			return 0, 0
		}
		return name + 1, parts / whole
	case s.is(i, "twice"):
		return i + 1, 2
	case s.is(i, "thrice"):
		return i + 1, 3
	case s.is(i, "half"):
		return i + 1, 0.5
	case s.at(i).glued && s.dash(i-1):
		return 0, 0
	}
	if n, ok := s.number(i); ok {
		if q := s.quantity(n); q.measure == multiple && q.first == i {
			return q.last, q.value
		}
	}
	return 0, 0
}

// bearsOut reports whether a ratio over the multiple at token i fits the words before
// it: “more than”, “nearly”.
func (s *scan) bearsOut(i int, over float64) bool {
	switch {
	case s.is(i-1, "than") && s.is(i-2, "more"), s.is(i-1, "over"):
		return over > 1
	case s.is(i-1, "than") && s.is(i-2, "less", "fewer"), s.is(i-1, "under"):
		return over < 1
	case s.is(i-1, "least") && s.is(i-2, "at"):
		return over >= 1
	case s.is(i-1, "most") && s.is(i-2, "at"), s.is(i-1, "to") && s.is(i-2, "up"):
		return over <= 1
	case s.is(i-1, "about", "roughly", "around"):
		return 0.85 <= over && over <= 1.15
	case s.is(i-1, "nearly", "almost"):
		return 0.85 <= over && over <= 1
	}
	return 0.95 <= over && over <= 1.05
}

// extreme holds “of {{ a }}, {{ b }} and {{ c }}, the highest is {{ a }}” to the
// figures before it in the sentence. A noun, or “since”, behind “highest” would say
// of what it is that.
func (d *directions) extreme(s *scan, a int, at map[int32]shown) {
	word := a - 1
	for s.is(word, "about", "at") {
		word--
	}
	if !s.copulas[s.text(word)] && !s.is(word, ",") {
		return
	}
	for word--; s.is(word, "of", "them", "these", "all"); word-- {
	}
	sign, this := s.extremes[s.text(word)], at[s.at(a).start]
	if sign == 0 || !s.is(word-1, "the") {
		return
	}
	var list, more []shown
	for i := a - 1; i > a-60 && !s.stop(i); i-- {
		other, ok := at[s.at(i).start]
		switch {
		case i != word && (s.extremes[s.text(i)] == sign || s.compares(i) || s.is(i, "against", "compared", "after")):
			return // a series of them, or beside others
		case ok && s.at(i).kind == figure && other.value.Unit == this.value.Unit && other.base == this.base:
			if list = append(list, other); sign*(other.value.F-this.value.F) > 0 {
				more = append(more, other)
			}
		}
	}
	if len(list) > 1 && len(more) > 0 { // of one, it may be a part
		d.contradict(s, word, word+1, this, more[0])
	}
}

// compare holds the word at a token to what became of a figure: than is what it
// was, or what it is compared with.
func (d *directions) compare(s *scan, word int, is, than shown) {
	t := s.at(word)
	factor := s.multiplied[t.text]
	fits := false
	if factor > 0 && !(is.over && than.over) {
		d.contradict(s, word, word+1, is, than)
		return
	}
	switch ratio := is.value.F / than.value.F; {
	case factor > 0:
		steps := math.Log(ratio) / math.Log(factor) // 1 where it fits exactly
		least, most := 0.9, 1.1
		switch {
		case s.is(word-1, "than", "over"): // “more than doubled”
			least, most = 0.99, math.Inf(1)
		case s.is(word-1, "nearly", "almost"):
			least, most = 0.8, 1.01
		}
		fits = least <= steps && steps <= most
	case s.falls[t.text]:
		fits = is.value.F < than.value.F
	default:
		fits = is.value.F > than.value.F
	}
	if fits || is.value.F < 0 && than.value.F < 0 { // a loss that falls is a number that rises
		if factor > 0 {
			d.right = append(d.right, [2]int{int(t.start), int(t.end)})
		}
		return
	}
	d.contradict(s, word, word+1, is, than)
}

// contradict reports the words from one token to another, with what the figures say.
func (d *directions) contradict(s *scan, word, end int, is, than shown) {
	t := s.at(word)
	factor := 0.0
	for i := word; i < end && factor == 0; i++ {
		_, factor = s.factor(i)
		factor = max(factor, s.multiplied[s.text(i)])
	}
	relation, hint := "the same as", contraryHint
	switch {
	case is.value.F > than.value.F:
		relation = "more than"
	case is.value.F < than.value.F:
		relation = "less than"
	}
	switch {
	case factor > 0 && !(is.over && than.over):
		relation, hint = "no multiple of", "say by how much one is above the other; the nought of their unit is a convention"
	case factor > 0 && is.value.F != than.value.F:
		relation = (unit.Value{F: is.value.F / than.value.F, Unit: unit.Times, Decimals: -1}).Text(s.words, unit.Prose)
	}
	d.wrong = append(d.wrong, Claim{
		Start: int(t.start), End: int(s.at(end - 1).end), Text: s.spell(word, end), Hint: hint,
		contrary: strings.ReplaceAll(is.text+" is "+relation+" "+than.text, "\u00a0", " "),
	})
}

const contraryHint = "use a word or figures that fit; where the words are right as they stand, list them under directions with the reason"

// spell are the tokens from one to another as they stand.
func (s *scan) spell(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from && !s.at(i).glued {
			b.WriteByte(' ')
		}
		b.WriteString(s.at(i).spelled)
	}
	return b.String()
}

// verbBefore finds the word of direction that belongs to “from” or “to” before
// the figure at token a: “fell from about {{ x }}”, “rose by 8%, from {{ x }}”. It
// is -1 where there is none, or where it is denied.
func (s *scan) verbBefore(a int, join string) int {
	j := a - 1
	for n := 0; !s.is(j, join); j, n = j-1, n+1 {
		if n == 4 || s.at(j).kind != word || s.turns(j) {
			return -1
		}
	}
	for i := j - 1; i >= j-6 && !s.stop(i); i-- {
		switch {
		case s.turns(i) && !s.finite(i): // a noun or an adjective: growth slowed from
		case s.turns(i):
			if s.denied(i) || s.is(i, "up") && s.is(i+1, "to") || s.otherThan(i) {
				return -1
			}
			return i
		case s.is(i, "from", "to", "and", "but", "while", "as", "range", "ranged", "ranging"):
			return -1
		}
	}
	return -1
}

// finite reports whether token i can only be the verb of what rose or fell, alone or
// with another: “has fallen”, “is falling”, “will rise”, “went up”; or begins an
// aside, “, rising from”, “The fall from”.
func (s *scan) finite(i int) bool {
	word, before := s.text(i), s.text(i-1)
	straight := s.is(i+1, "from")
	switch {
	case s.finites[word]:
		return true
	case word == "cut":
		return !s.is(i-1, "the", "a", "this", "that", "each", "its", "their", "of")
	case s.is(i, "up", "down"):
		return straight && (s.copulas[before] || s.is(i-1, "went", "gone", "goes", "going"))
	case strings.HasSuffix(word, "ed"), slices.Contains([]string{"rose", "fell", "grew", "shrank", "sank", "slid"}, word):
		return true
	case s.is(i, "fallen", "risen", "grown", "shrunk", "sunk"):
		return s.is(i-1, "has", "have", "had", "having")
	case strings.HasSuffix(word, "ing"):
		return straight && (s.copulas[before] || before == "," || s.is(i-1, "been"))
	case s.is(i-1, "will", "would", "could", "should", "may", "might", "did", "to"):
		return straight
	}
	return straight && s.is(i-1, "the", "a", "this") && (s.stop(i-2) || s.is(i-2, ",", "after", "with", "despite", "saw"))
}

// otherThan reports a word of direction at token i that says something else of the
// figures: a rank that falls has a larger number, what grows smaller falls, and
// Rose is a name.
func (s *scan) otherThan(i int) bool {
	return s.around(i, i+1, 5, s.ranks) || s.at(i).raised && s.at(i+1).raised || s.rises[s.text(i)] && s.falls[s.text(i+1)]
}

// turns reports whether token i is a word of direction or a multiplication.
func (s *scan) turns(i int) bool {
	t := s.text(i)
	return s.rises[t] || s.falls[t] || s.multiplied[t] > 0
}

// denied reports whether one of three words before token i denies it.
func (s *scan) denied(i int) bool {
	for j := i - 1; j >= i-3 && !s.stop(j); j-- {
		if w := s.text(j); s.denials[w] || strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't") {
			return true
		}
	}
	return false
}

// leads reports whether the tokens from i on lead to the figure at token b by a
// word alone: “in 2019 to about”.
func (s *scan) leads(i, b int, join string) bool {
	joined := false
	for n := 0; i < b; i, n = i+1, n+1 {
		switch {
		case n == 9 || s.stop(i) || s.turns(i) || s.is(i, "and", "then", "but"):
			return false
		case s.is(i, join):
			if joined {
				return false
			}
			joined = true
		case s.is(i, "from", "to") || !joined && s.is(i, ",") && !(join == "from" && s.is(i+1, join)):
			return false
		}
	}
	return joined
}

// dated reports whether nothing but a time follows at token i: “after {{ a }} in
// 2019”, but not “after {{ a }} had left”.
func (s *scan) dated(i int) bool {
	return s.stop(i) || s.is(i, ",") || s.inYear(i) || s.is(i, "the", "a") && s.times[s.text(i+1)]
}

func (s *scan) inYear(i int) bool {
	return s.is(i, "in", "of") && s.at(i+1).year()
}

// upTo finds “up” or “down” in “went from {{ a }} in 2019 up to {{ b }}”, or -1.
func (s *scan) upTo(a, b int) int {
	i := b - 1
	for i > a && s.hedges[s.text(i)] && !s.is(i, "to") {
		i--
	}
	if word := i - 1; s.is(i, "to") && s.is(word, "up", "down") && word > a && word-a < 6 && s.is(a-1, "from") &&
		!s.is(word-1, "and", ",") && (word == a+1 || s.dated(a+1)) {
		return word
	}
	return -1
}

// against finds the comparison in “higher than before: {{ b }} against {{ a }}”, or
// -1.
func (s *scan) against(a, b int) int {
	i := a + 1
	if s.inYear(i) {
		i += 2
	}
	if i == b || !s.is(i, "against", "versus") || b-i > 3 || !s.is(a-1, ":") {
		return -1
	}
	for i = a - 2; i > a-10 && !s.stop(i) && s.at(i).kind != figure; i-- {
		if s.compares(i) && s.is(i+1, "than") {
			if s.denied(i) {
				return -1
			}
			return i
		}
	}
	return -1
}

// apposed finds the word in “{{ b }} in 2021, up from {{ a }}”, or in “{{ b }}, more
// than the {{ a }} of 2019”, or -1. “{{ a }}, more than {{ b }} of them old” is another
// thing.
func (s *scan) apposed(a, b int) int {
	for i := a + 1; i < min(b, a+7) && !s.stop(i); i++ {
		if s.is(i, "up", "down") && s.is(i+1, "from") && b-i < 7 {
			return i
		}
		if s.is(i-1, ",") {
			word := i
			for s.degrees[s.text(word)] {
				word++
			}
			if s.thanAt(word, b) && (s.is(b-1, "the") && s.dated(b+1) || s.stop(b+1)) {
				return word
			}
		}
		if s.turns(i) {
			break
		}
	}
	return -1
}

// compared finds the comparison in “{{ b }} is still more than {{ a }}”, or -1.
func (s *scan) compared(a, b int) int {
	i := a + 1
	for ; i < min(b, a+5) && !s.copulas[s.text(i)]; i++ {
		if s.stop(i) || s.is(i, ",", "and") {
			return -1
		}
	}
	if !s.copulas[s.text(i)] {
		return -1
	}
	for i++; s.hedges[s.text(i)] && !s.compares(i) || s.degrees[s.text(i)]; i++ {
	}
	if s.thanAt(i, b) {
		return i
	}
	return -1
}

// thanAt reports whether “more than”, “above” and the like at token i lead to the
// figure at token b.
func (s *scan) thanAt(i, b int) bool {
	if i >= b || !s.compares(i) || !s.is(i+1, "than") && !s.is(i, "above", "below") {
		return false
	}
	if s.is(i+1, "than") {
		i++
	}
	return s.leadsStraight(i+1, b)
}

// leadsStraight reports whether nothing stands between token i and the figure at
// token b that changes what is compared.
func (s *scan) leadsStraight(i, b int) bool {
	for ; i < b; i++ {
		if w := s.text(i); !s.owners[w] && !s.degrees[w] && !s.is(i, "about", "nearly", "almost") {
			return false
		}
	}
	return true
}

// compares reports whether token i compares two numbers.
func (s *scan) compares(i int) bool {
	t := s.text(i)
	return s.comparatives[t] || s.falls[t] && !s.is(i, "down")
}
