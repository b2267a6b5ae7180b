package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// What somebody may write a million times. Each is repeated to the size asked
// for; "\n" in a pattern makes lines of it.
var repeated = map[string]string{
	"words":              "word ",
	"lines":              "word word\n",
	"paragraphs":         "word\n\n",
	"brackets":           "[",
	"closing brackets":   "]",
	"pairs of brackets":  "[]",
	"images":             "![",
	"links":              "[a](b)",
	"links begun":        "[a](",
	"titles begun":       "[a](b \"",
	"pointed begun":      "[a](<b",
	"references":         "[a][",
	"bracketed emphasis": "[*a*",
	"stars":              "*",
	"stars and letters":  "*a ",
	"mixed emphasis":     "*a_ ",
	"strong and emph":    "a**b*c ",
	"underscores":        "_a",
	"tildes":             "~a~~b",
	"backticks":          "`",
	"uneven backticks":   "`a``b```c",
	"quotes":             ">",
	"quotes, lines":      "> a\n",
	"deep quotes":        strings.Repeat(">", 50) + "a\n",
	"lazy quotes":        ">>>>>>>>a\nb\n",
	"less":               "<",
	"tags":               "<a ",
	"tags begun":         "<a b='",
	"closed tags":        "<b>",
	"comments":           "<!--",
	"instructions":       "<?",
	"declarations":       "<!A",
	"data":               "<![CDATA[",
	"autolinks":          "<a:b>",
	"mail":               "<a@b",
	"entities":           "&amp;",
	"ampersands":         "&",
	"long entities":      "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	"backslashes":        "\\",
	"straight quotes":    "\" ' ",
	"quotations":         "“ ‘ ",
	"dashes":             "-- --- ... ",
	"pipes":              "|",
	"rows":               "|a|b|\n",
	"tables":             "|a|\n|-|\n|b|\n\n",
	"escaped pipes":      "|`\\|`|\n",
	"delimiters":         "-|-\n",
	"items":              "- a\n",
	"items in one line":  "- ",
	"numbers in one":     "1. ",
	"loose items":        "- a\n\n",
	"stars as items":     "* * a\n",
	"empty items":        "-\n",
	"ordered":            "1. a\n",
	"definitions":        "a\n: b\n",
	"colons":             ": ",
	"headings":           "# a\n",
	"headings of one":    "# \n",
	"setext":             "a\n-\n",
	"link definitions":   "[a]: b\n",
	"their paragraphs":   "[a]: b\n\n",
	"titles over lines":  "[a]: b (\n",
	"notes":              "[^a]: b\n",
	"marks":              "[^a] ",
	"notes and marks":    "[^a]\n\n[^a]: b\n\n",
	"citations":          "[@mofa-2021] ",
	"citations begun":    "[@a",
	"long citations":     "[@a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	"mentions":           "{{ troops }} ",
	"mentions begun":     "{{",
	"braces":             "{",
	"attributes":         "[a]{.note} ",
	"attribute lines":    "{.note}\n",
	"attributes begun":   "{.a .b ",
	"numbers":            "5% ",
	"terms":              "SMA *",
	"fences":             "```\na\n```\n",
	"open fences":        "```\n",
	"tilde fences":       "~~~a\n",
	"code":               "    a\n",
	"tabs":               "\t",
	"spaces":             " ",
	"line ends":          "\n",
	"carriage returns":   "\r\n",
	"rules":              "---\n",
	"captions":           "Table: a\n\n",
	"charts":             "![](charts/offer.yaml)\n",
	"Hangul":             "방위비 ",
	"control characters": "\x01",
	"bad bytes":          "\xff",
}

func fill(pattern string, size int) string { return strings.Repeat(pattern, size/len(pattern)) }

// inParagraphs makes short paragraphs of a pattern, which no limit on the length
// of one holds back.
func inParagraphs(pattern string) string {
	return strings.Repeat(strings.Repeat(pattern, 60/len(pattern)+1)+"\n", 8) + "\n"
}

// A long page is converted or refused, whatever it repeats. A rule that goes
// back over the text at each place would need minutes for each.
func TestLongTextsAreConverted(t *testing.T) {
	size := 256 << 10
	if testing.Short() {
		size = 16 << 10
	}
	for _, pattern := range repeated {
		convert(fill(pattern, size), site())
		convert(fill(inParagraphs(pattern), size), site())
	}
}

