package render

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestHome(t *testing.T) {
	tree := site(t, nil, Inputs{})
	p := parse(t, tree, "index.html")
	if got, want := p.all("h1")[0].text(), "They settled on 13.9% more"; got != want {
		t.Errorf("the headline is %q, want %q", got, want)
	}
	if got, want := p.class("meta")[0].text(), "Updated 21 November 2026What changedHow to cite"; got != want {
		t.Errorf("the meta line is %q, want %q", got, want)
	}
	var contents []string
	for _, a := range p.class("contents-side")[0].all("a") {
		contents = append(contents, a.attr("href")+" "+a.text())
	}
	want := []string{"#brief In brief", "#asked What was asked?", "#what-was-offered What was offered?", "#what-now What now?"}
	if !slices.Equal(contents, want) {
		t.Errorf("the contents are %q, want %q", contents, want)
	}
	if len(p.class("brief")[0].all("a"))+len(p.all("h1")[0].all("a")) > 0 {
		t.Error("the headline or a bullet of In brief is interrupted by a link")
	}
	cards := p.class("card")
	if got, want := cards[0].text(), "Agreed about +13.9% Reported, March 2021"; got != want {
		t.Errorf("the first card says %q, want %q", got, want)
	}
	if got, want := cards[1].text(), "the old sum 1tn won Official, 2019"; strings.ReplaceAll(got, "1.00", "1") != want {
		t.Errorf("the second card says %q, want %q", got, want)
	}
	if cards[0].all("dt")[0].NextSibling == nil {
		t.Error("the value stands before what it is")
	}
	if got := p.class("onward")[0].all("a")[0].attr("href"); got != "/numbers/" {
		t.Errorf("the next page is %s", got)
	}
	if got := p.class("edit")[0].all("a")[0].attr("href"); got != "https://code.example/test/edit/main/content/index.md" {
		t.Errorf("the page is edited at %s", got)
	}
}

// The program marks Hangul where its author cannot, and shows a picture's title.
func TestLanguageAndCaption(t *testing.T) {
	tree := site(t, map[string]string{"content/index.md": page("Home", `
## [협정]{lang=ko} of 2021

## More

## What now?

![A mark](../static/mark.svg "Ours & theirs")

`+"```text\na 협정 문 b\n```\n", "")}, Inputs{})
	p := parse(t, tree, "index.html")
	var korean []string
	for _, span := range p.all("span") {
		if span.attr("lang") == "ko" {
			korean = append(korean, span.text())
		}
	}
	if want := []string{"협정", "협정", "협정", "협정 문"}; !slices.Equal(korean, want) {
		t.Errorf("marked as Korean are %q, want %q", korean, want)
	}
	if got := p.all("figcaption"); len(got) != 1 || got[0].text() != "Ours & theirs" {
		t.Errorf("captions: %v", got)
	}
}

// Marks lead to numbered sources, and each source back to its marks.
func TestSourcesAndMarks(t *testing.T) {
	tree := site(t, nil, Inputs{})
	p := parse(t, tree, "index.html")
	list := p.class("source-list")[0].all("li")
	if len(list) != 2 {
		t.Fatalf("%d sources", len(list))
	}
	if got, want := list[1].text(), "Wire, “A rise”, 10 March 2021, p. 3. Report."; !strings.HasPrefix(got, want) {
		t.Errorf("the report is %q, want %q", got, want)
	}
	if got, want := list[0].text(), "Ministry, [Press release] (In English), February 2019, p. 7. Primary source. Cited here"; got != want {
		t.Errorf("the record is %q, want %q", got, want)
	}
	marks, backs := map[string]bool{}, map[string]bool{}
	for _, m := range p.class("cite") {
		marks["#"+m.attr("id")] = true
		opens := m.all("button")[0].attr("popovertarget")
		notes := slices.DeleteFunc(p.class("popup"), func(n node) bool { return n.attr("id") != opens })
		if len(notes) != 1 || len(notes[0].all("p")) != len(m.all("a")) {
			t.Errorf("the note %s does not tell of the mark's sources", opens)
		}
	}
	for _, a := range p.class("source-list")[0].all("a") {
		if link := a.attr("href"); strings.HasPrefix(link, "#") {
			backs[link] = true
		}
	}
	if len(marks) == 0 || len(marks) != len(backs) {
		t.Errorf("marks %v, links back %v", marks, backs)
	}
	for m := range marks {
		if !backs[m] {
			t.Errorf("no source leads back to %s", m)
		}
	}
}

