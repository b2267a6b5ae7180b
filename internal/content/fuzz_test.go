package content

import (
	"bytes"
	"path"
	"strings"
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

// Whatever a page writes as the name of another: what is found is a page of the
// site, the one that the name means from the page's own folder; and a name can
// lead neither out of the content folder nor to what is no page.
func FuzzTarget(f *testing.F) {
	fsys := project("index.md", page(), "demand.md", page(), "a/x.md", page(), "a/b/y.md", page())
	site, problems, err := Load(fsys)
	if err != nil || len(problems) > 0 {
		f.Fatal(err, problems)
	}
	for _, seed := range [][2]string{{"index.md", "demand.md"}, {"a/x.md", "../demand.md"}, {"a/x.md", "b/y.md"}, {"a/b/y.md", "../../../demand.md"},
		{"index.md", "/demand.md"}, {"index.md", "./a/../demand.md"}, {"index.md", "demand.md\x00"}, {"", "index.md"}, {"index.md", "DEMAND.md"}, {"index.md", "..\\demand.md"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, from, name string) {
		p := site.Target(from, name)
		if p == nil {
			return
		}
		if site.Page(p.Name) != p || fsys[p.Path] == nil {
			t.Fatalf("%q is no page of the site", p.Path)
		}
		if want := path.Join(path.Dir(from), name); p.Name != want || strings.HasPrefix(want, "..") {
			t.Fatalf("%q in %q leads to %q", name, from, p.Name)
		}
		if site.Target(p.Name, path.Base(p.Name)) != p {
			t.Fatalf("%q does not find itself", p.Name)
		}
	})
}
