package claims

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/ledger"
	"sharingthecost/internal/unit"
)

// A printing is a text with its figures written out.
type printing struct {
	*scan
	text    string
	figures []printed
	bounds  map[int]bool // where a figure begins or ends
}

// A printed is a figure in a printing: where it stands there and in its text.
type printed struct {
	start, end int
	at         ledger.Mention
	unit       unit.Unit
	own, prose string // what it says, and what it says in prose
}

// print writes the figures of a text out. Those that cannot be written are left
// blank.
func (c *Checker) print(text string, mentions []ledger.Mention) printing {
	mentions = slices.SortedFunc(slices.Values(mentions), func(a, b ledger.Mention) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	p := printing{bounds: map[int]bool{}}
	at := 0
	for _, m := range mentions {
		if m.Start < at || m.End > len(text) {
			continue
		}
		b.WriteString(text[at:m.Start])
		at = m.End
		m.Form = cmp.Or(m.Form, string(unit.Prose))
		own, f, fault := c.book.Write(m)
		if fault != nil || own == "" || c.book.Broken(m.ID) {
			b.WriteString("  ")
			continue
		}
		start := b.Len()
		b.WriteString(own)
		p.bounds[start], p.bounds[b.Len()] = true, true
		prose, _ := f.Text(c.book.Lang, string(unit.Prose))
		p.figures = append(p.figures, printed{start, b.Len(), m, f.Value.Unit, own, prose})
	}
	b.WriteString(text[at:])
	p.text = b.String()
	p.scan = c.lang.scan(p.text)
	return p
}

// beside finds what stands at a figure and changes what it says: digits, a sign, a
// scale or another unit.
func (c *Checker) beside(text string, mentions []ledger.Mention) []Claim {
	if len(mentions) == 0 {
		return nil
	}
	p := c.print(text, mentions)
	var out []Claim
	end, token := 0, 0 // of what has been reported; the first of a figure
	for i, f := range p.figures {
		token = p.tokenAt(token, f.start)
		from, to := p.changed(f, token)
		if from == f.start && to == f.end || from < end {
			continue
		}
		end = to
		out = append(out, Claim{
			Start: f.at.Start - max(f.start-from, 0), End: f.at.End + p.behind(i, to),
			Text:     plainSpaces(p.text[from:to]),
			Hint:     besideHint,
			contrary: "the figure " + f.at.ID + " says " + plainSpaces(f.own),
		})
	}
	return out
}

const besideHint = "a figure brings its whole text: leave out what is beside it, or change value and unit in its record"

func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// behind is how much of the text behind figure i lies before the byte to. A figure
// that follows at once is left out.
func (p *printing) behind(i, to int) int {
	if i+1 < len(p.figures) {
		to = min(to, p.figures[i+1].start)
	}
	return max(to-p.figures[i].end, 0)
}

// tokenAt is the first token, from token i on, that ends behind a byte.
func (p *printing) tokenAt(i, at int) int {
	for i < len(p.tokens) && int(p.at(i).end) <= at {
		i++
	}
	return i
}

// changed returns the bytes of a figure, whose first token is given, with what is
// beside it that changes what it says.
func (p *printing) changed(f printed, first int) (from, to int) {
	for j := first; j < len(p.tokens) && int(p.at(j).start) < f.end && !p.is(j, "twice"); j++ {
		n, ok := p.number(j)
		if !ok {
			continue
		}
		q := p.quantity(n)
		from, to = min(int(p.at(q.first).start), f.start), max(int(p.at(q.last-1).end), f.end)
		if int(p.at(j).start) >= f.start && p.fits(f, q) {
			from, to = f.start, f.end
		}
		return p.glued(f, first, min(from, p.signed(first, f)), to)
	}
	return f.start, f.end
}

// fits reports whether a quantity says what the figure says that is its number.
// Nouns, measures and “times” are the sentence’s to add where the figure has none.
func (p *printing) fits(f printed, q quantity) bool {
	this := p.judged(q)
	fits := func(text string) bool {
		s := p.language.scan(text)
		for i := range s.tokens {
			if n, ok := s.number(i); ok {
				own := s.quantity(n)
				if s.judged(own) == this {
					return true
				}
				if own.measure == points && this.measure == percent && f.at.Form == string(unit.Number) {
					return own.value == q.value // the sentence words it
				}
				bare := this.measure.money() && own.measure == nothing && q.first == q.from // “nine won a prize”
				return (bare || this.measure == nothing) && own.value == q.value            // “a $5 barrel”
			}
		}
		return false
	}
	return fits(f.own) || f.at.Form == string(unit.Number) && fits(f.prose)
}

// judged is a quantity with what distinguishes it from others.
func (s *scan) judged(q quantity) amount {
	m := q.measure
	switch {
	case m == people, m == measured, m == position, m == multiple,
		m == points && s.is(q.last-1, "points", "point") && !s.is(q.last-2, "percentage", "-"): // of an index
		m = nothing
	}
	return amount{m, strconv.FormatFloat(q.value, 'g', -1, 64)}
}

// signed is where what changes a figure, whose first token is given, begins before
// it: a minus, a point, the first half of a number in words.
func (p *printing) signed(first int, f printed) int {
	mark := p.at(first - 1)
	if mark.kind == word || int(mark.end) != f.start {
		return f.start
	}
	before := p.at(first - 2)
	switch {
	case mark.text == "–" && !mark.glued, mark.text == "." && !mark.glued,
		p.signs[mark.text] != nothing && f.at.Form != string(unit.Number):
		return int(mark.start)
	case (mark.text == "/" || mark.text == "⁄") && mark.glued && before.kind == digits && !p.bounds[int(before.end)],
		mark.text == "-" && mark.glued && p.numbers[before.text] >= 20:
		return int(before.start)
	}
	return f.start
}

// glued widens what is changed by the marks behind a figure: ",000", "½", "€", and
// units where it has one.
func (p *printing) glued(f printed, first, from, to int) (int, int) {
	j := first
	for j < len(p.tokens) && int(p.at(j).start) < f.end {
		j++
	}
	if end := int(p.at(j - 1).end); end > f.end { // a word goes on: “30 kmkm”
		return from, max(to, end)
	}
	t, next := p.at(j), p.at(j+1)
	close := int(t.start) == f.end
	number := f.at.Form == string(unit.Number)
	switch {
	case close && (t.kind == digits || vulgar[t.text] > 0 || strings.Contains("²³‰", t.text)),
		close && strings.Contains("%°", t.text) && !number,
		p.signs[t.text] != nothing && next.kind != digits && !(number && strings.Contains(f.prose, t.text)):
		return from, max(to, int(t.end))
	case close && strings.Contains(".,/⁄'’", t.text) && next.glued && next.kind == digits && !p.bounds[int(next.start)]:
		return from, max(to, int(next.end))
	case t.kind == digits && len(t.text) == 3 && t.text[0] == '0':
		return from, max(to, int(t.end))
	}
	if last := p.unitTwice(f, j); last > 0 && !number {
		return from, max(to, int(p.at(last-1).end))
	}
	return from, to
}

// unitTwice returns the token behind a unit at token j that the figure before it
// has one for already: “€5 euros”, “15 °C degrees”; or 0.
func (p *printing) unitTwice(f printed, j int) (last int) {
	s := p.language.scan(f.own)
	for i := range s.tokens {
		n, ok := s.number(i)
		if !ok {
			continue
		}
		own := s.quantity(n).measure
		u, last := p.unitAt(j, number{value: n.value, inDigits: true, scaled: 1})
		this := u.measure
		name := p.at(last - 1)
		several := strings.HasSuffix(name.text, "s") || name.capitals && !p.acronyms[name.text]
		if several && name.kind == word && len(name.text) > 2 && (own.money() && this.money() || own == measured && this == measured) || this == percent && own != nothing {
			return last
		}
		return 0
	}
	return 0
}
