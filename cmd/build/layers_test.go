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

// The layers: each package, what it may import of those below it, and the outside
// libraries that live in it. A package that is missing here, an import that runs
// upward or sideways where the table does not say so, or a library in two packages
// fails the test; so the table in ARCHITECTURE.md stays true.
var layers = []struct {
	name      string
	imports   string
	libraries string
}{
	// ground; the default look, at the root, is open to all of them
	{"diag", "", ""},
	{"lang", "", ""},
	{"unit", "diag lang", ""},
	{"memo", "", ""},
	{"parallel", "", ""},
	{"draw", "", "golang.org/x/image codeberg.org/go-fonts/liberation"},
	// formats
	{"record", "diag lang", "go.yaml.in/yaml/v4"},
	{"data", "diag lang record unit", ""},
	{"output", "diag parallel", "golang.org/x/sys github.com/gofrs/flock"},
	{"vocabulary", "diag record draw", ""},
	// material
	{"content", "diag lang record vocabulary parallel", ""},
	{"ledger", "parallel lang diag record vocabulary data unit", "github.com/expr-lang/expr"},
	{"claims", "diag lang record vocabulary unit ledger", ""},
	{"plot", "draw unit", "github.com/go-echarts/go-echarts/v2"},
	{"table", "lang unit", ""},
	{"series", "lang diag record data unit ledger plot table", ""},
	{"form", "lang diag record unit draw plot series table", ""},
	{"matrix", "lang diag record data unit draw plot series table form", ""},
	{"chart", "lang parallel diag record vocabulary data unit draw ledger plot table series form matrix", ""},
	{"pasted", "", ""},
	{"markdown", "diag lang record pasted", "github.com/yuin/goldmark"},
	{"code", "diag", "github.com/alecthomas/chroma/v2"},
	{"cite", "lang ledger", ""},
	{"glossary", "ledger markdown", ""},
	{"linked", "ledger", ""},
	{"archive", "diag record output content", "golang.org/x/net"},
	{"look", "diag lang content output", ""},
	// stages
	{"prose", "diag lang content markdown", ""},
	{"render", "lang parallel memo diag record vocabulary data unit draw output content ledger claims chart markdown code cite glossary linked archive look", ""},
	{"host", "diag lang archive record output content draw parallel render", "golang.org/x/net"},
	{"check", "memo diag lang output parallel", "golang.org/x/net"},
	{"preview", "diag output", "github.com/fsnotify/fsnotify"},
	// programs
	{"pipeline", "memo parallel diag lang record output content archive ledger claims chart markdown prose render host check", ""},
	{"edition", "diag lang ledger chart markdown render pipeline", ""},
	{"command", "memo diag record output pipeline ledger", ""},
	{"guide", "", ""},
	// tests alone
	{"golden", "", "github.com/google/go-cmp"},
	{"sitetest", "lang output", "github.com/rogpeppe/go-internal"},
}

func TestArrowsRunDownward(t *testing.T) {
	const module = "sharingthecost/internal/"
	root := os.DirFS("../..")
	known := map[string]bool{}
	for _, h := range layers {
		known[h.name] = true
		for _, imported := range imports(t, root, "internal/"+h.name) {
			if name, ok := strings.CutPrefix(imported, module); ok {
				if !slices.Contains(strings.Fields(h.imports), name) {
					t.Errorf("internal/%s imports internal/%s, which the table does not say", h.name, name)
				}
				continue
			}
			first, _, _ := strings.Cut(imported, "/")
			if strings.Contains(first, ".") && !slices.ContainsFunc(strings.Fields(h.libraries), func(l string) bool {
				return imported == l || strings.HasPrefix(imported, l+"/")
			}) {
				t.Errorf("internal/%s imports %s, which has no place there", h.name, imported)
			}
		}
	}
	packages, err := fs.ReadDir(root, "internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range packages {
		if p.IsDir() && !known[p.Name()] {
			t.Errorf("internal/%s has no line in the table", p.Name())
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
