package draw

import (
	"errors"
	"fmt"
	"math"
	"sync"

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
	em   float64       // font units to an em
	ppem fixed.Int26_6 // the size at which sfnt's lengths are font units
}

// Parsing takes a millisecond and the fonts never change, so each is read once, when first needed.
var (
	sansRegular  = sync.OnceValue(func() typeface { return parse(liberationsansregular.TTF) })
	sansBold     = sync.OnceValue(func() typeface { return parse(liberationsansbold.TTF) })
	serifRegular = sync.OnceValue(func() typeface { return parse(liberationserifregular.TTF) })
	serifBold    = sync.OnceValue(func() typeface { return parse(liberationserifbold.TTF) })
)

func parse(ttf []byte) typeface {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(fmt.Sprintf("draw: embedded font: %v", err))
	}
	em := f.UnitsPerEm()
	return typeface{f, float64(em), fixed.Int26_6(em)}
}

func fontFor(face Face, w Weight) typeface {
	switch {
	case face == Serif && w == Regular:
		return serifRegular()
	case face == Serif:
		return serifBold()
	case w == Regular:
		return sansRegular()
	}
	return sansBold()
}

// NoGlyph returns the characters of s that the fonts of PNG and measuring lack, in order, each once.
func NoGlyph(s string) []rune {
	var lacking []rune
	seen := map[rune]bool{}
	var b sfnt.Buffer
	for _, r := range clean(s) {
		if !seen[r] && sansRegular().glyph(&b, r) == 0 {
			lacking = append(lacking, r)
		}
		seen[r] = true
	}
	return lacking
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
func (t typeface) ems(length fixed.Int26_6) float64 { return float64(length) / t.em }

// lay sets s with kerning, as browsers do: it calls each with every glyph and where it begins and ends, in font units,
// and returns the length of the whole in ems.
func (t typeface) lay(s string, each func(g sfnt.GlyphIndex, from, to fixed.Int26_6)) float64 {
	var b sfnt.Buffer
	x := fixed.Int26_6(0)
	before, first := sfnt.GlyphIndex(0), true
	for _, r := range s {
		g := t.glyph(&b, r)
		if !first {
			x += t.kern(&b, before, g)
		}
		advance, err := t.font.GlyphAdvance(&b, g, t.ppem, font.HintingNone)
		must(err)
		each(g, x, x+advance)
		x += advance
		before, first = g, false
	}
	return t.ems(x)
}

func (t typeface) kern(b *sfnt.Buffer, left, right sfnt.GlyphIndex) fixed.Int26_6 {
	k, err := t.font.Kern(b, left, right, t.ppem, font.HintingNone)
	if errors.Is(err, sfnt.ErrNotFound) {
		return 0
	}
	must(err)
	return k
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
