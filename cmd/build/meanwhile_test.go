package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/output"
)

// The finished site may be changed while a build runs that keeps pages of it
// without reading them again. It is made all the same, whole.
func TestFinishedSiteIsChangedMeanwhile(t *testing.T) {
	page := filepath.Join("public", "demand", "index.html")
	for what, change := range map[string]func() error{
		"all of it is removed":    func() error { return os.RemoveAll("public") },
		"a page is removed":       func() error { return os.Remove(page) },
		"a page is edited":        func() error { return os.WriteFile(page, []byte("<p>mine</p>"), 0o644) },
		"a page is closed to all": func() error { return os.Chmod(page, 0) },
	} {
		t.Run(what, func(t *testing.T) {
			p := newPlace(t)
			t.Chdir(p.dir)
			var said bytes.Buffer
			if code := run(nil, io.Discard, &said); code != exitDone {
				t.Fatal(said.String())
			}
			want, err := os.ReadFile(page)
			p.do(err)
			text, err := os.ReadFile("content/index.md")
			p.do(err)
			p.do(os.WriteFile("content/index.md", append(text, "\nOne thing more.\n"...), 0o644))

			o := options{out: "public", caches: ".cache", stands: output.Look("public")}
			p.do(change())
			_, _, code := makeAndWrite(o, nil, terminal{out: &said, err: &said})
			if code != exitDone {
				t.Error(said.String())
				return
			}
			whole(t, "public")
			if got, err := os.ReadFile(page); err != nil || !bytes.Equal(got, want) {
				t.Errorf("the page is another one, %v", err)
			}
		})
	}
}
