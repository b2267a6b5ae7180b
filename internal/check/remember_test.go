package check

import (
	"path/filepath"
	"testing"

	"sharingthecost/internal/cache"
)

// Files of every kind are remembered, and still held to the rules that need others.
func TestRememberedFilesAreStillRelated(t *testing.T) {
	o := Options{BasePath: "/", Origin: "https://example.org", Cache: cache.Open(filepath.Join(t.TempDir(), "pages"), nil, 0)}
	for _, other := range [][2]string{
		{"feed.xml", `<feed><link href="https://example.org/b/#there"/></feed>`},
		{"x.svg", `<svg xmlns="http://www.w3.org/2000/svg"><a href="/b/#there"/></svg>`},
	} {
		sound := treeOf(append(other[:], "b/index.html", `<p id="there">x</p>`)...)
		moved := treeOf(append(other[:], "b/index.html", `<p id="here">x</p>`)...)
		gone := treeOf(other[:]...)
		for range 2 {
			if got := lines(problemsOf(sound, o)); got != "" {
				t.Errorf("%s: %s", other[0], got)
			}
			if got := problemsOf(moved, o); len(got) != 1 || got[0].Text != "/b/ has no anchor #there" {
				t.Errorf("%s, an anchor that went away: %v", other[0], got)
			}
			if got := problemsOf(gone, o); len(got) != 1 || got[0].Pos.File != other[0] {
				t.Errorf("%s, a page that went away: %v", other[0], got)
			}
		}
	}
	drawing := []string{"index.html", `<svg aria-hidden="true"><use href="/x.svg#mark"/></svg>`, "x.svg", mark}
	for range 2 {
		if got := lines(problemsOf(treeOf(drawing...), o)); got != "" {
			t.Error(got)
		}
	}
	for range 2 { // what is wrong is told each time
		if got := problemsOf(treeOf("a.json", "{", "b.csv", "ZgotmplZ"), o); len(got) != 2 {
			t.Error(got)
		}
	}
}
