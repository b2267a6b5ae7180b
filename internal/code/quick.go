package code

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// A quick lexer runs the rules of a chroma lexer as chroma does, but tries only
// those that can match at all where the next two characters are those at hand, which
// saves most of the work. A lexer of another kind than chroma's usual one has no
// rules to look at and is run by chroma.
type quick struct {
	lexer    chroma.Lexer
	config   *chroma.Config
	longest  int // source that it colours, in bytes
	registry *chroma.LexerRegistry
	regex    *chroma.RegexLexer // nil: chroma runs lexer
	states   chroma.CompiledRules
	rules    map[string][]rule // by state, in their order
}

// A rule is a compiled rule with what is known of it beforehand.
type rule struct {
	*chroma.CompiledRule
	begin *begin
	row   row      // how to find it without chroma's engine; nil: not known
	names []string // of the groups, the whole match first; nil: nobody asks for any
}

// longestMatch is how long a rule may try. Chroma's own limit is a quarter of a
// second of wall time, after which it silently goes on with the next rule: on a
// busy machine, where a process may have to wait that long for its turn, the
// same source would now and then get other colours.
const longestMatch = 30 * time.Second

// mostEmpty is how many matches without a character may follow one another, and
// one more for each state to come out of. The rules of some languages lead from
// state to state in a circle where they do not understand a character.
const mostEmpty = 1000

var (
	errLong  = errors.New("the source is too long")
	errStill = errors.New("the lexer stands still")
)

// quicken makes a quick lexer of chroma's, which finds others in a registry.
func quicken(l chroma.Lexer, registry *chroma.LexerRegistry) *quick {
	q := &quick{lexer: l, config: l.Config(), longest: longestIn(l.Config().Name), registry: registry}
	regex, ok := l.(*chroma.RegexLexer)
	if !ok {
		l.SetRegistry(registry)
		return q
	}
	rules, err := regex.Rules()
	if err != nil {
		return q
	}
	all := chroma.Rules{"quick": {{Pattern: "$", Mutator: q}}} // a state that no other leads to
	for state, list := range rules {
		all[state] = list
	}
	own, err := chroma.NewLexer(q.config, func() chroma.Rules { return all })
	if err != nil {
		return q
	}
	own.SetRegistry(registry)
	if _, err := own.Rules(); err != nil { // compiles them
		return q
	}
	q.regex, q.rules = own, map[string][]rule{}
	for state, list := range q.states {
		for _, r := range list {
			r.Regexp.MatchTimeout = longestMatch
			q.rules[state] = append(q.rules[state], known(r, q.config))
		}
	}
	return q
}

// known finds what there is to know of a rule.
func known(r *chroma.CompiledRule, c *chroma.Config) rule {
	re := parse(r.Pattern, c)
	out := rule{CompiledRule: r}
	groups := len(r.Regexp.GetGroupNumbers())
	if _, simple := r.Type.(chroma.TokenType); !simple || r.Mutator != nil {
		for i := range groups {
			out.names = append(out.names, r.Regexp.GroupNameFromNumber(i))
		}
	}
	if groups == 1 || out.names == nil { // a row finds no groups
		out.row = rowOf(re)
	}
	if look := looksAbout.FindString(r.Pattern); re == nil && look != "" {
		re = parse(r.Pattern[len(look):], c)
	}
	out.begin = beginOf(re)
	return out
}

// Mutate does nothing: no lexer comes to the state that it stands in.
func (q *quick) Mutate(*chroma.LexerState) error { return nil }

// MutateLexer is how chroma hands out the rules that it has compiled.
func (q *quick) MutateLexer(rules chroma.CompiledRules, state string, _ int) error {
	q.states = rules
	delete(rules, state)
	return nil
}

// tokenise returns the tokens of a text.
func (q *quick) tokenise(text string, o *chroma.TokeniseOptions) (tokens []chroma.Token, err error) {
	defer func() {
		if r := recover(); r != nil { // chroma panics where its rules contradict one another
			err = fmt.Errorf("the lexer fails: %v", r)
		}
	}()
	switch {
	case len(text) > q.longest:
		return nil, errLong
	case q.regex == nil:
		return chroma.Tokenise(q.lexer, o, text)
	}
	return q.run(text, o)
}

