package host

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sharingthecost/internal/render"
)

// A page is divided where its headings, figures, terms, sources and charts begin, and
// what only leads elsewhere is in no section.
func TestSections(t *testing.T) {
	const page = `<header>no</header><main><p>kicker</p><h1>The <data>13.9%</data> page</h1><nav>no</nav><p>before</p>` +
		`<h2 id="one">One</h2><p>alpha alpha<sup>1</sup></p><figure id="chart-x"><figcaption><p>Chart x</p></figcaption><svg><text>no</text></svg><div><details>no</details></div></figure><figure><details>kept</details></figure><p>beta</p>` +
		`<section id="q" aria-labelledby="q-question"><h3 id="q-question">Which?</h3><p>gamma</p></section><p>delta</p>` +
		`<dl><dt id="term">Term</dt><dd>epsilon</dd></dl><ul><li><data class="amount line"><a id="troops"></a>28,500</data> <span class="line">Troops</span><dl><dd>no</dd></dl></li></ul>` +
		`<ul><li id="src"><span class="line">A report</span></li></ul><div class="backing"><p>no</p></div><form>no</form></main>`
	var got []string
	for _, s := range (Input{}).Read(render.Listing{}, []byte(page), true).Sections {
		var words []string
		for word, weight := range s.Words {
			words = append(words, word+strings.Repeat("+", weight))
		}
		slices.Sort(words)
		got = append(got, s.ID+"|"+s.Name+"|"+strings.Join(words, " "))
	}
	title, name, text := strings.Repeat("+", inTitle), strings.Repeat("+", inName), strings.Repeat("+", inText)
	want := []string{
		"|The 13.9% page|13.9" + title + " before" + text + " kicker" + text + " page" + title + " the" + title,
		"one|One|" + "1" + text + " alpha" + text + text + " beta" + text + " delta" + text + " kept" + text + " one" + name,
		"chart-x|Chart x|chart" + name,
		"q|Which?|gamma" + text + " which" + name,
		"term|Term|epsilon" + text + " term" + name,
		"troops|28,500: Troops|28500" + name + " troops" + name,
		"src|A report|report+",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A site of very many pages is searched by the names of its sections.
func TestNamesAlone(t *testing.T) {
	all := Input{}.Read(render.Listing{}, []byte(`<main><h1>Title</h1><p>alpha</p><h2 id="b">Below</h2><p>beta</p></main>`), false).Sections
	if len(all) != 2 || !reflect.DeepEqual(all[0].Words, map[string]int{"title": inTitle}) || !reflect.DeepEqual(all[1].Words, map[string]int{"below": inName}) {
		t.Errorf("%v", all)
	}
}

// Words are those that somebody types: numbers with their point and without commas.
func TestSearchWords(t *testing.T) {
	for text, want := range map[string]string{
		"Seoul’s 13.9% of 1,038.9bn": "seouls 13.9 of 1038.9bn",
		"end. Next, a 28,500-strong": "end next 28500 strong",
		"무급휴직(furlough) A 7":         "무급휴직 furlough 7",
		"2020.5.1 x":                 "2020.5.1",
	} {
		if got := strings.Join(searchWords(text, '.'), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := strings.Join(searchWords("28.400 Euro, 48,5 %", ','), " "); got != "28400 euro 48.5" {
		t.Errorf("in German: %q", got)
	}
	found := Input{}.Read(render.Listing{}, []byte(`<html lang="de-AT"><main><h1>Die Grenze</h1><p>28.400,5</p></main>`), true).Sections
	if len(found) != 1 || found[0].Words["28400.5"] == 0 {
		t.Errorf("on a page in German: %v", found)
	}
}

// The index leads from a word to the sections that have it, and a word that all have
// only to those that are named for it.
func TestSearchIndex(t *testing.T) {
	in := Input{Site: Site{Address: "https://a.example/sub/"}}
	pages := []Found{{Listing: render.Listing{URL: "/a/", Title: "A"}}, {Listing: render.Listing{URL: "/charts/b/", Title: "B"}}}
	sections := [][]Section{{{"", "A", map[string]int{"every": inText}}}, {{"", "B", map[string]int{"b": inTitle}}, {"used", "Used", nil}}}
	for range 40 {
		sections[0] = append(sections[0], Section{"s", "S", map[string]int{"every": inText}})
	}
	sections[0][3].Words = map[string]int{"every": inName, "rare": inText}
	var got struct {
		Pages    [][2]string
		Sections [][3]any
		Words    string
		In       [][]int
	}
	if err := json.Unmarshal(in.SearchIndex(pages, sections), &got); err != nil {
		t.Fatal(err)
	}
	if want := [][2]string{{"/sub/a/", "A"}, {"/sub/charts/b/", "B"}}; !reflect.DeepEqual(got.Pages, want) {
		t.Errorf("pages %v", got.Pages)
	}
	if got.Words != "b every rare" || !reflect.DeepEqual(got.In, [][]int{{41<<4 | inTitle}, {3<<4 | inName}, {3<<4 | inText}}) || len(got.Sections) != 42 {
		t.Errorf("%q %v in %d sections", got.Words, got.In, len(got.Sections))
	}
}
