// Package sitetest gives tests the smallest whole site. Nothing else imports it.
package sitetest

import (
	_ "embed"
	"io/fs"
	"maps"
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

// Small is the site, which has the default look.
func Small() fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range Files() {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

// Copy reads a folder of a project, and those below it.
func Copy(t testing.TB, from fs.FS, dir string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(from, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, p)
		out[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
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
