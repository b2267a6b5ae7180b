package code

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// everyRule is every rule of every language, each pattern of a language once.
var everyRule = sync.OnceValue(func() (all []ruleOf) {
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		q := quicken(l, lexers.GlobalLexerRegistry)
		seen := map[string]bool{}
		for _, list := range q.rules {
			for _, r := range list {
				if !seen[r.Pattern] {
					seen[r.Pattern] = true
					all = append(all, ruleOf{r, q.config})
				}
			}
		}
	}
	return all
})

type ruleOf struct {
	rule
	config *chroma.Config
}

// engine is how long a match chroma's engine finds at a place; -1: none.
func (r *ruleOf) engine(t *testing.T, text []rune, at int) int {
	t.Helper()
	m, err := r.Regexp.FindRunesMatchStartingAt(text, at)
	if err != nil {
		t.Fatal(err)
	}
	if m == nil || m.RuneIndex != at {
		return -1
	}
	return m.RuneLength
}

// compare holds a row to what chroma's engine finds.
func (r *ruleOf) compare(t *testing.T, text []rune, at, want int) {
	t.Helper()
	if r.row == nil {
		return
	}
	length, ok, certain := r.row.match(text[at:])
	if !ok {
		length = -1
	}
	if certain && length != want {
		t.Errorf("%s: %q at %d of %q takes %d, chroma %d", r.config.Name, r.Pattern, at, string(text), length, want)
	}
}

// A row takes what chroma's engine takes: every character, wherever the row
// comes to it.
func TestRows(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds of engine")
	}
	random := rand.New(rand.NewPCG(1, 2))
	rows := 0
	all := everyRule()
	for i := range all {
		r := &all[i]
		if r.row != nil {
			rows++
		}
		text := []rune{'a'}
		for k := range r.row {
			for c := range rune(utf8.RuneSelf) {
				for _, tail := range []string{"", "a", r.row[k:].some(random), r.row[k+1:].some(random) + "\n"} {
					whole := slices.Concat(text, []rune{c}, []rune(tail))
					r.compare(t, whole, 1, r.engine(t, whole, 1))
				}
			}
			text = append(text, []rune(r.row[k:k+1].some(random))...)
		}
	}
	t.Logf("%d of %d rules are rows", rows, len(all))
	if rows < len(all)/4 {
		t.Errorf("only %d of %d rules are rows", rows, len(all))
	}
}

// some is a text that a row takes.
func (w row) some(random *rand.Rand) string {
	var out []byte
	for i := range w {
		for range w[i].least + random.IntN(2) {
			out = append(out, w[i].any(random))
			if !w[i].more {
				break
			}
		}
	}
	return string(out)
}

// any is some character that a step takes.
func (s *step) any(random *rand.Rand) byte {
	first := random.IntN(len(s.holds))
	for i := range s.holds {
		if r := (first + i) % len(s.holds); s.holds[r] {
			return byte(r)
		}
	}
	return 'x'
}

// What leaves a choice, or is read in another way by chroma's engine, is no row.
func TestRowOf(t *testing.T) {
	for _, c := range []struct {
		pattern string
		row     bool
	}{
		{`x`, true}, {`[^,\n]+`, true}, {`"[^"]*"`, true}, {`\r?\n`, true}, {`x|y`, true}, {`(x+)(y)`, true}, {`[a-z_]\w*`, true},
		{`x*x`, false}, {`x?x`, false}, {`x+[a-z]`, false}, {`x*y?x`, false}, {`x*y*`, false}, {`.*\.`, false},
		{`x+?`, false}, {`(xy)+`, false}, {`x|yz`, false}, {`x{2,3}`, false}, {`\bx`, false}, {`^x`, false}, {`x$`, false},
		{`[a-z-[aeiou]]`, false}, {`[^\W\d]`, false}, {`\Qx`, false}, {`[[:alpha:]]`, false}, {`(?<!x)y`, false}, {`x(?=y)`, false},
		{`\10`, false}, {`[\--z]`, false}, {`[+-\-]`, false},
	} {
		if got := rowOf(parse(c.pattern, &chroma.Config{})) != nil; got != c.row {
			t.Errorf("%s is a row: %v", c.pattern, got)
		}
	}
}
