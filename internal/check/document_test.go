package check

import (
	"strings"
	"testing"
	"time"
)

func TestElementsAreClosed(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{"<div><p>x</div>", "8:6: <p> is not closed | close it with </p> inside <div>"},
		ruleCase{"<p>x</p></p>", "8:9: </p> closes nothing | remove it"},
		ruleCase{"<div/>", "8:1: <div/> is not closed by its slash | write <div></div>"},
		ruleCase{"<br/><svg aria-hidden=true><path/></svg>", ""},
	)
}

func TestBrowsersReadTheSame(t *testing.T) {
	const hint = " | look for a block inside <p>, nested links or buttons, or table parts outside their table"
	runRule(t, Options{}, nil,
		ruleCase{"<p>a<div>b</div></p>", "8:5: a browser does not leave <div> where it is written, in <p>" + hint},
		ruleCase{`<a href="/">x<a href="/">y</a></a>`, "8:14: a browser does not leave <a> where it is written, in <a>" + hint},
		ruleCase{"<div><tr></tr></div>", "8:6: a browser does not leave <tr> where it is written, in <div>" + hint},
		ruleCase{"<table><caption>c</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>", ""},
		ruleCase{"<table><caption>c</caption><p>x</p><tr><th>a</th></tr></table>", "8:1: a browser does not leave <table> where it is written, in <main>" + hint},
		ruleCase{"<svg aria-hidden='true'><foreignObject><p>x</p></foreignObject><linearGradient></linearGradient></svg>", ""},
	)
}

func TestIdsAreUnique(t *testing.T) {
	runRule(t, Options{}, nil,
		ruleCase{`<p id="a">x</p><p class="b" id='a'>y</p>`, `8:33: the id "a" is given twice | first given at 8:1`},
		ruleCase{`<p id="">x</p>`, `8:8: the id "" is empty or has a space | write letters, digits and hyphens`},
		ruleCase{`<p id="a b">x</p>`, `8:8: the id "a b" is empty or has a space | write letters, digits and hyphens`},
	)
}

func TestDeepNestingIsRefused(t *testing.T) {
	deep := strings.Repeat("<div>", 300000) + "x" + strings.Repeat("</div>", 300000)
	got := lines(Tree(treeOf("index.html", deep), Options{}))
	if want := "index.html:8:1261: more than 256 elements inside one another"; got != want {
		t.Errorf("got %.300s", got)
	}
}

// What a finished page may hold a thousand times.
var repeated = map[string]string{
	"paragraphs": `<p>Text <b>bold</b> <a href="#x">a link to x</a> 한국</p>`,
	"ids":        `<p id="x">x</p>`,
	"unclosed":   `<p><b></p>`,
	"end tags":   `</i>`,
	"tables":     `<table><tr><td>x</td></tr></table>`,
	"svg":        `<svg><path fill="url(#a)" stroke="var(--b)"/></svg>`,
	"data":       `<script type="application/ld+json">{"a":"b"}</script>`,
	"attributes": `<i a="1" b="2" c d=e TODO="TODO"></i>`,
	"controls":   `<label for="c">l</label><input id="c">`,
}

// A long page is read to its end, whatever it repeats. A rule that goes back
// over the page at each place would need minutes for each.
func TestLongPagesAreRead(t *testing.T) {
	n := 40_000
	if testing.Short() {
		n = 400
	}
	for _, part := range repeated {
		Tree(treeOf("index.html", strings.Repeat(part, n)), Options{})
	}
}

// The ratio is the time of four times the page: 4 is in proportion, 16 is
// quadratic.
func BenchmarkLinear(b *testing.B) {
	for name, part := range repeated {
		b.Run(name, func(b *testing.B) {
			one, four := treeOf("index.html", strings.Repeat(part, 1000)), treeOf("index.html", strings.Repeat(part, 4000))
			var short, long time.Duration
			for b.Loop() {
				start := time.Now()
				Tree(one, Options{})
				middle := time.Now()
				Tree(four, Options{})
				short, long = short+middle.Sub(start), long+time.Since(middle)
			}
			b.ReportMetric(float64(long)/float64(short), "ratio")
		})
	}
}

// Whatever the bytes of a page are, reading ends, and every problem lies in it.
func FuzzPage(f *testing.F) {
	for _, seed := range []string{sound("a", everything), "<", "<a", "<a b='", "<!doctype html><p><table><p>", "<svg><title><b></svg>", "<script><!--<script>", "<a href=://%>x", "\x00<\xff>", "<noscript><p></noscript>", "<plaintext>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Count(text, "\n") + 1
		for _, p := range Tree(treeOf("index.html", text+"<!--raw-->", "x.svg", text, "x.css", text, "x.xml", text, "x.json", text), Options{Origin: "https://example.org"}) {
			if p.Text == "" || p.Pos.Line > lines+20 {
				t.Fatalf("%+v", p)
			}
		}
	})
}
