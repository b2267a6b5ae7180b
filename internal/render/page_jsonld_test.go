package render

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"sharingthecost/internal/content"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

const sourcesYAML = `  - id: cnn-2021-03-07
    type: article-newspaper
    kind: report
    title: "Deal </script><script>alert(1)</script> reached"
    author: [{family: Doe, given: Jane}, {literal: The desk}]
    publisher: CNN
    issued: 2021-03-07
    URL: https://cnn.example/a?b=1&c=2
    language: en
  - id: mofa-2021
    type: treaty
    kind: primary
    title: 협정
    publisher: Ministry of Foreign Affairs
    issued: 2021-04
    language: ko
`

func ldRenderer(t *testing.T, preview bool) *Renderer {
	t.Helper()
	fsys := project(t, map[string]string{"content/sources.yaml": small["content/sources.yaml"] + sourcesYAML})
	address := "https://test.example/"
	if preview {
		address = "http://127.0.0.1:8080/sub/"
	}
	return renderer(t, fsys, Inputs{Address: address, Preview: preview})
}

func ldDocument(url string) *Document {
	d := &Document{Page: &content.Page{URL: url}}
	d.Title, d.Summary = Text{Plain: "The demand & the <b>offer</b>"}, "What each side asked for."
	d.Page.Meta.Date = record.Date{Year: 2026, Month: 11, Day: 1}
	d.Page.Meta.Updated = record.Date{Year: 2026, Month: 11, Day: 22}
	d.Cited = []markdown.Use{{ID: "cnn-2021-03-07"}, {ID: "mofa-2021"}}
	return d
}

// graph reads structured data as a crawler does: the text between the tags.
func graph(t *testing.T, html string) map[string]map[string]any {
	t.Helper()
	const open, closing = `<script type="application/ld+json">`, `</script>`
	if !strings.HasPrefix(html, open) || strings.Index(html, closing) != len(html)-len(closing) || strings.ContainsAny(html[len(open):len(html)-len(closing)], "<>&") {
		t.Fatalf("not one closed data block: %s", html)
	}
	var block struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(html[len(open):len(html)-len(closing)]), &block); err != nil {
		t.Fatal(err)
	}
	if block.Context != "https://schema.org" {
		t.Errorf("context %s", block.Context)
	}
	out := map[string]map[string]any{}
	for _, thing := range block.Graph {
		out[thing["@type"].(string)] = thing
	}
	return out
}

// must reports properties that crawlers require and that are missing or, for
// addresses, not absolute.
func must(t *testing.T, thing map[string]any, properties ...string) {
	t.Helper()
	if thing == nil {
		t.Fatal("missing altogether")
	}
	for _, p := range properties {
		switch v := thing[p].(type) {
		case nil:
			t.Errorf("%s has no %s", thing["@type"], p)
		case string:
			if u, err := url.Parse(v); (p == "url" || p == "contentUrl" || p == "image" || p == "license" || p == "item") && (err != nil || !u.IsAbs()) {
				t.Errorf("%s: %s is %q", thing["@type"], p, v)
			}
		}
	}
}

func TestArticle(t *testing.T) {
	for _, preview := range []bool{false, true} {
		r := ldRenderer(t, preview)
		g := graph(t, string(r.pageLD(ldDocument("/demand/"), Head{Image: "https://test.example/cards/demand.png"})))
		a := g["Article"]
		must(t, a, "headline", "description", "image", "datePublished", "dateModified", "author", "publisher", "url", "mainEntityOfPage", "inLanguage", "license", "isPartOf")
		must(t, g["Organization"], "name", "@id")
		if a["headline"] != "The demand & the <b>offer</b>" || a["url"] != "https://test.example/demand/" || a["dateModified"] != "2026-11-22" {
			t.Errorf("%v", a)
		}
		cited := a["citation"].([]any)
		if len(cited) != 2 {
			t.Fatalf("%v", cited)
		}
		first, second := cited[0].(map[string]any), cited[1].(map[string]any)
		must(t, first, "name", "author", "publisher", "datePublished", "url")
		if first["@type"] != "NewsArticle" || first["url"] != "https://cnn.example/a?b=1&c=2" || len(first["author"].([]any)) != 2 {
			t.Errorf("%v", first)
		}
		if second["@type"] != "Legislation" || second["datePublished"] != "2021-04" || second["url"] != nil || second["author"] != nil {
			t.Errorf("%v", second)
		}
		trail := g["BreadcrumbList"]["itemListElement"].([]any)
		if len(trail) != 2 || trail[1].(map[string]any)["item"] != "https://test.example/demand/" || trail[1].(map[string]any)["position"] != 2.0 {
			t.Errorf("%v", trail)
		}
		if g["WebSite"] != nil || g["Dataset"] != nil {
			t.Errorf("more than the page is: %v", g)
		}
	}
}

func TestHomePageIsTheSite(t *testing.T) {
	g := graph(t, string(ldRenderer(t, false).pageLD(ldDocument("/"), Head{})))
	must(t, g["WebSite"], "name", "url", "description", "inLanguage", "publisher")
	if g["BreadcrumbList"] != nil || g["Article"]["image"] != nil {
		t.Errorf("%v", g)
	}
}

func TestDatasets(t *testing.T) {
	r := renderer(t, project(t, nil), Inputs{})
	c := r.Charts[0]
	g := graph(t, string(r.chartLD(c, Date{ISO: "2026-11-22"})))
	set := g["Dataset"]
	must(t, set, "name", "description", "url", "license", "creator", "distribution", "dateModified", "image", "citation", "isAccessibleForFree")
	if set["description"] != c.Headline+". "+c.Subhead+" "+c.Alt()+" "+c.Note || len(set["citation"].([]any)) != 1 {
		t.Errorf("%v", set)
	}
	for i, want := range []string{"https://test.example/charts/rises.csv text/csv", "https://test.example/charts/rises.json application/json"} {
		file := set["distribution"].([]any)[i].(map[string]any)
		must(t, file, "contentUrl", "encodingFormat")
		if got := file["contentUrl"].(string) + " " + file["encodingFormat"].(string); got != want || file["@type"] != "DataDownload" {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if trail := g["BreadcrumbList"]["itemListElement"].([]any); len(trail) != 3 {
		t.Errorf("%v", trail)
	}

	list := graph(t, string(r.chartsLD(Head{OGTitle: "All charts", Description: "Every chart."})))["CollectionPage"]
	must(t, list, "name", "description", "url", "hasPart")

	r = ldRenderer(t, false)
	d := ldDocument("/figures/")
	d.ListsAll = true
	must(t, graph(t, string(r.pageLD(d, Head{})))["Dataset"], "name", "description", "url", "license", "creator", "distribution")
}
