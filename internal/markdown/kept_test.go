package markdown

import (
	"reflect"
	"testing"
	"unsafe"

	"sharingthecost/internal/diag"
)

// What is kept of a page after its blocks were read does not keep its text in
// memory: ten thousand pages have a hundred megabytes of it.
func TestDocDoesNotKeepTheText(t *testing.T) {
	body := []byte("# A heading\n\n## Another {#other}\n\n[words]{#marked} and {{ troops }} and [a link](demand.md#c) [@mofa-2021, p. 3].\n\n" +
		"| a |\n|---|\n| b |\n\nTable: Caption {#table}\n\n[r]: agreement.md\n\n[By reference][r], [^n].\n\n[^n]: A note [@mnd-2018].\n")
	c := NewPage(site()).conversion(body, diag.NewSource("content/a.md", body).Pos)
	c.convert()
	doc := c.doc
	if len(doc.Headings) < 2 || len(doc.Anchors) < 4 || len(doc.Links) < 2 || len(doc.Cited) < 2 || len(doc.Figures) == 0 {
		t.Fatalf("too little is in the page: %+v, %v", doc, c.list)
	}
	doc.Blocks = nil
	for _, text := range []*byte{unsafe.StringData(c.source), unsafe.SliceData(c.src)} {
		first := uintptr(unsafe.Pointer(text))
		each(t, reflect.ValueOf(doc), func(s string) {
			if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); s != "" && at >= first && at < first+uintptr(len(c.src)) {
				t.Errorf("%q is a part of the text", s)
			}
		})
	}
}

// each calls do with all strings in a value.
func each(t *testing.T, v reflect.Value, do func(string)) {
	switch v.Kind() {
	case reflect.String:
		do(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			each(t, v.Index(i), do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			each(t, v.Field(i), do)
		}
	case reflect.Bool, reflect.Int:
	default:
		t.Errorf("what a %s keeps is not known", v.Type())
	}
}
