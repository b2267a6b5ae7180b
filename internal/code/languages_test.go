package code

import (
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2/lexers"
)

// coloured reports whether a source has colours, and fails when it has another
// text.
func coloured(t *testing.T, lang, source string) bool {
	t.Helper()
	got, ok := Highlight(lang, source)
	if !ok || text(got) != source {
		t.Fatalf("%s: %v, %.100q became %.100q", lang, ok, source, text(got))
	}
	return strings.Contains(got, "<span")
}

func TestLongSourceIsPlain(t *testing.T) {
	const line = "return 1;\n"
	for lang, most := range map[string]int{"go": longestSteady, "c": longest, "v": 0} {
		source := strings.Repeat(line, most/len(line))
		if most > 0 && !coloured(t, lang, source) {
			t.Errorf("%s: %d bytes are not coloured", lang, len(source))
		}
		if source += line; coloured(t, lang, source) {
			t.Errorf("%s: %d bytes are coloured", lang, len(source))
		}
	}
	fence := "```c\n" + strings.Repeat(line, longest/len(line)+1) + "```\n"
	if got, ok := Highlight("markdown", fence); !ok || strings.Contains(got, ">return<") {
		t.Error("a source over the limit was coloured within Markdown")
	}
}

// The rules of these languages lead in a circle at some characters.
func TestLexersThatStandStill(t *testing.T) {
	for lang, source := range map[string]string{
		"jungle":  "-\n",
		"jsonata": "\\\n",
		"md":      "# A\n\n```jungle\n-\n```\n\n```jsonata\n\\\n```\n",
	} {
		coloured(t, lang, source)
	}
}

func TestBoundedLanguagesAreKnown(t *testing.T) {
	for _, name := range slices.Concat(steady, plainOnly) {
		if l := lexers.Get(name); l == nil || l.Config().Name != name {
			t.Errorf("chroma has no language of the name %s", name)
		}
	}
}

// Repeated, these make the rules of many languages look ahead in vain.
var repeats = []string{"a", "0", " ", "\n", "\"", "(", "-", "a ", " \n", "/*\n"}

// Each lexer reads to the end, whatever it is given.
func TestEveryLexerEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		own := newLexer(l, lexers.GlobalLexerRegistry)
		for _, r := range repeats {
			source := strings.Repeat(r, 200/len(r))
			if got := text(marked(own, source)); got != source {
				t.Errorf("%s makes %q of %q", l.Config().Name, got, source)
			}
		}
	}
}