func TestTermsAndNumbersLeadToTheirEntries(t *testing.T) {
	tree := site(t, nil, Inputs{})
	p := parse(t, tree, "index.html")
	if terms := p.class("term"); len(terms) != 1 || terms[0].attr("href") != "/numbers/#accord" || terms[0].text() != "accord" {
		t.Errorf("terms: %v", terms)
	}
	if n := p.class("num"); len(n) == 0 || !slices.ContainsFunc(n, func(a node) bool { return a.attr("href") == "/numbers/#rise" }) {
		t.Error("no number leads to the list of figures")
	}
	list := parse(t, tree, "numbers/index.html")
	if len(list.class("term")) > 0 {
		t.Error("the glossary links to itself")
	}
	if ids := list.ids(); ids["accord"] != 1 || ids["rise"] != 1 || ids["wire-2021"] != 1 {
		t.Error("an entry has no anchor")
	}
}

func TestListOfFigures(t *testing.T) {
	tree := site(t, nil, Inputs{})
	list := parse(t, tree, "numbers/index.html")
	record := map[string]string{}
	for _, r := range list.class("figure-record") {
		for id := range r.ids() {
			record[id] = r.text()
		}
	}
	for _, g := range list.class("group") { // what an address names lies inside, so that the address unfolds it
		var count string
		for _, c := range g.class("count") {
			count = c.text()
		}
		if n := len(g.class("figure-record")); g.Data != "details" || g.attr("id") != "" || !strings.HasPrefix(count, strconv.Itoa(n)+" ") {
			t.Errorf("a group with the id %q counts %q of %d figures", g.attr("id"), count, n)
		}
	}
	for id, want := range map[string]string{
		"rise":   "about 13.9% more The rise Over The sum of 2019 Status Reported As of March 2021 Source Wire, 10 March 2021 Used in index; Chart: The rise was 13.9%",
		"double": "Sum 13.9 × 2 = 27.8% Over The sum of 2019 Status Our arithmetic",
		"sum":    "Source Ministry, February 2019, p. 7",
	} {
		if id == "rise" {
			want = strings.Replace(want, "index", "They settled on 13.9% more", 1)
		}
		if !strings.Contains(record[id], want) {
			t.Errorf("the entry of %s is %q, without %q", id, record[id], want)
		}
	}
	if !strings.Contains(list.class("source-records")[0].text(), "Seen in a copy. Taken from it: Set for 2019.") {
		t.Errorf("the sources are %q", list.class("source-records")[0].text())
	}
}

func TestNotFoundPage(t *testing.T) {
	tree := site(t, map[string]string{"content/404.md": page("Nothing here", "\nSee [the story](index.md).\n")}, Inputs{})
	p := parse(t, tree, "404.html")
	for _, class := range []string{"meta", "section", "edit"} {
		if len(p.class(class)) > 0 {
			t.Errorf("404 has %s", class)
		}
	}
	for _, l := range p.all("link") {
		if l.attr("rel") == "canonical" {
			t.Error("404 has a canonical address")
		}
	}
}

func TestReadingTime(t *testing.T) {
	for _, c := range []struct{ words, charts, want int }{
		{0, 0, 0}, {149, 3, 0}, {150, 0, 1}, {1000, 0, 5}, {1000, 3, 7}, {550, 1, 3},
	} {
		if got := readingTime(c.words, c.charts); got != c.want {
			t.Errorf("%d words and %d charts take %d minutes, want %d", c.words, c.charts, got, c.want)
		}
	}
}

// A page can open with a chart, which stands before the text, and the footer has the
// pages in groups: what no group names is in the last.
func TestLeadAndFooter(t *testing.T) {
	tree := site(t, map[string]string{
		"content/site.yaml":  small["content/site.yaml"] + "footer_menu: [{title: Story, pages: [index.md]}, {title: Facts, pages: [numbers.md]}]\n",
		"content/opening.md": page("A page that opens with a chart", "Text.\n", "lead: charts/rises.yaml"),
	}, Inputs{})
	p := parse(t, tree, "opening/index.html")
	if lead := p.class("opening"); len(lead) != 1 || len(lead[0].class("figure")) != 1 || len(p.class("text")[0].class("figure")) != 0 {
		t.Errorf("the chart does not stand before the text")
	}
	var got []string
	for _, group := range p.class("footer-menu")[0].all("div") {
		got = append(got, group.text())
	}
	if want := []string{"Story They settled on 13.9% more", "Facts All numbers Charts A page that opens with a chart Corrections Search"}; !slices.Equal(got, want) {
		t.Errorf("the footer is %q, want %q", got, want)
	}
}
