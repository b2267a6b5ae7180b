package check

import (
	"encoding/xml"
	"fmt"
	"testing"

	"sharingthecost/internal/output"
)

// seen lists what a reader is told of a file.
func seen(text string, walk func(*xmlReader)) (out []string, problems bool) {
	r := xmlReader{f: &file{File: output.File{Path: "a.xml", Data: []byte(text)}, text: []byte(text)}, named: "loc"}
	r.element = func(el xml.StartElement, end int) {
		line := fmt.Sprint(r.start, end, el.Name.Local, r.path)
		for _, a := range el.Attr {
			line += fmt.Sprintf(" %s=%q", a.Name.Local, a.Value)
		}
		out = append(out, line)
	}
	r.text = func(text string, end int) { out = append(out, fmt.Sprintf("%d %d %q", r.start, end, text)) }
	walk(&r)
	return append(out, fmt.Sprint(r.root)), len(r.f.problems) > 0
}

// A file that is read as plain is read as the decoder reads it.
func FuzzPlainXML(f *testing.F) {
	for _, x := range everythingTree() {
		f.Add(string(x.Data))
	}
	for _, seed := range []string{mark, `<?xml version="1.0" encoding="utf-8"?>` + "\n<a>\n<loc> b &amp; c </loc><!-- d -->\n</a>\n", `<a><loc/><b c="&quot;>"  d="" /></a >`, `<a b="c"d="e"/>`, "<a/><b/>", "<a/>x", "x<a/>", "<a></b>", "<a>", "</a>", "<a><!-- -- --></a>", "<a><!----></a>", "<a><!---></a>",
		`<a xmlns="x" xmlns:b="y" b:c="z"><b:d/></a>`, `<a b='c'/>`, "<a b/>", "<a b=c/>", "<a\n/>", "<a/ >", "<a>]]></a>", "<a>&nbsp;</a>", "<a>&amp</a>", "<a>&", "<a>\r\n</a>", "<a>\x00</a>", "<a>\xff</a>", "<a>\uFFFE</a>", "<a_b/>", "<aé/>", "<a é=\"\"/>", "<a.b/>", "<!DOCTYPE a><a/>", "<?x?><a/>", "<a><![CDATA[x]]></a>", "\uFEFF<a/>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, plain := plainXML([]byte(text)); !plain {
			return
		}
		got, _ := seen(text, (*xmlReader).read)
		want, wrong := seen(text, (*xmlReader).decode)
		if wrong || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q\nplain   %q\ndecoded %q", text, got, want)
		}
	})
}

// Our own drawings and lists are plain; else to read them would be slow.
func TestUsualFilesArePlain(t *testing.T) {
	for _, text := range []string{mark, `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><!-- a -->
<link rel="self" href="https://example.org/?a=1&amp;b=2"/><content type="html">&lt;p&gt;It&amp;#39;s – &quot;so&quot;&lt;/p&gt;</content>
</feed>
`} {
		if _, plain := plainXML([]byte(text)); !plain {
			t.Errorf("not plain: %s", text)
		}
	}
}
