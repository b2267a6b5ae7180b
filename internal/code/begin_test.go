package code

import (
	"math/rand/v2"
	"regexp/syntax"
	"testing"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2/lexers"
)

// Whatever a rule matches begins as it is known to begin, in every language.
func TestBegins(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	known, matched := 0, 0
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		q := quicken(l, lexers.GlobalLexerRegistry)
		seen := map[string]bool{}
		for _, list := range q.rules {
			for i := range list {
				r := &list[i]
				if seen[r.Pattern] || r.begin == nil {
					continue
				}
				seen[r.Pattern] = true
				known++
				parsed := parse(looksAbout.ReplaceAllString(r.Pattern, ""), q.config)
				program, err := syntax.Compile(parsed.Simplify())
				if err != nil {
					t.Fatal(err)
				}
				for range 10 {
					text := append([]rune{'\n'}, some(random, program)...)
					m, err := r.Regexp.FindRunesMatchStartingAt(text, 1)
					if err != nil || m == nil || m.RuneIndex != 1 {
						continue
					}
					matched++
					if len(text) > 1 && !r.begin.allows(text[1:]) {
						t.Errorf("%s: %q matches %q, and is not tried", q.config.Name, r.Pattern, string(text[1:]))
					}
				}
			}
		}
	}
	t.Logf("%d rules, %d matches", known, matched)
	if matched < 10_000 {
		t.Errorf("only %d matches", matched)
	}
}

// some makes a text that a program takes, with a little more behind it.
func some(random *rand.Rand, program *syntax.Prog) []rune {
	var out []rune
	pc := uint32(program.Start)
	for range 200 {
		in := &program.Inst[pc]
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			pc = [2]uint32{in.Out, in.Arg}[random.IntN(2)]
			continue
		case syntax.InstMatch, syntax.InstFail:
			return append(out, []rune(" a\n.")[random.IntN(4)])
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			out = append(out, taken(random, in))
		}
		pc = in.Out
	}
	return out
}

// taken is a character that an instruction takes, of ASCII if there is one.
func taken(random *rand.Rand, in *syntax.Inst) rune {
	first := random.IntN(utf8.RuneSelf)
	for i := range utf8.RuneSelf {
		r := rune((first + i) % utf8.RuneSelf)
		if r == '\v' && in.MatchRune(' ') || in.MatchRune(r) { // a space only for chroma
			return r
		}
	}
	return in.Rune[0]
}
