package check

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
)

// A page with nothing wrong: line 8 is the part that tests write.
const (
	before = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>TITLE</title>
<meta name="description" content="A description of PATH that is long enough for a list of results.">
HEAD</head>
<body><main><h1>Heading</h1>
`
	after = "\n</main></body></html>\n"
)

// sound makes a whole page around a part of its body.
func sound(path, body string) string { return soundWith(path, "", body) }

func soundWith(path, head, body string) string {
	text := strings.Replace(before, "TITLE", "Title of "+path, 1)
	return strings.Replace(strings.Replace(text, "PATH", path, 1), "HEAD", head, 1) + body + after
}

// treeOf makes files of pairs of path and text, sorted by path. The text of an
// HTML file is the body of a sound page unless it holds a whole one.
func treeOf(pairs ...string) []output.File {
	var tree output.Tree
	for i := 0; i < len(pairs); i += 2 {
		text := pairs[i+1]
		if strings.HasSuffix(pairs[i], ".html") && !strings.Contains(text, "<html") && !strings.Contains(text, "!raw") {
			text = sound(pairs[i], text)
		}
		if c := tree.Add(output.File{Path: pairs[i], Data: []byte(text)}); c != nil {
			panic(c.Text)
		}
	}
	return tree.Files()
}

func lines(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s", p.Pos, p.Text)
		if p.Hint != "" {
			fmt.Fprintf(&b, " | %s", p.Hint)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// A rule's case: the body of index.html, and the problems expected of it without
// the name of the file.
type ruleCase struct{ body, want string }

var inIndex = regexp.MustCompile(`index\.html:(\d)`)

func runRule(t *testing.T, o Options, others []string, cases ...ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run("", func(t *testing.T) {
			t.Helper()
			got := lines(Tree(treeOf(append([]string{"index.html", c.body}, others...)...), o))
			got = inIndex.ReplaceAllString(got, "$1")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.body, diff)
			}
		})
	}
}

// One of everything, all of it right.
const everything = `<p id="a">Text <a href="/">home page</a>, <a href="#a">above</a>, <a href="/demand/#b">demand</a>, <a href="demand/">relative</a>,
<a href="https://example.com/?q=1#x">elsewhere</a>, <a href="mailto:a@example.org">write</a>, <a href="https://example.org/data/x.csv">data</a></p>
<h2>Two</h2><h3>Three</h3><h2 lang="ko">한국</h2>
<img src="/x.png" alt=""><a href="/demand/"><img src="/x.svg#mark" alt="Demand"></a>
<svg viewBox="0 0 1 1" role="img" aria-labelledby="t"><title id="t">Drawing</title><linearGradient id="g"></linearGradient><path d="M0 0" fill="url(#g)" stroke="var(--ink)"/></svg>
<svg aria-hidden="true"><use href="/x.svg#mark"/></svg>
<table><caption>Numbers</caption><thead><tr><td></td><th scope="col">Year</th></tr></thead><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>
<table aria-labelledby="a"><tr><th>A</th></tr></table>
<form><label for="p">More</label><input id="p" type="range"><label>Also <select><option>1</option></select></label><button type="button" aria-controls="p">Go</button></form>
<ul><li>item</li></ul><dl><div><dt>t</dt><dd>d</dd></div></dl><details><summary>More about it</summary>text</details>
<pre><code>{{ id }} TODO</code></pre><p><span lang="ko">방위비</span> &amp; <q cite="https://example.com/">q</q></p>
<noscript><p>No script.</p></noscript>`

const mark = `<svg xmlns="http://www.w3.org/2000/svg"><style>:root{--c:red}</style><g id="mark" fill="var(--c)"/></svg>`

func everythingTree() []output.File {
	head := `<link rel="stylesheet" href="/site.css"><link rel="icon" href="/x.svg"><link rel="canonical" href="https://example.org/">
<link rel="alternate" type="application/atom+xml" href="/feed.xml"><meta property="og:image" content="https://example.org/x.png">
<script src="/site.js" defer></script><script type="application/ld+json">{"url":"https://example.org/demand/#thing","x":["https://other.org/"]}</script>`
	return treeOf("index.html", soundWith("index.html", head, everything), "demand/index.html", `<p id="b">B <a href="../">up to home</a></p>`,
		"x.png", "png", "x.svg", mark, "data/x.csv", "a,b\n", "site.js", "let x = {a: {}};", "site.css", `@import "/more.css";
/* { */ :root { --ink: #000; --spare: 1 } a { color: var(--ink); margin: var(--none, 0); background: url("x.png") } b::after { content: "}/*" }`,
		"more.css", "i{fill:url(#g)}", "404.html", `<a href="/">Home page</a>`, "site.webmanifest", `{"start_url":"/","icons":[{"src":"/x.png"}]}`,
		"feed.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/><entry><link href="https://example.org/demand/"/></entry></feed>`,
		"sitemap.xml", `<urlset><url><loc>https://example.org/demand/</loc></url></urlset>`, "chart.json", `{"a":1}`)
}