func (q *quick) run(text string, o *chroma.TokeniseOptions) ([]chroma.Token, error) {
	s := &chroma.LexerState{
		Lexer: q.regex, Registry: q.registry, Stack: []string{o.State}, Rules: q.states, MutatorContext: map[any]any{},
		NamedGroups: map[string]string{},
	}
	end := utf8.RuneCountInString(text)
	if q.config.EnsureNL && !o.Nested && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	s.Text = []rune(text)
	words := wordsOf(text, s.Text)
	out := make([]chroma.Token, 0, 8+len(s.Text)/3)
	at, empty := -1, 0 // where the last match ended, and how many empty ones may follow it
	for s.Pos < end && len(s.Stack) > 0 {
		if s.Pos > at {
			at, empty = s.Pos, len(s.Stack)+mostEmpty
		} else if empty--; empty == 0 {
			return nil, errStill
		}
		s.State = s.Stack[len(s.Stack)-1]
		matched, length := q.match(s, words)
		switch {
		case matched == nil && s.Text[s.Pos] == '\n' && s.State != o.State: // as Pygments does after a mistake
			s.Stack = []string{o.State}
			continue
		case matched == nil:
			out = append(out, chroma.Token{Type: chroma.Error, Value: string(s.Text[s.Pos])})
			s.Pos++
			continue
		}
		s.Pos += length
		if matched.Mutator != nil {
			if err := matched.Mutator.Mutate(s); err != nil {
				return nil, err
			}
		}
		out = emit(out, matched, s)
	}
	if s.Pos < len(s.Text) && len(s.Stack) == 0 {
		out = append(out, chroma.Token{Type: chroma.Error, Value: string(s.Text[s.Pos:])})
	}
	return out, nil
}

// emit adds the tokens of a match. Most rules give one of a type of their own,
// for which chroma would make an iterator.
func emit(out []chroma.Token, matched *chroma.CompiledRule, s *chroma.LexerState) []chroma.Token {
	add := func(t chroma.Token) {
		if t.Type != chroma.Ignore {
			out = append(out, t)
		}
	}
	if simple, ok := matched.Type.(chroma.TokenType); ok {
		add(chroma.Token{Type: simple, Value: s.Groups[0]})
	} else if matched.Type != nil {
		next := matched.Type.Emit(s.Groups, s)
		for t := next(); t != chroma.EOF; t = next() {
			add(t)
		}
	}
	return out
}

// match finds the first rule of the state that matches, sets its groups, and
// returns how many characters it takes. The groups take the room of the last
// ones: their tokens have been made, and nothing of chroma keeps the lists
// themselves.
func (q *quick) match(s *chroma.LexerState, words words) (*chroma.CompiledRule, int) {
	rest := s.Text[s.Pos:]
	rules := q.rules[s.State]
	for i := range rules {
		r := &rules[i]
		if !r.begin.allows(rest) {
			continue
		}
		length, ok := r.find(s, words)
		if !ok {
			continue
		}
		s.Rule = i
		clear(s.NamedGroups)
		for i, name := range r.names {
			s.NamedGroups[name] = s.Groups[i]
		}
		return r.CompiledRule, length
	}
	return nil, 0
}

// find tries a rule.
func (r *rule) find(s *chroma.LexerState, words words) (length int, ok bool) {
	if r.row != nil {
		if length, ok, certain := r.row.match(s.Text[s.Pos:]); certain {
			if ok {
				s.Groups = append(s.Groups[:0], words.word(s.Pos, length))
			}
			return length, ok
		}
	}
	m, err := r.Regexp.FindRunesMatchStartingAt(s.Text, s.Pos)
	if m == nil || err != nil || m.RuneIndex != s.Pos {
		return 0, false
	}
	s.Groups = append(s.Groups[:0], words.word(m.RuneIndex, m.RuneLength))
	if len(r.names) > 1 {
		for _, g := range m.Groups()[1:] {
			s.Groups = append(s.Groups, words.word(g.RuneIndex, g.RuneLength))
		}
	}
	return m.RuneLength, true
}

// words gives the words of a text by the places of their characters. Where all
// are of ASCII, as nearly always, they are parts of the text.
type words struct {
	ascii string // the text; "" when not all is of ASCII
	text  []rune
}

func wordsOf(text string, runes []rune) words {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return words{"", runes}
		}
	}
	return words{text, runes}
}

func (w words) word(at, length int) string {
	if w.ascii != "" {
		return w.ascii[at : at+length]
	}
	return string(w.text[at : at+length])
}
