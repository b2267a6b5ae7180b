package main

import (
	"bytes"
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
	p.build("")
	want, err := os.ReadFile(page)
	p.do(err)
	if told := p.rebuild(options{}, change); strings.Count(told, "\n") != 1 {
		t.Errorf("told: %s", told)
	}
	whole(t, "public")
	if got, err := os.ReadFile(page); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the page is another one, %v", err)
	}
	p.build("nothing changed")
}

// build builds the site, and looks for a word in what is told.
func (p place) build(word string) {
	p.t.Helper()
	var told, said bytes.Buffer
	if code := run(nil, &told, &said); code != exitDone || !strings.Contains(told.String(), word) {
		p.t.Fatalf("exit code %d: %s%s", code, told.String(), said.String())
	}
}

// rebuild edits a page, looks at the finished site, lets it be changed, and builds
// the site again. It returns what is told.
func (p place) rebuild(o options, change func() error) string {
	p.t.Helper()
	text, err := os.ReadFile("content/index.md")
	p.do(err)
	p.do(os.WriteFile("content/index.md", append(text, "\nOne thing more.\n"...), 0o644))
	var failed error
	look := func() *output.Standing {
		stands := output.Look("public")
		failed = change()
		return stands
	}
	o.out, o.caches = "public", ".cache"
	var told, said bytes.Buffer
	code := buildOn(o, look, nil, terminal{out: &told, err: &said})
	p.do(failed)
	if code != exitDone || said.Len() > 0 {
		p.t.Fatalf("exit code %d: %s%s", code, told.String(), said.String())
	}
	return told.String()
}

// For programs one list is printed, however often the site is begun.
func TestProgramsAreToldOnce(t *testing.T) {
	p := newPlace(t)
	t.Chdir(p.dir)
	p.build("")
	gone := func() error { return os.Remove(filepath.Join("public", "demand", "index.html")) }
	if told := p.rebuild(options{json: true}, gone); told != "[]\n" {
		t.Errorf("told: %s", told)
	}
}
