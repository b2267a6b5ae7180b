package host

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/golden"
	"sharingthecost/internal/output"
	"sharingthecost/internal/record"
	"sharingthecost/internal/render"
)

func text(s string) record.Text {
	return record.Text{S: s, At: diag.Pos{File: "content/site.yaml", Line: 1, Col: 1}}
}

func day(y, m, d int) record.Date { return record.Date{Year: y, Month: m, Day: d} }

// library is the exact address that pages with an Explore button may load.
const library = "https://cdn.example/echarts@6.1.0/echarts.min.js"

func settings() content.Settings {
	return content.Settings{
		Title: text("Sharing the Cost"), Description: text("Who pays for the troops & what it costs."), Language: text("en-GB"),
		BaseURL: text("https://cost.example/"), Repository: text("https://code.example/cost"),
		Publisher: content.Person{Name: text("The publisher"), URL: text("https://cost.example/about/")},
		Licence:   content.Licence{Name: text("CC BY 4.0"), URL: text("https://creativecommons.org/licenses/by/4.0/")},
		Explore:   content.Explore{Src: text(library)},
	}
}

func drawing(_, _ float64) draw.Canvas {
	c := draw.Canvas{W: 680, H: 300}
	c.Add(draw.Rect{X: 10, Y: 10, W: 400, H: 40, Fill: draw.Solid(draw.C3)}, draw.Text{X: 10, Y: 80, Size: 14, S: "13%"})
	return c
}

// sample is a site with every kind of file, and with the names that make rules
// meet: one page whose name begins with another's, a chart that is both a page
// and downloads.
func sample() Input {
	hash := func(name, ext, data string) output.File {
		sum := sha256.Sum256([]byte(data))
		return output.File{Path: "assets/" + name + "." + hex.EncodeToString(sum[:4]) + ext, Data: []byte(data)}
	}
	page := func(path string) output.File { return output.File{Path: path, Data: []byte("<!doctype html>")} }
	explorable := func(path string) output.File {
		return output.File{Path: path, Data: []byte(`<!doctype html><button type="button" data-explore>Explore</button>`)}
	}
	file := func(path string) output.File { return output.File{Path: path, Data: []byte(path)} }
	tree := []output.File{
		page("index.html"), page("404.html"), page("demand/index.html"), page("sources/index.html"),
		page("sources-differ/index.html"), page("a/index.html"), explorable("a/b/index.html"), page("figures/index.html"),
		explorable("charts/index.html"), explorable("charts/gap/index.html"), file("charts/gap/option.json"), file("charts/gap/card.png"),
		{Path: "charts/gap.svg", Data: draw.SVGFile(drawing(0, 0), draw.Default(), "Gap", "The gap")}, file("charts/gap.png"), file("charts/gap.csv"), file("charts/gap.json"),
		page("embed/gap/index.html"), page("embed/gap-2/index.html"),
		file("data/contribution.csv"), file("data/datapackage.json"), file("CNAME"),
		hash("site", ".css", "body{}"), hash("site", ".js", "go()"), hash("explore", ".js", "explore()"),
		{Path: "assets/late.00000000.js", Data: []byte("the name is not its hash")},
	}
	at := func(file string) diag.Pos { return diag.Pos{File: file, Line: 2, Col: 8} }
	return Input{
		Site: Site{Settings: settings(), Address: "https://cost.example/", Production: true},
		Pages: []render.Listing{
			{URL: "/", Title: "Who pays?", Description: "An <explainer>.", Published: day(2026, 11, 21), Updated: day(2026, 11, 21), Body: "<p>Home &amp; hearth</p>", Card: true, At: at("content/index.md")},
			{URL: "/demand/", Title: "The demand & the offer", Kicker: "2019 to 2020", Description: "What each side asked for.",
				Published: day(2026, 11, 1), Updated: day(2026, 11, 22), Card: true, Drawing: drawing, At: at("content/demand.md"),
				Aliases: []record.Text{{S: "/old/", At: at("content/demand.md")}, {S: "/2020/ask.html", At: at("content/demand.md")}},
				Body:    demandBody, Charts: []render.ListedChart{{Frame: "chart-gap", URL: "/charts/gap/", Picture: "/charts/gap.png", Alt: "A gap of 387 points", Headline: "The gap", Caption: "Source: CNN"}}},
			{URL: "/404.html", Title: "No such page", Published: day(2026, 11, 21), Updated: day(2026, 11, 21), Body: "<p>Nothing</p>", NoIndex: true, At: at("content/404.md")},
			{URL: "/charts/", Title: "All charts"},
			{URL: "/embed/gap/", Title: "The gap", NoIndex: true},
		},
		Tree: tree,
	}
}

