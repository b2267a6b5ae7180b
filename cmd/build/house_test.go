package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// The house: each room, the rooms below it that it may open, and the outside
// libraries that live in it. A room that is missing here, an arrow that runs
// upward or sideways, or a library in a room without it fails the test; so the picture
// in ARCHITECTURE.md stays true.
var house = []struct {
	room      string
	below     string
	libraries string
}{
	{"diag", "", ""},
	{"unit", "", ""},
	{"draw", "", "golang.org/x/image codeberg.org/go-fonts/liberation"},
	{"output", "diag parallel", "golang.org/x/sys github.com/gofrs/flock"},
	{"cache", "", ""},
	{"parallel", "", ""},
	{"golden", "", "github.com/google/go-cmp"},
	{"record", "cache diag", "go.yaml.in/yaml/v4"},
	{"data", "diag record unit", ""},
	{"code", "diag", "github.com/alecthomas/chroma/v2"},
	{"markdown", "diag record", "github.com/yuin/goldmark"},
	{"content", "cache diag record parallel", ""},
	{"ledger", "diag record data unit", "github.com/expr-lang/expr"},
	{"claims", "diag record unit ledger", ""},
	{"plot", "draw unit", "github.com/go-echarts/go-echarts/v2"},
	{"chart", "parallel diag record data unit draw ledger plot", ""},
	{"check", "cache diag output parallel", "golang.org/x/net"},
	{"host", "diag record output content draw parallel render", "golang.org/x/net"},
	{"prose", "diag content markdown", ""},
	{"preview", "diag output", "github.com/fsnotify/fsnotify"},
	{"render", "parallel cache diag record data unit draw output content ledger claims chart markdown code", ""},
}

func TestArrowsRunDownward(t *testing.T) {
	const module = "sharingthecost/internal/"
	root := os.DirFS("../..")
	known := map[string]bool{}
	for _, h := range house {
		known[h.room] = true
		for _, imported := range imports(t, root, "internal/"+h.room) {
			if room, ok := strings.CutPrefix(imported, module); ok {
				if !slices.Contains(strings.Fields(h.below), room) {
					t.Errorf("internal/%s imports internal/%s, which is not below it", h.room, room)
				}
				continue
			}
			first, _, _ := strings.Cut(imported, "/")
			if strings.Contains(first, ".") && !slices.ContainsFunc(strings.Fields(h.libraries), func(l string) bool {
				return imported == l || strings.HasPrefix(imported, l+"/")
			}) {
				t.Errorf("internal/%s imports %s, which has no place there", h.room, imported)
			}
		}
	}
	rooms, err := fs.ReadDir(root, "internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range rooms {
		if room.IsDir() && !known[room.Name()] {
			t.Errorf("internal/%s has no line in the house", room.Name())
		}
	}
}

// imports lists what the files of a folder import, tests left out.
func imports(t *testing.T, root fs.FS, dir string) []string {
	t.Helper()
	files, err := fs.Glob(root, path.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			out = append(out, strings.Trim(spec.Path.Value, `"`))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
