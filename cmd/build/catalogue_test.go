package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"sharingthecost"
	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/sitetest"
)

// The catalogue of mistakes: testdata/catalogue/*.txt, a file for each kind of
// record. An entry is a small change to the smallest whole site and everything
// that the program then says, to the letter:
//
//	== What the author did wrong
//	-- edit content/demand.md --
//	- a line as it stands in the site
//	+ what stands in its place
//	-- file content/new.md --
//	a whole new file
//	-- remove content/charts/contribution.yaml --
//	-- says --
//	content/demand.md:5:1: unknown key "updatd"
//
// A problem must have a line and a hint. Where the whole file is at fault the
// title says (whole file); where there is nothing to add it says (no hint). The
// flag -update writes what the program says now; these two words it leaves to
// people.

// wantedMistakes is how many different things the catalogue must hold.
const wantedMistakes = 80

type mistake struct {
	title   string
	changes []txtar.File
	says    string
}

func TestCatalogue(t *testing.T) {
	files, err := filepath.Glob("testdata/catalogue/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	base := smallSite(t)
	if _, problems, err := makeSite(base, small(nil)); err != nil || len(problems) > 0 {
		t.Fatalf("the smallest whole site has mistakes before any is made in it: %v %v", err, problems) // and -update would write them all over
	}
	kinds := map[string]bool{}
	for _, name := range files {
		head, mistakes := readCatalogue(t, name)
		said := make([]string, len(mistakes))
		for i, m := range mistakes { // what stays where -run leaves one out, or where the change itself fails
			said[i] = m.says
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			for i, m := range mistakes {
				t.Run(m.title, func(t *testing.T) {
					problems := m.make(t, base)
					said[i] = m.printed(t, base, problems)
					m.complete(t, problems)
					for _, p := range problems {
						kinds[kindOf(p)] = true
					}
					if said[i] != m.says && !golden.Update() {
						t.Errorf("it says\n%s\nwant\n%s", said[i], m.says)
					}
				})
			}
		})
		if golden.Update() {
			writeCatalogue(t, name, head, mistakes, said)
		}
	}
	if len(kinds) < wantedMistakes {
		t.Errorf("%d different messages, want %d", len(kinds), wantedMistakes)
	}
}

// make runs the pipeline on the changed site.
func (m mistake) make(t *testing.T, base fstest.MapFS) diag.List {
	t.Helper()
	_, problems, err := makeSite(m.changed(t, base), small(nil))
	if err != nil {
		t.Fatalf("a mistake of an author is told as a failure of the machine: %v", err)
	}
	if len(problems) == 0 {
		t.Fatal("nobody notices")
	}
	return problems.Sorted()
}

func (m mistake) printed(t *testing.T, base fstest.MapFS, problems diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Text(&b, problems, command.Lines(m.changed(t, base)), false); err != nil {
		t.Fatal(err)
	}
	return joined.ReplaceAllString(b.String(), "assets/site.HASH.css:LINE:")
}

// joined matches a place in the joined style sheet: its name and its lines
// change with every rule of the site's own sheets, which are no part of a
// mistake.
var joined = regexp.MustCompile(`assets/site\.[0-9a-f]{8}\.css:\d+:`)

// complete holds every problem to having its place and its cure.
func (m mistake) complete(t *testing.T, problems diag.List) {
	t.Helper()
	content := !slices.ContainsFunc(m.changes, func(f txtar.File) bool { return !strings.Contains(f.Name, " content/") })
	for _, p := range problems {
		if content && !strings.HasPrefix(p.Pos.File, "content") {
			t.Errorf("a mistake in content is told at %s", p.Pos.File)
		}
		if p.Pos.File == "" || p.Pos.Line == 0 && !strings.Contains(m.title, "(whole file)") {
			t.Errorf("%q has lost its place", p.Text)
		}
		if p.Hint == "" && !strings.Contains(m.title, "(no hint)") {
			t.Errorf("%q has lost its hint", p.Text)
		}
		if r := p.Text; r == "" || strings.ToLower(r[:1]) != r[:1] && !regexp.MustCompile(`^[A-Z]{2,}|^U\+|^Hangul `).MatchString(r) || strings.HasSuffix(r, ".") {
			t.Errorf("%q: a message begins in lower case and has no full stop", r)
		}
	}
}

