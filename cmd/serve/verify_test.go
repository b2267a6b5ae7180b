package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
	code := runVerify(options{}, args, terminal{out: &out, err: &err})
	return code, out.String() + err.String()
}

func TestVerifyAFolder(t *testing.T) {
	dir := builtFolder(t)
	if code, text := verify(dir); code != exitDone || !strings.HasSuffix(text, " is what build.json says\n") {
		t.Errorf("%d %s", code, text)
	}
	os.WriteFile(filepath.Join(dir, "data", "a.csv"), []byte("b"), 0o644)
	os.Remove(filepath.Join(dir, "demand", "index.html"))
	code, text := verify(dir)
	if code != exitFailed || !strings.Contains(text, "data/a.csv ") || !strings.Contains(text, "demand/index.html is missing\n") {
		t.Errorf("%d %s", code, text)
	}
	if code, _ := verify(); code != exitUsage {
		t.Errorf("no folder: exit code %d", code)
	}
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
	if code, text := verify(server.URL); code != exitDone {
		t.Errorf("%d %s", code, text)
	}
	os.WriteFile(filepath.Join(dir, "index.html"), []byte("HOME"), 0o644)
	if code, text := verify(server.URL + "/"); code != exitFailed || !strings.Contains(text, "index.html ") {
		t.Errorf("%d %s", code, text)
	}
	if code, text := verify("http://example.com/"); code != exitFailed || !strings.Contains(text, "only a site on this machine") {
		t.Errorf("%d %s", code, text)
	}
}
