package check

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"sharingthecost/internal/memo"
	"sharingthecost/internal/output"
)

// benchTree is a site of n pages of some 20 kB that lead to one another.
func benchTree(n int) []output.File {
	var pairs []string
	for i := range n {
		var body strings.Builder
		for k := range 60 {
			fmt.Fprintf(&body, "<h2 id=\"h%d\">Heading %d</h2>\n<p>Some words, <em>some</em> of them &amp; not all, with <a href=\"/p%d/#h%d\">a link to page %d</a>, "+
				"and some more words so that the paragraph has a usual length, as paragraphs have.</p>\n", k, k, (i+k)%n, k, (i+k)%n)
		}
		pairs = append(pairs, fmt.Sprintf("p%d/index.html", i), body.String())
	}
	return treeOf(pairs...)
}

func BenchmarkTree(b *testing.B) {
	files := benchTree(50)
	options := Options{Folder: "public", BasePath: "/", Origin: "https://bench.example"}
	for _, c := range []struct {
		name string
		memo *memo.Memo
	}{{"first", nil}, {"again", memo.New()}} {
		options.Memo = c.memo
		if problems := problemsOf(files, options); len(problems) > 0 {
			b.Fatal(problems)
		}
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				problemsOf(files, options)
			}
		})
	}
}

// A remembered page is held to the rules that need other pages each time.
func TestRememberedPagesAreStillRelated(t *testing.T) {
	o := Options{BasePath: "/", Memo: memo.Open(filepath.Join(t.TempDir(), "memo"), nil)}
	sound := treeOf("a/index.html", `<a href="/b/#there">to b</a>`, "b/index.html", `<p id="there">x</p>`)
	for range 2 {
		if problems := problemsOf(sound, o); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	moved := treeOf("a/index.html", `<a href="/b/#there">to b</a>`, "b/index.html", `<p id="here">x</p>`)
	for range 2 {
		problems := problemsOf(moved, o)
		if len(problems) != 1 || problems[0].Text != "/b/ has no anchor #there" || problems[0].Pos.String() != "a/index.html:8:10" {
			t.Errorf("an anchor that went away: %v", problems)
		}
	}
	gone := treeOf("a/index.html", `<a href="/b/#there">to b</a>`)
	if problems := problemsOf(gone, o); len(problems) != 1 || problems[0].Text != "nothing is at /b/#there" {
		t.Errorf("a page that went away: %v", problems)
	}
}
