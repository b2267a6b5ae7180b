package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/command"
	"sharingthecost/internal/content"
	"sharingthecost/internal/data"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
)

func schemasFlags(set *flag.FlagSet, o *command.Options) {
	set.BoolVar(&o.Check, "check", false, "write nothing; fail when a file is not what it would be")
}

// runSchemas writes what editors' programs need to complete and check records
// while they are typed: a JSON Schema for each kind of file, made from the Go
// types that the build reads with, and the keys of front matter as snippets.
func runSchemas(o command.Options, args []string, t command.Terminal) int {
	if t.NoArguments("schemas", args) {
		return command.Usage
	}
	made := 0
	for _, f := range editorFiles() {
		before, err := os.ReadFile(filepath.FromSlash(f.path))
		switch {
		case err != nil && !os.IsNotExist(err):
			return t.Fail(err)
		case bytes.Equal(before, f.text):
			continue
		}
		made++
		if o.Check {
			fmt.Fprintf(t.Err, "%s is not what the types say\n", f.path)
			continue
		}
		if err := writeBelow(f.path, f.text, os.O_TRUNC); err != nil {
			return t.Fail(err)
		}
		fmt.Fprintln(t.Out, f.path)
	}
	strays, err := strayed(os.DirFS("."))
	if err != nil {
		return t.Fail(err)
	}
	for _, name := range strays {
		made++
		fmt.Fprintf(t.Err, "%s describes no file: delete it\n", name)
	}
	switch {
	case o.Check && made > 0:
		fmt.Fprintln(t.Err, t.Commands("  hint: run go run ./cmd/build schemas"))
		return command.Failed
	case made == 0:
		fmt.Fprintln(t.Out, "all schemas are current")
	}
	return command.Done
}

// A madeFile is a file of the repository that is made from the types.
type madeFile struct {
	path  string // "schemas/figures.schema.json"
	files string // that a schema describes, as a pattern from the project's root
	text  []byte
}

// formats are the schemas of every kind of file in content/.
func formats() []madeFile {
	all := []madeFile{
		{"page", "content/**/*.md", record.Schema("Front matter of a page", content.Meta{})},
		{"site", "content/site.yaml", record.Schema("Settings of the site", content.Settings{})},
		{"chart", "content/charts/*.yaml", chartSchema()},
		{"data", "content/data/*.yaml", record.Schema("What the columns of a data file mean", data.Schema{})},
	}
	for _, f := range ledger.Formats() {
		name := strings.TrimSuffix(path.Base(f.File), path.Ext(f.File))
		all = append(all, madeFile{name, f.File, record.Schema(f.Title, f.Of)})
	}
	for i := range all {
		all[i].path = "schemas/" + all[i].path + ".schema.json"
		// Our schemas use only keywords that mean the same since draft 7, the newest
		// that every editor's program reads.
		all[i].text = bytes.Replace(all[i].text, []byte("https://json-schema.org/draft/2020-12/schema"), []byte("http://json-schema.org/draft-07/schema#"), 1)
	}
	return all
}

// chartSchema joins the schemas of all forms: which one holds is decided by
// the word after form:.
func chartSchema() []byte {
	var choices []any
	for _, form := range chart.Forms() {
		var s map[string]any
		if err := json.Unmarshal(chart.Schema(form), &s); err != nil {
			panic(err) // record.Schema writes JSON
		}
		delete(s, "$schema")
		is := map[string]any{"properties": map[string]any{"form": map[string]any{"const": form}}, "required": []string{"form"}}
		choices = append(choices, map[string]any{"if": is, "then": s})
	}
	return indented(map[string]any{
		"$schema":    "https://json-schema.org/draft/2020-12/schema",
		"title":      "Chart",
		"type":       "object",
		"properties": map[string]any{"form": map[string]any{"enum": chart.Forms(), "description": "How the chart is drawn; it decides which other keys there are."}},
		"required":   []string{"form"},
		"allOf":      choices,
	})
}

func indented(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // maps, lists and strings always encode
	}
	return b.Bytes()
}

func editorFiles() []madeFile {
	return append(formats(), madeFile{path: ".vscode/front-matter.code-snippets", text: snippets()})
}

// snippets lists the keys of front matter for VS Code, which completes from
// schemas in YAML files but not in the front matter of Markdown files.
func snippets() []byte {
	var meta struct {
		Properties map[string]struct {
			Description string
			Type        any
		}
	}
	if err := json.Unmarshal(record.Schema("", content.Meta{}), &meta); err != nil {
		panic(err) // record.Schema writes JSON
	}
	type snippet struct {
		Scope       string   `json:"scope"`
		Prefix      string   `json:"prefix"`
		Body        []string `json:"body"`
		Description string   `json:"description"`
	}
	out := map[string]snippet{}
	for key, p := range meta.Properties {
		body := key + ": $0"
		switch p.Type {
		case "array":
			body = key + ":\n  - $0"
		case "boolean":
			body = key + ": ${1|true,false|}"
		}
		out["front matter: "+key] = snippet{"markdown", key, strings.Split(body, "\n"), p.Description}
	}
	return indented(out)
}

// strayed lists the schemas in the folder that no kind of file has.
func strayed(root fs.FS) ([]string, error) {
	known := formats()
	names, err := fs.Glob(root, "schemas/*.json")
	return slices.DeleteFunc(names, func(name string) bool {
		return slices.ContainsFunc(known, func(f madeFile) bool { return f.path == name })
	}), err
}
