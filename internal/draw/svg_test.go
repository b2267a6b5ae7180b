package draw

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"sharingthecost/internal/golden"
)

func TestGolden(t *testing.T) {
	c := sample()
	inline := SVG(c, Inline{ID: "sample", Class: "wide", Title: "A sample & its name", DescribedBy: "sample-description"})
	file := SVGFile(c, Default(), "A sample & its name", "Every mark once.")
	golden.Check(t, "testdata/inline.svg", []byte(inline))
	golden.Check(t, "testdata/file.svg", file)
	golden.Check(t, "testdata/drawing.css", []byte(Default().CSS()))
	textOf(t, inline)
	textOf(t, string(file))
}

// TestInlineUnderStrictPolicy: what a Content-Security-Policy forbids, and colours that no stylesheet could change,
// never stand in a page.
func TestInlineUnderStrictPolicy(t *testing.T) {
	svg := SVG(sample(), Inline{ID: "sample", Title: "Sample"})
	for _, unwanted := range []string{`style=`, `<style`, `xmlns`, `fill="#`, `stroke="#`, `href`} {
		if strings.Contains(svg, unwanted) {
			t.Errorf("inline SVG holds %s", unwanted)
		}
	}
}

func TestEveryClassHasARule(t *testing.T) {
	css := Default().CSS()
	svg := SVG(sample(), Inline{ID: "sample", Title: "Sample"})
	classes := regexp.MustCompile(`\b[fs]-[a-z0-9-]+`)
	for _, attribute := range regexp.MustCompile(`class="[^"]*"`).FindAllString(svg, -1) {
		for _, class := range classes.FindAllString(attribute, -1) {
			if !strings.Contains(css, "\n."+class+" { ") {
				t.Errorf("no rule for .%s", class)
			}
		}
	}
}

// TestIdsDoNotMeet: two drawings on one page share no id, and refer only to their own.
func TestIdsDoNotMeet(t *testing.T) {
	ids := regexp.MustCompile(`(?:id="|url\(#|labelledby=")([^")]+)`)
	seen := map[string]string{}
	for _, drawing := range []string{"a", "b"} {
		for _, m := range ids.FindAllStringSubmatch(SVG(sample(), Inline{ID: drawing, Title: "Sample"}), -1) {
			if other := seen[m[1]]; other != "" && other != drawing {
				t.Errorf("id %s is in both drawings", m[1])
			}
			seen[m[1]] = drawing
		}
	}
	if len(seen) < 6 { // two titles, two hatches each
		t.Errorf("saw only the ids %v", seen)
	}
}

