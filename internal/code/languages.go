package code

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Longest source that is coloured, in bytes. A rule that looks ahead from each
// place takes time with the square of the length, and most languages have one.
// Every lexer was run over some forty kinds of repeated text: four thousand bytes
// took at most two seconds, and twenty thousand at most ten in the languages
// that are steady. At a hundred thousand line feeds, C would take twenty minutes.
const (
	longest       = 4_000
	longestSteady = 20_000
)

var steady = []string{
	"Bash", "CSS", "CSV", "Diff", "Docker", "Go", "GraphQL", "HTML", "HTTP", "INI", "JSON", "JavaScript", "Julia", "Lua", "markdown",
	"plaintext", "Python", "R", "Ruby", "Rust", "SQL", "Swift", "TOML", "TypeScript", "XML",
}

// These languages are never coloured. In all but Raku the time grows with the
// cube of the length, so that four thousand bytes can take minutes; Raku's rules
// write new rules while a source is read, so that colours would depend on what
// was read before.
var plainOnly = []string{"Markless", "ObjectPascal", "V", "V shell", "Raku"}

func longestIn(language string) int {
	switch {
	case slices.Contains(plainOnly, language):
		return 0
	case slices.Contains(steady, language):
		return longestSteady
	}
	return longest
}

// byName holds the lexers by their names in lower case; it is made at the first
// use, since reading the lexers' headers takes some milliseconds.
var byName = sync.OnceValue(func() map[string]func() *lexer {
	m := map[string]func() *lexer{}
	ends := map[string]func() *lexer{} // of files' names: yml, txt, markdown
	registry := chroma.NewLexerRegistry()
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		own := sync.OnceValue(func() *lexer { return newLexer(l, registry) })
		registry.Register(inner{l, own})
		for _, alias := range l.Config().Aliases {
			if alias = strings.ToLower(alias); alias != "" && m[alias] == nil {
				m[alias] = own
			}
		}
		for _, name := range l.Config().Filenames {
			if end, ok := strings.CutPrefix(strings.ToLower(name), "*."); ok && !strings.ContainsAny(end, ".*[?") && ends[end] == nil {
				ends[end] = own
			}
		}
	}
	for end, own := range ends {
		if m[end] == nil {
			m[end] = own
		}
	}
	return m
})

// Languages returns the names that Highlight knows, sorted.
func Languages() []string {
	return slices.Sorted(maps.Keys(byName()))
}

// An inner lexer is what other lexers find in the registry, for a style sheet in
// HTML or a fence in Markdown. It holds the bounds of its language there too.
type inner struct {
	chroma.Lexer
	own func() *lexer
}

// SetRegistry does nothing: a lexer gets its registry when it is first used.
func (l inner) SetRegistry(*chroma.LexerRegistry) chroma.Lexer { return l }

// Tokenise never fails: chroma panics where an inner lexer does.
func (l inner) Tokenise(o *chroma.TokeniseOptions, text string) (chroma.Iterator, error) {
	if o == nil {
		o = &chroma.TokeniseOptions{State: "root"}
	}
	tokens, err := l.own().tokenise(text, o)
	if err != nil {
		tokens = []chroma.Token{{Type: chroma.Text, Value: text}}
	}
	return chroma.Literator(tokens...), nil
}
