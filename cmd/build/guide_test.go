package main

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/command"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/record"
	"sharingthecost/internal/sitetest"
)

// An example is a fenced block of the editor's guide and the comment before
// it, which says where it goes: "file PATH" is a whole file, "add PATH" stands
// at the end of one, "wrong PATH" with lines - and + is a change, and the block
// is what the program then says; "in PATH" is a part of a file of the program, such
// as what a script test prints. Those of the explainer that the guide begins have
// "begin" before it. Commands for the shell have no comment, and stand under "sh";
// those that a test cannot run are text.
type example struct {
	verb, path, change, text string
	line                     int
}

var exampleComment = regexp.MustCompile(`(?s)^<!-- (file|add|in|wrong|begin add|begin wrong|begin) (\S+)\s*(.*?)\s*-->$`)

func examplesOf(t *testing.T, guide string) []example {
	t.Helper()
	var out []example
	lines := strings.Split(guide, "\n")
	for i := 0; i < len(lines); i++ {
		fence := lines[i][:len(lines[i])-len(strings.TrimLeft(lines[i], "`"))]
		if len(fence) < 3 {
			continue
		}
		end := i + 1
		for lines[end] != fence {
			end++
		}
		e := example{text: strings.Join(lines[i+1:end], "\n") + "\n", line: i + 1}
		start := i - 1
		for start > 0 && lines[start] != "" {
			start--
		}
		m := exampleComment.FindStringSubmatch(strings.Join(lines[start+1:i], "\n"))
		switch {
		case m != nil:
			e.verb, e.path, e.change = m[1], m[2], m[3]
			out = append(out, e)
		case lines[i] == fence+"sh":
			e.verb = "sh"
			out = append(out, e)
		case lines[i] != fence+"text":
			t.Errorf("EDITING.md:%d: an example that no test builds", i+1)
		}
		i = end
	}
	return out
}

// TestGuide builds the project with every example of the editor's guide in it,
// and makes every mistake that the guide shows.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../../EDITING.md")
	if err != nil {
		t.Fatal(err)
	}
	site := project(t)
	var wrong []example
	for _, e := range examplesOf(t, string(guide)) {
		switch e.verb {
		case "file":
			site[e.path] = &fstest.MapFile{Data: []byte(e.text)}
		case "add":
			if site[e.path] == nil {
				t.Fatalf("EDITING.md:%d: no file %s to add to", e.line, e.path)
			}
			before := strings.TrimRight(string(site[e.path].Data), "\n") + "\n"
			if path.Ext(e.path) == ".md" || e.path == "content/figures.yaml" {
				before += "\n"
			}
			site[e.path] = &fstest.MapFile{Data: []byte(before + e.text)}
		case "in":
			text, err := os.ReadFile("../../" + e.path)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(text), e.text) {
				t.Errorf("EDITING.md:%d: %s has another text", e.line, e.path)
			}
		case "wrong":
			wrong = append(wrong, e)
		}
	}
	said := func(site fstest.MapFS) string {
		_, problems, err := makeSite(site, pipeline.Options{Deployment: pipeline.Deployment{Production: true}, Folder: "public", Drafts: true})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := diag.Text(&b, problems.Sorted(), command.Lines(site), false); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := said(site); got != "" {
		t.Fatalf("the examples together:\n%s", got)
	}
	for _, e := range wrong {
		changed := maps.Clone(site)
		changed[e.path] = &fstest.MapFile{Data: []byte(edited(t, e.path, string(site[e.path].Data), e.change+"\n"))}
		if got := said(changed); got != e.text {
			t.Errorf("EDITING.md:%d: the program says\n%s", e.line, got)
		}
	}
}

// TestGuideBegins does what the guide tells a newcomer, to the letter, with the real
// program.
func TestGuideBegins(t *testing.T) {
	guide, err := os.ReadFile("../../EDITING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, part, _ := strings.Cut(string(guide), "\n## Begin an explainer\n")
	part, _, _ = strings.Cut(part, "\n## ")
	here := t.TempDir()
	checkout, project := filepath.Join(here, "checkout"), filepath.Join(here, "long-jump")
	must(t, os.Mkdir(checkout, 0o755))
	run := func(args ...string) (string, error) {
		c := exec.Command("build", args...)
		c.Dir = checkout
		c.Env = append(os.Environ(), "NO_COLOR=1", "GITHUB_ACTIONS=")
		out, err := c.CombinedOutput()
		return string(out), err
	}
	write := func(name, text string) {
		file := filepath.Join(project, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(text), 0o644))
	}
	for _, e := range examplesOf(t, part) {
		before, _ := os.ReadFile(filepath.Join(project, filepath.FromSlash(e.path)))
		switch e.verb {
		case "begin":
			write(e.path, e.text)
		case "begin add":
			write(e.path, string(before)+e.text)
		case "begin wrong":
			write(e.path, edited(t, e.path, string(before), e.change+"\n"))
			if out, err := run("check", "-C", "../long-jump"); err == nil || !strings.HasPrefix(out, e.text) {
				t.Errorf("%s: %v\n%s", e.path, err, out)
			}
			write(e.path, string(before))
		case "sh":
			for line := range strings.Lines(e.text) {
				args, ours := strings.CutPrefix(strings.TrimSpace(line), "go run ./cmd/build ")
				if !ours {
					continue // the preview does not end by itself
				}
				if out, err := run(words(args)...); err != nil {
					t.Fatalf("%s%v\n%s", line, err, out)
				}
			}
		}
	}
	page, err := os.ReadFile(filepath.Join(project, "public", "index.html"))
	if err != nil || !strings.Contains(string(page), "8.95\u00a0metres") {
		t.Errorf("the page lacks its number: %v", err)
	}
}

// words parts a command for the shell.
func words(line string) (out []string) {
	for i, quoted := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, quoted)
			continue
		}
		out = append(out, strings.Fields(quoted)...)
	}
	return out
}

// The guide names every key of front matter, every kind of mistake and every
// verb that editors need.
func TestGuideIsWhole(t *testing.T) {
	text, err := os.ReadFile("../../EDITING.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := string(text)
	var meta struct{ Properties map[string]any }
	if err := json.Unmarshal(record.Schema("", content.Meta{}), &meta); err != nil {
		t.Fatal(err)
	}
	for key := range meta.Properties {
		if !strings.Contains(guide, "| `"+key+"`") && !strings.Contains(guide, ", `"+key+"` |") {
			t.Errorf("the table of the top of a page lacks %s", key)
		}
	}
	files, err := fs.Glob(os.DirFS("."), "testdata/catalogue/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !strings.Contains(guide, "(cmd/build/"+name+")") {
			t.Errorf("the table of mistakes lacks %s", name)
		}
	}
	for _, verb := range []string{"build init", "build new", "build new chart", "build check", "build list", "serve", "serve links"} {
		if !strings.Contains(guide, "\ngo run ./cmd/"+verb+" ") && !strings.Contains(guide, "\ngo run ./cmd/"+verb+"\n") {
			t.Errorf("the guide never uses %s", verb)
		}
	}
}

// project is the site of this repository.
func project(t *testing.T) fstest.MapFS {
	t.Helper()
	site := sitetest.Copy(t, os.DirFS("../.."), "content")
	maps.Copy(site, sitetest.Copy(t, os.DirFS("../.."), "static"))
	return site
}
