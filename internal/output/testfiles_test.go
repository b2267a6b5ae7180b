package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustWrite(t *testing.T, tree *Tree, dir string, o Options) Report {
	t.Helper()
	r, err := Write(tree, dir, o)
	must(t, err)
	return r
}

func put(t *testing.T, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, []byte(text), 0o644))
}

func stat(t *testing.T, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(name)
	must(t, err)
	return info
}

// holds checks that a folder is exactly a tree and its manifest.
func holds(t *testing.T, dir string, tree *Tree) {
	t.Helper()
	wholeSite(t, dir)
	want := map[string]string{ManifestName: string(manifestOf(tree.Files(), "").Encode())}
	for _, f := range tree.Files() {
		want[f.Path] = string(f.Bytes())
	}
	if diff := cmp.Diff(want, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func wholeSite(t *testing.T, dir string) {
	t.Helper()
	differences, err := Verify(os.DirFS(dir))
	must(t, err)
	for _, d := range differences {
		t.Errorf("%s %s", d.Path, d.Text)
	}
}

func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, p))
		out[p] = string(data)
		return err
	}))
	return out
}

// alone checks that a folder holds just these entries.
func alone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff(names, got); diff != "" {
		t.Error(diff)
	}
}

// listing writes out all that lies in a folder: types, times, texts.
func listing(t *testing.T, dir string) string {
	t.Helper()
	out := ""
	must(t, filepath.WalkDir(dir, func(p string, _ fs.DirEntry, err error) error {
		if err != nil || p == dir { // whose time changes when the work folder comes and goes
			return err
		}
		info := stat(t, p)
		text, _ := os.ReadFile(p) // of a folder there is none
		link, _ := os.Readlink(p)
		out += fmt.Sprintf("%s %v %v %q %q\n", p, info.Mode(), info.ModTime(), text, link)
		return nil
	}))
	return out
}
