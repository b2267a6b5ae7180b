package main

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/content"
)

// edits are what an editor may do to a text, and what may be wrong with it.
func edits(text []byte) [][]byte {
	var out [][]byte
	for _, end := range []string{
		"\nA late addition.\n", "\nMore: {{ troops }} people [@report-2020].\n", "\nA number: 4,321 soldiers.\n", "\n[Nowhere](nowhere.md)\n",
		"\n[Asked](demand.md#asked)\n", "\n[Renamed](demand.md#renamed)\n", "\n## Added {#added}\n\nA section.\n", "\n```figures-list\n```\n", "\n```glossary\n```\n",
		"\nA note.[^n]\n\n[^n]: It says so.\n", "\n<b>raw</b>\n", "\x00", "\n![](charts/contribution.yaml)\n", "\nThe SMA.\n", "\nA [link](https://example.org/).\n",
	} {
		out = append(out, append(slices.Clone(text), end...))
	}
	for _, c := range [][2]string{
		{"\n## ", "\n## Newly "}, {"{#asked}", "{#renamed}"}, {"{{ troops }}", "many"}, {"title: ", "title: New, "}, {"\n---\n", "\n---\n\n"},
		{"\n", "\r\n"}, {"---\n", ""}, {"[@report-2020]", ""},
	} {
		if changed := bytes.ReplaceAll(text, []byte(c[0]), []byte(c[1])); !bytes.Equal(changed, text) {
			out = append(out, changed)
		}
	}
	return out
}

// A site made again is the site made from nothing, byte for byte. What is wrong
// is never passed over, and an added sentence makes one page only.
func TestAgainIsTheSame(t *testing.T) {
	site := smallSite(t)
	b := &rebuilder{dir: t.TempDir(), pictures: cache.Open("", nil, 0)}
	o := options{out: "public", baseURL: "https://small.example/", cache: b.pictures, pages: cache.Open("", nil, 0), last: b.left, drafts: true}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if path.Ext(name) != ".md" {
			continue
		}
		var m made
		fresh := true
		for i, text := range edits(site[name].Data) {
			if fresh {
				var err error
				if m, _, err = makeSite(site, o); err != nil {
					t.Fatal(err)
				}
			}
			next := maps.Clone(site)
			next[name] = &fstest.MapFile{Data: text}
			whole, problems, err := makeSite(next, o)
			if err != nil {
				t.Fatal(err)
			}
			page := m.content.Page(strings.TrimPrefix(name, "content/"))
			ok := m.again(next, []*content.Page{page})
			fresh = !ok
			switch {
			case ok && len(problems) > 0:
				t.Errorf("edit %d of %s is made again, with %v", i, name, problems)
			case ok:
				got, want := map[string]string{}, map[string]string{}
				for f := range m.tree.All() {
					got[f.Path] = string(f.Data)
				}
				for f := range whole.tree.All() {
					want[f.Path] = string(f.Data)
				}
				sameFiles(t, "after an edit of "+name, got, want)
			case i == 0 && name == "content/demand.md":
				t.Errorf("all of the site is made for one sentence in %s", name)
			}
		}
	}
}
