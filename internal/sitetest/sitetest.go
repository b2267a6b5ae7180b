// Package sitetest gives tests the smallest whole site. Nothing else imports it.
package sitetest

import (
	_ "embed"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"sharingthecost/internal/output"
)

//go:embed site.txtar
var site []byte

// Files are the files of its content folder.
func Files() []txtar.File { return txtar.Parse(site).Files }

// Small is the site with the templates and styles of the project at root.
func Small(t testing.TB, root string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, f := range Files() {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	Add(t, out, root, "templates", "static")
	return out
}

// Add adds folders of the project at root.
func Add(t testing.TB, site fstest.MapFS, root string, folders ...string) {
	t.Helper()
	from := os.DirFS(root)
	for _, dir := range folders {
		err := fs.WalkDir(from, dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(from, p)
			site[p] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Made are the files of a tree, pictures drawn.
func Made(tree *output.Tree) map[string]string {
	files := map[string]string{}
	for _, f := range tree.Files() {
		files[f.Path] = string(f.Bytes())
	}
	return files
}

// Same reports each file that is not as it should be.
func Same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Errorf("%s: %s is not as a build that remembers nothing makes it", what, name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
	}
}
