package look

import (
	"io/fs"
	"regexp"
	"testing"

	"sharingthecost"
)

func TestSqueeze(t *testing.T) {
	for in, want := range map[string]string{
		"a\n\n  b\n":                  "a\nb\n",
		"// gone\nf(\"// kept\");\n":  "f(\"// kept\");\n",
		"x = 1; // kept, no harm\n\n": "x = 1; // kept, no harm\n",
	} {
		if got := string(squeeze([]byte(in))); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := string(withoutComments([]byte("a/* x */b/**/c /* open"))); got != "abc /* open" {
		t.Errorf("comments: %q", got)
	}
}

// No template writes what a strict content security policy forbids.
func TestTemplatesHoldToThePolicy(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|javascript:|<script(?:>|[^>]*[^>]>[^<])`)
	for _, name := range builtIn() {
		text, err := fs.ReadFile(sharingthecost.Look(), name)
		if err != nil {
			t.Fatal(err)
		}
		if m := forbidden.Find(text); m != nil {
			t.Errorf("%s has %s", name, m)
		}
	}
}

// The order of the layers decides; nothing shouts, and nothing names a side of the paper
// instead of a side of the text.
func TestStyleSheetsTrustTheirLayers(t *testing.T) {
	shouted := regexp.MustCompile(`!important|[\s;](?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:max-|min-)?(?:width|height)|left|right|top|bottom|text-align: (?:left|right)):?\s*:`)
	names, err := fs.Glob(sharingthecost.Look(), "static/css/*.css")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(sharingthecost.Look(), name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range shouted.FindAll(withoutMedia.ReplaceAll(withoutComments(text), nil), -1) {
			t.Errorf("%s has %s", name, m)
		}
	}
}

// withoutMedia leaves out what queries ask, and the width of a mark in a drawing: these are physical.
var withoutMedia = regexp.MustCompile(`\([\w-]+:[^)]*\)|(?s)\.bar \.more \{.*?\}`)
