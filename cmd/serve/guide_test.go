package main

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"sharingthecost"
	"sharingthecost/internal/chart"
	"sharingthecost/internal/guide"
)

// written is all that the guide's files of a folder say.
func written(t *testing.T, pattern string) string {
	t.Helper()
	project := guide.Of(sharingthecost.Look())
	names, err := fs.Glob(project, pattern)
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := fs.ReadFile(project, name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func TestTheStyleGuideHasEveryFormAndEveryBlock(t *testing.T) {
	charts, pages := written(t, "content/charts/*.yaml"), written(t, "content/*.md")
	for _, form := range chart.Forms() {
		if !strings.Contains(charts, "form: "+form+"\n") {
			t.Errorf("no chart of the form %s", form)
		}
	}
	blocks, err := fs.Glob(sharingthecost.Look(), "templates/block-*.html")
	if err != nil || len(blocks) == 0 {
		t.Fatal(blocks, err)
	}
	for _, name := range blocks {
		block := strings.TrimSuffix(strings.TrimPrefix(name, "templates/block-"), ".html")
		if !strings.Contains(pages, "```"+block+"\n") {
			t.Errorf("no block %s", block)
		}
	}
	for _, key := range []string{"kicker", "brief", "cards", "unknowns", "next", "related", "changes", "lead", "authors", "reviewed_by"} {
		if !strings.Contains(pages, "\n"+key+":") {
			t.Errorf("no page with %s", key)
		}
	}
}

// The guide is shown in both schemes, whatever the reader's system asks for, and is no
// part of the site.
func TestTheStyleGuideIsShown(t *testing.T) {
	d := newDesk(t)
	d.follow()
	if frames := d.get("/_preview/style-guide/"); !strings.Contains(frames, `src="light/"`) || !strings.Contains(frames, `src="dark/"`) {
		t.Error(frames)
	}
	for _, scheme := range []string{"light", "dark"} {
		at := "/_preview/style-guide/" + scheme + "/"
		page := d.get(at + "forms/")
		if !strings.Contains(page, `<a href="`+at+`records/">`) || !strings.Contains(page, "<svg class=\"drawing wide\"") {
			t.Fatalf("%s: %s", scheme, page)
		}
		style := d.get(regexp.MustCompile(`/_preview\S+\.css`).FindString(page))
		if !strings.Contains(style, ":root { color-scheme: only "+scheme+"; }") || strings.Contains(style, "prefers-color-scheme") {
			t.Errorf("the style sheet is not %s", scheme)
		}
	}
	for _, f := range d.follower.site.Load().Tree.Files() {
		if strings.Contains(f.Path, "guide") {
			t.Errorf("the site has %s", f.Path)
		}
	}
}
