package check

import (
	"strings"
	"testing"
)

// change makes a sound page with one text of it replaced.
func change(old, new string) string {
	page := sound("index.html", "<p>Text</p>")
	if !strings.Contains(page, old) {
		panic(old)
	}
	return strings.Replace(page, old, new, 1)
}

func TestHead(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{change("<!doctype html>", ""), "1:1: the page does not begin with <!doctype html> | without it browsers use the rules of 1998"},
		ruleCase{change(` lang="en-GB"`, ""), `index.html: the page does not say its language | write <html lang="en-GB">`},
		ruleCase{change(`<meta charset="utf-8">`, ""), `index.html: the page does not say its character set | write <meta charset="utf-8"> at the start of the head`},
		ruleCase{change(`"utf-8"`, `"latin1"`), `index.html: the page does not say its character set | write <meta charset="utf-8"> at the start of the head`},
		ruleCase{change(`name="viewport"`, `name="x"`), `index.html: the page has no viewport | write <meta name="viewport" content="width=device-width, initial-scale=1">`},
		ruleCase{change("<title>Title of index.html</title>", ""), "index.html: the page has 0 titles | write one <title>"},
		ruleCase{change("<title>", "<title>a</title><title>"), "index.html: the page has 2 titles | write one <title>"},
		ruleCase{change("Title of index.html", " "), "4:1: the title is empty | write one"},
		ruleCase{change("Title of", strings.Repeat("long ", 25)), "4:1: the title has 135 characters | at most 100"},
		ruleCase{change(`name="description"`, `name="x"`), `index.html: the page has 0 descriptions | write one <meta name="description" content="…">`},
		ruleCase{strings.Replace(change("A description of index.html that is", "Not"), "<title>", `<meta name="robots" content="noindex"><title>`, 1), ""},
	)
}

func TestHeadsDiffer(t *testing.T) {
	same := func(path string) string {
		return strings.NewReplacer("Title of "+path, "Same", "A description of "+path, "The same description").Replace(sound(path, "<p>x</p>"))
	}
	got := lines(Tree(treeOf("a/index.html", same("a/index.html"), "b/index.html", same("b/index.html"),
		"c/index.html", strings.Replace(same("c/index.html"), "<title>", `<link rel="canonical" href="https://example.org/a/"><title>`, 1),
		"d/index.html", strings.Replace(same("d/index.html"), "<title>", `<meta name="robots" content="noindex"><title>`, 1)), Options{Origin: "https://example.org"}))
	const want = `b/index.html:4:1: the page has the same title as a/index.html | tell the two apart
b/index.html:5:1: the page has the same description as a/index.html | tell the two apart`
	if got != want {
		t.Error(got)
	}
}

func TestOutline(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{change("<h1>Heading</h1>", ""), "index.html: the page has no <h1> | its headline is one"},
		ruleCase{"<h1>Second</h1>", "8:1: a second <h1> | a page has one"},
		ruleCase{"<h3>Third</h3>", "8:1: <h3> follows <h1> | use <h2>"},
		ruleCase{"<h2>2</h2><h3>3</h3><h4>4</h4><h2>2</h2><h4>4</h4>", "8:41: <h4> follows <h2> | use <h3>"},
		ruleCase{`<h2> <span aria-hidden="true">x</span></h2>`, "8:1: an empty <h2> | write words, or remove it"},
		ruleCase{change("<main>", "<h2>Menu</h2><main>"), "7:7: the first heading is <h2> | begin with <h1>"},
		ruleCase{strings.NewReplacer("<main>", "<div>", "</main>", "</div>").Replace(change("Text", "text")), "index.html: the page has no <main> | put its own text into one"},
		ruleCase{"<main><p>x</p></main>", "8:1: a second <main> | a page has one"},
	)
}

