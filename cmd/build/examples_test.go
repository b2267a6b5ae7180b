package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/pipeline"
)

// Every form of chart is drawn from real numbers in one of the examples.
func TestEveryFormHasAnExample(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/content/charts/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]bool{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if form, ok := strings.CutPrefix(line, "form: "); ok {
				drawn[strings.TrimSpace(form)] = true
			}
		}
	}
	for _, form := range chart.Forms() {
		if !drawn[form] {
			t.Errorf("no example of %s", form)
		}
	}
}

// The explainers in examples build with nothing but their content, and perhaps one
// style sheet: on any subject nothing of the program has to be changed.
func TestExamples(t *testing.T) {
	projects, err := filepath.Glob("../../examples/*/content")
	if err != nil || len(projects) == 0 {
		t.Fatal("no examples", err)
	}
	for _, content := range projects {
		project := os.DirFS(filepath.Dir(content))
		site, problems, err := makeSite(project, pipeline.Options{Deployment: pipeline.Deployment{Production: true}, Folder: "public", Drafts: true})
		if err != nil || len(problems) > 0 {
			t.Fatal(content, problems.Sorted(), err)
		}
		if site.Pages < 4 || site.Charts < 4 {
			t.Errorf("%s has %d pages and %d charts", content, site.Pages, site.Charts)
		}
		styles := 0
		err = fs.WalkDir(project, ".", func(name string, d fs.DirEntry, err error) error {
			switch ext := path.Ext(name); {
			case err != nil:
			case d.IsDir() && (name == "public" || name == ".cache"):
				return fs.SkipDir
			case ext == ".css":
				styles++
			case slices.Contains([]string{".go", ".html", ".js"}, ext):
				t.Errorf("%s has %s", content, name)
			}
			return err
		})
		if err != nil || styles > 1 {
			t.Errorf("%s has %d style sheets, %v", content, styles, err)
		}
	}
}
