package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestPosCountsCharactersFromOne(t *testing.T) {
	src := NewSource("content/a.md", []byte("one\n한국 won\r\nlast"))
	for _, c := range []struct {
		start, end int
		want       Pos
	}{
		{0, 3, Pos{"content/a.md", 1, 1, 3}},
		{4, 10, Pos{"content/a.md", 2, 1, 2}},
		{11, 14, Pos{"content/a.md", 2, 4, 3}},
		{16, 20, Pos{"content/a.md", 3, 1, 4}},
		{0, 12, Pos{"content/a.md", 1, 1, 3}},  // several lines: the first only
		{99, 99, Pos{"content/a.md", 3, 5, 0}}, // beyond the text: its end
	} {
		if got := src.Pos(c.start, c.end); got != c.want {
			t.Errorf("Pos(%d, %d) = %+v, want %+v", c.start, c.end, got, c.want)
		}
	}
	if got := src.Line(2); got != "한국 won" {
		t.Errorf("Line(2) = %q", got)
	}
}

// Offset undoes Pos for every place of every text.
func FuzzOffsetUndoesPos(f *testing.F) {
	f.Add("one\n한국\n\n", 5)
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		at = min(max(at, 0), len(text))
		for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
			at--
		}
		src := NewSource("f", []byte(text))
		p := src.Pos(at, at)
		if got := src.Offset(p.Line, p.Col); got != at {
			t.Errorf("offset %d of %q became %d:%d, which is offset %d", at, text, p.Line, p.Col, got)
		}
	})
}

