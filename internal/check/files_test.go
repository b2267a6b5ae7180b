package check

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFiles(t *testing.T) {
	for _, tt := range []struct{ path, text, want string }{
		{"a.css", "a{b:c", "a.css:1:2: a { without } | close it with }"},
		{"a.css", "a{}}", "a.css:1:4: a } without { | remove it"},
		{"a.css", "a{}\n/* no end", "a.css:2:1: a comment that does not end | close it with */"},
		{"a.css", "a::b{content:\"x\n}", "a.css:1:16: a string that does not end on its line | close its quotation mark"},
		{"a.css", "a{color:var( --none )}", "a.css:1:14: no style sheet defines --none"},
		{"a.css", ":root{--paper:#fff}\na{color:var(--papr);b:var(--papr,0)}/* var(--gone) */", "a.css:2:13: no style sheet defines --papr | did you mean --paper?"},
		{"a.css", "@property --x {}\n.block--wide{color:var(--x)}", ""},
		{"a.css", "a{b:url( 'none.png' )}", "a.css:1:11: nothing is at none.png | name a file that the site has"},
		{"a.css", "a{b:url(https://cdn.example/x.woff2)}", "a.css:1:9: the page loads https://cdn.example/x.woff2 from another site | put a copy into static"},
		{"a.css", "@import 'none.css';", "a.css:1:10: nothing is at none.css | name a file that the site has"},
		{"a.css", "a{b:url(data:image/png;base64,xx)}", "a.css:1:9: an address of the kind data: | only https, http, mailto and tel lead anywhere for readers"},

		{"a.svg", mark + "x", "a.svg:1:106: not well-formed XML: text outside the root element"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "a.svg:1:50: not well-formed XML: element <g> closed by </svg>"},
		{"a.svg", "<svg/>", `a.svg: the root is not an <svg> of the SVG namespace | write <svg xmlns="http://www.w3.org/2000/svg">`},
		{"a.svg", svg("<script>1</script>"), "a.svg:1:41: a <script> in a drawing | remove it"},
		{"a.svg", svg("<foreignObject/>"), "a.svg:1:41: a <foreignObject> in a drawing | draw it, or write it in the page"},
		{"a.svg", svg(`<g onload="x"/>`), "a.svg:1:41: the event handler onload | remove it"},
		{"a.svg", svg(`<g id="a"/><g id="a"/>`), `a.svg:1:52: the id "a" is given twice | rename one of them`},
		{"a.svg", svg(`<image href="https://x.example/y.png"/>`), "a.svg:1:41: the page loads https://x.example/y.png from another site | put a copy into static"},
		{"a.svg", svg(`<use href="#b"/><use href="#a"/><a href="https://x.example/"><g id="a"/></a>`), "a.svg:1:41: this file has no anchor #b | did you mean a?"},
		{"a.svg", svg(`<g fill="var(--c)"/>`), "a.svg:1:54: the drawing does not define --c | alone, it has no style sheet of a page"},

		{"a.xml", "", "a.xml: not well-formed XML: no element"},
		{"a.xml", "<a/><b/>", "a.xml:1:5: not well-formed XML: a second root element"},
		{"a.xml", "<a>\n<b c=d/></a>", "a.xml:2:7: not well-formed XML: unquoted or missing attribute value in element"},
		{"a.xml", "<a>&nbsp;</a>", "a.xml:1:10: not well-formed XML: invalid character entity &nbsp;"},
		{"sitemap.xml", "<urlset><url><loc>https://example.org/none/</loc></url></urlset>", "sitemap.xml:1:19: nothing is at https://example.org/none/ | name a file that the site has"},
		{"feed.xml", `<feed><link href="https://example.org/none/"/></feed>`, "feed.xml:1:7: nothing is at https://example.org/none/ | name a file that the site has"},
		{"feed.xml", "<feed><title>ZgotmplZ</title></feed>", "feed.xml:1:14: unfinished text: ZgotmplZ | finish or remove it"},

		{"a.json", "{\n\"a\": 1,\n}", "a.json:3:1: not well-formed JSON: invalid character '}' looking for beginning of object key string"},
		{"a.json", "", "a.json:1:1: not well-formed JSON: unexpected end of JSON input"},
		{"a.webmanifest", `{"icons":[{"src":"/none.png"}]}`, "a.webmanifest:1:19: nothing is at /none.png | name a file that the site has"},
		{"a.webmanifest", `{"a":1e999,"icons":[{"src":"/none.png"}]}`, "a.webmanifest: the web manifest cannot be read: cannot unmarshal number 1e999 into Go value of type float64"},
		{"a.webmanifest", `[{"src":"/none.png"}]`, "a.webmanifest: the web manifest is not a JSON object | begin it with {"},
		{"a.json", `{"a":1e999}`, ""},
		{"a.csv", "year\n%!f(int=1)\n", "a.csv:2:1: unfinished text: %!f( | finish or remove it"},
	} {
		got := lines(Tree(treeOf(tt.path, tt.text), Options{Origin: "https://example.org"}))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}

// Sizes after compression may change with Go's version.
var size = regexp.MustCompile(`\d+\.\d kB`)

func svg(inner string) string { return "<svg xmlns='http://www.w3.org/2000/svg'>" + inner + "</svg>" }

func TestBudgets(t *testing.T) {
	noise := func(n int) string { // text that does not compress to nothing
		var b strings.Builder
		for i := range n {
			b.WriteByte("abcdefghijklmnopqrstuvwxyz"[i*i*7919%9973%26])
		}
		return b.String()
	}
	head := `<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css"><script src="/a.js"></script>`
	body := `<img src="/x.svg" alt="x"><img src="/x.svg" alt="again"><img src="/l.png" alt="late" loading="lazy"><svg aria-hidden="true"><path/></svg>`
	files := treeOf("index.html", soundWith("index.html", head, body), "a.css", "/*"+noise(4000)+"*/", "b.css", "i{b:url(/f.woff2)}/*"+noise(9000)+"*/",
		"a.js", "//"+noise(3000), "x.svg", mark, "l.png", "", "f.woff2", "")
	for _, tt := range []struct {
		budgets Budgets
		want    string
	}{
		{Budgets{}, ""},
		{Budgets{Page: 50000, Script: 5000, Requests: 6}, ""},
		{Budgets{Page: 3000}, "index.html: the page weighs N kB of HTML, CSS and SVG compressed, N kB are allowed | the largest parts: b.css N kB, a.css N kB, index.html N kB (N kB of its N kB are 1 drawings, before compression)"},
		{Budgets{Script: 500}, "index.html: the scripts of the page weigh N kB compressed, N kB are allowed | the largest parts: a.js N kB"},
		{Budgets{Requests: 5}, "index.html: the page takes 6 requests, 5 are allowed | it loads a.css, a.js, b.css, f.woff2, index.html, x.svg"},
	} {
		got := size.ReplaceAllString(lines(Tree(files, Options{Budgets: tt.budgets})), "N kB")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%+v\n%s", tt.budgets, diff)
		}
	}
}
