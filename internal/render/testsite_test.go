package render

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"sharingthecost"
	"sharingthecost/internal/chart"
	"sharingthecost/internal/claims"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
	"sharingthecost/internal/sitetest"
)

// project is the smallest site that has everything: the real templates and
// styles around a few lines of content. Entries of more replace its own.
func project(t testing.TB, more map[string]string) fstest.MapFS {
	t.Helper()
	fsys := sitetest.Copy(t, sharingthecost.Look(), ".")
	for name, text := range small {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range more {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// small is the content of the test site.
var small = map[string]string{
	"content/site.yaml": `title: Test
description: A site for tests.
language: en-GB
base_url: https://test.example/
repository: https://code.example/test
navigation: [index.md, numbers.md]
groups: {contribution: Contribution, dispute: "Demand, offer and settlement"}
roles: {agreed: 1, demand: 2}
parties: {us: {name: United States, step: US step, mark: square}, both: {name: both sides, step: Both}}
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
`,
	"content/index.md": page("They settled on {{ rise }} more", `
Seoul offered {{ rise }} more than {{ sum }} [@wire-2021]. The accord is old. See [all numbers](numbers.md#rise).

![](charts/rises.yaml)

## What was asked? {#asked}

More [@wire-2021, p. 3].

## What was offered?

Less.

## What now?

Wait.
`, "brief: [\"A rise of {{ rise }}.\"]", "cards: [rise, {figure: sum, says: the old sum}]", "unknowns: [Why.]", "next: numbers.md"),
	"content/numbers.md": page("All numbers", "\n## Figures\n\n```figures-list\n```\n\n```sources-list\n```\n\n```glossary\n```\n\n```changes\n```\n"),
	"content/units.yaml": `krw_bn:
  name: billions of won
  write:
    - {from: 1000, per: 1000, decimals: 2, prose: "{n} trillion won", short: "{n}tn won"}
    - {decimals: 0, prose: "{n} billion won", short: "{n}bn won"}
`,
	"content/figures.yaml": `sum: {value: 1000, unit: krw_bn, says: The sum of 2019, label: Set for 2019, as_of: 2019, group: contribution, status: official, sources: ["ministry-2019, p. 7"]}
rise: {value: 13.9, unit: percent_more, base: sum, qualifier: about, says: The rise, label: Agreed, as_of: 2021-03, group: dispute, sources: [wire-2021]}
double: {formula: "rise * 2", unit: percent_more, base: sum, says: The rise and as much again, label: And again, group: dispute}
`,
	"content/sources.yaml": `references:
  - {id: wire-2021, type: article-newspaper, title: "A rise", publisher: Wire, issued: 2021-03-10, URL: "https://wire.example/a", kind: report}
  - {id: ministry-2019, type: report, title: "[Press release]", translated-title: In English, publisher: Ministry, issued: 2019-02, language: ko, kind: primary, note: Seen in a copy.}
`,
	"content/glossary.yaml": `terms:
  - {id: accord, term: Accord, abbreviation: ACC, foreign: {lang: ko, text: 협정}, says: What both sides signed.}
`,
	"content/events.yaml": `events:
  - {id: later, date: 2021-03-07, by: both, says: "They agreed on {{ rise }} more.", sources: [wire-2021]}
  - {id: first, date: 2019-11, by: us, says: "The US asked.", sources: [wire-2021]}
`,
	"content/accounts.yaml": `accounts:
  - id: how-much
    question: Was it one or two?
    kind: rounded
    says:
      - {figure: one, source: ministry-2019, words: 하나}
      - {figure: about two and a half, source: wire-2021, words: nearly two}
    why: One is rounded.
    we_use: One.
    reviewed: 2026-11-21
`,
	"static/mark.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
	"content/charts/rises.yaml": `form: bars
headline: The rise was {{ rise }}
subject: The rise
subhead: Rise over the sum of 2019, in percent
note: As reported.
rows:
  - {figure: rise, label: Agreed, role: agreed}
  - {figure: double, label: And again, role: demand}
sources: [wire-2021]
`,
}

// page is a page with a title, further front matter and a body.
func page(title, body string, more ...string) string {
	return "---\ntitle: \"" + title + "\"\ndescription: \"What this page is about, in a sentence.\"\ndate: 2026-11-21\nchanges: [{date: 2026-11-21, says: First published.}]\n" +
		strings.Join(more, "\n") + "\n---\n" + body
}

// load makes the Renderer of a project. Problems of the stages before render fail
// the test.
func load(t testing.TB, fsys fs.FS, in Inputs) (*Renderer, diag.List) {
	t.Helper()
	site, problems, err := content.Load(fsys)
	sound(t, "content", problems, err)
	book, problems, err := ledger.Load(fsys, site.Settings.Vocabulary, lang.English)
	sound(t, "ledger", problems, err)
	charts, problems, err := chart.Load(fsys, chart.Inputs{Ledger: book})
	sound(t, "chart", problems, err)
	in.FS, in.Content, in.Ledger, in.Claims, in.Charts, in.Memo = fsys, site, book, claims.New(book), charts, memo.New()
	r, problems, err := New(in)
	sound(t, "templates", nil, err)
	return r, problems
}

// renderer makes the Renderer of a project whose parts are sound.
func renderer(t testing.TB, fsys fs.FS, in Inputs) *Renderer {
	t.Helper()
	r, problems := load(t, fsys, in)
	sound(t, "templates", problems, nil)
	return r
}

// convert goes on to the converted pages, their links checked.
func convert(t testing.TB, fsys fs.FS, in Inputs) (*Renderer, []*Document, diag.List) {
	t.Helper()
	r, problems := load(t, fsys, in)
	if r == nil {
		return nil, nil, problems
	}
	var docs []*Document
	for _, p := range r.Content.Pages {
		d, _, more := r.Convert(p)
		problems.Add(more)
		docs = append(docs, d)
	}
	problems.Add(r.CheckLinks(docs))
	return r, docs, problems.Sorted()
}

// build goes on to the tree.
func build(t testing.TB, fsys fs.FS, in Inputs) (*output.Tree, diag.List) {
	t.Helper()
	r, docs, problems := convert(t, fsys, in)
	if r == nil {
		return nil, problems
	}
	tree, more := r.Site(docs)
	problems.Add(more)
	return tree, problems.Sorted()
}

// site is the tree of a project without problems.
func site(t testing.TB, more map[string]string, in Inputs) *output.Tree {
	t.Helper()
	tree, problems := build(t, project(t, more), in)
	sound(t, "site", problems, nil)
	return tree
}

func sound(t testing.TB, stage string, problems diag.List, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s: %s (%s)", stage, p.Pos, p.Text, p.Hint)
	}
}

// texts are the problems as an author sees them, one a line.
func texts(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Pos.String() + ": " + p.Text + "\n")
		if p.Hint != "" {
			b.WriteString("  hint: " + p.Hint + "\n")
		}
	}
	return b.String()
}

