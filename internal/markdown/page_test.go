package markdown

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/record"

	"github.com/google/go-cmp/cmp"
)

func value(s string) record.Text {
	return record.Text{S: s, At: diag.Pos{File: "content/a.yaml", Line: 3, Col: 5, Len: len(s)}}
}

func TestInline(t *testing.T) {
	bare := Host{Figure: figures}
	for _, c := range []struct {
		name, in, html, plain, problems string
		host                            Host
	}{
		{"words", `It's *more*`, `It’s <em>more</em>`, "It’s more", "", bare},
		{"figure", `{{ troops }} troops`, `<a class="num" href="/figures/#troops" title="What troops is"><data value="28500">28,500</data></a> troops`, "28,500 troops", "", bare},
		{"no blocks", `# 1. > - x`, `# 1. &gt; - x`, "# 1. > - x", "", bare},
		{"lines", "a\nb\n\nc", "a\nb c", "a b c", "", bare},
		{"empty", "", "", "", "", bare},
		{"span", "[한국]{lang=ko}", `<span lang="ko">한국</span>`, "한국", "", bare},
		{"link refused", "[a](demand.md)", "a", "a", "links are not allowed here", bare},
		{"citation refused", "a [@mofa-2021]", "a ", "a ", "sources cannot be cited here", bare},
		{"image refused", "a ![b](map.png)", "a ", "a ", "images are not allowed here", bare},
		{"figure refused", "{{ troops }}", "", "", "figures cannot be mentioned here", Host{}},
		{"HTML refused", "<b>", "&lt;b&gt;", "<b>", "raw HTML is not passed through", bare},
		{"note refused", "a[^1]", "a", "a", "no footnote [^1]", bare},
		{"all allowed", "[a](demand.md) [@mofa-2021]", `<a href="/demand/">a</a>` + markHTML(1, 1, "1", "source 1", `<a href="#source-1" role="doc-biblioref" aria-label="source 1">1</a>`), "a", "", site()},
		{"number", "about 77%", "about 77%", "about 77%", `"77%" is not in the ledger`, site()},
	} {
		html, plain, problems := Inline(value(c.in), c.host)
		got := ""
		for _, p := range problems {
			got += p.Text
			if p.Pos.File != "content/a.yaml" || p.Pos.Line != 3 {
				t.Errorf("%s: reported at %v", c.name, p.Pos)
			}
		}
		if html != c.html || plain != c.plain || got != c.problems {
			t.Errorf("%s:\n%q\n%q\n%q", c.name, html, plain, got)
		}
	}
}

// markHTML is the mark with a number, which opens a note.
func markHTML(mark, note int, numbers, label, links string) string {
	return fmt.Sprintf(`<sup class="cite" id="cite-%d"><span>%s</span><button type="button" popovertarget="note-%d" data-mark="%s" aria-label="%s"></button></sup>`,
		mark, links, note, numbers, label)
}

// All that a sentence cites is gathered into one mark behind its stop, and what stands
// behind a stop belongs to the sentence before.
func TestGather(t *testing.T) {
	marks := regexp.MustCompile(`<sup.*?data-mark="(.*?)".*?</sup>`)
	for _, c := range []struct{ in, want string }{
		{"One [@mofa-2021] and two [@mnd-2018]. Three [@mofa-2021].", "One and two.[1, 2] Three.[1]"},
		{"One. [@mofa-2021] Two [@mnd-2018].", "One.[1] Two.[2]"},
		{"“One,” he said [@mofa-2021], “and two.” Three.", "“One,” he said, “and two.”[1] Three."},
		{"*One [@mofa-2021].* Two.", "<em>One.</em>[1] Two."},
		{"One [@mofa-2021], on p. 3. Two", "One, on p. 3.[1] Two"},
		{"One [@mofa-2021]\nand two. Three", "One\nand two.[1] Three"},
		{"One [@mofa-2021], a.b and U.S. two", "One, a.b and U.S. two[1]"},
		{"One &amp; [@mofa-2021] two. Three &amp; four.", "One &amp; two.[1] Three &amp; four."},
		{"[@mofa-2021]", "[1]"},
		{"One [two. Three](demand.md) [@mofa-2021]. Four", `One <a href="/demand/">two. Three</a>.[1] Four`},
		{"One [@mofa-2021, p. 1] and [@mofa-2021, p. 2].", "One and.[1]"},
		{"One! [@mofa-2021]", "One![1]"},
	} {
		doc, problems := convert(c.in, site())
		got := marks.ReplaceAllString(strings.TrimSuffix(strings.TrimPrefix(doc.HTML, "<p>"), "</p>\n"), "[$1]")
		if got != c.want || len(problems) > 0 {
			t.Errorf("%s:\n%s\nwant\n%s %v", c.in, got, c.want, problems)
		}
	}
}

