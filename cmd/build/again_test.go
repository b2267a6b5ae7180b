package main

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/output"
)

// An edit is what an editor may do to a text, and what may be wrong with it.
type edit struct {
	text []byte
	lone bool // it changes one page and no other file
}

func edits(text []byte) []edit {
	var out []edit
	for _, end := range []struct {
		text string
		lone bool
	}{
		{"\nA late addition.\n", true}, {"\n[Asked](demand.md#asked)\n", true}, {"\n```go\nfunc main() {}\n```\n", true},
		{"\nThe [report of the year](https://example.org/).\n", true}, {"\nA note.[^n]\n\n[^n]: It says so.\n", true}, {"\n- One.\n- Two.\n", true}, {"", true},
		{"\nMore: {{ troops }} people [@report-2020].\n", false}, {"\nA number: 4,321 soldiers.\n", false}, {"\n[Nowhere](nowhere.md)\n", false},
		{"\n[Renamed](demand.md#renamed)\n", false}, {"\n## Added {#added}\n\nA section.\n", false}, {"\n```figures-list\n```\n", false},
		{"\n```glossary\n```\n", false}, {"\n<b>raw</b>\n", false}, {"\x00", false}, {"\n![](charts/contribution.yaml)\n", false},
		{"\nThe SMA.\n", false}, {"\n#### Too deep {#asked-too}\n", false},
	} {
		out = append(out, edit{append(slices.Clone(text), end.text...), end.lone})
	}
	for _, c := range [][2]string{
		{"\n## ", "\n## Newly "}, {"\n## ", "\n### "}, {"{#asked}", "{#renamed}"}, {"{{ troops }}", "many"}, {"title: ", "title: New, "},
		{"\n---\n", "\n---\n\n"}, {"\n", "\r\n"}, {"---\n", ""}, {"[@report-2020]", ""},
	} {
		if changed := bytes.ReplaceAll(text, []byte(c[0]), []byte(c[1])); !bytes.Equal(changed, text) {
			out = append(out, edit{changed, false})
		}
	}
	head := bytes.Index(text[4:], []byte("\n---\n")) + 4 // where the front matter's last line ends
	return append(out, edit{text[:head+len("\n---")], false}, edit{text[:head+len("\n---\n")], false})
}

// A site made again is the site made from nothing, byte for byte. What is wrong
// is never passed over, and what changes one page only makes one page only.
func TestAgainIsTheSame(t *testing.T) {
	site := smallSite(t)
	site["content/demand.md"].Data = bytes.Replace(site["content/demand.md"].Data, []byte("\ndescription:"), []byte("\nbrief: [It asked for more.]\ndescription:"), 1)
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	var before made // whose pages may be remembered
	o := options{out: "public", baseURL: "https://small.example/", cache: b.pictures, pages: cache.Open("", nil, 0), drafts: true}
	o.last = func(path, source string, sum [sha256.Size]byte) (output.File, bool) {
		return standsIn(before.tree, path, source, sum)
	}
	whole := func(site fstest.MapFS) (made, diag.List) {
		m, problems, err := makeSite(site, o)
		if err != nil {
			t.Fatal(err)
		}
		return m, problems
	}
	before, _ = whole(site)
	other := "content/index.md"
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if path.Ext(name) != ".md" {
			continue
		}
		var m made
		fresh := true
		for i, e := range edits(site[name].Data) {
			if fresh {
				m, _ = whole(site)
			}
			next := maps.Clone(site)
			next[name] = &fstest.MapFile{Data: e.text}
			pages := []*content.Page{m.content.Page(strings.TrimPrefix(name, "content/"))}
			if name != other && i%2 == 0 { // two at once
				next[other] = &fstest.MapFile{Data: append(slices.Clone(site[other].Data), "\nHere too.\n"...)}
				pages = append(pages, m.content.Page(strings.TrimPrefix(other, "content/")))
			}
			want, problems := whole(next)
			ok := m.again(next, pages)
			fresh = true
			switch {
			case ok && len(problems) > 0:
				t.Errorf("edit %d of %s is made again, with %v", i, name, problems)
			case ok:
				sameFiles(t, "after an edit of "+name, filesOf(m.tree), filesOf(want.tree))
				fresh = len(pages) == 2 || i%3 == 0 // else the next edit begins from here
			case e.lone && name == "content/demand.md":
				t.Errorf("all of the site is made for edit %d of %s, %v", i, name, problems)
			}
		}
	}
}

func filesOf(tree *output.Tree) map[string]string {
	out := map[string]string{}
	for f := range tree.All() {
		out[f.Path] = string(f.Data)
	}
	return out
}
