package code

import (
	"maps"
	"math/rand/v2"
	"regexp/syntax"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Whatever chroma's engine matches is tried: in samples of many languages, at each
// place, and in texts made for the rule.
func TestFirstSets(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds of engine")
	}
	random := rand.New(rand.NewPCG(3, 4))
	rules, matched := 0, 0
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		seen := map[string]bool{}
		own := newLexer(l, lexers.GlobalLexerRegistry)
		var all []rule
		for _, state := range slices.Sorted(maps.Keys(own.rules)) {
			all = append(all, own.rules[state]...)
		}
		for _, r := range all {
			if seen[r.Pattern] {
				continue
			}
			seen[r.Pattern] = true
			rules++
			try := func(text []rune, at int) {
				m, err := r.Regexp.FindRunesMatchStartingAt(text, at)
				if err != nil {
					t.Fatal(err)
				}
				if m == nil || m.RuneIndex != at {
					return
				}
				matched++
				if !r.first().allows(text[at]) {
					t.Errorf("%s: %q matches %q, and is not tried", l.Config().Name, r.Pattern, string(text[at:]))
				}
			}
			for _, sample := range samples {
				text := []rune(sample)
				for at := range text {
					try(text, at)
				}
			}
			if _, program := parse(lookaround.ReplaceAllString(r.Pattern, ""), l.Config()); program != nil {
				for range 10 {
					try(append([]rune{'\n'}, some(random, program)...), 1)
				}
			}
		}
	}
	t.Logf("%d rules, %d matches", rules, matched)
	if matched < 100_000 {
		t.Errorf("only %d matches", matched)
	}
}

// What begins a match is found; where that cannot be told, anything may.
func TestFirstSetOf(t *testing.T) {
	for pattern, want := range map[string]string{
		`abc|x+`: "ax", `[0-9a]b`: "0123456789a", `(?<!q)y`: "y", `\s*\b#`: "\t\n #", `(?i:k)`: "Kk",
		`x*`: "all", `$`: "all", `\Qx`: "all", `[a-z-[aeiou]]`: "all", `[^\W\d]`: "all", `[[:alpha:]]`: "all", `(x)\1`: "all",
	} {
		got, set := "all", firstSetOf(pattern, &chroma.Config{})
		if set != nil {
			got = ""
			for r := range utf8.RuneSelf {
				if set[r] && (r >= control || r == '\t' || r == '\n') {
					got += string(rune(r))
				}
			}
		}
		if want != "all" && want[0] != '\t' { // control characters may always
			want = "\t\n" + want
		}
		if got != want {
			t.Errorf("%s begins with %q, want %q", pattern, got, want)
		}
	}
}

// some makes a text that an expression takes, with a little more behind it.
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
	return append(out, ' ')
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
