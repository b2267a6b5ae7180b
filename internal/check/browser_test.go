package check

import (
	"strings"
	"testing"

	"sharingthecost/internal/output"
)

// A law: a page that is usual is built by a browser as it is written. The result is
// whether the page is usual.
func isUsual(t *testing.T, s *site, text string) bool {
	t.Helper()
	f := &file{File: output.File{Path: "index.html", Data: []byte(text)}, text: []byte(text)}
	f.page = f.parse()
	if len(f.problems) > 0 || !s.usual(f.page) {
		return false
	}
	if at, added, err := f.page.firstMoved(f.text); at > 0 || added != "" || err != nil {
		t.Fatalf("usual, but <%s> is moved or <%s> added, %v\n%s", f.page.nodes[at].tag, added, err, text)
	}
	return true
}

// Start tags for the law: what pages hold, and some of each kind that browsers
// move, close or drop.
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

// Every element in every other, and again after that.
func TestUsualNestings(t *testing.T) {
	s := &site{}
	usual := 0
	for _, one := range startTags {
		for _, two := range startTags {
			part := nest(one, two)
			if isUsual(t, s, soundWith("x", "", part+part+nest(one)+nest(two)+nest(one, two, one))) {
				usual++
			}
		}
	}
	if usual < len(startTags) {
		t.Errorf("only %d", usual)
	}
	if !isUsual(t, s, soundWith("x", `<script type="application/ld+json">{}</script>`, everything)) {
		t.Error("a page with everything that pages hold is not usual")
	}
}

// Whatever is nested in whatever, the law holds. Each byte opens an element,
// closes the last one, or writes a text; what is not usual is taken back,
// so that large pages are tried.
func FuzzUsual(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 250, 4, 5, 251})
	f.Add([]byte{12, 17, 18, 251, 100, 101, 13, 252, 100, 19, 20, 253, 254, 22})
	f.Add([]byte{38, 39, 40, 41, 250, 252, 255})
	texts := []string{"x", " ", "\n", "<!-- -->", "<![CDATA[<p>]]>", "&amp;", "\x00", "</p>", "<g/>", "<title/>", "<input type=hidden>", "<font color=red></font>"}
	f.Fuzz(func(t *testing.T, steps []byte) {
		s := &site{}
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
			if isUsual(t, s, soundWith("x", "", next+end)) {
				text, open = next, inside
			}
		}
	})
}
