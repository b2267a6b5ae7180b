package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
)

func TestVerifyAFolder(t *testing.T) {
	var tree output.Tree
	for path, text := range map[string]string{"index.html": "home", "demand/index.html": "demand", "data/a.csv": "a", "_headers": "/*"} {
		tree.Add(output.File{Path: path, Data: []byte(text)})
	}
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := output.Write(&tree, dir, output.Options{}); err != nil {
		t.Fatal(err)
	}
	verify := func(args ...string) (int, string) {
		var out bytes.Buffer
		code := program().Run(append([]string{"verify"}, args...), &out, &out)
		return code, out.String()
	}
	if code, text := verify(dir); code != command.Done || !strings.HasSuffix(text, " is what build.json says\n") {
		t.Errorf("%d %s", code, text)
	}
	os.WriteFile(filepath.Join(dir, "data", "a.csv"), []byte("b"), 0o644)
	os.Remove(filepath.Join(dir, "demand", "index.html"))
	code, text := verify(dir)
	if code != command.Failed || !strings.Contains(text, "data/a.csv ") || !strings.Contains(text, "demand/index.html is missing\n") {
		t.Errorf("%d %s", code, text)
	}
	if code, _ := verify(); code != command.Usage {
		t.Errorf("no folder: exit code %d", code)
	}
}
