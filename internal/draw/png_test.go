package draw

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"testing"

	"sharingthecost/internal/golden"
)

func decode(t *testing.T, b []byte) *image.RGBA {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	return out
}

// Pictures have a palette. Up to 256 colours nothing is lost; beyond that the
// rarest take a colour that is near.
func TestIndexedPictures(t *testing.T) {
	for colours, most := range map[int]int{7: 0, 256: 0, 300: 16, 5000: 128} {
		p := newPicture(image.Rect(0, 0, 5000, 2), color.RGBA{0, 0, 0, 255})
		for x := range 5000 {
			v := x % colours
			p.pixels[x] = p.number(color.RGBA{uint8(v), uint8(v >> 8 << 3), 0, 255})
		}
		got := p.indexed()
		for i, n := range p.pixels {
			want := p.colours[n].(color.RGBA)
			r, g, b, _ := got.At(i%5000, i/5000).RGBA()
			off := max(diff(uint8(r), want.R), diff(uint8(g), want.G), diff(uint8(b), want.B))
			if off > most {
				t.Fatalf("of %d colours, pixel %d is off by %d", colours, i, off)
			}
		}
	}
}

func diff(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// TestPicturesStay compares the pixels, not the bytes of the file: another Go release may compress differently.
func TestPicturesStay(t *testing.T) {
	c := sample()
	card := Card{Headline: "“400% more” would have meant paying five times as much", Kicker: "Sharing the Cost",
		Source: "Source: a newspaper", Inner: func(float64, float64) Canvas { return c }}.Canvas()
	var hashes bytes.Buffer
	for _, p := range []struct {
		name string
		png  []byte
	}{
		{"sample, light", PNG(c, 2, Default(), Light)},
		{"sample, dark, odd scale", PNG(c, 1.37, Default(), Dark)},
		{"card", PNG(card, 1, Default(), Light)},
	} {
		m := decode(t, p.png)
		fmt.Fprintf(&hashes, "%x  %s %v\n", sha256.Sum256(m.Pix), p.name, m.Bounds().Max)
	}
	golden.Check(t, "testdata/pixels.sha256", hashes.Bytes())
}

func TestProbes(t *testing.T) {
	for _, theme := range []Theme{Light, Dark} {
		m := decode(t, PNG(sample(), 2, Default(), theme))
		for _, p := range []struct {
			what string
			x, y float64 // user units
			want Token
		}{
			{"ground", 3, 3, Surface},
			{"ground, last pixel", 679.5, 299.5, Surface},
			{"band", 450, 40, Band},
			{"grey column", 60, 200, Grey},
			{"blue column", 180, 200, C1},
			{"wedge", 490, 90, C1Pale},
			{"thick line", 600, 130, C2},
			{"its mitre, outside the two pieces", 548, 163, C2},
			{"inside the hollow circle", 440, 80, Surface},
			{"diamond", 530, 242, C3},
			{"beside the diamond", 519, 232, Surface},
			{"square", 570, 242, C2},
			{"hatch line: x + y a multiple of 8, plus 1", 528, 193, C2},
			{"between hatch lines", 530, 194.5, Surface},
			{"first dash", 586, 176.5, Caution},
			{"first gap", 590, 176.5, Surface},
			{"second dash", 593, 176.5, Caution},
		} {
			if got, want := m.RGBAAt(int(p.x*2), int(p.y*2)), rgb(Default().Hex(p.want, theme)); got != want {
				t.Errorf("theme %d, %s at %g, %g: %v, want %v (%s)", theme, p.what, p.x, p.y, got, want, p.want)
			}
		}
	}
}

// TestPlacing: a canvas placed at twice its size is the canvas drawn at scale two.
func TestPlacing(t *testing.T) {
	c := sample()
	outer := Canvas{W: 2 * c.W, H: 2 * c.H, Marks: []Mark{c.At(0, 0, 2)}}
	if !bytes.Equal(PNG(outer, 1, Default(), Light), PNG(c, 2, Default(), Light)) {
		t.Error("placing and scaling differ")
	}
}

// TestInkArea: what a stroke or a circle covers is what geometry says.
func TestInkArea(t *testing.T) {
	for _, tt := range []struct {
		what string
		mark Mark
		want float64
	}{
		{"circle", Circle{X: 50, Y: 50, R: 30, Fill: Solid(OnGrey)}, math.Pi * 900},
		{"ring", Circle{X: 50, Y: 50, R: 30, Stroke: Pen(OnGrey, 4)}, 2 * math.Pi * 30 * 4},
		{"slanted line", Line{10, 10, 40, 50, Pen(OnGrey, 3)}, 150},
		{"frame with mitred corners", Rect{X: 20, Y: 20, W: 40, H: 30, Stroke: Pen(OnGrey, 4)}, 44*34 - 36*26},
		{"dashes: 4 of each 6, along 3 whole periods", Line{10, 10, 28, 10, Pen(OnGrey, 2).Dashed(4, 2)}, 24},
		{"dashes carried round a corner",
			Path{Points: []Point{{10, 10}, {20, 10}, {20, 20}}, Stroke: Pen(OnGrey, 1).Dashed(15, 9)}, 15},
		{"hatch", Rect{X: 8, Y: 8, W: 80, H: 80, Fill: Hatch(OnGrey)}, 6400 * hatchPart},
		{"partly outside", Rect{X: -10, Y: 90, W: 20, H: 1e9, Fill: Solid(OnGrey)}, 100},
		{"wholly outside", Circle{X: 500, Y: 50, R: 30, Fill: Solid(OnGrey)}, 0},
	} {
		// OnFill is white in light, so darkness counts the area.
		m := decode(t, PNG(Canvas{W: 100, H: 100, Ground: OnFill, Marks: []Mark{tt.mark}}, 4, Default(), Light))
		ink := rgb(Default().Hex(OnGrey, Light))
		got := 0.0
		for i := 0; i < len(m.Pix); i += 4 {
			got += float64(255-m.Pix[i]) / float64(255-ink.R)
		}
		if got /= 16; math.Abs(got-tt.want) > 0.006*tt.want+0.2 {
			t.Errorf("%s covers %.2f, want %.2f", tt.what, got, tt.want)
		}
	}
}

// TestLettersWhereMeasured: the ink of a text lies within the width that TextWidth gives, to the side its anchor says.
func TestLettersWhereMeasured(t *testing.T) {
	for _, anchor := range []Anchor{Start, Middle, End} {
		text := Text{X: 150, Y: 40, Size: 20, Weight: Bold, Anchor: anchor, S: "HAVE 1 ", Spans: []Span{{S: "trill"}}}
		m := decode(t, PNG(Canvas{W: 300, H: 60, Marks: []Mark{text}}, 1, Default(), Light))
		first, last := 300, 0
		for x := range 300 {
			for y := range 60 {
				if m.RGBAAt(x, y) != (color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
					first, last = min(first, x), max(last, x)
				}
			}
		}
		left := text.Left(text.Width())
		if math.Abs(float64(first)-left) > 3 || math.Abs(float64(last)-left-text.Width()) > 3 {
			t.Errorf("anchor %d: ink from %d to %d, measured %.1f to %.1f", anchor, first, last, left, left+text.Width())
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	c := sample()
	for b.Loop() {
		PNG(c, 2, Default(), Light)
	}
}
