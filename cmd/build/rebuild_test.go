package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/output"
)

// A rebuilder makes a site with caches on disk, as runs of the program do.
type rebuilder struct {
	dir      string
	pictures *cache.Cache      // shared by all: to draw them takes longest
	last     map[string]string // the files of the site that a build with caches made last
	recalled int               // how many pages the last build did not have to make
}

// build makes the site and returns its files. With caches it opens and saves
// those in the folder, and texts wait on disk.
func (b *rebuilder) build(t *testing.T, site fstest.MapFS, caches bool) map[string]string {
	t.Helper()
	o := options{out: "public", baseURL: "https://small.example/", cache: b.pictures}
	root := fs.FS(site)
	if caches {
		o.pages = cache.Open(filepath.Join(b.dir, "pages"), nil, 0)
		o.last = b.left
		o.shelf = output.NewShelf(b.dir)
		defer o.shelf.Close()
		before, ok := takeSnapshot(site)
		if !ok {
			t.Fatal("the site cannot be read")
		}
		root = before
	}
	m, problems, err := makeSite(root, o)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	if err := errors.Join(o.pages.Save(), o.shelf.Err()); err != nil {
		t.Fatal(err)
	}
	b.recalled = 0
	for _, d := range m.docs {
		if d.Finished() {
			b.recalled++
		}
		if held := len(d.Page.Source.Text) > d.Page.Start; caches && held != d.Finished() {
			t.Errorf("%s: its text is held: %v, after it was converted: %v", d.Page.Name, held, !d.Finished())
		}
	}
	files := map[string]string{}
	for _, f := range m.tree.Files() {
		files[f.Path] = string(f.Bytes())
	}
	if caches {
		b.last = files
	}
	return files
}

// left gives a file as the last build left it.
func (b *rebuilder) left(path, source string, sum [sha256.Size]byte) (output.File, bool) {
	f := output.File{Path: path, Data: []byte(b.last[path]), Source: source}.Summed()
	return f, f.Sum() == sum
}

func sameFiles(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Errorf("%s: %s is not as a build without caches makes it", what, name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
	}
}

// changes are what editors do to each kind of file: the page itself must follow
// and so must every page that shows something of it.
func changes(name string, text []byte) [][]byte {
	var out [][]byte
	replace := func(old, new string) {
		if changed := strings.ReplaceAll(string(text), old, new); changed != string(text) {
			out = append(out, []byte(changed))
		}
	}
	switch path.Ext(name) {
	case ".md":
		out = append(out, append(slices.Clone(text), "\nMore: {{ troops }} people [@report-2020].\n"...))
		replace("title: ", "title: New, ")
		replace("\n## ", "\n## Newly ")
		replace("updated: 2026-11-02", "updated: 2026-11-09")
	case ".yaml":
		out = append(out, append(slices.Clone(text), "\n# nothing\n"...))
		replace("A Small Site", "Another Small Site")
		replace("28500", "28600")
		replace("A report on the sums", "Another report on the sums")
		replace("label: Troops", "label: Soldiers")
	case ".html":
		replace("<p>", "<p data-new>")
	case ".css":
		out = append(out, append(slices.Clone(text), "\n.new { color: inherit; }\n"...))
	case ".js":
		out = append(out, append(slices.Clone(text), "\nvoid 0;\n"...))
	}
	return out
}

// Whatever changes between two builds, the second one's caches never show: its
// files are those of a build that remembers nothing.
func TestRebuildIsBuild(t *testing.T) {
	site := smallSite(t)
	// A chart that no page shows, and one leads to.
	site["content/charts/linked.yaml"] = &fstest.MapFile{Data: anotherChart(site)}
	site["content/404.md"].Data = slices.Concat(site["content/404.md"].Data, []byte("\nSee [a second chart](charts/linked.yaml).\n"))
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	whole := b.build(t, site, false)
	sameFiles(t, "cold", b.build(t, site, true), whole)
	sameFiles(t, "warm", b.build(t, site, true), whole)
	if b.recalled < 2 {
		t.Errorf("%d pages are remembered", b.recalled)
	}
	last := b.last
	remembered, err := os.ReadFile(filepath.Join(b.dir, "pages"))
	if err != nil || !bytes.Contains(remembered, []byte("What was asked for")) {
		t.Fatalf("no page is remembered: %v", err)
	}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		for _, changed := range changes(name, site[name].Data) {
			next := maps.Clone(site)
			next[name] = &fstest.MapFile{Data: changed}
			if err := os.WriteFile(filepath.Join(b.dir, "pages"), remembered, 0o600); err != nil {
				t.Fatal(err)
			}
			b.last = last
			sameFiles(t, "after a change of "+name, b.build(t, next, true), b.build(t, next, false))
		}
	}
}

// Whether a site has charts at all is said on every page, so that the last one
// taken away, and the first one put in, makes all pages again.
func TestRebuildWithoutCharts(t *testing.T) {
	site := smallSite(t)
	charts := regexp.MustCompile(`(?m)^!\[.*\n`)
	without := maps.Clone(site)
	for name, f := range site {
		if path.Ext(name) == ".md" {
			without[name] = &fstest.MapFile{Data: charts.ReplaceAll(f.Data, nil)}
		}
	}
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	for _, next := range []fstest.MapFS{site, without, site} {
		sameFiles(t, "with another number of charts", b.build(t, next, true), b.build(t, next, false))
	}
}

// anotherChart is the site's chart with other words.
func anotherChart(site fstest.MapFS) []byte {
	return []byte(strings.NewReplacer("The contribution stood still", "The sum was the same", "Yearly contribution", "Yearly sums",
		"subject: The contribution", "subject: The sum").Replace(string(site["content/charts/contribution.yaml"].Data)))
}

// A cache that was damaged, cut short or mixed up is as good as none.
func TestRebuildFromADamagedCache(t *testing.T) {
	site := smallSite(t)
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	whole := b.build(t, site, true)
	file := filepath.Join(b.dir, "pages")
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		damaged := slices.Clone(sound)
		switch at := len(sound) * (i + 1) / 13; i % 3 {
		case 0:
			damaged[at] ^= 1
		case 1:
			damaged = damaged[:at]
		case 2:
			damaged = slices.Concat(damaged[:at], damaged[at/2:])
		}
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		b.last = whole
		sameFiles(t, "with a damaged cache", b.build(t, site, true), whole)
	}
	b.build(t, site, true)
	for name := range b.last {
		b.last[name] += "<!-- touched -->"
	}
	sameFiles(t, "with damaged pages", b.build(t, site, true), whole)
}

// A mistake is told however often the site is built.
func TestRebuildTellsProblemsAgain(t *testing.T) {
	site := smallSite(t)
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	b.build(t, site, true)
	broken := maps.Clone(site)
	text := strings.Replace(string(site["content/demand.md"].Data), "## What was asked? {#asked}", "## What was asked? {#renamed}", 1)
	broken["content/demand.md"] = &fstest.MapFile{Data: []byte(text)}
	for range 2 {
		o := options{out: "public", baseURL: "https://small.example/", cache: b.pictures, pages: cache.Open(filepath.Join(b.dir, "pages"), nil, 0), last: b.left}
		_, problems, err := makeSite(broken, o)
		if err != nil || len(problems) != 1 || problems[0].Pos.File != "content/index.md" || !strings.Contains(problems[0].Text, "#asked") {
			t.Errorf("a link into a changed page: %v, %v", problems, err)
		}
	}
}
