package content

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever a page writes as the name of another: what is found is a page of the
// site, the one that the name means from the page's own folder; and a name can
// lead neither out of the content folder nor to what is no page.
func FuzzTarget(f *testing.F) {
	fsys := fstest.MapFS{"content/site.yaml": {Data: []byte("title: T\ndescription: D\nlanguage: en-GB\nbase_url: https://e.example/\n")}}
	for _, name := range []string{"index.md", "demand.md", "a/x.md", "a/b/y.md"} {
		fsys["content/"+name] = &fstest.MapFile{Data: []byte(page())}
	}
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
