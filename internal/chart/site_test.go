package chart_test

import (
	"io/fs"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"sharingthecost/internal/chart"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/record"
	"sharingthecost/internal/vocabulary"
)

// inputs are those of the site whose root fsys is.
func inputs(t testing.TB, fsys fs.FS) chart.Inputs {
	t.Helper()
	var v vocabulary.Vocabulary
	text, err := fs.ReadFile(site, "content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if problems := record.Read(diag.NewSource("content/site.yaml", text), &v); len(problems) > 0 {
		t.Fatal(problems)
	}
	book, _, err := ledger.Load(fsys, v, lang.English) // tables with mistakes are reported in the ledger's tests
	if err != nil {
		t.Fatal(err)
	}
	return chart.Inputs{Site: "Sharing the Cost", Ledger: book, Claims: percentages}
}

var percentage = regexp.MustCompile(`\d+(\.\d+)?%`)

// percentages takes the place of the check of claims: it reports typed percentages.
func percentages(text record.Text) diag.List {
	var problems diag.List
	for _, m := range percentage.FindAllStringIndex(text.S, -1) {
		problems.Report(text.Pos(m[0], m[1]), `"`+text.S[m[0]:m[1]]+`" is not in the ledger`, "")
	}
	return problems
}

// site is testdata/site: a copy of the numbers, events and sources that its
// charts use, so that an edit of the real content breaks no test here.
var site = os.DirFS("testdata/site")

// gallery is testdata/gallery: a chart of each form that the site does not use, with
// invented numbers and the sources of the site.
func gallery(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := with(t, nil)
	files := os.DirFS("testdata/gallery")
	for _, pattern := range []string{"content/data/*", "content/charts/*"} {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			fsys[name] = &fstest.MapFile{Data: text}
		}
	}
	return fsys
}

// charts loads the charts of testdata.
func charts(t testing.TB) (list []*chart.Chart) {
	t.Helper()
	for _, fsys := range []fs.FS{site, gallery(t)} {
		some, problems, err := chart.Load(fsys, inputs(t, fsys))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			t.Errorf("%s: %s (%s)", p.Pos, p.Text, p.Hint)
		}
		list = append(list, some...)
	}
	if len(list) != 24 {
		t.Fatalf("%d charts", len(list))
	}
	return list
}

// with is the ledger of testdata beside other files, whose tables are the only
// ones.
func with(t testing.TB, files map[string]string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"units.yaml", "figures.yaml", "sources.yaml", "events.yaml"} {
		text, err := fs.ReadFile(site, "content/"+name)
		if err != nil {
			t.Fatal(err)
		}
		fsys["content/"+name] = &fstest.MapFile{Data: text}
	}
	for name, text := range files {
		fsys["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// one reads a single chart file beside the data files given, name by name.
func one(t testing.TB, yaml string, files map[string]string) (*chart.Chart, diag.List) {
	t.Helper()
	more := map[string]string{}
	for name, text := range files {
		more["data/"+name] = text
	}
	return chart.Read(diag.NewSource("content/charts/x.yaml", []byte(yaml)), inputs(t, with(t, more)))
}
