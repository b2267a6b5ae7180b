package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/pasted"
)

type example struct {
	Markdown, HTML, Section string
	Example                 int
}

// The examples of the CommonMark specification come with goldmark's module and
// are read from there. Those that the dialect refuses or reads otherwise are
// listed with the reason in testdata/commonmark-skip.txt; for each of them the
// test makes sure that it is still so.
func TestCommonMark(t *testing.T) {
	skip := readSkips(t)
	for _, e := range readExamples(t) {
		want := normal(t, e.HTML)
		doc, problems := convert(e.Markdown, identity())
		problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { // which is text here and there
			byChance := p.Text == openFence || p.Text == fenceInFence || p.Text == indented
			return byChance || slices.ContainsFunc(pasted.All, func(l pasted.Leftover) bool { return l.Text == p.Text })
		})
		got := normal(t, doc.HTML)
		reason, skipped := skip[e.Example]
		delete(skip, e.Example)
		switch same := got == want && len(problems) == 0; {
		case same && skipped:
			t.Errorf("example %d is skipped (%s) but is right", e.Example, reason)
		case !same && !skipped:
			t.Errorf("example %d, %s\n%s\ngot  %q\nwant %q\n%v", e.Example, e.Section, e.Markdown, got, want, problems)
		}
	}
	for n := range skip {
		t.Errorf("example %d is skipped but does not exist", n)
	}
}

// identity is a host that resolves targets to themselves.
func identity() Host {
	escape := func(s string) string { return string(util.URLEscape([]byte(s), false)) }
	return Host{
		Link: func(dest string) (Target, *Complaint) { return Target{URL: escape(dest)}, nil },
		Image: func(dest, alt, title string) (Picture, *Complaint) {
			return Picture{HTML: "<img" + attribute("src", escape(dest)) + ` alt="` + escapeAttr(alt) + `"` + attribute("title", title) + ">"}, nil
		},
	}
}

func readExamples(t *testing.T) []example {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) < 600 {
		t.Fatalf("only %d examples", len(examples))
	}
	return examples
}

// readSkips reads lines "12 reason".
func readSkips(t *testing.T) map[int]string {
	t.Helper()
	data, err := os.ReadFile("testdata/commonmark-skip.txt")
	if err != nil {
		t.Fatal(err)
	}
	skips := map[int]string{}
	for line := range strings.Lines(string(data)) {
		number, reason, ok := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.Atoi(number); err == nil && ok && reason != "" {
			skips[n] = reason
		} else if line[0] != '#' {
			t.Fatalf("not a line of the skip list: %q", line)
		}
	}
	return skips
}

// normal parses HTML and writes it in one form: without what the dialect adds
// (ids of headings, the region around code, rel), typographic characters made
// straight again, and the space between blocks taken away.
func normal(t *testing.T, s string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	var walk func(n *html.Node, pre bool)
	walk = func(n *html.Node, pre bool) {
		bare := n.Type != html.ElementNode || n.Data == "html" || n.Data == "head" || n.Data == "body" || n.Data == "div"
		switch {
		case n.Type == html.TextNode && pre:
			fmt.Fprintf(&b, "%q", n.Data)
		case n.Type == html.TextNode:
			if text := strings.Join(strings.Fields(straight(n.Data)), " "); text != "" {
				fmt.Fprintf(&b, "%q", text)
			}
		case !bare:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				if a.Key != "rel" && (a.Key != "id" || n.Data[0] != 'h') {
					fmt.Fprintf(&b, " %s=%q", a.Key, straight(a.Val))
				}
			}
			b.WriteString(">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, pre || n.Data == "pre" || n.Data == "code")
		}
		if !bare {
			b.WriteString("</" + n.Data + ">")
		}
	}
	walk(root, false)
	return strings.ReplaceAll(b.String(), `""`, "")
}

func straight(s string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "…", "...", "—", "---", "–", "--").Replace(s)
}