func TestSoundSite(t *testing.T) {
	o := Options{Origin: "https://example.org", Budgets: Budgets{Page: 3000, Script: 100, Requests: 6}}
	if got := lines(Tree(everythingTree(), o)); got != "" {
		t.Error(got)
	}
}

// The same site one level down.
func TestSoundSiteUnderBasePath(t *testing.T) {
	files := everythingTree()
	for i := range files {
		text := strings.NewReplacer(`="/`, `="/sub/path/`, `:"/`, `:"/sub/path/`, `import "/`, `import "/sub/path/`, "example.org/", "example.org/sub/path/").Replace(string(files[i].Data))
		files[i].Data = []byte(text)
	}
	if got := lines(Tree(files, Options{Origin: "https://example.org", BasePath: "/sub/path/"})); got != "" {
		t.Error(got)
	}
}

func TestProblemsNameFileAndSource(t *testing.T) {
	files := []output.File{{Path: "a/index.html", Data: []byte(sound("a", "<p>TODO</p>")), Source: "content/a.md"}}
	got := Tree(files, Options{Folder: "public"})
	want := diag.List{{Pos: diag.Pos{File: "public/a/index.html", Line: 8, Col: 4, Len: 4}, Text: "unfinished text: TODO", Hint: "finish or remove it",
		Related: []diag.Related{{Pos: diag.Pos{File: "content/a.md"}, Text: "made from this"}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The order of the files makes no difference.
func TestDeterministic(t *testing.T) {
	var pairs []string
	for i := range 40 {
		pairs = append(pairs, fmt.Sprintf("p%d/index.html", i), fmt.Sprintf(`<p><a href="/p%d">x</a> TODO <img src="/x"></p>`, i+1))
	}
	files := treeOf(pairs...)
	want := lines(Tree(files, Options{}))
	if n := strings.Count(want, "\n"); n < 100 {
		t.Fatalf("%d problems", n)
	}
	slices.Reverse(files)
	if diff := cmp.Diff(want, lines(Tree(files, Options{}))); diff != "" {
		t.Error(diff)
	}
}

// A remembered page is held to the rules that need other pages each time.
func TestRememberedPagesAreStillRelated(t *testing.T) {
	o := Options{BasePath: "/", Memo: memo.Open(filepath.Join(t.TempDir(), "memo"), nil)}
	sound := treeOf("a/index.html", `<a href="/b/#there">to b</a>`, "b/index.html", `<p id="there">x</p>`)
	for range 2 {
		if problems := Tree(sound, o); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	moved := treeOf("a/index.html", `<a href="/b/#there">to b</a>`, "b/index.html", `<p id="here">x</p>`)
	for range 2 {
		problems := Tree(moved, o)
		if len(problems) != 1 || problems[0].Text != "/b/ has no anchor #there" || problems[0].Pos.String() != "a/index.html:8:10" {
			t.Errorf("an anchor that went away: %v", problems)
		}
	}
	gone := treeOf("a/index.html", `<a href="/b/#there">to b</a>`)
	if problems := Tree(gone, o); len(problems) != 1 || problems[0].Text != "nothing is at /b/#there" {
		t.Errorf("a page that went away: %v", problems)
	}
}