// A node is a finished page, or an element of it, to be asked questions.
type node struct{ *html.Node }

func parse(t *testing.T, tree *output.Tree, path string) node {
	t.Helper()
	f, ok := tree.Get(path)
	if !ok {
		t.Fatalf("no file %s", path)
	}
	n, err := html.Parse(strings.NewReader(string(f.Bytes())))
	if err != nil {
		t.Fatal(err)
	}
	return node{n}
}

// all are the elements with a tag; "" is any.
func (n node) all(tag string) []node {
	var out []node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (tag == "" || d.Data == tag) {
			out = append(out, node{d})
		}
	}
	return out
}

// class are the elements with a class.
func (n node) class(name string) []node {
	return slices.DeleteFunc(n.all(""), func(e node) bool { return !slices.Contains(strings.Fields(e.attr("class")), name) })
}

func (n node) attr(key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is what the element says, spaces joined.
func (n node) text() string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Data == "dt" || d.Data == "dd" || d.Data == "li" || d.Data == "p":
			b.WriteString(" ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// ids counts every id of the page.
func (n node) ids() map[string]int {
	count := map[string]int{}
	for _, e := range n.all("") {
		if id := e.attr("id"); id != "" {
			count[id]++
		}
	}
	return count
}

// pages are the paths of all HTML files, sorted.
func pages(tree *output.Tree) []string {
	found := map[string]bool{}
	for _, f := range tree.Files() {
		if strings.HasSuffix(f.Path, ".html") {
			found[f.Path] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}
