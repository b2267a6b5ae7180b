package claims

import (
	"slices"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

// A Claim is a number of a text that claims something and is not from the
// ledger, or a word of direction that contradicts the figures beside it. Offsets are bytes of the text.
type Claim struct {
	Start, End int
	Text       string // the words at fault
	Hint       string // what to write instead

	measure  measure
	unit     string // the words of a measure
	value    float64
	contrary string // of a word of direction: what the figures say
}

// Problem is the claim as the text of a problem.
func (c Claim) Problem() string {
	if c.contrary != "" {
		return `"` + c.Text + `", but ` + c.contrary
	}
	return `"` + c.Text + `" is not in the ledger`
}

// A Checker finds claims in texts, and the figures of a ledger that say the
// same. It does not change after [New].
type Checker struct {
	book    *ledger.Ledger
	lang    *language
	written map[amount][]form
}

// New returns a Checker for a ledger, with its units and vocabulary.
func New(book *ledger.Ledger) *Checker {
	lang := of(book.Lang).with(book.Units, book.Vocabulary)
	return &Checker{book, lang, lang.writtenForms(book.Figures)}
}

// A Text is what is judged, with what its author excepted.
type Text struct {
	S          string
	Figures    []ledger.Mention // the figures in it, by the bytes where they stand
	Literals   []string         // numbers that claim nothing
	Directions []string         // words of direction that are right as they stand
}

// Find finds the numbers of a text that make a claim, as the package
// documentation defines it, in order, and then the words of direction that
// contradict the figures beside them. Those inside what the author excepted are
// left out.
func (c *Checker) Find(t Text) []Claim {
	text := masked(t.S)
	beside := c.directions(text, t.Figures)
	claims := slices.DeleteFunc(outside(c.lang.find(t.S), t.S, t.Literals), func(c Claim) bool { // “doubled” from a figure to a figure
		return slices.ContainsFunc(beside.right, func(r [2]int) bool { return r[0] <= c.Start && c.End <= r[1] }) ||
			slices.ContainsFunc(beside.wrong, func(d Claim) bool { return d.Start <= c.Start && c.End <= d.End })
	})
	for i := range claims {
		claims[i].Hint = c.hint(claims[i], t.S)
	}
	for _, d := range c.beside(t.S, t.Figures) {
		claims = append(slices.DeleteFunc(claims, func(c Claim) bool { return c.Start < d.End && d.Start < c.End }), d)
	}
	return append(claims, outside(beside.wrong, t.S, t.Directions)...)
}

// Text checks a text of a file of records, at its place.
func (c *Checker) Text(t record.Text) diag.List {
	var problems diag.List
	mentions, _ := ledger.ParseMentions(t.S)
	for _, claim := range c.Find(Text{S: t.S, Figures: mentions}) {
		problems.Report(t.Pos(claim.Start, claim.End), claim.Problem(), claim.Hint)
	}
	return problems
}

// Printed checks a text that is printed unchanged, without {{ id }} written out:
// a name, a title, a note on a source. It may neither claim a number nor mention
// a figure.
func (c *Checker) Printed(t record.Text) diag.List {
	const hint = "leave the number out; this text is printed as it stands, without figures"
	var problems diag.List
	mentions, _ := ledger.ParseMentions(t.S)
	for _, m := range mentions {
		problems.Report(t.Pos(m.Start, m.End), "no figure can be mentioned here", hint)
	}
	for _, p := range c.Text(t) {
		problems.Report(p.Pos, p.Text, hint)
	}
	return problems
}

// Records checks the texts of the ledger's own records.
func (c *Checker) Records() diag.List {
	var problems diag.List
	for _, t := range c.book.Texts {
		if t.Words {
			continue
		}
		text := t.Text
		if t.Cited { // words in quotation marks are a source's
			text.S = unquoted(text.S)
		}
		if t.Printed {
			problems.Add(c.Printed(text))
			continue
		}
		for _, p := range c.Text(text) {
			switch p.Hint { // these files have no front matter
			case unknownHint:
				p.Hint = "add it to content/figures.yaml with its source"
			case contraryHint:
				p.Hint = "use a word or figures that fit"
			}
			problems = append(problems, p)
		}
	}
	return problems
}

// find finds the claims of a text.
func (l *language) find(text string) []Claim {
	s := l.scan(masked(text))
	var out []Claim
	add := func(first, last int, m measure, v float64) {
		start, end := int(s.at(first).start), int(s.at(last-1).end)
		out = append(out, Claim{Start: start, End: end, Text: text[start:end], measure: m, value: v})
	}
	chained := false // the number before was a reference, and this one ends its range
	for i := 0; i < len(s.tokens); {
		if !s.begins(i) {
			i++
			continue
		}
		if last, v := s.wording(i); last > 0 {
			m := nothing
			if v > 0 {
				m = multiple
			}
			add(i, last, m, v)
			i = last
			continue
		}
		n, ok := s.number(i)
		if !ok {
			i++
			continue
		}
		if last := s.proportion(n); last > 0 {
			add(i, last, nothing, 0)
			i = last
			continue
		}
		q := s.quantity(n)
		s.shareUnit(&q)
		reference := s.reference(q, chained)
		if !reference && s.isClaim(q) {
			add(q.first, q.last, q.measure, q.value)
			out[len(out)-1].unit = s.unitWords(q)
		}
		chained = reference && (s.is(q.to, "–") || s.dash(q.to))
		i = q.last
	}
	return out
}

// begins reports whether a number, or a wording of one, may begin at token i.
func (s *scan) begins(i int) bool {
	t := s.tokens[i]
	if t.kind == word {
		return s.starts[t.text] || s.fold(t.text) > 0
	}
	return t.kind == digits || vulgar[t.text] > 0
}
