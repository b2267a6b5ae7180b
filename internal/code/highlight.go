package code

import (
	"html"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// Highlight returns source as an HTML pre element with its words marked by classes. Lang is one of [Languages], in any
// case; "" stands for plain text. For an unknown language ok is false and out is empty.
func Highlight(lang, source string) (out string, ok bool) {
	lang, source = strings.ToLower(lang), newlines(source)
	if lang == "" {
		return "<pre><code>" + html.EscapeString(source) + "</code></pre>\n", true
	}
	lexer := byName()[lang]
	if lexer == nil {
		return "", false
	}
	return `<pre><code class="language-` + html.EscapeString(lang) + `">` + marked(lexer(), source) + "</code></pre>\n", true
}

// marked writes a source with its words marked. Neighbours of one class are marked together, and a space takes the
// class of what is before it.
func marked(l *lexer, source string) string {
	tokens, err := l.tokenise(source, &chroma.TokeniseOptions{State: "root"})
	if err != nil || !madeOf(source, tokens) { // a lexer that loses text is worth less than none
		return html.EscapeString(source)
	}
	var b strings.Builder
	class, start, end := "", 0, 0
	for _, t := range tokens {
		c := classOf(t.Type)
		if c != class && (strings.TrimSpace(t.Value) != "" || class == "") {
			write(&b, class, source[start:end])
			class, start = c, end
		}
		end += len(t.Value)
	}
	write(&b, class, source[start:end])
	return b.String()
}

// madeOf reports whether the tokens together are the source.
func madeOf(source string, tokens []chroma.Token) bool {
	for _, t := range tokens {
		rest, ok := strings.CutPrefix(source, t.Value)
		if !ok {
			return false
		}
		source = rest
	}
	return source == ""
}

// write writes words of one class. The space behind them stays outside of the mark.
func write(b *strings.Builder, class, text string) {
	words := strings.TrimRight(text, " \t\n")
	if class == "" || strings.TrimSpace(text) == "" {
		b.WriteString(html.EscapeString(text))
		return
	}
	b.WriteString(`<span class="c-` + class + `">` + html.EscapeString(words) + `</span>` + text[len(words):])
}

// newlines makes every line end a line feed.
func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
