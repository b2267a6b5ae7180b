package code

import (
	"html"
	"slices"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Longest source that is coloured, in bytes. See the package's doc.
const longest = 100_000

// byName holds the lexers by their names in lower case; it is made at the first
// use, since reading the lexers' headers takes some milliseconds.
var byName = sync.OnceValue(func() map[string]chroma.Lexer {
	m := map[string]chroma.Lexer{}
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		for _, alias := range l.Config().Aliases {
			if alias = strings.ToLower(alias); alias != "" && m[alias] == nil {
				m[alias] = l
			}
		}
	}
	return m
})

// Highlight returns source as an HTML pre element with its words marked by
// classes. Lang is one of [Languages], in any case; "" stands for plain text.
// For an unknown language ok is false and html is empty.
func Highlight(lang, source string) (html string, ok bool) {
	lang = strings.ToLower(lang)
	var b strings.Builder
	if lang == "" {
		b.WriteString("<pre><code>")
		write(&b, "", newlines(source))
		b.WriteString("</code></pre>\n")
		return b.String(), true
	}
	lexer := byName()[lang]
	if lexer == nil {
		return "", false
	}
	b.WriteString(`<pre><code class="language-`)
	b.WriteString(escape(lang))
	b.WriteString(`">`)
	words(&b, lexer, newlines(source))
	b.WriteString("</code></pre>\n")
	return b.String(), true
}

// Languages returns the names that Highlight knows, sorted.
func Languages() []string {
	var names []string
	for name := range byName() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// words writes the source with neighbouring words of one class in one span.
func words(b *strings.Builder, lexer chroma.Lexer, source string) {
	if len(source) > longest {
		write(b, "", source)
		return
	}
	tokens, err := chroma.Tokenise(lexer, &chroma.TokeniseOptions{State: "root"}, source)
	if err != nil || joined(tokens) != source { // a lexer that loses text is worth less than none
		write(b, "", source)
		return
	}
	class, run := "", ""
	for _, t := range tokens {
		c := classOf(t.Type)
		switch {
		case c == class:
			run += t.Value
		case strings.TrimSpace(t.Value) == "" && class != "": // a space needs no colour of its own
			run += t.Value
		default:
			write(b, class, run)
			class, run = c, t.Value
		}
	}
	write(b, class, run)
}

func joined(tokens []chroma.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.Value)
	}
	return b.String()
}

func write(b *strings.Builder, class, text string) {
	if class == "" || strings.TrimSpace(text) == "" {
		b.WriteString(escape(text))
		return
	}
	body := strings.TrimRight(text, " \t\n")
	b.WriteString(`<span class="c-` + class + `">`)
	b.WriteString(escape(body))
	b.WriteString(`</span>`)
	b.WriteString(text[len(body):])
}

func escape(s string) string { return html.EscapeString(s) }

// newlines makes every line end a line feed.
func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
