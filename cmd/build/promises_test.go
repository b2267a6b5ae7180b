package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/command"
)

var (
	namedTest   = regexp.MustCompile("`([a-z0-9_/.-]+(?:_test\\.go|\\.test\\.mjs|\\.txtar))`(?: (Test\\w+|Fuzz\\w+)| \"([^\"]+)\")?")
	promiseLine = regexp.MustCompile(`(?m)^\| .*\.  ?\|.*$|^\| .*[.;] \|.*$`)
)

// Every promise names a test, and every test that is named exists.
func TestPromisesAreHeld(t *testing.T) {
	page, err := os.ReadFile("../../docs/promises.md")
	if err != nil {
		t.Fatal(err)
	}
	promises := promiseLine.FindAllString(string(page), -1)
	if len(promises) < 40 {
		t.Errorf("only %d promises", len(promises))
	}
	for _, p := range promises {
		if !namedTest.MatchString(p) {
			t.Errorf("nothing holds: %s", p)
		}
	}
	for _, m := range namedTest.FindAllStringSubmatch(string(page), -1) {
		file, function, title := m[1], m[2], m[3]
		text, err := os.ReadFile("../../" + file)
		if err != nil {
			if file != "cmd/build/testdata/script/*.txtar" {
				t.Errorf("%s: %v", m[0], err)
			}
			continue
		}
		switch {
		case strings.HasSuffix(file, "_test.go") && function != "":
			if !strings.Contains(string(text), "\nfunc "+function+"(") {
				t.Errorf("%s has no %s", file, function)
			}
		case strings.HasSuffix(file, ".mjs") && title != "":
			if !strings.Contains(string(text), title) {
				t.Errorf("%s has no test %q", file, title)
			}
		case strings.HasSuffix(file, ".txtar"):
		case file == "cmd/build/promises_test.go" || file == "cmd/build/dependencies_test.go":
		default:
			t.Errorf("%s: name the test in it", m[0])
		}
	}
	// The fuzzers of the house are all on the page.
	for file, text := range sources(t, true) {
		for _, m := range regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`).FindAllStringSubmatch(text, -1) {
			if !strings.Contains(string(page), "`"+file+"` "+m[1]+" ") {
				t.Errorf("%s %s is not on the page", file, m[1])
			}
		}
	}
}

// sources reads the Go files of the project: of its tests, or of the program.
func sources(t *testing.T, tests bool) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := os.DirFS("../..")
	for _, dir := range []string{"internal", "cmd"} {
		err := fs.WalkDir(root, dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") != tests {
				return err
			}
			text, err := fs.ReadFile(root, p)
			out[p] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// calls lists the functions of other packages that a file calls or names, as
// "os.WriteFile", and the packages it imports, as they are written.
func calls(t *testing.T, name, text string) (called, imported []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string]string{}
	for _, spec := range f.Imports {
		p := strings.Trim(spec.Path.Value, `"`)
		imported = append(imported, p)
		local := path.Base(p)
		if spec.Name != nil {
			local = spec.Name.Name
		}
		packages[local] = p
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && packages[x.Name] != "" {
				called = append(called, packages[x.Name]+"."+s.Sel.Name)
			}
		}
		return true
	})
	return called, imported
}

// What makes a site cannot open a connection, start a program or load code: that
// is not among what it is compiled from. The program around it cannot open a
// connection either, which also makes the first compilation of a deployment a
// quarter shorter; one of its files starts git, for the verb diff.
func TestBuildReachesNothing(t *testing.T) {
	for program, never := range map[string][]string{
		"internal/pipeline": {"net", "net/http", "os/exec", "plugin", "testing"},
		"internal/command":  {"net", "net/http", "os/exec", "plugin", "testing"},
		"cmd/build":         {"net", "net/http", "plugin", "testing"},
	} {
		out, err := exec.Command("go", "list", "-deps", "sharingthecost/"+program).Output()
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Fields(string(out))
		if !slices.Contains(all, "sharingthecost/internal/pipeline") {
			t.Fatalf("%s is compiled from %s", program, all)
		}
		for _, p := range never {
			if slices.Contains(all, p) {
				t.Errorf("%s is among what %s is compiled from", p, program)
			}
		}
	}
	for name, text := range sources(t, false) {
		called, imported := calls(t, name, text)
		if slices.Contains(imported, "os/exec") && name != "cmd/build/revision.go" && !strings.HasPrefix(name, "cmd/serve/") {
			t.Errorf("%s can start programs", name)
		}
		if slices.Contains(imported, "C") {
			t.Errorf("%s is partly written in C", name)
		}
		for _, c := range called {
			if c == "os.StartProcess" || strings.HasSuffix(c, ".ForkExec") || c == "syscall.Exec" || strings.HasSuffix(c, ".Connect") {
				t.Errorf("%s calls %s", name, c)
			}
		}
	}
}

// What makes a site knows neither the time nor chance. The clock measures how
// long a run took, tells a verb of the desk which day it is, and paces the
// preview.
func TestNoClockNoChance(t *testing.T) {
	may := []string{"cmd/build/build.go", "internal/command/progress.go", "internal/command/profile.go", "internal/command/day.go", "cmd/build/new.go"}
	for name, text := range sources(t, false) {
		called, imported := calls(t, name, text)
		for _, p := range imported {
			if strings.HasPrefix(p, "math/rand") || p == "crypto/rand" || p == "hash/maphash" {
				t.Errorf("%s imports %s", name, p)
			}
		}
		for _, c := range called {
			if (c == "time.Now" || c == "time.Since" || c == "time.Local") && !slices.Contains(may, name) && !strings.HasPrefix(name, "internal/preview/") && !strings.HasPrefix(name, "cmd/serve/") {
				t.Errorf("%s calls %s", name, c)
			}
		}
	}
}

// Only package output writes the site, only memo writes what is remembered, and the
// verbs that make skeletons, schemas and the folder of dated versions write those.
func TestOneHandWrites(t *testing.T) {
	writes := regexp.MustCompile(`^(os|golang\.org/x/sys/unix|syscall)\.(WriteFile|Create|CreateTemp|Mkdir|MkdirAll|MkdirTemp|OpenFile|Open|OpenRoot|Rename|Remove|RemoveAll|Link|Symlink|Chmod|Chown|Chtimes|Truncate|CopyFS|Unlink|Mknod|Mkfifo)$`)
	harmless := map[string][]string{
		"internal/pipeline/project.go": {"os.OpenRoot"}, "cmd/build/new.go": {"os.MkdirAll", "os.OpenFile"},
		"cmd/build/archive.go": {"os.Mkdir", "os.WriteFile"}, "cmd/build/schemas.go": {"os.MkdirAll", "os.WriteFile"}, "internal/command/profile.go": {"os.Create"},
	}
	for name, text := range sources(t, false) {
		if strings.HasPrefix(name, "internal/output/") || strings.HasPrefix(name, "internal/memo/") || strings.HasPrefix(name, "internal/golden/") { // the last is for tests
			continue
		}
		called, _ := calls(t, name, text)
		for _, c := range called {
			if writes.MatchString(c) && !slices.Contains(harmless[name], c) {
				t.Errorf("%s calls %s", name, c)
			}
		}
	}
}

// The numbers that the page and README.md promise.
func TestExitCodesAreThosePromised(t *testing.T) {
	if command.Done != 0 || command.Failed != 1 || command.Usage != 2 {
		t.Errorf("done %d, failed %d, wrong use %d", command.Done, command.Failed, command.Usage)
	}
}
