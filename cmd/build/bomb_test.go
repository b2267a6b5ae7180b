package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
)

// A bomb is a file that grows: about n bytes of what is meant to cost a reader
// of it far more time or memory than n.
type bomb struct {
	name, file string
	text       func(n int) string
}

const top = "---\ntitle: A bomb\ndescription: A page that is meant to take for ever to be read by the program.\ndate: 2026-11-01\n"

func many(pattern string, n int) string { return strings.Repeat(pattern, max(1, n/len(pattern))) }

// stairs nests n bytes of mappings, one level a line; the text grows with the
// square of the depth.
func stairs(n int) string {
	var b strings.Builder
	for depth := 0; b.Len() < n; depth++ {
		b.WriteString(strings.Repeat(" ", depth) + "a:\n")
	}
	return b.String()
}

// laughs is n bytes of aliases that stand for one another.
func laughs(n int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i-1, i-1, i-1, i-1, i-1, i-1)
	}
	return b.String()
}

// counted writes lines with a number in each.
func counted(format string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// The texts in YAML, each for several files.
var yamlBombs = map[string]func(n int) string{
	"deep lists":        func(n int) string { return "a: " + many("[", n) },
	"deep mappings":     func(n int) string { return "a: " + many("{a: ", n) },
	"deep, closed":      func(n int) string { return "a: " + many("[", n/2) + many("]", n/2) },
	"deep by indenting": stairs,
	"deep by dashes":    func(n int) string { return many("- ", n) },
	"aliases":           laughs,
	"aliases of itself": func(n int) string { return "a: &a [" + many("*a, ", n) + "]" },
	"merge keys":        func(n int) string { return "a: &a {b: c}\n" + many("d: {<<: *a}\n", n) },
	"anchors":           func(n int) string { return counted("a%[1]d: &a%[1]d x\n", n) },
	"duplicate keys":    func(n int) string { return many("title: x\n", n) },
	"many keys":         func(n int) string { return counted("k%d: x\n", n) },
	"a long line":       func(n int) string { return "title: " + many("a", n) },
	"a long word list":  func(n int) string { return "title: " + many("a ", n) },
	"a long key":        func(n int) string { return many("a", n) + ": x" },
	"long quoted":       func(n int) string { return "title: \"" + many("\\n", n) + "\"" },
	"an open quote":     func(n int) string { return "title: \"" + many("a\n", n) },
	"a long block":      func(n int) string { return "title: |\n" + many("  a\n", n) },
	"a folded block":    func(n int) string { return "title: >\n" + many("  a\n\n", n) },
	"comments":          func(n int) string { return many("# a\n", n) },
	"documents":         func(n int) string { return many("---\na\n", n) },
	"tags":              func(n int) string { return "a: " + many("!!str ", n) },
	"question marks":    func(n int) string { return many("? ", n) },
	"colons":            func(n int) string { return many(": ", n) },
	"mentions":          func(n int) string { return "title: \"" + many("{{ troops }}", n) + "\"" },
	"mentions begun":    func(n int) string { return "title: \"" + many("{{", n) + "\"" },
	"bad bytes":         func(n int) string { return "title: " + many("\xff", n) },
	"NUL":               func(n int) string { return "title: " + many("\x00", n) },
	"carriage returns":  func(n int) string { return many("\r", n) },
	"CRLF":              func(n int) string { return many("a: b\r\n", n) },
	"byte order marks":  func(n int) string { return many("\uFEFF", n) },
	"tabs":              func(n int) string { return many("\t", n) },
}

func bombs() []bomb {
	var out []bomb
	for _, name := range slices.Sorted(maps.Keys(yamlBombs)) {
		text := yamlBombs[name]
		for _, file := range []string{"content/site.yaml", "content/figures.yaml", "content/sources.yaml", "content/checks.yaml",
			"content/charts/contribution.yaml", "content/data/contribution.yaml"} {
			out = append(out, bomb{name, file, text})
		}
		out = append(out, bomb{name, "content/demand.md", func(n int) string { return top + text(n) + "\n---\n\nText.\n" }})
	}
	for name, text := range map[string]func(n int) string{
		"parentheses": func(n int) string { return many("(", n) },
		"signs":       func(n int) string { return many("-", n) + "troops" },
		"sums":        func(n int) string { return many("troops + ", n) + "troops" },
		"brackets":    func(n int) string { return many("[", n) },
		"calls":       func(n int) string { return many("max(", n) },
	} {
		out = append(out, bomb{name + " in a formula", "content/figures.yaml", func(n int) string {
			return "troops:\n  formula: \"" + text(n) + "\"\n"
		}})
	}
	const head = "year,krw_bn,source\n"
	for name, text := range map[string]func(n int) string{
		"rows":           func(n int) string { return head + counted("%d,1,report-2020\n", n) },
		"columns":        func(n int) string { return many("a,", n) + "\n" },
		"cells":          func(n int) string { return head + many(",", n) },
		"an open quote":  func(n int) string { return head + "\"" + many("a\n", n) },
		"quotes":         func(n int) string { return head + many("\"", n) },
		"quoted cells":   func(n int) string { return head + many("\"\",", n) + "\n" },
		"a long cell":    func(n int) string { return head + "2018," + many("1", n) + ",report-2020\n" },
		"long sources":   func(n int) string { return head + "2018,1," + many("report-2020;", n) + "\n" },
		"the same key":   func(n int) string { return head + many("2018,1,report-2020\n", n) },
		"empty lines":    func(n int) string { return head + many("\r\n", n) },
		"bad bytes":      func(n int) string { return head + many("\xff", n) },
		"unknown source": func(n int) string { return head + counted("%d,1,x\n", n) },
	} {
		out = append(out, bomb{name, "content/data/contribution.csv", text})
	}
	for name, text := range map[string]func(n int) string{
		"brackets":         func(n int) string { return many("[", n) },
		"quotes":           func(n int) string { return many("> ", n) },
		"stars":            func(n int) string { return many("*a_ ", n) },
		"items":            func(n int) string { return many("- ", n) },
		"tables":           func(n int) string { return many("|a", n) + "\n" + many("|-", n) },
		"rows of a table":  func(n int) string { return "Table: T\n\n|a|\n|-|\n" + many("|b|\n", n) },
		"notes":            func(n int) string { return counted("[^%[1]d]\n\n[^%[1]d]: a\n\n", n) },
		"headings":         func(n int) string { return many("## a\n\n", n) },
		"a long line":      func(n int) string { return many("word ", n) },
		"a long word":      func(n int) string { return many("a", n) },
		"mentions":         func(n int) string { return many("{{ troops }} ", n) },
		"citations":        func(n int) string { return many("[@report-2020] ", n) },
		"links":            func(n int) string { return many("[a](demand.md) ", n) },
		"dead links":       func(n int) string { return many("[a](nowhere.md)\n\n", n) },
		"numbers":          func(n int) string { return counted("%d people. ", n) },
		"sentences":        func(n int) string { return many("One. ", n) },
		"abbreviations":    func(n int) string { return counted("ABC%d ", n) },
		"fences":           func(n int) string { return counted("```python\n%d\n"+many("''' ", 2000)+"\n```\n\n", n) },
		"fences in a line": func(n int) string { return many("x ```glossary, she said\n", n) },
		"charts":           func(n int) string { return many("![](charts/contribution.yaml)\n\n", min(n, 4000)) },
		"blocks":           func(n int) string { return many("```figures\ntroops\n```\n\n", min(n, 40_000)) },
		"code":             func(n int) string { return "```go\n" + many("a := \"", n) + "\n```\n" },
		"comments in code": func(n int) string { return "```python\n" + many("'''\"\"\"", n) + "\n```\n" },
		"raw HTML":         func(n int) string { return many("<b>", n) },
	} {
		out = append(out, bomb{name, "content/demand.md", func(n int) string { return top + "---\n\n## Asked {#asked}\n\n" + text(n) }})
	}
	for name, text := range map[string]func(n int) string{
		"open actions":      func(n int) string { return many("{{", n) },
		"parentheses":       func(n int) string { return "{{" + many("(", n) },
		"closed conditions": func(n int) string { return many("{{if .}}", n/2) + many("{{end}}", n/2) },
		"conditions":        func(n int) string { return many("{{if .}}", n) },
		"open elements":     func(n int) string { return many("<b>", n) },
		"open attribute":    func(n int) string { return "<a href=\"" + many("x", n) },
		"open comments":     func(n int) string { return many("<!--", n) },
	} {
		out = append(out, bomb{name, "templates/bottom.html", func(n int) string { return "{{define \"bottom\"}}" + text(n) + "{{end}}" }})
	}
	out = append(out,
		bomb{"braces", "static/css/1-base.css", func(n int) string { return many("{", n) }},
		bomb{"an open comment", "static/css/1-base.css", func(n int) string { return "/*" + many("*", n) }},
		bomb{"deep markup", "static/favicon.svg", func(n int) string { return many("<g>", n) }},
	)
	slices.SortStableFunc(out, func(a, b bomb) int { return strings.Compare(a.file+a.name, b.file+b.name) })
	return out
}

// explode makes the site with a bomb in it.
func (b bomb) explode(t testing.TB, site fstest.MapFS, memory *memo.Memo, n int) diag.List {
	t.Helper()
	site = maps.Clone(site)
	site[b.file] = &fstest.MapFile{Data: []byte(b.text(n))}
	_, problems, err := makeSite(site, small(memory))
	if err != nil {
		t.Errorf("%s in %s: told as a failure of the machine: %v", b.name, b.file, err)
	}
	if len(problems) > 0 {
		if err := (command.Terminal{Err: nothing{}}).Report(site, problems, command.Options{}); err != nil {
			t.Errorf("%s in %s: its problems cannot be told: %v", b.name, b.file, err)
		}
	}
	return problems
}

type nothing struct{}

func (nothing) Write(p []byte) (int, error) { return len(p), nil }

// A long file is built from or refused, whatever it holds. A rule that goes back
// over it at each place would need minutes for each.
func TestBombs(t *testing.T) {
	size := 128 << 10
	if testing.Short() {
		size = 4 << 10
	}
	site := smallSite(t)
	memory := memo.New()
	all := bombs()
	for _, b := range all {
		b.explode(t, site, memory, size)
	}
	if len(all) < 250 {
		t.Errorf("only %d bombs", len(all))
	}
}

// Ten megabytes in a file that people write are refused, or read in time that is
// theirs.
func TestTenMegabytes(t *testing.T) {
	if os.Getenv("LONG") == "" {
		t.Skip("takes minutes; set LONG to run it")
	}
	site := smallSite(t)
	for _, b := range bombs() {
		t.Log(b.name, "in", b.file)
		if problems := b.explode(t, site, nil, 10<<20); len(problems) == 0 {
			t.Errorf("%s in %s: no problem", b.name, b.file)
		}
	}
}

// The ratio is the time of four times the file, with all that it takes to make
// the rest of the site: 4 or less is in proportion, 16 is quadratic.
func BenchmarkLinear(b *testing.B) {
	site := smallSite(b)
	memory := memo.New()
	for _, bomb := range bombs() {
		b.Run(bomb.name+" in "+bomb.file, func(b *testing.B) {
			var one, four time.Duration
			for b.Loop() {
				start := time.Now()
				bomb.explode(b, site, memory, 32<<10)
				middle := time.Now()
				bomb.explode(b, site, memory, 128<<10)
				one, four = one+middle.Sub(start), four+time.Since(middle)
			}
			b.ReportMetric(float64(four)/float64(one), "ratio")
		})
	}
}
