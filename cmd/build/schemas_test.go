package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"sharingthecost/internal/command"
	"sharingthecost/internal/diag"
)

// What lies in the repository is what the types say, and nothing else lies
// there. go run ./cmd/build schemas writes it.
func TestSchemasAreCurrent(t *testing.T) {
	root := os.DirFS("../..")
	for _, f := range editorFiles() {
		if text, err := fs.ReadFile(root, f.path); err != nil || !bytes.Equal(text, f.text) {
			t.Errorf("%s is not what the types say: run go run ./cmd/build schemas (%v)", f.path, err)
		}
	}
	strays, err := strayed(root)
	must(t, err)
	for _, name := range strays {
		t.Errorf("%s describes no file: delete it", name)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fromEditor reads a file of settings for VS Code.
func fromEditor(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile("../../.vscode/" + name)
	must(t, err)
	must(t, json.Unmarshal(text, into))
}

// Editors' programs find each schema for the files that it describes.
func TestSettingsNameEverySchema(t *testing.T) {
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	fromEditor(t, "settings.json", &settings)
	for _, f := range formats() {
		if got := settings.Schemas["./"+f.path]; got != f.files {
			t.Errorf("%s is set for %q, and describes %s", f.path, got, f.files)
		}
	}
	if len(settings.Schemas) != len(formats()) {
		t.Errorf("%d schemas are set, %d exist", len(settings.Schemas), len(formats()))
	}
}

// The schemas accept what the build accepts: every record of this site. And
// they refuse a misspelt key.
func TestSchemasAgreeWithTheSite(t *testing.T) {
	site := project(t)
	for _, f := range formats() {
		schema := compiled(t, f)
		known := false
		for name, file := range site {
			if !covers(f.files, name) {
				continue
			}
			known = true
			record := yamlOf(t, name, file.Data)
			if err := schema.Validate(record); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if m, ok := record.(map[string]any); ok && f.path != "schemas/figures.schema.json" {
				m["misspelt"] = "x"
				if schema.Validate(m) == nil {
					t.Errorf("%s: an unknown key passes", f.path)
				}
			}
		}
		if !known {
			t.Errorf("no file for %s", f.path)
		}
	}
}

func compiled(t *testing.T, f madeFile) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.text))
	must(t, err)
	c := jsonschema.NewCompiler()
	must(t, c.AddResource(f.path, doc))
	schema, err := c.Compile(f.path)
	must(t, err)
	return schema
}

// covers reports whether a pattern of yaml.schemas names a file.
func covers(pattern, name string) bool {
	if folder, ok := strings.CutSuffix(pattern, "/**/*.md"); ok {
		return strings.HasPrefix(name, folder+"/") && path.Ext(name) == ".md"
	}
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}

// yamlOf reads a record as editors' programs do: dates are texts.
func yamlOf(t *testing.T, name string, text []byte) any {
	t.Helper()
	if path.Ext(name) == ".md" {
		parts := bytes.SplitN(text, []byte("---\n"), 3)
		text = parts[1]
	}
	var node yaml.Node
	must(t, yaml.Load(text, &node))
	var untime func(n *yaml.Node)
	untime = func(n *yaml.Node) {
		if n.Tag == "!!timestamp" {
			n.Tag = "!!str"
		}
		for _, c := range n.Content {
			untime(c)
		}
	}
	untime(&node)
	var v any
	must(t, node.Decode(&v))
	b, err := json.Marshal(v)
	must(t, err)
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	must(t, err)
	return out
}

// The pattern by which VS Code finds the places of problems finds those that
// the program prints.
func TestTaskFindsPlaces(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			ProblemMatcher any
		}
	}
	fromEditor(t, "tasks.json", &tasks)
	pattern := tasks.Tasks[0].ProblemMatcher.(map[string]any)["pattern"].(map[string]any)["regexp"].(string)
	var problems diag.List
	problems.Report(diag.Pos{File: "content/demand.md", Line: 14, Col: 7}, "no page agrement.md", "did you mean agreement.md?")
	var b strings.Builder
	must(t, command.Terminal{Err: &b}.Report(os.DirFS("."), problems, command.Options{}))
	m := regexp.MustCompile("(?m)" + pattern).FindStringSubmatch(b.String())
	if len(m) != 5 || m[1] != "content/demand.md" || m[2] != "14" || m[3] != "7" || m[4] != "no page agrement.md" {
		t.Errorf("%q in\n%s", m, b.String())
	}
}
