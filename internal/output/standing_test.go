package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestStandingHolds(t *testing.T) {
	var tree Tree
	for _, name := range []string{"index.html", "a/index.html"} {
		if clash := tree.Add(File{Path: name, Data: []byte("text of " + name)}); clash != nil {
			t.Fatal(clash.Text)
		}
	}
	for _, c := range []struct {
		what   string
		change func(dir string) error
		want   bool
	}{
		{"as written", func(string) error { return nil }, true},
		{"a file with other bytes", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "index.html"), []byte("text of index.htmL"), 0o644)
		}, false},
		{"a file with other permissions", func(dir string) error { return os.Chmod(filepath.Join(dir, "index.html"), 0o600) }, false},
		{"a file too few", func(dir string) error { return os.Remove(filepath.Join(dir, "index.html")) }, false},
		{"a file too many", func(dir string) error { return os.WriteFile(filepath.Join(dir, "b.html"), nil, 0o644) }, false},
		{"another manifest", func(dir string) error { return os.WriteFile(filepath.Join(dir, ManifestName), []byte("{}"), 0o644) }, false},
		{"a link in a file's place", func(dir string) error {
			if err := os.Rename(filepath.Join(dir, "index.html"), dir+".html"); err != nil {
				return err
			}
			return os.Symlink(dir+".html", filepath.Join(dir, "index.html"))
		}, false},
		{"no folder", os.RemoveAll, false},
	} {
		dir := filepath.Join(t.TempDir(), "public")
		report, err := Write(&tree, dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := c.change(dir); err != nil {
			t.Fatal(err)
		}
		if _, same := Look(dir).Holds(report.Digest); same != c.want {
			t.Errorf("%s: %v, want %v", c.what, same, c.want)
		}
	}
}
