package code

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// A plain rule takes what chroma's engine takes, in every language there is.
func TestPlainRules(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	found, all := 0, 0
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		q := quicken(l, lexers.GlobalLexerRegistry)
		seen := map[string]bool{}
		for _, list := range q.rules {
			for i := range list {
				r := &list[i]
				if seen[r.Pattern] {
					continue
				}
				seen[r.Pattern] = true
				all++
				if r.plain == nil {
					continue
				}
				found++
				for range 60 {
					r.compare(t, q.config, []rune(near(random, r.plain)))
				}
			}
		}
	}
	t.Logf("%d of %d rules are plain", found, all)
	if found < all/4 {
		t.Errorf("only %d of %d rules are plain", found, all)
	}
}

func (r *rule) compare(t *testing.T, c *chroma.Config, text []rune) {
	length, ok, known := r.plain.match(text[1:])
	if !known {
		return
	}
	m, err := r.Regexp.FindRunesMatchStartingAt(text, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := m != nil && m.RuneIndex == 1
	if ok != want || ok && length != m.RuneLength {
		t.Errorf("%s: %q at 1 of %q: %d, %v; chroma finds %v", c.Name, r.Pattern, string(text), length, ok, m)
	}
}

// near makes a text that a rule may match from its second character on: what it
// asks for, with a mistake here and there.
func near(random *rand.Rand, p plain) string {
	var b strings.Builder
	b.WriteByte("a \n\""[random.IntN(4)])
	for i := range p {
		times := 1
		if p[i].more {
			times = random.IntN(4)
		} else if p[i].least == 0 {
			times = random.IntN(2)
		}
		for range times {
			b.WriteByte(p[i].any(random))
		}
		if random.IntN(6) == 0 {
			b.WriteByte(byte(random.IntN(128)))
		}
		if random.IntN(12) == 0 {
			break
		}
	}
	b.WriteByte(byte(random.IntN(128)))
	return b.String()
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

// What leaves a choice, or is read in another way by chroma's engine, is not plain.
func TestPlainRule(t *testing.T) {
	for _, c := range []struct {
		pattern string
		plain   bool
	}{
		{`x`, true}, {`[^,\n]+`, true}, {`"[^"]*"`, true}, {`\r?\n`, true}, {`x|y`, true}, {`(x+)(y)`, true}, {`[a-z_]\w*`, true},
		{`x*x`, false}, {`x?x`, false}, {`x+[a-z]`, false}, {`x*y?x`, false}, {`x*y*`, false}, {`.*\.`, false},
		{`x+?`, false}, {`(xy)+`, false}, {`x|yz`, false}, {`x{2,3}`, false}, {`\bx`, false}, {`^x`, false}, {`x$`, false},
		{`[a-z-[aeiou]]`, false}, {`[^\W\d]`, false}, {`\Qx`, false}, {`[[:alpha:]]`, false}, {`(?<!x)y`, false}, {`x(?=y)`, false},
	} {
		if got := plainRule(parse(c.pattern, &chroma.Config{})) != nil; got != c.plain {
			t.Errorf("%s is plain: %v", c.pattern, got)
		}
	}
}
