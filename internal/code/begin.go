package code

import (
	"regexp"
	"regexp/syntax"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// A begin says with which two characters of ASCII a match of a rule can begin: by
// the first, those that may come second; nil for a first that none begins with. A
// nil begin allows all, since it is not known.
type begin [utf8.RuneSelf]*kind

// A kind is some characters of ASCII.
type kind [utf8.RuneSelf]bool

// anything is what may follow a character that is all there need be.
var anything = func() *kind {
	var k kind
	for r := range k {
		k[r] = true
	}
	return &k
}()

// allows reports whether a match can begin as a text does.
func (b *begin) allows(text []rune) bool {
	if b == nil || text[0] >= utf8.RuneSelf {
		return true
	}
	second := b[text[0]]
	return second != nil && (len(text) == 1 || text[1] >= utf8.RuneSelf || second[text[1]])
}

// beginOf finds what a match of an expression can begin with.
func beginOf(re *syntax.Regexp) *begin {
	if re == nil {
		return nil
	}
	program, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil
	}
	first, all := reached(program, uint32(program.Start))
	if !all {
		return nil
	}
	var out begin
	after := map[uint32]*kind{} // by place in the program
	for _, in := range first {
		next := after[in.Out]
		if next == nil {
			next = follows(program, in.Out)
			after[in.Out] = next
		}
		for r := range out {
			switch {
			case !in.MatchRune(rune(r)) || out[r] == next:
			case out[r] == nil:
				out[r] = next
			default:
				out[r] = out[r].or(next)
			}
		}
	}
	for r := range control {
		out[r] = anything
	}
	return &out
}

// control is how many characters begin ASCII of which Go's expressions and
// chroma's take some in different ways: they differ in what is a space.
const control = ' '

// follows finds the characters that may come next in a match.
func follows(program *syntax.Prog, pc uint32) *kind {
	next, all := reached(program, pc)
	if !all {
		return anything
	}
	var k kind
	for r := range k {
		k[r] = r < control
		for _, in := range next {
			k[r] = k[r] || in.MatchRune(rune(r))
		}
	}
	return &k
}

func (k *kind) or(more *kind) *kind {
	both := *k
	for r := range both {
		both[r] = both[r] || more[r]
	}
	return &both
}

// reached finds the instructions for the next character, and reports whether
// there has to be one.
func reached(program *syntax.Prog, pc uint32) (next []*syntax.Inst, all bool) {
	seen := map[uint32]bool{}
	var walk func(pc uint32) bool
	walk = func(pc uint32) bool {
		if seen[pc] {
			return true
		}
		seen[pc] = true
		switch in := &program.Inst[pc]; in.Op {
		case syntax.InstMatch:
			return false
		case syntax.InstAlt, syntax.InstAltMatch:
			return walk(in.Out) && walk(in.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			return walk(in.Out)
		case syntax.InstFail:
			return true
		default:
			next = append(next, in)
			return true
		}
	}
	all = walk(pc)
	return next, all
}

// parse reads a pattern as Go's regular expressions do; nil where they cannot, or
// where chroma's would read something else.
func parse(pattern string, c *chroma.Config) *syntax.Regexp {
	flags := syntax.Perl
	if !c.NotMultiline {
		flags &^= syntax.OneLine
	}
	if c.CaseInsensitive {
		flags |= syntax.FoldCase
	}
	if c.DotAll {
		flags |= syntax.DotNL
	}
	if readOtherwise.MatchString(pattern) {
		return nil
	}
	parsed, err := syntax.Parse(pattern, flags)
	if err != nil {
		return nil
	}
	return parsed
}

// readOtherwise finds what Go's expressions and chroma's read in different ways:
// quoting, groups by their number, named classes, a class without another,
// [a-z-[aeiou]], ranges from or to a hyphen, and classes of what is not of a kind,
// which chroma's engine mistakes within brackets.
var readOtherwise = regexp.MustCompile(`\\Q|\\[WDSP]|\\[1-9]|\[:|-\[|\\--|-\\-`)

// looksAbout finds what a pattern asks of the characters around before it takes
// one, which Go's expressions cannot. A match begins as it would without.
var looksAbout = regexp.MustCompile(`^(?:\(\?<?[=!](?:[^()\[\\]|\\.)*\))+`)