// A figure is linked where it is first mentioned, and its sources are told once.
func TestFigureIsLinkedOnce(t *testing.T) {
	doc, _ := convert("## {{ troops }}\n\n{{ troops }}. Again {{ troops }}.\n", site())
	if links, sources := strings.Count(doc.HTML, `class="num"`), strings.Count(doc.HTML, "<sup"); links != 1 || sources != 1 {
		t.Errorf("%d links and %d marks in %s", links, sources, doc.HTML)
	}
}

// The texts of a page share numbers, first mentions, terms and ids.
func TestPage(t *testing.T) {
	p := NewPage(site())
	brief, _, problems := p.Inline(value("{{ troops }} and the SMA [@cnn-2021-02-11]"))
	if len(problems) > 0 || !strings.Contains(brief, `href="#source-1"`) || !strings.Contains(brief, `class="term"`) {
		t.Errorf("brief: %s %v", brief, problems)
	}
	card, _, problems := p.Inline(value("{{ offer_2020 : short }}"))
	if want := `<a class="num" href="/figures/#offer_2020" title="What offer_2020 is"><data value="13">13%</data></a>` +
		strings.Replace(markHTML(2, 2, "2, 1", "source 2, p. 3; source 1", `<a href="#source-2" role="doc-biblioref" aria-label="source 2, p. 3">2</a>, `+
			`<a href="#source-1" role="doc-biblioref" aria-label="source 1">1</a>`), "cite", "cite quiet", 1); card != want || len(problems) > 0 {
		t.Errorf("card: %s %v", card, problems)
	}
	doc, problems := convertOn(p, "## A\n\n{{ troops }}, {{ offer_2020 }}, the SMA [@mnd-2018]\n")
	if len(problems) > 0 || strings.Contains(doc.HTML, "term") || strings.Count(doc.HTML, "<sup") != 1 {
		t.Errorf("body: %s %v", doc.HTML, problems)
	}
	if mark := p.Cite(Citation{"mnd-2018", "p. 9"}, Citation{"mnd-2018", "p. 9"}); mark !=
		markHTML(4, 4, "3", "source 3, p. 9", `<a href="#source-3" role="doc-biblioref" aria-label="source 3, p. 9">3</a>`) {
		t.Errorf("mark: %s", mark)
	}
	want := []Use{
		{ID: "mofa-2021", Refs: []string{"cite-1", "cite-2"}},
		{ID: "cnn-2021-02-11", Locators: []string{"p. 3"}, Refs: []string{"cite-1", "cite-2"}},
		{ID: "mnd-2018", Locators: []string{"p. 9"}, Refs: []string{"cite-3", "cite-4"}},
	}
	if diff := cmp.Diff(want, p.Cited()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"troops", "offer_2020"}, doc.Figures); diff != "" {
		t.Error(diff)
	}
	second, problems := convertOn(p, "## A\n\n## B {#a}\n")
	if second.Headings[0].ID != "a-1" || len(problems) != 1 || problems[0].Text != "the id a is on the page twice" {
		t.Errorf("second text: %+v %v", second.Headings, problems)
	}
}

// Different pages may be converted at the same time.
func TestConcurrentPages(t *testing.T) {
	const text = "# A {{ troops }}\n\nb[^1] [@mofa-2021] *c* [d](demand.md)\n\n[^1]: e\n\n| f |\n|---|\n| g |\n"
	want, _ := convert(text, site())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got, _ := convert(text, site()); got.HTML != want.HTML {
					t.Error("another result")
				}
			}
		})
	}
	wg.Wait()
}

// What a host does not offer is refused; checks it does not offer are left out.
func TestEmptyHost(t *testing.T) {
	doc, problems := convert("Some 77% of *it*.\n\n```go\n<a>\n```\n\n[a](b.md) ![c](d.png) {{ e }} [@f]\n", Host{})
	if len(problems) != 4 || !strings.Contains(doc.HTML, `<pre><code class="language-go">&lt;a&gt;`) {
		t.Errorf("%s\n%s", doc.HTML, list(problems))
	}
}

// A block's mistakes are reported at the line inside the fence.
func TestBlockLines(t *testing.T) {
	var got []record.Text
	host := Host{Blocks: map[string]func([]record.Text) (string, diag.List){
		"timeline": func(lines []record.Text) (string, diag.List) { got = lines; return "<ol></ol>", nil },
	}}
	if _, problems := convert("> - ```timeline\n>   2018 한국\n>\n>     2020 # b\t\n>   ```\n", host); len(problems) > 0 {
		t.Fatal(problems)
	}
	var lines []string
	for _, l := range got {
		lines = append(lines, l.At.String()+" "+l.S)
	}
	if diff := cmp.Diff([]string{"content/a.md:2:5 2018 한국", "content/a.md:3:2 ", "content/a.md:4:7 2020 # b"}, lines); diff != "" {
		t.Error(diff)
	}
}