func TestSortedDropsRepeats(t *testing.T) {
	var l List
	l.Report(Pos{File: "b", Line: 1, Col: 1}, "late", "")
	l.Report(Pos{File: "a", Line: 2, Col: 1}, "second", "")
	l.Report(Pos{File: "a", Line: 1, Col: 9}, "first", "")
	l.Report(Pos{File: "a", Line: 2, Col: 1}, "second", "")
	var got []string
	for _, p := range l.Sorted() {
		got = append(got, p.Pos.String()+" "+p.Text)
	}
	want := []string{"a:1:9 first", "a:2:1 second", "b:1:1 late"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func sample() (List, Lines) {
	text := "첫 줄\n\nSee [what the money pays for](agrement.md#categories).\n"
	src := NewSource("content/demand.md", []byte(text))
	at := strings.Index(text, "agrement.md")
	var l List
	l.Report(src.Pos(at, at+len("agrement.md")), "no page agrement.md", "did you mean agreement.md?")
	l.ReportRelated(src.Pos(4, 7), "twice", "", src.Pos(0, 3), "first defined here")
	l.Report(src.Whole(), "nothing here", "")
	return l, func(file string, line int) (string, bool) { return src.Line(line), file == src.Name }
}

func TestText(t *testing.T) {
	l, lines := sample()
	var b strings.Builder
	if err := Text(&b, l, lines, false); err != nil {
		t.Fatal(err)
	}
	want := `content/demand.md:3:31: no page agrement.md
    3 | See [what the money pays for](agrement.md#categories).
      |                               ^~~~~~~~~~~
  hint: did you mean agreement.md?
content/demand.md:1:3: twice
    1 | 첫 줄
      |    ^
  content/demand.md:1:1: first defined here
    1 | 첫 줄
      | ^
content/demand.md: nothing here
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
}

func TestTextCannotRewriteTheTerminal(t *testing.T) {
	var l List
	l.Report(Pos{File: "a\x1b[2J.md", Line: 1, Col: 1}, "bad \u202e name \x07", "")
	var b strings.Builder
	Text(&b, l, func(string, int) (string, bool) { return "x\x1b]0;title\x07", true }, false)
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e") {
		t.Errorf("control characters reach the terminal: %q", b.String())
	}
}

func TestLongLineIsCut(t *testing.T) {
	line := strings.Repeat("x", 1<<20)
	var l List
	l.Report(Pos{File: "f", Line: 1, Col: 1 << 19, Len: 4}, "here", "")
	var b strings.Builder
	Text(&b, l, func(string, int) (string, bool) { return line, true }, false)
	if b.Len() > 600 || !strings.Contains(b.String(), "^~~~") {
		t.Errorf("%d bytes of output:\n%.600s", b.Len(), b.String())
	}
}

func TestJSONAndAnnotations(t *testing.T) {
	l, _ := sample()
	var b strings.Builder
	JSON(&b, l[:2])
	var back []map[string]any
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"file": "content/demand.md", "line": 3.0, "column": 31.0, "length": 11.0,
		"text": "no page agrement.md", "hint": "did you mean agreement.md?"}
	if d := cmp.Diff(want, back[0]); d != "" {
		t.Error(d)
	}
	b.Reset()
	JSON(&b, nil)
	if b.String() != "[]\n" {
		t.Errorf("no problems print as %q", b.String())
	}
	b.Reset()
	Annotations(&b, l[:1])
	if got, want := b.String(), "::error file=content/demand.md,line=3,col=31::no page agrement.md%0Ahint: did you mean agreement.md?\n"; got != want {
		t.Errorf("annotation %q, want %q", got, want)
	}
}

func TestNearest(t *testing.T) {
	words := []string{"title", "description", "date", "draft", "agreement.md"}
	for word, want := range map[string]string{
		"titel": "title", "descripton": "description", "agrement.md": "agreement.md", "drfat": "draft",
		"x": "", "nothing": "", "dtae": "date", "Title": "title", "": "",
	} {
		if got := Nearest(word, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestHidden(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "",
		"plain, 한국어, – “x” €":   "",
		"two\nlines\tand a tab": "",
		"soft\u00ADhyphen":      "",
		"a\x00b":                "the control character U+0000",
		"a\x1Bb\u202E":          "the control character U+001B",
		"a\u0085b":              "the control character U+0085",
		"a\r":                   "the control character U+000D",
		"a\u202Eb":              "the invisible character U+202E, which turns the direction of text",
		"a\u2067b":              "the invisible character U+2067, which turns the direction of text",
		"a\u200Fb":              "the invisible character U+200F, which turns the direction of text",
		"a\u200Bb":              "the invisible character U+200B",
		"a\uFEFFb":              "the invisible character U+FEFF",
		"a\U000E0041b":          "the invisible character U+E0041",
		"a\u2028b":              "the line separator U+2028",
		"a\uFFFEb":              "the code point U+FFFE, which is no character",
		"a\U0001FFFFb":          "the code point U+1FFFF, which is no character",
		"a\uFFFDb":              "the replacement character U+FFFD, which stands for a lost one",
	} {
		if got := Hidden(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// In lines of any length a place is what counting from the line's start gives,
// and Offset undoes it.
func TestPlacesInLongLines(t *testing.T) {
	long := strings.Repeat("한a", 5000)
	text := strings.Join([]string{"one", long, "", strings.Repeat("x", 3*markEvery), "한", long + "end", strings.Repeat("é", markEvery)}, "\n")
	src := NewSource("f", []byte(text))
	if len(src.marks) == 0 {
		t.Fatal("no marks")
	}
	start, line := 0, 1
	for at := 0; at <= len(text); at++ {
		if at > 0 && text[at-1] == '\n' {
			start, line = at, line+1
		}
		if at%7 > 0 && at < len(text) || at < len(text) && !utf8.RuneStart(text[at]) {
			continue
		}
		want := utf8.RuneCountInString(text[start:at]) + 1
		if p := src.Pos(at, at); p.Line != line || p.Col != want {
			t.Fatalf("offset %d is %d:%d, want %d:%d", at, p.Line, p.Col, line, want)
		}
		if got := src.Offset(line, want); got != at {
			t.Fatalf("%d:%d is offset %d, want %d", line, want, got, at)
		}
	}
}

// A mistake in every word of a line of a megabyte is reported, each at its place.
func TestManyProblemsInOneLine(t *testing.T) {
	text := strings.Repeat("word ", 200_000)
	src := NewSource("f", []byte(text))
	var l List
	for at := 0; at < len(text); at += 5 {
		l.Report(src.Pos(at, at+4), "a word", "")
	}
	var b strings.Builder
	if err := Text(&b, l[len(l)-1000:], func(_ string, n int) (string, bool) { return src.Line(n), true }, false); err != nil {
		t.Fatal(err)
	}
	const want = "word word word \n      |                                                            ^~~~\n"
	if !strings.HasSuffix(b.String(), want) {
		t.Errorf("the last excerpt is %q", b.String()[b.Len()-300:])
	}
}
