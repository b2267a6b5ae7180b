package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
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
		for when, settings := range map[string]string{"while it is written": "", "while it is made": explored} {
			t.Run(what+" "+when, func(t *testing.T) { changedMeanwhile(t, page, settings, change) })
		}
	}
}

// explored are the settings with which the making of a site reads its finished
// pages: host looks for the addresses they load from elsewhere.
const explored = `
explore:
  src: https://cdn.jsdelivr.net/npm/echarts@6.1.0/dist/echarts.min.js
  integrity: sha384-C2iskrW/uPW46KzOjrvJIQo4YkV8lkD+QS0CrDN18IIPIpT/g2USu8bTP3nvmIAD
`

// changedMeanwhile builds a site, looks at it, changes it, and builds it again
// from an edited page with what was looked at.
func changedMeanwhile(t *testing.T, page, settings string, change func() error) {
	p := newPlace(t)
	t.Chdir(p.dir)
	if settings != "" {
		file := "content/site.yaml"
		text, err := os.ReadFile(file)
		p.do(err)
		p.do(os.WriteFile(file, append(text, settings...), 0o644))
	}
	var said bytes.Buffer
	if code := run(nil, io.Discard, &said); code != exitDone {
		t.Fatal(said.String())
	}
	want, err := os.ReadFile(page)
	p.do(err)
	text, err := os.ReadFile("content/index.md")
	p.do(err)
	p.do(os.WriteFile("content/index.md", append(text, "\nOne thing more.\n"...), 0o644))

	var failed error
	look := func() *output.Standing {
		stands := output.Look("public")
		failed = change()
		return stands
	}
	var told bytes.Buffer
	code := buildOn(options{out: "public", caches: ".cache"}, look, nil, terminal{out: &told, err: &said})
	p.do(failed)
	if code != exitDone || said.Len() > 0 || strings.Count(told.String(), "\n") != 1 {
		t.Errorf("exit code %d: %s%s", code, said.String(), told.String())
		return
	}
	whole(t, "public")
	if got, err := os.ReadFile(page); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the page is another one, %v", err)
	}
	told.Reset()
	if code := run(nil, &told, &said); code != exitDone || !strings.Contains(told.String(), "nothing changed") {
		t.Errorf("built once more: exit code %d: %s%s", code, said.String(), told.String())
	}
}

// For programs one list is printed, however often the site is begun.
func TestProgramsAreToldOnce(t *testing.T) {
	p := newPlace(t)
	t.Chdir(p.dir)
	if code := run(nil, io.Discard, io.Discard); code != exitDone {
		t.Fatal("exit code", code)
	}
	text, err := os.ReadFile("content/index.md")
	p.do(err)
	p.do(os.WriteFile("content/index.md", append(text, "\nOne thing more.\n"...), 0o644))
	var failed error
	look := func() *output.Standing {
		stands := output.Look("public")
		failed = os.Remove(filepath.Join("public", "demand", "index.html"))
		return stands
	}
	var told, said bytes.Buffer
	code := buildOn(options{out: "public", caches: ".cache", json: true}, look, nil, terminal{out: &told, err: &said})
	p.do(failed)
	if code != exitDone || told.String() != "[]\n" || said.Len() > 0 {
		t.Errorf("exit code %d: %s%s", code, told.String(), said.String())
	}
}
