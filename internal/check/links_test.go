package check

import "testing"

var linkFiles = []string{"demand/index.html", `<p id="offer">x</p>`, "data/x.csv", "a,b\n", "x.png", "", "x.svg", mark, "x.css", ":root{--ink:#000}", "x.js", "1"}

func TestLinks(t *testing.T) {
	runRule(t, Options{Origin: "https://example.org"}, linkFiles,
		ruleCase{`<a href="/demnd/">to the demand</a>`, "8:10: nothing is at /demnd/ | did you mean /demand/?"},
		ruleCase{`<a href="/demand">to the demand</a>`, "8:10: the address /demand lacks the slash at its end | write /demand/"},
		ruleCase{`<a href="/demand/index.html">to the demand</a>`, "8:10: the address /demand/index.html has a shorter form | write /demand/"},
		ruleCase{`<a href="index.html">to home</a>`, "8:10: the address index.html has a shorter form | write /"},
		ruleCase{`<a href="/demand/#ofer">to the offer</a>`, "8:10: /demand/ has no anchor #ofer | did you mean offer?"},
		ruleCase{`<a href="#nowhere">to nowhere</a>`, "8:10: this file has no anchor #nowhere"},
		ruleCase{`<a href="#">up</a>`, "8:10: the address # leads nowhere"},
		ruleCase{`<a href="">empty</a>`, "8:10: an empty address"},
		ruleCase{`<a href="#top">up</a><a href="/demand/?q=1#offer">offer</a><a href="/%64emand/">demand</a><a href="tel:+1">call</a>`, ""},
		ruleCase{`<a href="../x">above</a>`, "8:10: the address ../x leads above the site"},
		ruleCase{`<a href="/data/">data</a>`, "8:10: nothing is at /data/ | name a file that the site has"},
		ruleCase{`<a class=x href = '/nothing-like-it'>x y</a>`, "8:20: nothing is at /nothing-like-it | name a file that the site has"},
		ruleCase{`<a href="https://example.org/demand">to the demand</a>`, "8:10: the address https://example.org/demand lacks the slash at its end | write /demand/"},
		ruleCase{`<a href="https://example.org">to home</a>`, ""},
		ruleCase{`<a href="//example.com/x">other</a>`, "8:10: the address //example.com/x has no scheme | write https://example.com/x"},
		ruleCase{`<a href="javascript:alert(1)">run</a>`, "8:10: an address of the kind javascript: | only https, http, mailto and tel lead anywhere for readers"},
		ruleCase{`<a href=" JavaScript:alert(1)">run</a>`, "8:10: an address of the kind javascript: | only https, http, mailto and tel lead anywhere for readers"},
		ruleCase{`<a href="java&#10;script:x">run</a>`, "8:10: not an address: java\nscript:x"},
		ruleCase{`<a href="data:text/html,x">run</a>`, "8:10: an address of the kind data: | only https, http, mailto and tel lead anywhere for readers"},
		ruleCase{`<a href="https://">x y</a>`, "8:10: an address of the kind https: | only https, http, mailto and tel lead anywhere for readers"},
		ruleCase{`<a href="/a b">x y</a>`, "8:10: not an address: /a b"},
		ruleCase{`<a href="http://[">x y</a>`, "8:10: not an address: http://["},
		ruleCase{`<blockquote cite="/nowhere"><p>x</p></blockquote>`, "8:19: nothing is at /nowhere | name a file that the site has"},
	)
}

