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

	"sharingthecost/internal/command"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/preview"
	"sharingthecost/internal/sitetest"
)

// A desk is the preview of the smallest whole site, without a network.
type desk struct {
	*follower
	site        fstest.MapFS
	said, wrong bytes.Buffer
}

func newDesk(t *testing.T) *desk {
	d := &desk{site: sitetest.Small()}
	d.follower = newFollower(d.site, "http://127.0.0.1:8080/", &preview.Server{}, command.Terminal{Out: &d.said, Err: &d.wrong, Program: "serve"})
	return d
}

// get is what the preview answers.
func (d *desk) get(address string) string {
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "localhost"
	d.server.ServeHTTP(w, r)
	return w.Body.String()
}

// The preview shows what was saved last, or the last good site where something is
// wrong, and does nothing where nothing has changed.
func TestFollow(t *testing.T) {
	d := newDesk(t)
	const page = "content/demand.md"
	text := string(d.site[page].Data)
	save := func(name, text string) func() {
		return func() { d.site[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	const made = "3 pages, 1 chart in"
	for _, step := range []struct {
		name  string
		do    func()
		says  string // to the terminal, before the time
		shows string // on the page
	}{
		{"the start", func() {}, made, "What was asked"},
		{"a sentence", save(page, text+"\nA late addition.\n"), made, "A late addition."},
		{"an editor's own file", save("content/.demand.md.swp", "x"), "", "A late addition."},
		{"a touch", func() {}, "", "A late addition."},
		{"a mistake", save(page, text+"\nA number: 4,321 soldiers.\n"), "content/demand.md:", "A late addition."},
		{"its end", save(page, text+"\nA third addition.\n"), made, "A third addition."},
		{"a page like another", save("content/other.md", strings.Replace(text, "title: ", "title: Another, ", 1)), "other", "A third addition."},
		{"a page removed", func() { delete(d.site, "content/other.md") }, made, "A third addition."},
		{"front matter", save(page, strings.Replace(text, "title: ", "title: New, ", 1)), made, "New, "},
		{"a record", save("content/figures.yaml", strings.Replace(string(d.site["content/figures.yaml"].Data), "28500", "28600", 1)), made, "New, "},
	} {
		step.do()
		d.said.Reset()
		d.wrong.Reset()
		d.follow()
		said := d.said.String() + d.wrong.String()
		if !strings.Contains(said, step.says) || step.says == "" && said != "" {
			t.Errorf("%s: said %q", step.name, said)
		}
		if !strings.Contains(d.get("/demand/"), step.shows) {
			t.Errorf("%s: the page lacks %q", step.name, step.shows)
		}
	}
	if home := d.get("/"); !strings.Contains(home, "28,600") {
		t.Errorf("the home page keeps the old number: %s", home)
	}
	if !strings.HasPrefix(d.get("/charts/contribution.png"), "\x89PNG") {
		t.Error("a picture is not drawn when it is asked for")
	}
}

// However files come, go and move, what is shown is what a build of them would
// make, or the last good site where something is wrong with them.
func TestFollowLaw(t *testing.T) {
	d := newDesk(t)
	fresh := func() fstest.MapFS { return sitetest.Small() }
	original := fresh()
	chance := rand.New(rand.NewPCG(1, 2))
	names := slices.Sorted(maps.Keys(d.site))
	extra := []string{"content/more/one.md", "content/more/two.md", "static/extra/note.txt", "static/4913", "content/.swap.md", "content/demand.md~"}
	text := func(name string) []byte { // something that may stand in such a file
		from := name
		if slices.Contains(extra, name) {
			from = "content/demand.md"
		}
		out := bytes.Clone(original[from].Data)
		if strings.Contains(name, "/more/") {
			out = bytes.ReplaceAll(out, []byte("](charts/"), []byte("](../charts/"))
		}
		out = bytes.ReplaceAll(out, []byte("title: What"), fmt.Appendf(nil, "title: %s, what", strings.Trim(path.Base(name), ".~")))
		out = bytes.ReplaceAll(out, []byte("A page about"), fmt.Appendf(nil, "%s is a page about", strings.Trim(path.Base(name), ".~")))
		return fmt.Appendf(out, "\nAnother sentence%s.\n", []string{"", " [@report-2020]", " about {{ troops }} people", " of 4,321 soldiers"}[max(chance.IntN(16)-12, 0)])
	}
	var shown map[string]string
	good := 0
	for i := range 60 {
		for range 1 + chance.IntN(2) {
			name := names[chance.IntN(len(names))]
			switch chance.IntN(7) {
			case 0, 1, 2: // a text is saved
				name = []string{"content/demand.md", "content/index.md", "content/404.md"}[chance.IntN(3)]
				d.site[name] = &fstest.MapFile{Data: text(name)}
			case 3: // any file is saved as it was
				d.site[name] = original[name]
			case 4: // a file comes
				name = extra[chance.IntN(len(extra))]
				d.site[name] = &fstest.MapFile{Data: text(name)}
			case 5: // a file goes
				delete(d.site, extra[chance.IntN(len(extra))])
			default: // a folder is moved away
				name = []string{"content/more", "static/extra"}[chance.IntN(2)]
				maps.DeleteFunc(d.site, func(file string, _ *fstest.MapFile) bool { return strings.HasPrefix(file, name+"/") })
			}
		}
		d.follow()
		inputs, err := pipeline.Snap(maps.Clone(d.site))
		if err != nil {
			t.Fatal(err)
		}
		o := d.options
		o.Memo = memo.New()
		want, problems, err := pipeline.Make(inputs, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) == 0 {
			good++
			shown = map[string]string{}
			for _, f := range want.Tree.Files() {
				if path.Ext(f.Path) != ".png" { // drawn by the same functions
					shown[f.Path] = string(f.Bytes())
				}
			}
		}
		for name, text := range shown {
			if name == "_headers" || name == "_redirects" {
				continue
			}
			address := "/" + strings.TrimSuffix(name, "index.html")
			if got := d.get(address); strings.TrimSpace(withoutClient(got)) != strings.TrimSpace(text) {
				t.Fatalf("step %d, %d problems: %s is not as a build makes it", i, len(problems), address)
			}
		}
	}
	if good < 20 || good == 60 {
		t.Errorf("%d of 60 sites are good", good)
	}
}

// withoutClient is a page without the preview's own script.
func withoutClient(page string) string {
	before, rest, ok := strings.Cut(page, `<script src="/_preview/client.js"`)
	if !ok {
		return page
	}
	_, after, _ := strings.Cut(rest, "</script>")
	return before + after
}
