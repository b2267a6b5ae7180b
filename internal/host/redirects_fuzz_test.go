package host

import (
	"strings"
	"testing"

	"sharingthecost/internal/record"
)

// Whatever an alias says: it is a problem, or it adds rules of three words that
// lead from it to its page, and no other line.
func FuzzRedirects(f *testing.F) {
	for _, seed := range []string{"/old/", "/2020/ask.html", "/sources", "/x/*", "/a b", "/x\n/y /evil 200", "/:splat", "/x\r", "/x\u2028y", "/%0A", "//evil.example", "/\\evil", "/방위비/", ""} {
		f.Add(seed)
	}
	base := sample()
	base.Pages[1].Aliases = nil
	none, problems := base.redirects(nil)
	if len(problems) > 0 {
		f.Fatal(problems)
	}
	f.Fuzz(func(t *testing.T, from string) {
		in := sample()
		in.Pages[1].Aliases = []record.Text{text(from)}
		file, problems := in.redirects(nil)
		lines, ok := strings.CutPrefix(string(file.Data), string(none.Data))
		if !ok {
			t.Fatalf("the head has changed: %q", file.Data)
		}
		if len(problems) > 0 {
			if lines != "" {
				t.Fatalf("refused, and written: %q", lines)
			}
			return
		}
		if n := strings.Count(lines, "\n"); n != 1 && n != 2 {
			t.Fatalf("%d lines: %q", n, lines)
		}
		for line := range strings.Lines(lines) {
			words := strings.Fields(line)
			if len(words) != 3 || strings.TrimSuffix(words[0], "/") != strings.TrimSuffix(from, "/") || words[1] != "/demand/" || words[2] != "301" {
				t.Fatalf("%q makes the rule %q", from, line)
			}
		}
	})
}