func TestLoads(t *testing.T) {
	runRule(t, Options{Origin: "https://example.org"}, linkFiles,
		ruleCase{`<img src="https://cdn.example/x.png" alt="">`, "8:11: the page loads https://cdn.example/x.png from another site | put a copy into static"},
		ruleCase{`<img src="//cdn.example/x.png" alt="">`, "8:11: the address //cdn.example/x.png has no scheme | write https://cdn.example/x.png"},
		ruleCase{`<img src="data:image/png;base64,x" alt="">`, "8:11: an address of the kind data: | only https, http, mailto and tel lead anywhere for readers"},
		ruleCase{`<img src="/x.png" srcset="/x.png 1x, /y.png 2x" alt="">`, "8:27: nothing is at /y.png | did you mean /x.png?"},
		ruleCase{`<script src="https://cdn.example/x.js"></script>`, "8:14: the page loads https://cdn.example/x.js from another site | put a copy into static"},
		ruleCase{`<link rel="stylesheet" href="https://fonts.example/x.css">`, "8:30: the page loads https://fonts.example/x.css from another site | put a copy into static"},
		ruleCase{`<link rel="preconnect" href="https://fonts.example">`, "8:30: the page loads https://fonts.example from another site | put a copy into static"},
		ruleCase{`<link href="/x.css">`, "8:1: a <link> without rel | say what it is: rel=\"icon\""},
		ruleCase{`<iframe title="t" src="https://video.example/"></iframe>`, "8:24: the page loads https://video.example/ from another site | put a copy into static"},
		ruleCase{`<svg aria-hidden="true"><use href="/x.svg#mrk"/></svg>`, "8:36: /x.svg has no anchor #mrk | did you mean mark?"},
		ruleCase{`<video poster="/p.png"></video>`, "8:16: nothing is at /p.png | did you mean /x.png?"},
		ruleCase{`<svg aria-hidden="true"><path fill="var(--inc)" stroke="var(--ink)" d="var(--none, 1)"/></svg>`, "8:37: no style sheet defines --inc | did you mean --ink?"},
	)
}

func TestAddressesForOtherPrograms(t *testing.T) {
	in := func(head string) string { return soundWith("index.html", head, "") }
	runRule(t, Options{Origin: "https://example.org"}, linkFiles,
		ruleCase{in(`<link rel="canonical" href="/">`), "6:29: the address / is not absolute | write it with https:// and the host"},
		ruleCase{in(`<link rel="canonical" href="https://example.org/x/">`), "6:29: nothing is at https://example.org/x/ | name a file that the site has"},
		ruleCase{in(`<link rel="canonical" href="https://production.example/x/">`), ""},
		ruleCase{in(`<meta property="og:image" content="/x.png">`), "6:36: the address /x.png is not absolute | write it with https:// and the host"},
		ruleCase{in(`<meta property="og:image" content="https://example.org/y.png">`), "6:36: nothing is at https://example.org/y.png | did you mean /x.png?"},
		ruleCase{in(`<script type="application/ld+json">{"@id":"https://example.org/#site","url":["https://example.org/x/"]}</script>`), "6:1: nothing is at https://example.org/x/ | name a file that the site has"},
		ruleCase{in(`<link rel="alternate" href="/feed.xml">`), "6:29: nothing is at /feed.xml | name a file that the site has"},
	)
}

func TestBasePath(t *testing.T) {
	runRule(t, Options{Origin: "https://example.org", BasePath: "/sub/"}, linkFiles,
		ruleCase{`<a href="/demand/">to the demand</a>`, "8:10: the address /demand/ leaves the site, which begins at /sub/"},
		ruleCase{`<a href="/sub/demand">to the demand</a>`, "8:10: the address /sub/demand lacks the slash at its end | write /sub/demand/"},
		ruleCase{`<a href="/sub/demnd/">to the demand</a>`, "8:10: nothing is at /sub/demnd/ | did you mean /sub/demand/?"},
		ruleCase{`<a href="/sub/demand/#offer">a</a><a href="demand/">b</a><a href="https://example.org/sub/">c</a>`, ""},
		ruleCase{`<a href="https://example.org/">other</a>`, "8:10: the address https://example.org/ leaves the site, which begins at /sub/"},
		ruleCase{`<a href="/sub">home page</a>`, "8:10: the address /sub leaves the site, which begins at /sub/"},
	)
}

func TestMissingPageHasNoRelativeLinks(t *testing.T) {
	got := lines(Tree(treeOf("404.html", `<a href="demand/">to the demand</a>`, "demand/index.html", "x"), Options{}))
	if want := "404.html:8:10: the relative address demand/ on the page for missing pages | begin with /: hosts show this page under any address"; got != want {
		t.Error(got)
	}
}