// The ratio is the time of four times the text: 4 is in proportion, 16 is
// quadratic.
func BenchmarkLinear(b *testing.B) {
	for name, pattern := range repeated {
		for _, form := range []struct{ name, pattern string }{{name, pattern}, {name + " in paragraphs", inParagraphs(pattern)}} {
			b.Run(form.name, func(b *testing.B) {
				one, four := fill(form.pattern, 16<<10), fill(form.pattern, 64<<10)
				var short, long time.Duration
				for b.Loop() {
					start := time.Now()
					convert(one, site())
					middle := time.Now()
					convert(four, site())
					short, long = short+middle.Sub(start), long+time.Since(middle)
				}
				b.ReportMetric(float64(long)/float64(short), "ratio")
			})
		}
	}
}

// What is too large, or has more mistakes than anybody corrects at once, is refused
// without being read to its end.
func TestTenMegabytes(t *testing.T) {
	for _, name := range []string{"brackets", "deep quotes", "mixed emphasis", "rows", "notes", "items", "bad bytes", "control characters"} {
		refused(t, name, fill(repeated[name], 10<<20), 1)
	}
	refused(t, "control characters and a bad byte", strings.Repeat("\x11", 1500)+"\xfb [a](nowhere.md)", maxProblems+1)
	_, problems := convert(strings.Repeat("[a](nowhere.md)\n\n", 3000), site())
	if len(problems) != maxProblems+1 || problems[maxProblems].Text != "more than 1000 problems" {
		t.Errorf("%d problems, the last %v", len(problems), problems[len(problems)-1])
	}
}

func refused(t *testing.T, name, text string, want int) {
	t.Helper()
	if doc, problems := convert(text, site()); len(problems) != want || doc.HTML != "" {
		t.Errorf("%s: %d problems, %d bytes of HTML", name, len(problems), len(doc.HTML))
	}
}

func TestManyHeadings(t *testing.T) {
	doc, problems := convert(strings.Repeat("# a\n", 20_000), Host{})
	if len(problems) > 0 || len(doc.Headings) != 20_000 || doc.Headings[19_999].ID != "a-19999" {
		t.Errorf("%d headings, %d problems", len(doc.Headings), len(problems))
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{strings.Repeat("a", maxPage+1), "content/a.md:1:1: the text is larger than 1048576 bytes"},
		{"a\n\n" + strings.Repeat("> ", 101) + "a", "content/a.md:3:1: more than 100 blocks within one another"},
		{strings.Repeat("> - ", 50) + "a", ""},
		{strings.Repeat("*a* ", 501), "content/a.md:1:1: more than 1000 of the marks * _ ~ [ ] ` < { in one block of text"},
		{"a\n\n# " + strings.Repeat("`a` ", 501), "content/a.md:3:3: more than 1000 of the marks * _ ~ [ ] ` < { in one block of text"},
		{strings.Repeat("*a* ", 499), ""},
		{strings.Repeat("*a*\n\n", 2000), ""},
		{"```\n" + strings.Repeat("[", 2000) + "\n```", ""},
		{"```go\n" + strings.Repeat("a\n", maxCode/2) + "```\n", ""},
		{"```go\n" + strings.Repeat("a\n", maxCode/2) + "```\n\n~~~c\na\n~~~\n", "content/a.md:50004:4: more than 100000 bytes of code on the page"},
		{"```\n" + strings.Repeat("a\n", maxCode) + "```\n", ""},
		{strings.Repeat("|a", 101) + "|\n" + strings.Repeat("|-", 101) + "|\n", "content/a.md:2:1: a table of more than 100 columns"},
		{strings.Repeat("|a", 99) + "|\n" + strings.Repeat("|-", 99) + "|\n", ""},
		{strings.Repeat("[a]: b\n", 201), "content/a.md:201:1: more than 200 link definitions in one paragraph"},
		{strings.Repeat("[a]: b\n\n", 300), ""},
	} {
		_, problems := convert(c.text, identity())
		got := ""
		if len(problems) > 0 {
			got = fmt.Sprintf("%s: %s", problems[0].Pos, problems[0].Text)
		}
		if got != c.want || len(problems) > 1 {
			t.Errorf("%.40q…: got %q (%d), want %q", c.text, got, len(problems), c.want)
		}
	}
}
