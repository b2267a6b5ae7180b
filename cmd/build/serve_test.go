package main

import (
	"bytes"
	"net/http/httptest"
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
