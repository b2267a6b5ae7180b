package host

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"sharingthecost/internal/content"
	"sharingthecost/internal/record"
	"sharingthecost/internal/render"
)

func twinOf(body string) string {
	in := Input{Site: Site{Settings: content.Settings{Title: record.Text{S: "A site"}}, Address: "https://a.example/", Production: true}}
	text := string(in.Read(render.Listing{URL: "/demand/", Title: "A: page"}, []byte("<!doctype html><body><header>no</header><main>"+body+"</main>"), true).Twin)
	_, text, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n")
	return text
}

// Each element of a page is written as Markdown has it.
func TestTwin(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<h1>What <data value="4">4%</data> is</h1><p>One  <em>two</em> <strong>three</strong>.</p>`, "\n# What 4% is\n\nOne *two* **three**.\n"},
		{`<p>It is <a class="num" href="/figures/#x"><data value="5">5%</data></a>.</p>`, "\nIt is [5%](https://a.example/figures/#x).\n"},
		{`<p>Said.<sup class="cite"><a href="#source-1" role="doc-biblioref">1</a>, <a href="#source-2" role="doc-biblioref">2</a><button>x</button></sup></p>` +
			`<ol><li id="source-1">A, “<a href="https://b.example/(1)" rel="external">t</a>”. <span class="back">Cited <a href="#c">a</a></span></li><li id="source-2">B.</li></ol>`,
			"\nSaid. [1](https://b.example/%281%29), [2](https://a.example/demand/#source-2)\n\n1. A, “[t](https://b.example/%281%29)”.\n2. B.\n"},
		{`<nav>no</nav><p hidden>no</p><div popover><p>no</p></div><script>no</script><p>yes</p>`, "\nyes\n"},
		{`<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>`, "\n- a\n\n  - b\n- c\n\n  d\n"},
		{`<dl><div><dt>T</dt><dd>one</dd><dd>two</dd></div></dl>`, "\n- **T**: one; two\n"},
		{`<blockquote><p>q</p><p>r</p></blockquote>`, "\n>\n> q\n>\n> r\n"},
		{"<pre><code>a\n```\nb\n</code></pre>", "\n````\na\n```\nb\n````\n"},
		{`<table><caption>C</caption><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>`,
			"\nC\n\n| a | b\\|c |\n|---|---|\n| 1 |  |\n"},
		{`<figure><figcaption><p>Head</p><p>sub</p></figcaption><svg><title>A chart.</title><text>1</text></svg><svg><title>A chart.</title></svg></figure>`,
			"\n**Head**\n\nsub\n\nA chart.\n"},
		{`<details><summary>More</summary><p>x</p></details><details><summary><h2>Two</h2> 2</summary></details>`, "\n**More**\n\nx\n\n## Two\n"},
		{"<p>use <code>a`b</code></p><p>1. no list</p><p># no head</p><p>---</p><p>&amp;amp; &lt;b&gt; [x](y) *z*</p>",
			"\nuse ``a`b``\n\n1\\. no list\n\n\\# no head\n\n\\---\n\n\\&amp; \\<b> \\[x\\](y) \\*z\\*\n"},
		{`<p><img src="/m.png" alt="A map"></p>`, "\n![A map](https://a.example/m.png)\n"},
	} {
		if got := twinOf(c.html); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.html, got, c.want)
		}
	}
}

// Whatever a page says, its twin read as Markdown says the same.
func FuzzTwin(f *testing.F) {
	for _, s := range []string{"a *b* _c_", "1. x", "- x", "&amp;", "a ![b](c) <d>", "---", "===", "> q", "## h", "~~~", "\\*", "+ 1", "`x`", "5) y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		page := "<p>" + html.EscapeString(text) + "</p>\n<ul><li>" + html.EscapeString(text) + "</li></ul>"
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Skip()
		}
		var b bytes.Buffer
		if err := goldmark.Convert([]byte(twinOf(page)), &b); err != nil {
			t.Fatal(err)
		}
		back, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		words := func(n *html.Node) string { return strings.Join(strings.Fields(plainText(n)), " ") }
		if got, want := words(back), words(root); got != want {
			t.Errorf("%q is read as %q, by %q", want, got, twinOf(page))
		}
	})
}

// A page of anybody's is read as somebody sees it.
func TestPageText(t *testing.T) {
	for page, want := range map[string]string{
		"<p>a rise of&nbsp;1<b>3</b>\nper <i>cent</i></p><p>More</p>":                                                "a rise of 13 per cent More",
		"<title>T</title><script>if (a<b) x()</script><style>p{}</style><!-- <p>no --><table><tr><td>1<td>2</table>": "T 1 2",
		"one<br>two <noscript>three</noscript><template>four</template><div>five</div>six":                           "one two five six",
		"a < b & c > d, 3 &lt; 4": "a < b & c > d, 3 < 4",
		"":                        "",
	} {
		if got := PageText([]byte(page)); got != want {
			t.Errorf("%q is read as %q, want %q", page, got, want)
		}
	}
}
