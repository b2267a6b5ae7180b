package edition

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What the hunks of two lists leave out is the same in both, in order; and a list
// that is turned into the other by them is the other.
func FuzzHunks(f *testing.F) {
	f.Add("a b c", "a x c")
	f.Add("", "a")
	f.Add("a b a b", "b a b a")
	f.Fuzz(func(t *testing.T, was, is string) {
		a, b := strings.Fields(was), strings.Fields(is)
		var made []string
		at := 0
		for _, h := range hunks(a, b, func(s string) string { return s }) {
			if h.old == h.oldEnd && h.new == h.newEnd {
				t.Fatalf("an empty hunk: %+v", h)
			}
			made = append(append(made, a[at:h.old]...), b[h.new:h.newEnd]...)
			at = h.oldEnd
		}
		if made = append(made, a[at:]...); !slices.Equal(made, b) {
			t.Fatalf("%q becomes %q, not %q", a, made, b)
		}
	})
}

// A passage takes the place of an old one only when half of it stayed.
func TestFollows(t *testing.T) {
	for _, c := range []struct {
		was, is string
		want    bool
	}{
		{"Seoul offered 13% more.", "Seoul offered 13.9% more.", true},
		{"It went without rent on land.", "By one report it paid for a move.", false},
		{"", "Added.", false},
		{"the the the the", "the cat sat there", false},
	} {
		if got := (Passage{Text: c.is}).follows(Passage{Text: c.was}); got != c.want {
			t.Errorf("%q after %q: %v", c.is, c.was, got)
		}
	}
}

// Nothing in a record or a text is markup for a code host, or calls anybody.
func TestPlainIsInert(t *testing.T) {
	const text = "<img src=x> @someone #12 [a](b) `c` | *d* _e_ ~~f~~ \\ &amp; $x$\n# g"
	rest := regexp.MustCompile(`\\[[:punct:]]|&#?[a-z0-9]+;`).ReplaceAllString(plain(text), "")
	if strings.ContainsAny(rest, "<>@#[]`|*_~\\&$\n") {
		t.Errorf("%s is left of %s", rest, plain(text))
	}
}
