package check

import (
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/output"
)

// standing writes files and gives them as they stand in the folder then.
func standing(t *testing.T, dir string, files []output.File) ([]output.File, *output.Standing) {
	t.Helper()
	var tree output.Tree
	for _, f := range files {
		if c := tree.Add(f); c != nil {
			t.Fatal(c.Text)
		}
	}
	if _, err := output.Write(&tree, dir, output.Options{}); err != nil {
		t.Fatal(err)
	}
	stands := output.Look(dir)
	var out []output.File
	for _, f := range files {
		x, ok := stands.File(f.Path, f.Source, f.Sum())
		if !ok {
			t.Fatalf("%s does not stand", f.Path)
		}
		out = append(out, x)
	}
	return out, stands
}

// A page may be changed or removed where it stands while the build runs. Then the
// folder has an error, whatever the check says.
func TestPageGoneWhereItStood(t *testing.T) {
	linking := []string{"a/index.html", `<a href="/b/#there">to b</a>`, "b/index.html"}
	for name, spoil := range map[string]func(file string) error{
		"removed": os.Remove,
		"changed": func(file string) error { return os.WriteFile(file, []byte("x"), 0o644) },
	} {
		dir := filepath.Join(t.TempDir(), "public")
		o := Options{Cache: cache.Open(filepath.Join(t.TempDir(), "pages"), nil, 0)}
		files, stands := standing(t, dir, treeOf(append(linking, `<p id="there">x</p>`)...))
		if got := lines(problemsOf(files, o)); got != "" {
			t.Fatal(got)
		}
		if err := spoil(filepath.Join(dir, "a/index.html")); err != nil {
			t.Fatal(err)
		}
		files[1] = treeOf(append(linking, `<p id="here">x</p>`)...)[1]
		got := problemsOf(files, o)
		if len(got) != 1 || got[0].Text != "/b/ has no anchor #there" || stands.Err() == nil {
			t.Errorf("%s: %v, %v", name, got, stands.Err())
		}
	}
}

// A file that is being read, or has a problem already, is not taken up again.
func TestTextInHand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files, stands := standing(t, dir, treeOf("index.html", `<p title="x">Text</p>`))
	s := &site{Options: Options{Budgets: Budgets{Page: 1}}}
	f := &file{File: files[0], text: files[0].Bytes()}
	if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
		t.Fatal(err)
	}
	s.visitPage(f)
	f.text = nil
	at := len(sound("index.html", "")) - len(after)
	f.reportAttr(&node{tag: "p", start: at, end: at + len(`<p title="x">`)}, "title", "text", "")
	if len(f.problems) != 2 || f.problems[1].Pos.String() != "index.html:8:11" || stands.Err() != nil {
		t.Errorf("%s, %v", lines(f.problems), stands.Err())
	}
}

// Texts are not kept when all is read.
func TestTextsAreLeft(t *testing.T) {
	checked, _ := Tree(everythingTree(), Options{Origin: "https://example.org"})
	for _, f := range checked.site.files {
		if f.text != nil {
			t.Errorf("the text of %s is kept", f.Path)
		}
	}
}
