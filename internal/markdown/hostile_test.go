package markdown

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Each file of testdata/hostile holds cases: a line "=== refused" or "=== text",
// then what somebody may write. ‹1F› is a byte, ‹U+202E› for a character.
// A refused case must give a problem; every case must come out inert.
func TestHostile(t *testing.T) {
	files, err := filepath.Glob("testdata/hostile/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	count := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range strings.Split("\n"+string(data), "\n=== ")[1:] {
			kind, text, _ := strings.Cut(c, "\n")
			if kind != "refused" && kind != "text" {
				t.Fatalf("%s, case %d is neither refused nor text but %q", file, i+1, kind)
			}
			count++
			text = unescapeCase(text)
			doc, problems := convert(text, site())
			if err := inert(doc.HTML); err != nil {
				t.Errorf("%s, case %d: %v\n%q\n%s", file, i+1, err, text, doc.HTML)
			}
			if kind == "refused" && len(problems) == 0 || kind == "text" && len(problems) > 0 {
				t.Errorf("%s, case %d is %s but has the problems%s\n%q", file, i+1, kind, list(problems), text)
			}
		}
	}
	if count < 200 {
		t.Errorf("only %d cases", count)
	}
}

var escapedCase = regexp.MustCompile(`‹(U\+)?([0-9A-F]+)›`)

func unescapeCase(s string) string {
	return escapedCase.ReplaceAllStringFunc(s, func(m string) string {
		parts := escapedCase.FindStringSubmatch(m)
		n, err := strconv.ParseUint(parts[2], 16, 32)
		if err != nil {
			panic(err)
		}
		if parts[1] == "" {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
}
