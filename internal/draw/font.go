package draw

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// typeface is one parsed font. Its lengths are parts of an em, so that they scale by the text size alone.
type typeface struct {
	font *sfnt.Font
	ppem fixed.Int26_6 // font units to an em: the size at which sfnt's lengths are font units
}

// Parsing takes a millisecond and the fonts never change, so each is read once, when first needed.
var fonts = map[Face][2]func() typeface{
	Sans:  {reading(liberationsansregular.TTF), reading(liberationsansbold.TTF)},
	Serif: {reading(liberationserifregular.TTF), reading(liberationserifbold.TTF)},
}

func reading(ttf []byte) func() typeface {
	return sync.OnceValue(func() typeface {
		f, err := sfnt.Parse(ttf)
		must(err)
		return typeface{f, fixed.Int26_6(f.UnitsPerEm())}
	})
}

func fontFor(face Face, w Weight) typeface { return fonts[face][min(w, Semibold)]() }

// NoGlyph returns the characters of s that the fonts of PNG and measuring lack, in order, each once.
func NoGlyph(s string) []rune {
	var lacking []rune
	seen := map[rune]bool{}
	var b sfnt.Buffer
	for _, r := range clean(s) {
		if !seen[r] && fontFor(Sans, Regular).glyph(&b, r) == 0 {
			lacking = append(lacking, r)
		}
		seen[r] = true
	}
	return lacking
}

// square reports whether a letter is as wide as it is high in the fonts that have it: those
// of East Asia.
func square(r rune) bool {
	return unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF60
}

// glyph returns 0, the font's "missing" box, for a character it lacks.
func (t typeface) glyph(b *sfnt.Buffer, r rune) sfnt.GlyphIndex {
	g, err := t.font.GlyphIndex(b, r)
	must(err)
	return g
}

// width returns the length of s in ems.
func (t typeface) width(s string) float64 {
	return t.lay(s, func(sfnt.GlyphIndex, fixed.Int26_6, fixed.Int26_6) {})
}

// ems turns a length in font units into parts of an em.
func (t typeface) ems(length fixed.Int26_6) float64 { return float64(length) / float64(t.ppem) }

// lay sets s with kerning, as browsers do: it calls each with every glyph and where it begins and ends, in font units,
// and returns the length of the whole in ems.
func (t typeface) lay(s string, each func(g sfnt.GlyphIndex, from, to fixed.Int26_6)) float64 {
	var b sfnt.Buffer
	x := fixed.Int26_6(0)
	before := sfnt.GlyphIndex(0)
	for i, r := range s {
		g := t.glyph(&b, r)
		if kern, err := t.font.Kern(&b, before, g, t.ppem, font.HintingNone); i > 0 && !errors.Is(err, sfnt.ErrNotFound) {
			must(err)
			x += kern
		}
		advance, err := t.font.GlyphAdvance(&b, g, t.ppem, font.HintingNone)
		must(err)
		if g == 0 && square(r) {
			advance = t.ppem
		}
		each(g, x, x+advance)
		x += advance
		before = g
	}
	return t.ems(x)
}

// outlines returns the contours of the letters of s for a text of size pixels that begins at x, y, and its width in
// pixels. Curves are cut into lines finer than can be seen.
func (t typeface) outlines(s string, x, y, size float64) (contours [][]Point, width float64) {
	var b sfnt.Buffer
	width = size * t.lay(s, func(g sfnt.GlyphIndex, from, _ fixed.Int26_6) {
		segments, err := t.font.LoadGlyph(&b, g, t.ppem, nil)
		must(err)
		to := func(p fixed.Point26_6) Point {
			return Point{x + size*(t.ems(from)+t.ems(p.X)), y + size*t.ems(p.Y)}
		}
		for _, s := range segments {
			if s.Op == sfnt.SegmentOpMoveTo {
				contours = append(contours, append(make([]Point, 0, 2*len(segments)), to(s.Args[0])))
				continue
			}
			last := &contours[len(contours)-1]
			switch s.Op {
			case sfnt.SegmentOpLineTo:
				*last = append(*last, to(s.Args[0]))
			case sfnt.SegmentOpQuadTo:
				*last = appendCurve(*last, to(s.Args[0]), to(s.Args[1]))
			default:
				panic("draw: cubic curve in a TrueType font")
			}
		}
	})
	return contours, width
}

// appendCurve adds the quadratic curve from the last point by way of control to end, as lines within a twentieth of a
// pixel of it.
func appendCurve(points []Point, control, end Point) []Point {
	start := points[len(points)-1]
	bend := math.Hypot(start.X-2*control.X+end.X, start.Y-2*control.Y+end.Y)
	n := math.Max(1, math.Ceil(math.Sqrt(bend/4/0.05)))
	for i := 1.0; i <= n; i++ {
		u := i / n
		a, b, c := (1-u)*(1-u), 2*u*(1-u), u*u
		points = append(points, Point{
			a*start.X + b*control.X + c*end.X,
			a*start.Y + b*control.Y + c*end.Y,
		})
	}
	return points
}

// must panics: the fonts are part of the program, so they cannot fail in a way that a caller could mend.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("draw: embedded font: %v", err))
	}
}
