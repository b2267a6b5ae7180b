package host

import (
	"net/url"
	"testing"
)

// A text that is read as plain is read as the decoder reads it.
func FuzzFeedText(f *testing.F) {
	for _, page := range sample().Pages {
		f.Add(page.Body)
	}
	for _, seed := range []string{"", "a", "<", "<p", "<p>", "<p >x</p >", "<p\na=\"b\"\tc>", "<p a = \"b\">", "<p a =\"b\">", "<p a='b'>", "<p a=\"b\"c=\"d\">", "<p a=\"<\">", "<p a=\"b>c\">", "<br/>", "<br />", "<svg/>x", "<p/ >",
		"</p", "</p x>", "<!-- a - b -->", "<!-- a -- b -->", "<!---->", "<!--->", "<!doctype html>", "<?x?>", "<a:b>", "<a_b>", "<aé>", "<h1>", "<1>", "<B>", "a ]]> b", "a > b", "&amp;&lt;&gt;&#34;&#39;&quot;", "&amp", "&nbsp;", "&x;", "&", "\r\n", "\x01", "\xff", "\uFFFE",
		"<p hidden>x</p>y", "<p hidden=\"\">x</p>y", "<p aria-hidden=\"true\">x<p></p></p>y", "<summary>x</summary>", "<div id=\"gap\"><div></div></div>x", "<img src=\"/a\" alt=\"\"><a href=\"mailto:x\"><a href=\"x y:z\">"} {
		f.Add(seed)
	}
	in := sample()
	at, err := url.Parse("https://cost.example/demand/")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		plain, decoded := feedWriter{in: in, at: at}, feedWriter{in: in, at: at}
		plain.charts = in.Pages[0].Charts
		decoded.charts = plain.charts
		if !plain.plainly(body) {
			return
		}
		if err := decoded.decode(body); err != nil || decoded.String() != plain.String() {
			t.Errorf("%q\nplain   %q\ndecoded %q, %v", body, plain.String(), decoded.String(), err)
		}
	})
}

// The texts of our own pages are plain; else to feed them would be slow.
func TestUsualTextsArePlain(t *testing.T) {
	const usual = `<h2 id="a">Who “pays” – and how</h2>
<p class="x">It isn&#39;t <em>paid</em> &amp; never was.<br>A <a href="/x/?a=1&amp;b=2#c" hidden>link</a></p>
<svg viewBox="0 0 1 1"><linearGradient id="g"/><path d="M0 0"/></svg><!-- a comment -->`
	w := feedWriter{in: sample(), at: &url.URL{}}
	if !w.plainly(usual) {
		t.Error("not plain")
	}
}
