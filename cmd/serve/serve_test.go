package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/preview"
)

// A follower sees what a burst of saves left, makes one page where one text was
// saved, and everything where anything else may have changed.
func TestFollow(t *testing.T) {
	site := smallSite(t)
	var out, wrong bytes.Buffer
	f := &follower{root: site, server: &preview.Server{}, terminal: terminal{out: &out, err: &wrong}}
	f.options = options{baseURL: "http://127.0.0.1:8080/", drafts: true, cache: cache.Open("", nil, 0), pages: cache.Open("", nil, 0), last: f.last}
	const page = "content/demand.md"
	text := string(site[page].Data)
	save := func(name, text string) func() {
		return func() { site[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	remove := func(name string) func() { return func() { delete(site, name) } }
	nothing := func() {}
	for _, step := range []struct {
		name  string
		do    func()
		paths string
		says  string // to the terminal; ends with " in" before the time
		shows string // on the page
	}{
		{"the start", nothing, "", "3 pages, 1 chart in", "What was asked"},
		{"a sentence", save(page, text+"\nA late addition.\n"), page, page + " in", "A late addition."},
		{"an editor's own files", save(page, text+"\nA second addition.\n"), "content/4913 content/.demand.md.swp content/demand.md~ " + page, page + " in", "A second addition."},
		{"a touch", nothing, page, page + " in", "A second addition."},
		{"a mistake", save(page, text+"\nA number: 4,321 soldiers.\n"), page, "", "A second addition."},
		{"its end", save(page, text+"\nA third addition.\n"), page, "3 pages, 1 chart in", "A third addition."},
		{"a new page", save("content/other.md", strings.Replace(text, "title: ", "title: Another, ", 1)), "content/other.md", "", "A third addition."}, // its description is that of the first
		{"a page removed", remove("content/other.md"), "content/other.md", "3 pages, 1 chart in", "A third addition."},
		{"front matter", save(page, strings.Replace(text, "title: ", "title: New, ", 1)), page, "3 pages, 1 chart in", "New, "},
		{"a record", save("content/figures.yaml", strings.Replace(string(site["content/figures.yaml"].Data), "28500", "28600", 1)), "content/figures.yaml", "3 pages, 1 chart in", "New, "},
		{"nobody knows what", save(page, text), "", "3 pages, 1 chart in", "What was asked"},
	} {
		step.do()
		out.Reset()
		wrong.Reset()
		var paths []string
		if step.paths != "" {
			paths = strings.Fields(step.paths)
		}
		f.follow(paths)
		if said := out.String(); step.says == "" && wrong.Len() == 0 || !strings.Contains(said, step.says) || step.says == "" && said != "" {
			t.Errorf("%s: said %q and %q", step.name, said, wrong.String())
		}
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/demand/", nil)
		r.Host = "localhost"
		f.server.ServeHTTP(w, r)
		if !strings.Contains(w.Body.String(), step.shows) {
			t.Errorf("%s: the page lacks %q", step.name, step.shows)
		}
	}
}

// However files come, go and move, what is shown is what a build of them would
// make, or the last good site where something is wrong with them.
func TestFollowLaw(t *testing.T) {
	site := smallSite(t)
	pictures := cache.Open("", nil, 0)
	var out, wrong bytes.Buffer
	f := &follower{root: site, server: &preview.Server{}, terminal: terminal{out: &out, err: &wrong}}
	f.options = options{baseURL: "http://127.0.0.1:8080/", drafts: true, cache: pictures, pages: cache.Open("", nil, 0), last: f.last}
	f.follow(nil)
	var shown map[string]string
	chance := rand.New(rand.NewPCG(1, 2))
	names := slices.Sorted(maps.Keys(site))
	extra := []string{"content/more/one.md", "content/more/two.md", "static/extra/note.txt", "static/4913", "content/.swap.md", "content/demand.md~", "content/charts/second.yaml"}
	text := func(name string) []byte { // something that may stand in such a file
		if path.Ext(name) == ".yaml" {
			return anotherChart(smallSite(t))
		}
		from := name
		if slices.Contains(extra, name) {
			from = "content/demand.md"
		}
		out := bytes.Clone(smallSite(t)[from].Data)
		out = bytes.ReplaceAll(out, []byte("](charts/"), []byte("](../charts/"))
		if !strings.Contains(name, "/more/") {
			out = bytes.ReplaceAll(out, []byte("](../charts/"), []byte("](charts/"))
		}
		out = bytes.ReplaceAll(out, []byte("title: What"), fmt.Appendf(nil, "title: %s, what", strings.Trim(path.Base(name), ".~")))
		out = bytes.ReplaceAll(out, []byte("A page about"), fmt.Appendf(nil, "%s is a page about", strings.Trim(path.Base(name), ".~")))
		if path.Ext(name) == ".md" {
			out = fmt.Appendf(out, "\nAnother sentence%s.\n", []string{"", " [@report-2020]", " about {{ troops }} people", " of 4,321 soldiers"}[max(chance.IntN(16)-12, 0)])
		}
		return out
	}
	for i := range 150 {
		var paths []string
		for range 1 + chance.IntN(2) {
			name := names[chance.IntN(len(names))]
			switch chance.IntN(7) {
			case 0, 1, 2: // a text is saved
				name = []string{"content/demand.md", "content/index.md", "content/404.md"}[chance.IntN(3)]
				site[name] = &fstest.MapFile{Data: text(name)}
			case 3: // any file is saved as it was
				site[name] = &fstest.MapFile{Data: smallSite(t)[name].Data}
			case 4: // a file comes
				name = extra[chance.IntN(len(extra))]
				site[name] = &fstest.MapFile{Data: text(name)}
			case 5: // a file goes
				name = extra[chance.IntN(len(extra))]
				delete(site, name)
			default: // a folder is moved away
				name = []string{"content/more", "static/extra"}[chance.IntN(2)]
				maps.DeleteFunc(site, func(file string, _ *fstest.MapFile) bool { return strings.HasPrefix(file, name+"/") })
			}
			paths = append(paths, name)
		}
		f.follow(paths)
		o := f.options
		o.pages, o.last = nil, nil
		want, problems, err := makeSite(maps.Clone(site), o)
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) == 0 {
			shown = filesOf(want.tree)
		}
		if shown != nil {
			sameFiles(t, fmt.Sprintf("step %d, %v, %d problems", i, paths, len(problems)), filesOf(f.tree), shown)
		}
		if t.Failed() {
			t.Fatal(out.String(), wrong.String())
		}
	}
	t.Logf("%d sites of one page, %d whole, %d lines of problems", strings.Count(out.String(), ".md in"), strings.Count(out.String(), "charts in")+strings.Count(out.String(), "chart in"), strings.Count(wrong.String(), "\n"))
}
