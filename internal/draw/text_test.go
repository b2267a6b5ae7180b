package draw

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTextWidth(t *testing.T) {
	for _, tt := range []struct {
		s    string
		w    Weight
		want float64 // in thousandths of an em, from Arial's table of widths
	}{
		{"", Regular, 0},
		{"0123456789", Regular, 5561},
		{"0123456789", Bold, 5561},
		{"0123456789", Semibold, 5561},
		{"−×%", Regular, 584 + 584 + 889},
		{"Mm", Regular, 833 + 833},
		{"AV", Regular, 667 + 667 - 74}, // a kerned pair
		{"a\nb", Regular, 556 + 278 + 556},
	} {
		if got := TextWidth(tt.s, 1000, tt.w); math.Abs(got-tt.want) > 1.5 {
			t.Errorf("TextWidth(%q, %d) = %.1f, want %.1f", tt.s, tt.w, got, tt.want)
		}
	}
}

func TestWidthWithSpans(t *testing.T) {
	text := Text{Size: 13, Weight: Bold, S: "5×", Spans: []Span{{S: " in all"}, {S: ""}}}
	want := TextWidth("5×", 13, Bold) + TextWidth(" in all", 13, Regular)
	if got := text.Width(); math.Abs(got-want) > 1e-9 {
		t.Errorf("width %g, want %g", got, want)
	}
}

func TestWrap(t *testing.T) {
	text := Text{X: 5, Y: 100, Size: 10, S: "each  dollar buys more won, so the dollar value stands\u00a0still unpronounceably"}
	lines := text.Wrap(70, 14)
	var got []string
	for i, l := range lines {
		got = append(got, l.S)
		if l.X != 5 || l.Y != 100+14*float64(i) || l.Size != 10 {
			t.Errorf("line %d is %+v", i, l)
		}
	}
	want := []string{"each dollar", "buys more", "won, so the", "dollar value", "stands\u00a0still", "unpronounceably"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if lines := (Text{Size: 10, S: " \n"}).Wrap(50, 12); lines != nil {
		t.Errorf("blank text gives %v", lines)
	}
}

func TestBalance(t *testing.T) {
	text := Text{Size: 10, S: "one two three four five six seven eight nine ten"}
	greedy, even := text.Wrap(200, 12), text.Balance(200, 12)
	if len(greedy) != 2 || len(even) != 2 {
		t.Fatalf("%d and %d lines", len(greedy), len(even))
	}
	uneven := func(l []Text) float64 { return math.Abs(l[0].Width() - l[1].Width()) }
	if uneven(even) >= uneven(greedy) || uneven(even) > 30 {
		t.Errorf("greedy %.0f apart, balanced %.0f", uneven(greedy), uneven(even))
	}
}

func TestNoGlyph(t *testing.T) {
	if got := NoGlyph("Sharing ’19–20: −5%, 4×, “€1\u00a0bn” ≈ ±½ ≤ é ○ 1.4\n"); len(got) > 0 {
		t.Errorf("lacks %q", got)
	}
	if got := string(NoGlyph("방위비 won 방")); got != "방위비" {
		t.Errorf("lacks %q", got)
	}
}

func TestOverlaps(t *testing.T) {
	c := Canvas{W: 100, H: 60, Marks: []Mark{
		Text{X: 10, Y: 20, Size: 12, S: "apart"},
		Text{X: 10, Y: 32, Size: 12, S: "below"},
		Group{Marks: []Mark{Text{X: 30, Y: 36, Size: 12, Anchor: Middle, S: "on", Spans: []Span{{S: "to"}}}}},
		Text{X: 95, Y: 55, Size: 12, S: "out"},
		Text{X: 50, Y: 9, Size: 12},
	}}
	var got []string
	for _, o := range Overlaps(c, 1) {
		got = append(got, fmt.Sprintf("%s, %s, %.0f", o.Text, o.With, math.Ceil(o.By)))
	}
	want := []string{"below, onto, 8", "out, , 12"}
	if !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
	near := Canvas{W: 100, H: 60, Marks: []Mark{
		Text{X: 10, Y: 20, Size: 10, S: "0000"}, // 22.25 wide, so it ends at 32.25
		Text{X: 33, Y: 20, Size: 10, S: "1"},
	}}
	if len(Overlaps(near, 1)) != 0 || len(Overlaps(near, FontSafety)) != 1 {
		t.Error("a wider font of the reader's is not allowed for")
	}
}

func TestCardsHaveNoOverlaps(t *testing.T) {
	inner := func(float64, float64) Canvas { return Canvas{W: 680, H: 300} }
	for _, headline := range []string{
		"Short",
		"“400% more” would have meant paying five times as much",
		"In won the bill has risen almost every year. In dollars it has sat near $1 billion since 2021",
	} {
		for _, drawing := range []func(float64, float64) Canvas{nil, inner} {
			card := Card{Headline: headline, Kicker: "Sharing the Cost", Source: "Source: a ministry", Inner: drawing}
			if got := Overlaps(card.Canvas(), 1); got != nil {
				t.Errorf("%s: %v", headline, got)
			}
		}
	}
	long := Card{Headline: strings.Repeat("a headline that never ends ", 30), Source: "Source: a ministry"}
	if Overlaps(long.Canvas(), 1) == nil {
		t.Error("an endless headline is not reported")
	}
}