func TestActiveContent(t *testing.T) {
	runRule(t, Options{}, []string{"x.js", "1"},
		ruleCase{"<script>alert(1)</script>", "8:1: a script in the page | put it into a file"},
		ruleCase{`<script src="/x.js">1</script>`, "8:1: a script in the page | put it into a file"},
		ruleCase{"<script></script>", "8:1: a <script> without src"},
		ruleCase{`<script type="text/x" src="/x.js"></script>`, `8:15: the script type "text/x" | leave it out, or write module`},
		ruleCase{`<script type="module" src="/x.js"></script>`, ""},
		ruleCase{`<script type="application/json">{"a":"</p>"}</script>`, ""},
		ruleCase{`<script type="application/ld+json">{"a":}</script>`, "8:1: the JSON in <script> is not well-formed: invalid character '}' looking for beginning of value"},
		ruleCase{`<script type="application/json" src="/x.js"></script>`, "8:1: data from another file in a <script>"},
		ruleCase{"<svg aria-hidden=true><script>1</script></svg>", "8:23: a script in the page | put it into a file"},
		ruleCase{"<style>a{}</style>", "8:1: a <style> in the page | put it into a style sheet"},
		ruleCase{`<p style="color:red">x</p>`, "8:11: a style attribute | use a class and a style sheet"},
		ruleCase{`<p ONCLICK=x()>x</p>`, "8:12: the event handler onclick | use a script file"},
		ruleCase{`<svg aria-hidden=true><path onload="x"/></svg>`, "8:37: the event handler onload | use a script file"},
		ruleCase{`<iframe srcdoc="x" title="t"></iframe>`, "8:17: a page inside an attribute | use src"},
		ruleCase{`<object data="/x.js"></object>`, "8:1: <object> embeds foreign content | use <img>, or a link"},
		ruleCase{change("<title>", `<base href="/"><title>`), "4:1: <base> changes where all addresses lead | write addresses in full"},
		ruleCase{change("<title>", `<meta http-equiv="Refresh" content="0"><title>`), "4:1: the page sends its readers elsewhere by itself | use a redirect of the host"},
	)
}

func TestLeftovers(t *testing.T) {
	const hint = " | finish or remove it"
	const moved = "\n3:7: a browser does not leave <meta> where it is written, in <head> | look for a block inside <p>, nested links or buttons, or table parts outside their table"
	runRule(t, Options{}, nil,
		ruleCase{"<p>a {{ x</p>", "8:6: unfinished text: {{" + hint},
		ruleCase{"<p>a }} x</p>", "8:6: unfinished text: }}" + hint},
		ruleCase{"<p>TODO, TODOS</p>", "8:4: unfinished text: TODO" + hint},
		ruleCase{"<p>Lorem ipsum</p>", "8:4: unfinished text: Lorem" + hint},
		ruleCase{"<!-- FIXME -->", "8:6: unfinished text: FIXME" + hint},
		ruleCase{`<p title="TBD">x</p>`, "8:11: unfinished text: TBD" + hint},
		ruleCase{"<p>&lt;no value&gt; no value</p>", "8:4: unfinished text: <no value>" + hint},
		ruleCase{`<p title="<no value&gt;">x</p>`, "8:11: unfinished text: <no value>" + hint},
		ruleCase{"<p>TO&#68;O</p>", "8:4: unfinished text: TODO" + hint},
		ruleCase{`<p title="&lbrace;&#x7B;">x</p>`, "8:11: unfinished text: {{" + hint},
		ruleCase{"TODO" + change("Text", "text"), "1:1: unfinished text: TODO" + hint + moved},
		ruleCase{"{{ x }}" + change("Text", "text"), "1:1: unfinished text: {{" + hint + moved},
		ruleCase{"<p>%!d(string=x)</p>", "8:4: unfinished text: %!d(" + hint},
		ruleCase{"<p>100%! (really)</p>", ""},
		ruleCase{`<a href="#ZgotmplZ">go there</a>`, "8:10: this file has no anchor #ZgotmplZ\n8:10: unfinished text: ZgotmplZ" + hint},
		ruleCase{"<p>NaN won, Nano, TODOS, sorem</p>", "8:4: unfinished text: NaN" + hint},
		ruleCase{"<pre>{{ x }} TODO</pre><p><code>{{</code> <kbd>TODO</kbd></p>", ""},
		ruleCase{"<pre>NaN</pre>", "8:6: unfinished text: NaN" + hint},
	)
}

func TestHangul(t *testing.T) {
	const hint = ` | write <span lang="ko">`
	runRule(t, Options{}, nil,
		ruleCase{`<script type="application/ld+json">{"a":"국회","b":{"c":{}}}</script>`, ""},
		ruleCase{"<p>the 국회 votes</p>", `8:8: Hangul outside lang="ko": 국회` + hint},
		ruleCase{`<p lang="ko">국회 <b>와</b></p><p lang="ko-KR">국회</p>`, ""},
		ruleCase{`<p lang="ko">국회 <b lang="en">와</b></p>`, `8:30: Hangul outside lang="ko": 와` + hint},
		ruleCase{`<p lang="kok">국회</p>`, `8:15: Hangul outside lang="ko": 국회` + hint},
		ruleCase{`<p aria-label="국회">x</p>`, `8:16: Hangul in aria-label outside lang="ko" | write it in the language of the page`},
		ruleCase{change(`"en-GB"`, `"ko"`) + "", ""},
	)
}