// Offsets are those of the file when the body has its header blanked.
func TestHeaderBlanked(t *testing.T) {
	file := "---\ntitle: x\n---\nSee [x](nowhere.md)\n"
	src := diag.NewSource("content/a.md", []byte(file))
	body := []byte(strings.Repeat(" ", 3) + "\n" + strings.Repeat(" ", 8) + "\n" + strings.Repeat(" ", 3) + "\n" + file[17:])
	_, problems := NewPage(site()).Convert(src, body)
	if len(problems) != 1 || problems[0].Pos.String() != "content/a.md:4:9" {
		t.Error(list(problems))
	}
}

// A link's target by reference is reported where it is defined, with its use.
func TestReferenceUse(t *testing.T) {
	_, problems := convert("See [x][r] and\n[y][r].\n\n[r]: nowhere.md\n", site())
	if len(problems) != 2 || len(problems.Sorted()) != 1 {
		t.Fatal(list(problems))
	}
	for i, want := range []string{"content/a.md:1:5", "content/a.md:2:1"} {
		if p := problems[i]; p.Pos.String() != "content/a.md:4:6" || p.Related[0].Pos.String() != want {
			t.Errorf("%v, used at %v", p.Pos, p.Related[0].Pos)
		}
	}
}

func TestLetter(t *testing.T) {
	for n, want := range map[int]string{1: "a", 26: "z", 27: "aa", 28: "ab", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := Letter(n); got != want {
			t.Errorf("letter %d is %s, want %s", n, got, want)
		}
	}
}

// The day and the month of a date stay together, over lines as well; what is no
// date, and code, stay as they are.
func TestDatesTogether(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 4 October 2024.", "On 4\u00a0October 2024."},
		{"from 1\nApril, 31 May 5 June", "from 1\u00a0April, 31\u00a0May 5\u00a0June"},
		{"2021 March, 45 April, 4 Marches, 1.4 May, 04 May", "2021 March, 45 April, 4 Marches, 1.4 May, 04 May"},
		{"`4 May` *4 May*", "<code>4 May</code> <em>4\u00a0May</em>"},
		{`[4 May](demand.md "4 May")`, "<a href=\"/demand/\" title=\"4 May\">4\u00a0May</a>"},
	} {
		host := site()
		host.Claims = nil
		doc, problems := convert(c.text, host)
		if want := "<p>" + c.want + "</p>\n"; doc.HTML != want || len(problems) > 0 || strings.Contains(doc.Blocks[0].Text, "\u00a0") {
			t.Errorf("%q: got %q, want %q", c.text, doc.HTML, want)
		}
	}
}

// Fences are what the conversion takes for fenced blocks, wherever they are.
func TestFences(t *testing.T) {
	text := "```figures-list\n```\n\n> ~~~ accounts more\n> all \n>\n> two\n> ~~~\n\n    ```no\n    ```\n\n````text\n```glossary\n```\n````\n\n```\r\na\r\n```\r\n"
	want := []Fence{{Name: "figures-list"}, {Name: "accounts", Lines: []string{"all", "", "two"}}, {Name: "text", Lines: []string{"```glossary", "```"}}, {Lines: []string{"a"}}}
	if diff := cmp.Diff(want, Fences([]byte(text))); diff != "" {
		t.Error(diff)
	}
	if Fences([]byte(text+strings.Repeat("> ", 101))) != nil {
		t.Error("fences of a text that is not read")
	}
}

// convert converts a page that has no other texts.
func convert(text string, host Host) (Doc, diag.List) { return convertOn(NewPage(host), text) }

func convertOn(p *Page, text string) (Doc, diag.List) {
	src := diag.NewSource("content/a.md", []byte(text))
	return p.Convert(src, src.Text)
}

// Inline converts a text that belongs to no page.
func Inline(t record.Text, host Host) (html, plain string, problems diag.List) {
	return NewPage(host).Inline(t)
}

func BenchmarkConvert(b *testing.B) {
	text := strings.Repeat("## A heading of some words\n\n"+
		"The **older** ledger depends on the harbour -- it isn't `paid_for` by [anybody](x.md#y) in 2019.[^a]\n"+
		"\"Nobody asked,\" said one clerk, and the *larger* fund closed in \"Leith\".\n\n"+
		"- One item with some words in it.\n- Another item, a little longer than the first.\n\n", 30) +
		"Table: Visits\n\n| Place | Year |\n| --- | --: |\n| Leith | 1999 |\n| Cork | 2001 |\n\n[^a]: A note.\n"
	host := Host{
		Link:   func(dest string) (Target, *Complaint) { return Target{URL: "/" + dest}, nil },
		Claims: func(string, []Shown) []Claim { return nil },
	}
	if _, problems := convert(text, host); len(problems) > 0 {
		b.Fatal(problems)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		convert(text, host)
	}
}
