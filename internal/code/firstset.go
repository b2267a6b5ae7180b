package code

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// A firstSet holds the characters of ASCII that a match of a rule can begin with. Nil means that it is not known, and
// that any may.
type firstSet []bool

// allows reports whether a match can begin with a character.
func (set firstSet) allows(r rune) bool { return set == nil || r >= utf8.RuneSelf || set[r] }

// firstSetOf finds what a match of a pattern can begin with. It compiles the pattern as Go's regular expressions do
// and collects the instructions that can take the first character.
func firstSetOf(pattern string, c *chroma.Config) firstSet {
	_, program := parse(lookaround.ReplaceAllString(pattern, ""), c)
	if program == nil {
		return nil
	}
	set := make(firstSet, utf8.RuneSelf)
	for r := range control {
		set[r] = true
	}
	seen := map[uint32]bool{}
	var walk func(pc uint32) bool // false: there is a match without a character
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
			for r := range set {
				set[r] = set[r] || in.MatchRune(rune(r))
			}
			return true
		}
	}
	if !walk(uint32(program.Start)) {
		return nil
	}
	return set
}

// goRegexp compiles a pattern for Go's engine, to match at the beginning of a text; nil where the two engines may differ
// on plain text: where the pattern looks around, or names its groups, which chroma's engine counts last.
func goRegexp(pattern string, c *chroma.Config) *regexp.Regexp {
	re, program := parse(pattern, c)
	if program == nil || strings.Contains(pattern, "(?<") || strings.Contains(pattern, "(?P<") ||
		slices.ContainsFunc(program.Inst, func(in syntax.Inst) bool { return in.Op == syntax.InstEmptyWidth }) {
		return nil
	}
	own, err := regexp.Compile(`\A(?:` + re.String() + `)`)
	if err != nil {
		return nil
	}
	return own
}

// plain reports whether a text is of ASCII without control characters other than tabs and line ends: the two engines
// agree on its words, spaces and letters.
func plain(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf || r < control && r != '\n' && r != '\t' })
}

// control is how many characters begin ASCII of which Go's expressions and chroma's take some in different ways: they
// differ in what is a space.
const control = ' '

// parse reads and compiles a pattern as Go's regular expressions do; nil where they cannot, or where chroma's would read
// something else.
func parse(pattern string, c *chroma.Config) (*syntax.Regexp, *syntax.Prog) {
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
		return nil, nil
	}
	parsed, err := syntax.Parse(pattern, flags)
	if err != nil {
		return nil, nil
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, nil
	}
	return parsed, program
}

// readOtherwise finds what Go's expressions and chroma's read in different ways: quoting, groups by their number, named
// classes, a class without another, [a-z-[aeiou]], ranges from or to a hyphen, and classes of what is not of a kind,
// which chroma's engine mistakes within brackets.
var readOtherwise = regexp.MustCompile(`\\Q|\\[WDSP]|\\[1-9]|\[:|-\[|\\--|-\\-`)

// lookaround finds what a pattern asks of the characters around before it takes one, which Go's expressions cannot. A
// match begins as it would without.
var lookaround = regexp.MustCompile(`^(?:\(\?<?[=!](?:[^()\[\\]|\\.)*\))+`)
