package code

import "strings"

// A Memory keeps what costs time to find: it returns what find returns, or what
// find returned for the same language and source earlier. Nil finds anew.
type Memory func(lang, source string, find func() []byte) []byte

// Highlight returns source as an HTML pre element with its words marked by
// classes. Lang is one of [Languages], in any case; "" stands for plain text.
// For an unknown language ok is false and html is empty.
func Highlight(lang, source string, memory Memory) (html string, ok bool) {
	lang, source = strings.ToLower(lang), newlines(source)
	var b strings.Builder
	if lang == "" {
		b.WriteString("<pre><code>")
		write(&b, "", source)
		b.WriteString("</code></pre>\n")
		return b.String(), true
	}
	lexer := byName()[lang]
	if lexer == nil {
		return "", false
	}
	find := func() []byte { return read(lexer(), source) }
	var words reading
	if memory != nil {
		words = memory(lang, source, find)
	}
	if !words.fits(source) {
		words = find()
	}
	b.Grow(4 * len(source))
	b.WriteString(`<pre><code class="language-`)
	escape(&b, lang)
	b.WriteString(`">`)
	words.write(&b, source)
	b.WriteString("</code></pre>\n")
	return b.String(), true
}

func write(b *strings.Builder, class, text string) {
	if class == "" || strings.TrimSpace(text) == "" {
		escape(b, text)
		return
	}
	end := len(text)
	for end > 0 && (text[end-1] == ' ' || text[end-1] == '\t' || text[end-1] == '\n') {
		end--
	}
	b.WriteString(`<span class="c-`)
	b.WriteString(class)
	b.WriteString(`">`)
	escape(b, text[:end])
	b.WriteString(`</span>`)
	b.WriteString(text[end:])
}

// escape makes text in HTML of s. A Replacer writes it where it belongs: words of
// code are short and many, and none is made a text of its own for it.
func escape(b *strings.Builder, s string) {
	if _, err := escapes.WriteString(b, s); err != nil {
		panic(err) // a Builder takes everything
	}
}

var escapes = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "'", "&#39;", `"`, "&#34;")

// newlines makes every line end a line feed.
func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
