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
