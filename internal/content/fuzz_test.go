package content

import (
	"bytes"
	"testing"

	"sharingthecost/internal/record"
)

// Whatever a page holds: the body has the file's length and lines, its header is
// blank, and every problem lies inside the file.
func FuzzPage(f *testing.F) {
	for _, seed := range []string{page(), page("slug: x", "next: y"), "", "---", "---\n---", "\uFEFF---\r\ntitle: T\r\n---\r\nx", "---\n{{\n---\n", "---\n? a\n---\n", "\xFF\xFE"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, problems := readPage("content/x.md", bytes.Clone(text), record.NewForm())
		if !bytes.Equal(p.Source.Text, text) {
			t.Fatal("the source was changed")
		}
		body := p.Body()
		if len(body) != len(text) {
			t.Fatalf("the body has %d bytes of %d", len(body), len(text))
		}
		for i, c := range body {
			if c != text[i] && c != ' ' || (c == '\n') != (text[i] == '\n') {
				t.Fatalf("byte %d is %q, was %q", i, c, text[i])
			}
		}
		lines := bytes.Count(text, []byte("\n")) + 1
		for _, q := range problems {
			if q.Pos.File != "content/x.md" || q.Pos.Line > lines || q.Text == "" {
				t.Fatalf("problem %+v", q)
			}
		}
	})
}
