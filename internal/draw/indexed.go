package draw

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Steps of coverage between nothing and all that a pixel at an edge can have.
// Fifteen are as smooth to the eye as 255 and keep most drawings within the 256
// colours of an indexed picture, which is a third of the size and takes a
// fraction of the time to compress.
const coverageSteps = 15

// stepped rounds a coverage (0–255) to a step.
func stepped(a uint32) uint32 {
	return (a*coverageSteps + 127) / 255 * 255 / coverageSteps
}

// A shade is an opaque colour of a picture.
type shade struct {
	r, g, b uint8
	pixels  int
	index   uint8 // in the palette
}

// indexed gives an opaque picture a palette. Where edges upon edges make more
// than 256 colours, the rarest take the nearest of the others.
func indexed(img *image.RGBA) *image.Paletted {
	shades, of := shadesOf(img)
	order := make([]*shade, len(shades))
	for i := range shades {
		order[i] = &shades[i]
	}
	if len(order) > 256 {
		slices.SortStableFunc(order, func(a, b *shade) int { return cmp.Compare(b.pixels, a.pixels) })
	}
	kept := min(len(order), 256)
	out := image.NewPaletted(img.Rect, make(color.Palette, kept))
	for i, s := range order[:kept] {
		s.index = uint8(i)
		out.Palette[i] = color.RGBA{s.r, s.g, s.b, 0xFF}
	}
	for _, s := range order[kept:] {
		s.index = uint8(out.Palette.Index(color.RGBA{s.r, s.g, s.b, 0xFF}))
	}
	for i, n := range of {
		out.Pix[i] = shades[n].index
	}
	return out
}

// shadesOf lists the colours of a picture in the order in which they occur, and
// which of them each pixel has.
func shadesOf(img *image.RGBA) (shades []shade, of []int32) {
	of = make([]int32, len(img.Pix)/4)
	known := map[[3]byte]int32{}
	last, n := [3]byte{}, int32(-1)
	for i := range of {
		c := [3]byte(img.Pix[4*i : 4*i+3])
		if n < 0 || c != last { // neighbours are mostly alike
			var ok bool
			if n, ok = known[c]; !ok {
				n = int32(len(shades))
				known[c] = n
				shades = append(shades, shade{r: c[0], g: c[1], b: c[2]})
			}
			last = c
		}
		shades[n].pixels++
		of[i] = n
	}
	return shades, of
}
