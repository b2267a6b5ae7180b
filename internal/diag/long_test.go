package diag

import (
	"strings"
	"testing"
	"unicode/utf8"
)

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

// A mistake in every word of a line of a megabyte is told, each at its place.
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
