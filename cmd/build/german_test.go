package main

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/lang"
	"sharingthecost/internal/pipeline"
	"sharingthecost/internal/sitetest"

	"github.com/rogpeppe/go-internal/txtar"
)

// Of the English that the program writes, nothing stands in a site in another
// language: not in its pages, feeds, drawings, and files for readers.
func TestNoEnglishInGerman(t *testing.T) {
	script, err := txtar.ParseFile("testdata/script/german.txtar")
	if err != nil {
		t.Fatal(err)
	}
	project := fstest.MapFS{}
	for _, f := range script.Files {
		if name, ok := strings.CutPrefix(f.Name, "deutsch/"); ok {
			project["content/"+name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, problems, err := makeSite(project, pipeline.Options{Deployment: pipeline.Deployment{Production: true}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems.Sorted())
	}
	read := 0
	for _, f := range site.Tree.Files() {
		switch path.Ext(f.Path) {
		case ".html", ".svg", ".md", ".xml", ".txt":
		default:
			continue
		}
		if f.Path == "robots.txt" {
			continue // for programs
		}
		read++
		if found := sitetest.EnglishIn(string(f.Bytes()), lang.German); len(found) > 0 {
			t.Errorf("%s says %q", f.Path, found)
		}
	}
	if read < 20 {
		t.Errorf("only %d files were read", read)
	}
	small, _, err := makeSite(sitetest.Small(), small(nil))
	if err != nil {
		t.Fatal(err)
	}
	english := sitetest.Made(small.Tree)
	if found := sitetest.EnglishIn(english["index.html"], lang.German); len(found) < 10 {
		t.Errorf("of a page in English, only %q is found", found)
	}
}
