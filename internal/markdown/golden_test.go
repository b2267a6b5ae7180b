package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/golden"
)

// Each file of testdata holds a page and what is to come of it: the HTML, what
// the Doc says of it, and the problems as an author sees them.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		if strings.HasPrefix(filepath.Base(file), "commonmark") {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src := diag.NewSource("content/page.md", a.Files[0].Data)
			doc, problems := NewPage(site()).Convert(src, src.Text)
			got := []txtar.File{a.Files[0],
				{Name: "html", Data: []byte(doc.HTML)},
				{Name: "doc", Data: []byte(describe(doc))},
				{Name: "problems", Data: []byte(printed(problems, src))}}
			if golden.Update() {
				a.Files = got
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got}))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func printed(problems diag.List, src *diag.Source) string {
	var b strings.Builder
	lines := func(_ string, n int) (string, bool) { return src.Line(n), true }
	if err := diag.Text(&b, problems.Sorted(), lines, false); err != nil {
		panic(err)
	}
	return b.String()
}

// describe prints a Doc but for its HTML.
func describe(d Doc) string {
	var b strings.Builder
	for _, h := range d.Headings {
		fmt.Fprintf(&b, "heading %d #%s %q %s\n", h.Level, h.ID, h.Text, h.At)
	}
	for _, l := range d.Links {
		fmt.Fprintf(&b, "link %s → %s external=%v %s+%d\n", l.Dest, l.URL, l.External, l.At, l.At.Len)
	}
	for _, a := range d.Anchors {
		fmt.Fprintf(&b, "anchor %s %s\n", a.ID, a.At)
	}
	for i, u := range d.Cited {
		fmt.Fprintf(&b, "source %d %s %q %v\n", i+1, u.ID, u.Locators, u.Refs)
	}
	if len(d.Figures) > 0 {
		fmt.Fprintf(&b, "figures %v\n", d.Figures)
	}
	for _, x := range d.Blocks {
		where := ""
		if x.Quote {
			where += " in a quotation"
		}
		if x.Note {
			where += " in a note"
		}
		at := x.Pos(0, len(x.Text))
		fmt.Fprintf(&b, "%s%s %q %s+%d\n", x.Kind, where, x.Text, at, at.Len)
	}
	fmt.Fprintf(&b, "words %d\n", d.Words)
	return b.String()
}
