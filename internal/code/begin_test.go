package code

import (
	"math/rand/v2"
	"regexp/syntax"
	"testing"
	"unicode/utf8"
)

// Whatever chroma's engine matches is tried: in samples of many languages, at each
// place, and in texts made for the rule.
func TestBegins(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds of engine")
	}
	random := rand.New(rand.NewPCG(3, 4))
	var texts [][]rune
	for _, s := range samples {
		texts = append(texts, []rune(s))
	}
	matched := 0
	all := everyRule()
	for i := range all {
		r := &all[i]
		try := func(text []rune, at int) {
			length := r.engine(t, text, at)
			r.compare(t, text, at, length)
			if length < 0 {
				return
			}
			matched++
			if !r.begin.allows(text[at:]) {
				t.Errorf("%s: %q matches %q, and is not tried", r.config.Name, r.Pattern, string(text[at:]))
			}
		}
		for _, text := range texts {
			for at := range text {
				try(text, at)
			}
		}
		if program := programOf(r); program != nil {
			for range 10 {
				try(append([]rune{'\n'}, some(random, program)...), 1)
			}
		}
	}
	t.Logf("%d rules, %d matches", len(all), matched)
	if matched < 100_000 {
		t.Errorf("only %d matches", matched)
	}
}

func programOf(r *ruleOf) *syntax.Prog {
	re := parse(looksAbout.ReplaceAllString(r.Pattern, ""), r.config)
	if re == nil {
		return nil
	}
	program, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil
	}
	return program
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
