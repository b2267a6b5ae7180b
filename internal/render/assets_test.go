package render

import (
	"bytes"
	"compress/gzip"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/draw"
)

// Each colour and size that the stylesheets use is defined, by the palette or
// by themselves.
func TestEveryTokenIsDefined(t *testing.T) {
	tree := site(t, nil, Inputs{})
	var css string
	for _, f := range tree.Files() {
		if path.Ext(f.Path) == ".css" {
			css = string(f.Bytes())
		}
	}
	defined := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)(--[\w-]+):`).FindAllStringSubmatch(css, -1) {
		defined[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`var\((--[\w-]+)`).FindAllStringSubmatch(css, -1) {
		if !defined[m[1]] {
			t.Errorf("%s is used and not defined", m[1])
		}
	}
	for _, s := range draw.Default() {
		if !defined["--"+string(s.Token)] {
			t.Errorf("the palette's %s is not in the stylesheet", s.Token)
		}
	}
	if strings.Contains(css, "/*") || strings.Contains(css, "@import") || strings.Contains(css, "url(") {
		t.Error("the stylesheet carries comments or asks for other files")
	}
	if open, shut := strings.Count(css, "{"), strings.Count(css, "}"); open != shut {
		t.Errorf("%d braces open, %d close", open, shut)
	}
}

// What the scripts promise: small, no code from text, no markup from text.
func TestScripts(t *testing.T) {
	tree := site(t, nil, Inputs{})
	limits := map[string]int{"site": 5000, "whatif": 2000, "figures": 1000, "explore": 5000, "search": 2000, "read": 3000, "frame": 1000}
	for _, f := range tree.Files() {
		stem, _, _ := strings.Cut(path.Base(f.Path), ".")
		if path.Ext(f.Path) != ".js" {
			continue
		}
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write(f.Bytes())
		w.Close()
		if limit := limits[stem]; limit == 0 || b.Len() > limit {
			t.Errorf("%s has %d bytes compressed, the limit is %d", f.Path, b.Len(), limit)
		}
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function", "document.write", "cssText", `setAttribute("style"`} {
			if bytes.Contains(f.Bytes(), []byte(bad)) {
				t.Errorf("%s uses %s", f.Path, bad)
			}
		}
	}
}

func TestFingerprints(t *testing.T) {
	fsys := project(t, nil)
	before := renderer(t, fsys, Inputs{})
	fsys["static/js/site.js"] = &fstest.MapFile{Data: []byte("1;\n")}
	after := renderer(t, fsys, Inputs{})
	if before.assets.Scripts["site"] == after.assets.Scripts["site"] {
		t.Error("a changed script keeps its name")
	}
	if before.assets.CSS != after.assets.CSS || before.assets.Scripts["whatif"] != after.assets.Scripts["whatif"] {
		t.Error("an unchanged file changes its name")
	}
}
