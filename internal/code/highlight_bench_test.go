package code

import (
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

func BenchmarkHighlight(b *testing.B) {
	sources := map[string]string{
		"go":     strings.Repeat("func sum(rows []row, least float64) (total float64) {\n\treturn total * 1.5 // so far\n}\n", 10),
		"json":   "[" + strings.Repeat(`{"place": "Leith", "year": 2019, "sum": 1.5, "note": null},`+"\n", 20) + "{}]\n",
		"python": strings.Repeat("def late(path, limit=3):\n    # only the late ones\n    return [r for r in rows if r[\"year\"] > limit]\n", 10),
	}
	for _, lang := range []string{"go", "json", "python"} {
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(sources[lang])))
			for b.Loop() {
				Highlight(lang, sources[lang])
			}
		})
	}
}

// How long each language takes over the longest source that it colours.
func BenchmarkLongest(b *testing.B) {
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		own := newLexer(l, lexers.GlobalLexerRegistry)
		for _, r := range repeats {
			source := strings.Repeat(r, own.longest/len(r))
			b.Run(l.Config().Name+" "+r, func(b *testing.B) {
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					_, _ = own.tokenise(source, &chroma.TokeniseOptions{State: "root"}) // some lexers stand still
				}
			})
		}
	}
}
