package check

import (
	"strings"
	"testing"

	"sharingthecost/internal/output"
)

// A law: of a document that is settled, a browser's parser builds what is
// written. It returns whether the document was settled.
func settledAsBrowsersSee(t *testing.T, text string) bool {
	t.Helper()
	f := &file{File: output.File{Path: "index.html", Data: []byte(text)}, text: []byte(text)}
	doc := new(document)
	f.parse(doc)
	if len(f.problems) > 0 || !doc.settled() {
		return false
	}
	if f.compare(doc); len(f.problems) > 0 {
		t.Fatalf("settled, but %s\n%s", lines(f.problems), text)
	}
	return true
}

// Start tags for the law: all that settled names, and some of each kind that it
// leaves to the browser's parser.
var startTags = strings.Fields(`p div ul ol menu li dl dt dd h1 h2 pre table caption colgroup col thead tbody tfoot tr td th
	a b i code em span button form label input select option textarea br hr img svg g text title desc path a foreignobject math mi
	html head body main section details summary figure noscript script style iframe template ruby rt nobr font object image
	meta link address blockquote fieldset legend plaintext xmp frameset wbr source sup time cite search`)

// nest writes elements into one another, closing each in its place.
func nest(tags ...string) string {
	if len(tags) == 0 {
		return "x"
	}
	if isVoid(tags[0]) {
		return "<" + tags[0] + ">" + nest(tags[1:]...)
	}
	return "<" + tags[0] + ">" + nest(tags[1:]...) + "</" + tags[0] + ">"
}

// Every element in every other, and in every third of those that rules name.
func TestSettledNestings(t *testing.T) {
	named := strings.Fields("p div ul li dl dd h1 table caption colgroup col tbody tr td a b span button form svg title g hr select template")
	settled := 0
	for _, one := range startTags {
		for _, two := range startTags {
			if settledAsBrowsersSee(t, soundWith("x", "", nest(one, two))) {
				settled++
			}
		}
	}
	for _, one := range named {
		for _, two := range named {
			for _, three := range named {
				settledAsBrowsersSee(t, soundWith("x", "", nest(one, two, three)))
			}
		}
	}
	if settled < len(startTags) {
		t.Errorf("only %d are settled", settled)
	}
}

// The second parse is left out for what the site's pages hold.
func TestUsualPagesAreSettled(t *testing.T) {
	usual := []string{
		`<p id="a">A <a href="/">link with <b>bold</b></a>, <code>code</code><sup><a href="#a">1</a></sup><br>next</p>`,
		`<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>x</p><table><tr><td>y</td></tr></table></td></tr></tbody></table>`,
		`<dl><div><dt>t</dt><dd><p>d</p><ul><li>l</li></ul></dd></div></dl><a href="/"><div><h3>h</h3></div></a>`,
		`<figure><svg><title>t</title><g><text>t<tspan>u</tspan></text><path/></g></svg><figcaption>c</figcaption></figure>`,
		`<form><label>l <input></label><button type="button">b</button></form><noscript><p>n</p></noscript><!-- c -->`,
	}
	for _, part := range usual {
		if !settledAsBrowsersSee(t, soundWith("x", `<script type="application/ld+json">{}</script>`, part)) {
			t.Errorf("not settled: %s", part)
		}
	}
}

// Whatever is nested in whatever, the law holds. Each byte opens an element,
// closes the last one, or writes a text; what would leave the document unsettled
// is taken back, so that large settled documents are tried.
func FuzzSettled(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 250, 4, 5, 251})
	f.Add([]byte{12, 17, 18, 251, 100, 101, 13, 252, 100, 19, 20, 253, 254, 22})
	f.Add([]byte{38, 39, 40, 41, 250, 252, 255})
	texts := []string{"x", " ", "\n", "<!-- -->", "<![CDATA[<p>]]>", "&amp;", "\x00", "</p>", "<g/>"}
	f.Fuzz(func(t *testing.T, steps []byte) {
		text, open := "", []string{}
		for _, step := range steps[:min(len(steps), 60)] {
			next, inside := text, open
			switch k := int(step); {
			case k < len(startTags):
				next += "<" + startTags[k] + ">"
				if !isVoid(startTags[k]) {
					inside = append(open[:len(open):len(open)], startTags[k])
				}
			case k < 200 && len(open) > 0:
				next += "</" + open[len(open)-1] + ">"
				inside = open[:len(open)-1]
			default:
				next += texts[k%len(texts)]
			}
			end := ""
			for _, tag := range inside {
				end = "</" + tag + ">" + end
			}
			if settledAsBrowsersSee(t, soundWith("x", "", next+end)) {
				text, open = next, inside
			}
		}
	})
}

// Nor does any text break it.
func FuzzSettledText(f *testing.F) {
	for _, seed := range []string{sound("x", everything), "<!doctype html><html><head></head><body><p>x</p></body></html>", "<!doctype html> x<html><head><title/></head><body></body></html>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		settledAsBrowsersSee(t, text)
		settledAsBrowsersSee(t, sound("x", text))
	})
}
