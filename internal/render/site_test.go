package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	tree := site(t, nil, Inputs{})
	var got []string
	for _, f := range tree.Files() {
		if f.Source == "" {
			t.Errorf("%s does not say what it was made from", f.Path)
		}
		if !strings.HasPrefix(f.Path, "assets/") {
			got = append(got, f.Path)
		}
	}
	for _, want := range []string{
		"charts/index.html", "charts/rises.csv", "charts/rises.json", "charts/rises.png", "charts/rises.svg", "charts/rises/card.png",
		"charts/rises/index.html", "charts/rises/option.json", "data/datapackage.json", "embed/rises/index.html",
		"mark.svg", "index.html", "numbers/index.html",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no file %s among %s", want, got)
		}
	}
}

// Whatever the page, these hold.
func TestEveryPage(t *testing.T) {
	tree := site(t, nil, Inputs{})
	for _, path := range pages(tree) {
		p := parse(t, tree, path)
		if n := len(p.all("h1")); n != 1 {
			t.Errorf("%s has %d h1", path, n)
		}
		if n := len(p.all("main")); n != 1 {
			t.Errorf("%s has %d main", path, n)
		}
		if p.all("html")[0].attr("lang") != "en-GB" {
			t.Errorf("%s does not say its language", path)
		}
		if len(p.all("title")[0].text()) == 0 {
			t.Errorf("%s has no title", path)
		}
		ids := p.ids()
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s has the id %s %d times", path, id, n)
			}
		}
		for _, e := range p.all("") {
			if e.Data == "style" || e.attr("style") != "" || e.Data == "script" && e.attr("src") == "" && e.attr("type") != "application/ld+json" {
				t.Errorf("%s has an inline style or script: %s", path, e.Data)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s has the handler %s", path, a.Key)
				}
			}
			if link := e.attr("href"); strings.HasPrefix(link, "#") && ids[link[1:]] == 0 {
				t.Errorf("%s links to %s, which is not in it", path, link)
			}
			for _, key := range []string{"aria-labelledby", "aria-describedby", "for", "data-copy"} {
				if to := e.attr(key); to != "" && ids[to] == 0 {
					t.Errorf("%s: %s of %s names %s, which is not in it", path, key, e.Data, to)
				}
			}
		}
	}
}

// Every address inside the site carries the path that the site is served under,
// and leads to a file.
func TestAddressesUnderAPath(t *testing.T) {
	for _, base := range []string{"/", "/sub/path/"} {
		tree := site(t, nil, Inputs{Address: "https://other.example" + base})
		for _, path := range pages(tree) {
			for _, e := range parse(t, tree, path).all("") {
				for _, key := range []string{"href", "src", "data-module", "data-option"} {
					link, _, _ := strings.Cut(e.attr(key), "#")
					if link == "" || strings.Contains(link, "://") {
						continue
					}
					rest, ok := strings.CutPrefix(link, base)
					if !ok {
						t.Errorf("%s: %s is not below %s", path, link, base)
						continue
					}
					if ofTheHost(rest) {
						continue
					}
					if strings.HasSuffix(rest, "/") || rest == "" {
						rest += "index.html"
					}
					if _, ok := tree.Get(rest); !ok {
						t.Errorf("%s: %s leads to no file", path, link)
					}
				}
			}
		}
	}
}

// ofTheHost reports files that package host adds to the tree: icons, the
// feed and the manifest.
func ofTheHost(path string) bool {
	return !strings.Contains(path, "/") && path != "" && !strings.HasSuffix(path, ".html")
}

func TestSameTwice(t *testing.T) {
	a := site(t, nil, Inputs{})
	b := site(t, nil, Inputs{})
	if a.Len() != b.Len() {
		t.Fatalf("%d files, then %d", a.Len(), b.Len())
	}
	for _, f := range a.Files() {
		if g, _ := b.Get(f.Path); !bytes.Equal(f.Bytes(), g.Bytes()) {
			t.Errorf("%s differs", f.Path)
		}
	}
}

func TestPreviewNamesThePublicSite(t *testing.T) {
	in := Inputs{Address: "https://preview.example/", Preview: true}
	if got := renderer(t, project(t, nil), in).public("/demand/"); got != "https://test.example/demand/" {
		t.Errorf("a preview is cited as %s", got)
	}
	p := parse(t, site(t, nil, in), "index.html")
	if len(p.class("preview")) != 1 || !slices.ContainsFunc(p.all("meta"), func(e node) bool { return e.attr("content") == "noindex" }) {
		t.Error("a preview does not say that it is one")
	}
}
