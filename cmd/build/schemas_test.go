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
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strays {
		t.Errorf("%s describes no file: delete it", name)
	}
}

// Editors' programs find each schema for the files that it describes.
func TestSettingsNameEverySchema(t *testing.T) {
	text, err := os.ReadFile("../../.vscode/settings.json")
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(text, &settings); err != nil {
		t.Fatal(err)
	}
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
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(f.path, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(f.path)
	if err != nil {
		t.Fatalf("%s: %v", f.path, err)
	}
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
	if err := yaml.Load(text, &node); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
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
	if err := node.Decode(&v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The pattern by which VS Code finds the places of problems finds those that
// the program prints.
func TestTaskFindsPlaces(t *testing.T) {
	text, err := os.ReadFile("../../.vscode/tasks.json")
	if err != nil {
		t.Fatal(err)
	}
	var tasks struct {
		Tasks []struct {
			ProblemMatcher any
		}
	}
	if err := json.Unmarshal(text, &tasks); err != nil {
		t.Fatal(err)
	}
	pattern := tasks.Tasks[0].ProblemMatcher.(map[string]any)["pattern"].(map[string]any)["regexp"].(string)
	var problems diag.List
	problems.Report(diag.Pos{File: "content/demand.md", Line: 14, Col: 7}, "no page agrement.md", "did you mean agreement.md?")
	var b strings.Builder
	if err := command.Report(&b, os.DirFS("."), problems, command.Options{}, false); err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?m)" + pattern).FindStringSubmatch(b.String())
	if len(m) != 5 || m[1] != "content/demand.md" || m[2] != "14" || m[3] != "7" || m[4] != "no page agrement.md" {
		t.Errorf("%q in\n%s", m, b.String())
	}
}
