package markdown

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"
)

// The laws that hold for whatever is written.
func FuzzConvert(f *testing.F) {
	for _, text := range corpus(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("content/a.md", []byte(text))
		doc, problems := convert(text, site())
		if err := inert(doc.HTML); err != nil {
			t.Fatalf("%v\n%.1000s", err, doc.HTML)
		}
		for _, p := range problems {
			valid(t, src, p.Pos)
			for _, r := range p.Related {
				valid(t, src, r.Pos)
			}
		}
		again, same := convert(text, site())
		if again.HTML != doc.HTML || !reflect.DeepEqual(problems, same) {
			t.Fatal("two results")
		}
		lawsOfDoc(t, src, doc)
	})
}

// lawsOfDoc checks that the parts of a Doc agree.
func lawsOfDoc(t *testing.T, src *diag.Source, doc Doc) {
	t.Helper()
	ids := map[string]bool{}
	for _, a := range doc.Anchors {
		if ids[a.ID] || !strings.Contains(doc.HTML, `id="`+escapeAttr(a.ID)+`"`) {
			t.Fatalf("anchor %q is there twice, or not at all", a.ID)
		}
		ids[a.ID] = true
		valid(t, src, a.At)
	}
	for _, h := range doc.Headings {
		if !ids[h.ID] {
			t.Fatalf("heading %q is no anchor", h.ID)
		}
	}
	for i, u := range doc.Cited {
		for _, ref := range u.Refs {
			_, mark, _ := strings.Cut(doc.HTML, ` id="`+ref+`">`)
			if mark, _, _ = strings.Cut(mark, "</sup>"); !strings.Contains(mark, `href="#`+SourceID(i+1)+`"`) {
				t.Fatalf("the mark %s does not lead to source %d", ref, i+1)
			}
		}
	}
	for _, l := range doc.Links {
		valid(t, src, l.At)
	}
	for _, b := range doc.Blocks {
		if !utf8.ValidString(b.Text) {
			t.Fatalf("text %.80q", b.Text)
		}
		for i := 0; i <= len(b.Text); i += 1 + len(b.Text)/7 {
			valid(t, src, b.Pos(i, len(b.Text)))
		}
	}
}

// valid checks that a place lies in the source.
func valid(t *testing.T, src *diag.Source, at diag.Pos) {
	t.Helper()
	if at.File != src.Name || at.Line < 1 || at.Col < 1 || at.Col-1+at.Len > utf8.RuneCountInString(src.Line(at.Line))+1 {
		t.Fatalf("%+v is no place in %.300q", at, src.Text)
	}
}

// The text of a record obeys the same laws.
func FuzzInline(f *testing.F) {
	for _, text := range corpus(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		html, plain, problems := Inline(record.Text{S: text, At: diag.Pos{File: "a", Line: 1, Col: 1}}, site())
		if err := inert("<p>" + html + "</p>"); err != nil {
			t.Fatalf("%v\n%s", err, html)
		}
		if !utf8.ValidString(plain) && len(problems) == 0 {
			t.Fatalf("plain text %.80q", plain)
		}
	})
}

func corpus(f *testing.F) []string {
	var out []string
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil && len(a.Files) > 0 {
			out = append(out, string(a.Files[0].Data))
		}
	}
	files, err = filepath.Glob("testdata/hostile/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "\n=== ") {
			_, text, _ := strings.Cut(c, "\n")
			out = append(out, unescapeCase(text))
		}
	}
	return out
}
