package code

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// A lexer runs the rules of a lexer of chroma's as chroma does, with four differences: it tries only rules that can
// begin with the character at hand, and leaves rules that Go's regular expressions read alike to those, which together
// saves most of the work; it gives each rule the time that it needs; and it gives up where the rules lead in a circle.
// A lexer of another kind than chroma's usual one is run by chroma.
type lexer struct {
	chroma.Lexer
	longest  int // source that it colours, in bytes
	registry *chroma.LexerRegistry
	regex    *chroma.RegexLexer // nil: chroma runs Lexer
	compiled chroma.CompiledRules
	rules    map[string][]rule // those compiled, by state, in their order
}

// A rule is a compiled rule with what is known of it beforehand.
type rule struct {
	*chroma.CompiledRule
	first func() firstSet       // found when the rule is first looked at: most never are
	own   func() *regexp.Regexp // matches plain text as the rule's own engine does; nil when that is not certain
	names []string              // of its groups; nil when nothing asks for them
}

// longestMatch is how long a rule may try. Chroma's own limit is a quarter of a second of wall time, after which it
// silently goes on with the next rule: on a busy machine, where a process may have to wait that long for its turn, the
// same source would now and then get other colours.
const longestMatch = 30 * time.Second

// mostEmpty is how many matches without a character may follow one another, and one more for each state to come out of.
// The rules of some languages lead from state to state in a circle where they do not understand a character.
const mostEmpty = 1000

var (
	errLong  = errors.New("the source is too long")
	errStill = errors.New("the lexer stands still")
)

// newLexer makes a lexer of one of chroma's, which finds others in a registry.
func newLexer(l chroma.Lexer, registry *chroma.LexerRegistry) *lexer {
	out := &lexer{Lexer: l, longest: longestIn(l.Config().Name), registry: registry, rules: map[string][]rule{}}
	regex, ok := l.(*chroma.RegexLexer)
	if !ok {
		l.SetRegistry(registry)
		return out
	}
	rules, err := regex.Rules()
	if err != nil {
		return out
	}
	rules = rules.Clone()
	rules["compiled"] = []chroma.Rule{{Pattern: "$", Mutator: out}} // a state that no other leads to
	own, err := chroma.NewLexer(l.Config(), func() chroma.Rules { return rules })
	if err != nil {
		return out
	}
	own.SetRegistry(registry)
	if _, err := own.Rules(); err != nil { // compiles them
		return out
	}
	for state, list := range out.compiled {
		for _, r := range list {
			r.Regexp.MatchTimeout = longestMatch
			known := rule{
				CompiledRule: r,
				first:        sync.OnceValue(func() firstSet { return firstSetOf(r.Pattern, l.Config()) }),
				own:          sync.OnceValue(func() *regexp.Regexp { return goRegexp(r.Pattern, l.Config()) }),
			}
			if _, simple := r.Type.(chroma.TokenType); !simple || r.Mutator != nil {
				for _, n := range r.Regexp.GetGroupNumbers() {
					known.names = append(known.names, r.Regexp.GroupNameFromNumber(n))
				}
			}
			out.rules[state] = append(out.rules[state], known)
		}
	}
	out.regex = own
	return out
}

// Mutate does nothing: no lexer comes to the state that it stands in.
func (l *lexer) Mutate(*chroma.LexerState) error { return nil }

// MutateLexer is how chroma hands out the rules that it has compiled.
func (l *lexer) MutateLexer(rules chroma.CompiledRules, state string, _ int) error {
	l.compiled = rules
	delete(rules, state)
	return nil
}

// tokenise returns the tokens of a text.
func (l *lexer) tokenise(text string, o *chroma.TokeniseOptions) (tokens []chroma.Token, err error) {
	defer func() {
		if r := recover(); r != nil { // chroma panics where its rules contradict one another
			err = fmt.Errorf("the lexer fails: %v", r)
		}
	}()
	switch {
	case len(text) > l.longest:
		return nil, errLong
	case l.regex == nil:
		return chroma.Tokenise(l.Lexer, o, text)
	}
	return l.run(text, o)
}

func (l *lexer) run(text string, o *chroma.TokeniseOptions) (out []chroma.Token, err error) {
	s := &chroma.LexerState{
		Lexer: l.regex, Registry: l.registry, Stack: []string{o.State}, Rules: l.compiled, MutatorContext: map[any]any{},
		NamedGroups: map[string]string{},
	}
	end := utf8.RuneCountInString(text)
	if l.Config().EnsureNL && !o.Nested && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	s.Text = []rune(text)
	if !plain(text) {
		text = ""
	}
	at, empty := -1, 0 // where the last match ended, and how many empty ones may follow it
	for s.Pos < end && len(s.Stack) > 0 {
		if s.Pos > at {
			at, empty = s.Pos, len(s.Stack)+mostEmpty
		} else if empty--; empty == 0 {
			return nil, errStill
		}
		s.State = s.Stack[len(s.Stack)-1]
		rule := l.match(s, text)
		switch {
		case rule == nil && s.Text[s.Pos] == '\n' && s.State != o.State: // as Pygments does after a mistake
			s.Stack = []string{o.State}
			continue
		case rule == nil:
			out = append(out, chroma.Token{Type: chroma.Error, Value: string(s.Text[s.Pos])})
			s.Pos++
			continue
		}
		s.Pos += utf8.RuneCountInString(s.Groups[0])
		if rule.Mutator != nil {
			if err := rule.Mutator.Mutate(s); err != nil {
				return nil, err
			}
		}
		switch kind := rule.Type.(type) {
		case nil:
		case chroma.TokenType: // as nearly always
			if kind != chroma.Ignore {
				out = append(out, chroma.Token{Type: kind, Value: s.Groups[0]})
			}
		default:
			next := kind.Emit(s.Groups, s)
			for t := next(); t != chroma.EOF; t = next() {
				if t.Type != chroma.Ignore {
					out = append(out, t)
				}
			}
		}
	}
	if s.Pos < len(s.Text) && len(s.Stack) == 0 {
		out = append(out, chroma.Token{Type: chroma.Error, Value: string(s.Text[s.Pos:])})
	}
	return out, nil
}

// match finds the first rule of the state that matches and sets its groups, in the place of the last ones; nil when there
// is none. The text is empty when it is not plain.
func (l *lexer) match(s *chroma.LexerState, text string) *chroma.CompiledRule {
	for i, r := range l.rules[s.State] {
		if !r.first().allows(s.Text[s.Pos]) {
			continue
		}
		s.Rule, s.Groups = i, s.Groups[:0]
		if text != "" && r.own() != nil {
			s.Groups = append(s.Groups, r.own().FindStringSubmatch(text[s.Pos:])...)
		} else if m, err := r.Regexp.FindRunesMatchStartingAt(s.Text, s.Pos); err == nil && m != nil && m.RuneIndex == s.Pos {
			for _, g := range m.Groups() {
				s.Groups = append(s.Groups, g.String())
			}
		}
		if len(s.Groups) == 0 {
			continue
		}
		if r.names != nil {
			clear(s.NamedGroups)
			for i, name := range r.names {
				s.NamedGroups[name] = s.Groups[i]
			}
		}
		return r.CompiledRule
	}
	return nil
}