const demandBody = `<h2 id="ask">What it asked</h2>
<p>Up to <a class="figure" href="/figures/#demand" title="x">400% more</a>, see <a href="#ask">above</a>, <a href="../sources/#cnn">CNN</a> and <a href="https://cnn.example/a?b=1&amp;c=2">the report</a>.<br>A line.</p>
<figure class="figure" id="chart-gap"><figure><svg><text>x</text></svg></figure><a href="/charts/gap.svg" download>SVG</a></figure>
<!-- a comment -->
<p>한국어 <span lang="ko" class="k">방위비</span> 1 &lt; 2<sup><a href="#source-1" id="r1">1</a></sup> <a href="javascript:alert(1)">no</a></p>
<details open><summary>More</summary><table><thead><tr><th scope="col">Year</th></tr></thead></table></details>
<ol type="a"><li>A note</li></ol>
<p hidden>secret</p><span aria-hidden="true">◆</span>
<form><p><input name=x disabled> <button>Go</button></p></form><script src="/x.js"></script>
<img src="/pictures/a.png" alt="A &quot;quoted&quot; alt" width="3" loading="lazy">
`

// filesOf is what Files makes of an input without problems, and the icons, which
// come before.
func filesOf(t *testing.T, in Input) []output.File {
	t.Helper()
	var icons []output.File
	for _, j := range Icons(in) {
		icons = append(icons, output.File{Path: j.Path, Data: j.Draw(), Source: j.Source})
	}
	in.Tree = slices.Concat(in.Tree, icons)
	files, problems := Files(in)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return append(icons, files...)
}

// made finds one of them.
func made(t *testing.T, in Input, path string) []byte {
	t.Helper()
	for _, f := range filesOf(t, in) {
		if f.Path == path {
			return f.Data
		}
	}
	return nil
}

// elsewhere is the sample as a preview below a path.
func elsewhere() Input {
	in := sample()
	in.Address, in.Production, in.ProductionBase = "http://127.0.0.1:8080/sub/path/", false, "https://cost.example/"
	return in
}

func TestGoldens(t *testing.T) {
	for _, name := range []string{"_headers", "_redirects", "sitemap.xml", "robots.txt", "feed.xml", "site.webmanifest", "favicon.svg", "licence.txt"} {
		golden.Check(t, "testdata/"+name, made(t, sample(), name))
	}
	for _, name := range []string{"_headers", "_redirects", "robots.txt", "feed.xml"} {
		golden.Check(t, "testdata/preview-"+name, made(t, elsewhere(), name))
	}
	golden.Check(t, "testdata/icon-192.png", made(t, sample(), "icon-192.png"))
}

func TestFilesAreAlwaysTheSame(t *testing.T) {
	one, two := filesOf(t, sample()), filesOf(t, sample())
	if !reflect.DeepEqual(one, two) {
		t.Error("the same input makes other files")
	}
	var tree output.Tree
	for _, f := range append(sample().Tree, one...) {
		if clash := tree.Add(f); clash != nil {
			t.Error(clash.Text)
		}
	}
}

func TestNoSiteMapOfAPreview(t *testing.T) {
	if got := made(t, elsewhere(), "sitemap.xml"); got != nil {
		t.Errorf("a preview has a site map:\n%s", got)
	}
}