// changed applies the changes to a copy of the site.
func (m mistake) changed(t *testing.T, base fstest.MapFS) fstest.MapFS {
	t.Helper()
	site := maps.Clone(base)
	for _, c := range m.changes {
		verb, name, _ := strings.Cut(c.Name, " ")
		switch verb {
		case "file":
			site[name] = &fstest.MapFile{Data: c.Data}
		case "remove":
			if site[name] == nil {
				t.Fatalf("%s is not there to be removed", name)
			}
			delete(site, name)
		case "edit":
			if site[name] == nil {
				t.Fatalf("%s is not there to be edited", name)
			}
			site[name] = &fstest.MapFile{Data: []byte(edited(t, name, string(site[name].Data), string(c.Data)))}
		default:
			t.Fatalf("write edit, file, remove or says, not %q", c.Name)
		}
	}
	return site
}

// edited replaces the lines marked - by the lines marked + behind them. In
// these, \t, \r and \xHH stand for characters that nobody would see.
func edited(t *testing.T, name, text, change string) string {
	t.Helper()
	var from, to strings.Builder
	flush := func() {
		if from.Len() == 0 && to.Len() == 0 {
			return
		}
		if strings.Count(text, from.String()) != 1 {
			t.Fatalf("%s has these lines %d times:\n%s", name, strings.Count(text, from.String()), from.String())
		}
		text = strings.Replace(text, from.String(), to.String(), 1)
		from.Reset()
		to.Reset()
	}
	for line := range strings.Lines(change) {
		mark, rest, _ := strings.Cut(line, " ")
		switch strings.TrimSpace(mark) {
		case "-":
			if to.Len() > 0 {
				flush()
			}
			from.WriteString(rest)
		case "+":
			to.WriteString(unescaped(rest))
		default:
			t.Fatalf("a change is lines that begin with - or +, not %q", line)
		}
	}
	flush()
	return text
}

var escape = regexp.MustCompile(`\\(t|r|x[0-9A-F]{2}|u[0-9A-F]{4})`)

func unescaped(s string) string {
	if strings.HasSuffix(s, "\n") && s == "\n" {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		var n int
		switch e[1] {
		case 't':
			return "\t"
		case 'r':
			return "\r"
		case 'x':
			fmt.Sscanf(e[2:], "%X", &n)
			return string([]byte{byte(n)})
		}
		fmt.Sscanf(e[2:], "%X", &n)
		return string(rune(n))
	})
}

// kindOf is what a message says, without the names and numbers in it.
func kindOf(p diag.Problem) string {
	return regexp.MustCompile(`"[^"]*"|“[^”]*”|[0-9]+|#?[a-z0-9]+[-_./][a-z0-9-_./]+`).ReplaceAllString(p.Text, "…")
}

// smallSite is the smallest whole site, with its own copy of the default look for
// tests that change it.
func smallSite(t testing.TB) fstest.MapFS {
	t.Helper()
	site := sitetest.Copy(t, sharingthecost.Look(), ".")
	maps.Copy(site, sitetest.Small())
	return site
}

func readCatalogue(t *testing.T, name string) (head string, mistakes []mistake) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split("\n"+string(text), "\n== ")
	for _, part := range parts[1:] {
		title, rest, _ := strings.Cut(part, "\n")
		a := txtar.Parse([]byte(strings.TrimRight(rest, "\n") + "\n"))
		m := mistake{title: title}
		for _, f := range a.Files {
			if f.Name == "says" {
				m.says = string(f.Data)
				continue
			}
			m.changes = append(m.changes, f)
		}
		mistakes = append(mistakes, m)
	}
	return strings.TrimPrefix(parts[0], "\n"), mistakes
}

func writeCatalogue(t *testing.T, name, head string, mistakes []mistake, said []string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(head)
	for i, m := range mistakes {
		fmt.Fprintf(&b, "\n== %s\n%s-- says --\n%s", m.title, txtar.Format(&txtar.Archive{Files: m.changes}), said[i])
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
