package code

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// samples hold something of many languages; each lexer reads all of them.
var samples = []string{
	"a: \"b\" # c\n<p class='d'>x &amp; y</p>\nfunc f(x int) string { return `1` } // e\nselect 1.5 from t;\n```go\nvar x = 1\n```\n",
	"package p\n\nimport \"fmt\"\n\n// A T is one.\ntype T struct {\n\tA int `json:\"a\"`\n}\n\nfunc (t T) f(x ...int) error {\n\tfor i := range 0x1F {\n\t\tfmt.Printf(\"%d\\n\", i+'a')\n\t}\n\treturn nil\n}\n",
	"@dataclass(frozen=True)\nclass A:\n    \"\"\"Doc.\"\"\"\n    x: float = 1.5e3\n\n    def f(self, *, y=None):\n        return f\"{self.x:.2f} {y!r}\" if y else None  # why\n",
	"{\"a\": [1, -2.5e3, true, null, \"x\\n\\u00e9\"], \"b\": {}}\n",
	"year,place,\"a, b\"\n2019,Köln,1.5\n",
	"<!doctype html>\n<html lang=\"en\"><style>a:hover { color: #fff !important }</style><script>let x = /a+/g.test(`${y}`) ?? 1n;</script>\n<!-- c --></html>\n",
	"SELECT count(*) AS n FROM \"t\" WHERE a LIKE 'x%' -- c\nGROUP BY b HAVING n > 10;\n",
	"x <- c(1, 2.5); y = function(a, ...) { if (a %in% b) TRUE else NA } # c\n",
	"#!/bin/sh\nfor f in *.md; do echo \"$f ${x%.md}\" | sed 's/a/b/' >> out 2>&1; done\n",
	"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-old\n+new\n same\n",
	"#if a\nclass X { static function f() return ~/a+/i; }\n#elseif (b && !c)\n'$x ${y}'\n#else\n#end\n",
	"# Title\n\n* item *em* **strong** `code`\n\n> quote\n\n[a]: http://b.example 'c'\n\n    code\n",
	"  \t \v\f한국어 ünïcode \u2003 \x00 ((([[[{{{ }}} ]]] ))) '\"` \\ $@!%^&*|~;:,.?/<>=+-_\n",
}

// A lexer finds the tokens that chroma finds, whatever it is given to
// read: here each language reads what is written in all of them.
func TestLexersFindWhatChromaFinds(t *testing.T) {
	tried := 0
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		config := l.Config()
		if len(config.Aliases) == 0 || longestIn(config.Name) == 0 || testing.Short() && !slices.Contains(steady, config.Name) {
			continue
		}
		q := byName()[strings.ToLower(config.Aliases[0])]()
		if q.Config().Name != config.Name {
			continue // another language has taken the name
		}
		tried++
		for i, source := range samples {
			_, err := q.tokenise(source, &chroma.TokeniseOptions{State: "root"})
			if errors.Is(err, errStill) {
				continue // chroma would never come back
			}
			got, gotErr := tokens(func() ([]chroma.Token, error) { return q.tokenise(source, &chroma.TokeniseOptions{State: "root"}) })
			want, wantErr := tokens(func() ([]chroma.Token, error) {
				return chroma.Tokenise(l, &chroma.TokeniseOptions{State: "root"}, source)
			})
			if !slices.Equal(got, want) || gotErr != wantErr {
				t.Errorf("%s, sample %d: %v %v, chroma finds %v %v", config.Name, i, got, gotErr, want, wantErr)
			}
		}
	}
	if tried < 20 || tried < 250 && !testing.Short() {
		t.Errorf("only %d languages were tried", tried)
	}
}

// tokens runs a lexer, which may panic where chroma's does.
func tokens(run func() ([]chroma.Token, error)) (out []chroma.Token, failed bool) {
	defer func() {
		if recover() != nil {
			out, failed = nil, true
		}
	}()
	out, err := run()
	return out, err != nil
}

func FuzzLexers(f *testing.F) {
	for _, source := range samples {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		for _, lang := range []string{"go", "python", "json", "csv", "yaml", "html", "sql", "r", "bash", "js"} {
			l := lexers.Get(lang)
			want, err := chroma.Tokenise(l, &chroma.TokeniseOptions{State: "root"}, source)
			if err != nil {
				continue
			}
			if got, err := byName()[lang]().tokenise(source, &chroma.TokeniseOptions{State: "root"}); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %v %v, chroma finds %v", lang, got, err, want)
			}
		}
	})
}