func TestHidden(t *testing.T) {
	c := Canvas{W: 10, H: 20.125, Marks: []Mark{Text{}, Rect{W: 1, H: 1}, Path{}, Line{Stroke: Stroke{Token: Ink}}}}
	got := SVG(c, Inline{ID: "x", Hidden: true})
	want := `<svg class="drawing" viewBox="0 0 10 20.13" width="10" height="20.13" aria-hidden="true" focusable="false">
<rect x="0" y="0" width="1" height="1" fill="none"/>
<path d="" fill="none"/>
<line x1="0" y1="0" x2="0" y2="0"/>
</svg>
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestNum(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", 12.5: "12.5", 0.004: "0", -0.004: "0", 99.999: "100", -3.14159: "-3.14", 1e6: "1000000",
	} {
		if got := num(v); got != want {
			t.Errorf("num(%g) = %s, want %s", v, got, want)
		}
	}
}

func TestOwnMistakesPanic(t *testing.T) {
	named := Inline{ID: "x", Title: "X"}
	one := func(m Mark) Canvas { return Canvas{W: 9, H: 9, Marks: []Mark{m}} }
	for want, f := range map[string]func(){
		"draw: canvas of 0 × 5":                          func() { SVG(Canvas{H: 5}, named) },
		`draw: "1x" cannot begin the ids of a drawing`:   func() { SVG(one(Rect{}), Inline{ID: "1x", Title: "X"}) },
		"draw: drawing x has no title and is not hidden": func() { SVG(one(Rect{}), Inline{ID: "x"}) },
		"draw: mark 0: no such token: navy":              func() { SVG(one(Rect{Fill: Solid("navy")}), named) },
		"draw: mark 0: mark 1: is nil":                   func() { SVG(one(Group{Marks: []Mark{Rect{}, nil}}), named) },
		"draw: picture with a side of 90000 pixels":      func() { PNG(one(Rect{}), 1e4, Default(), Light) },
		"draw: a text with spans cannot be wrapped":      func() { Text{Spans: []Span{{}}}.Wrap(9, 9) },
		"draw: an axis needs room for two ticks":         func() { Ticks(0, 1, 1) },
		"draw: no such token: navy":                      func() { Default().Hex("navy", Dark) },
		"draw: mark 0: negative length in {X:0 Y:0 R:-1 Fill:{Token: Pitch:0} Stroke:{Token: Width:0 On:0 Off:0}}": func() {
			PNG(one(Circle{R: -1}), 1, Default(), Light)
		},
		"draw: mark 0: a number is not finite in {X1:0 Y1:NaN X2:0 Y2:0 Stroke:{Token: Width:0 On:0 Off:0}}": func() {
			SVGFile(one(Line{Y1: math.NaN()}), Default(), "", "")
		},
	} {
		func() {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("got panic %v, want %s", got, want)
				}
			}()
			f()
		}()
	}
}

// textOf returns the characters inside text elements of an SVG, which must be well-formed.
func textOf(t *testing.T, svg string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(svg))
	for inside := false; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = inside || token.Name.Local == "text"
		case xml.EndElement:
			inside = inside && token.Name.Local != "text"
		case xml.CharData:
			if inside {
				b.Write(token)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("1.18", " trillion", "Alt")
	f.Add("a < b & \"c\" 'd' ]]>", "<script>", "--></title>")
	f.Add("\x00\xff\ufffe\u200f 한국어 \U0001F600", "\r\n\t", "\x1b")
	f.Fuzz(func(t *testing.T, s, span, title string) {
		text := Text{X: 10, Y: 20, Size: 13, S: s, Spans: []Span{{S: span, Weight: Bold, Fill: C2}}}
		c := Canvas{W: 90, H: 40, Marks: []Mark{text}}
		if title == "" {
			title = "x"
		}
		svg := SVG(c, Inline{ID: "f", Class: s, Title: title, DescribedBy: span})
		if got, want := textOf(t, svg), clean(s)+clean(span); got != want {
			t.Errorf("text reads %q, want %q", got, want)
		}
		textOf(t, string(SVGFile(c, Default(), title, s)))
		Overlaps(c, FontSafety)
		NoGlyph(s)
		Text{Size: 13, S: s}.Wrap(60, 16)
		if len(s)+len(span) < 200 {
			PNG(c, 1, Default(), Light)
		}
	})
}

// sample has every mark, paint, stroke, weight and anchor once, laid out like a chart of the site.
func sample() Canvas {
	c := Canvas{W: 680, H: 300}
	c.Add(Group{Class: "bands", Marks: []Mark{Rect{X: 380, Y: 0, W: 120, H: 280, Fill: Solid(Band)}}})
	y := Scale{Domain: [2]float64{0, 2}, Range: [2]float64{250, 50}}
	for _, t := range Ticks(0, 2, 5) {
		c.Add(Line{X1: 44, Y1: y.At(t), X2: 500, Y2: y.At(t), Stroke: Pen(Rule, 1)},
			Text{X: 38, Y: y.At(t) + 4, Size: 12, Anchor: End, Fill: Ink3, S: fmt.Sprint(t)})
	}
	for i, v := range []float64{1.04, 1.04, 1.18, 1.25, 1.29} {
		x := 54 + 60*float64(i)
		bar, label := Rect{X: x, Y: y.At(v), W: 48, H: y.At(0) - y.At(v), Fill: Solid(C1)}, OnFill
		if i < 2 {
			bar.Fill, label = Solid(Grey), OnGrey
		}
		c.Add(bar, Text{X: x + 24, Y: 242, Size: 13, Weight: Semibold, Anchor: Middle, Fill: label, S: fmt.Sprintf("%.2f", v)},
			Text{X: x + 24, Y: 268, Size: 12, Anchor: Middle, Fill: Ink3, S: fmt.Sprint(2019 + i)})
	}
	c.Add(
		Rect{X: 354.5, Y: y.At(1.52), W: 47, H: y.At(0) - y.At(1.52), Fill: Hatch(C1), Stroke: Pen(C1, 1.5).Dashed(4, 3)},
		Path{Points: []Point{{402, y.At(1.52)}, {500, y.At(1.85)}, {500, y.At(1.52)}}, Closed: true, Fill: Solid(C1Pale)},
		Path{Points: []Point{{402, y.At(1.52)}, {500, y.At(1.85)}}, Stroke: Pen(C1, 1.5)},
		Line{X1: 44, Y1: 250, X2: 500, Y2: 250, Stroke: Pen(Edge, 1)},
		Path{Points: []Point{{260, y.At(1.25)}, {320, y.At(1.5)}, {440, y.At(1.7)}}, Stroke: Pen(Ink2, 1.5).Dashed(6, 4)},
		Circle{X: 440, Y: y.At(1.7), R: 4.5, Fill: Solid(Surface), Stroke: Pen(Ink2, 1.5)},
		Text{X: 508, Y: y.At(1.85) + 4, Size: 13, Weight: Bold, Fill: C1, S: "1.85",
			Spans: []Span{{S: " by 2030, at most", Fill: Ink2}}},
		Text{X: 44, Y: 24, Size: 12.5, Weight: Bold, S: "Trillion won & “more”"},
		Text{X: 508, Y: 24, Size: 18, Face: Serif, Weight: Bold, S: "Serif, bold"},
	)
	steps := []Point{{512, 160}, {530, 130}, {548, 160}, {566, 130}, {660, 130}}
	c.Add(
		Path{Points: steps, Stroke: Pen(C2, 5)},
		Rect{X: 514, Y: 176, W: 60, H: 40, Fill: Hatch(C2)},
		Rect{X: 584.5, Y: 176.5, W: 76, H: 39, Stroke: Pen(Caution, 1.5).Dashed(4, 3)},
		Path{Points: []Point{{530, 230}, {542, 242}, {530, 254}, {518, 242}}, Closed: true, Fill: Solid(C3)},
		Rect{X: 560, Y: 232, W: 20, H: 20, Fill: Solid(C2)},
		Circle{X: 608, Y: 242, R: 10, Fill: Hatch(C1), Stroke: Pen(C1, 1)},
	)
	return c
}
