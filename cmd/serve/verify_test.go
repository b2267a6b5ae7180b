package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sharingthecost/internal/command"
	"sharingthecost/internal/output"
)

func builtFolder(t *testing.T) string {
	t.Helper()
	var tree output.Tree
	for path, text := range map[string]string{"index.html": "home", "demand/index.html": "demand", "data/a.csv": "a", "_headers": "/*"} {
		tree.Add(output.File{Path: path, Data: []byte(text)})
	}
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := output.Write(&tree, dir, output.Options{}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func verify(args ...string) (int, string) {
	var out, err bytes.Buffer
	code := runVerify(command.Options{}, args, command.Terminal{Out: &out, Err: &err, Program: "serve"})
	return code, out.String() + err.String()
}

func TestVerifyAServedSite(t *testing.T) {
	dir := builtFolder(t)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/_headers" {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	if code, text := verify(server.URL); code != command.Done {
		t.Errorf("%d %s", code, text)
	}
	os.WriteFile(filepath.Join(dir, "index.html"), []byte("HOME"), 0o644)
	if code, text := verify(server.URL + "/"); code != command.Failed || !strings.Contains(text, "index.html ") {
		t.Errorf("%d %s", code, text)
	}
	if code, text := verify("http://example.com/"); code != command.Failed || !strings.Contains(text, "only a site on this machine") {
		t.Errorf("%d %s", code, text)
	}
}
