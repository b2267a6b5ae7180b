package draw

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Steps of coverage between nothing and all that a pixel at an edge can have. Fifteen are as smooth to the eye as 255
// and keep most drawings within the 256 colours of an indexed picture, which is a third of the size and takes a
// fraction of the time to compress.
const coverageSteps = 15

// The most colours that a picture keeps apart while it is painted; those of the site need a tenth of them.
const mostColours = 1 << 12

// A picture is opaque. Its pixels are numbers of colours, in the order in which the colours came up: the first are
// those that fill areas.
type picture struct {
	image.Rectangle
	pixels  []uint16 // by rows
	colours color.Palette
	numbers map[color.RGBA]uint16
}

// newPicture is a picture in one colour.
func newPicture(r image.Rectangle, ground color.RGBA) *picture {
	p := &picture{Rectangle: r, pixels: make([]uint16, r.Dx()*r.Dy()), numbers: map[color.RGBA]uint16{}}
	p.number(ground)
	return p
}

// number gives the number of a colour: a new one if need be, or that of the nearest colour when there are too many.
func (p *picture) number(c color.RGBA) uint16 {
	n, ok := p.numbers[c]
	switch {
	case ok:
		return n
	case len(p.colours) < mostColours:
		n = uint16(len(p.colours))
		p.colours = append(p.colours, c)
	default:
		n = uint16(p.colours.Index(c))
	}
	p.numbers[c] = n
	return n
}

// blend lays a colour over an area, as far as a mask covers each pixel.
func (p *picture) blend(area image.Rectangle, mask *image.Alpha, over color.RGBA) {
	full := p.number(over)
	for y := range area.Dy() {
		row := p.pixels[(area.Min.Y+y)*p.Dx()+area.Min.X:]
		for x, cover := range mask.Pix[y*mask.Stride:][:area.Dx()] {
			switch step := (uint32(cover)*coverageSteps + 127) / 255; step {
			case 0:
			case coverageSteps:
				row[x] = full
			default:
				under, part := p.colours[row[x]].(color.RGBA), step*(255/coverageSteps)
				row[x] = p.number(color.RGBA{mix(under.R, over.R, part), mix(under.G, over.G, part), mix(under.B, over.B, part), 0xFF})
			}
		}
	}
}

func mix(under, over uint8, part uint32) uint8 {
	return uint8((uint32(under)*(255-part) + uint32(over)*part + 127) / 255)
}

// indexed gives the picture its palette. Where edges upon edges make more than 256 colours, the rarest take the
// nearest of the others.
func (p *picture) indexed() *image.Paletted {
	palette, index := color.Palette{}, make([]uint8, len(p.colours))
	for _, n := range p.order() {
		if len(palette) < 256 {
			index[n] = uint8(len(palette))
			palette = append(palette, p.colours[n])
		} else {
			index[n] = uint8(palette.Index(p.colours[n]))
		}
	}
	out := image.NewPaletted(p.Rectangle, palette)
	for i, n := range p.pixels {
		out.Pix[i] = index[n]
	}
	return out
}

// order lists the numbers of the colours. Where there are more than 256, it lists those that are in the picture, the
// most frequent first; of two that are equally frequent, the one that comes first in the picture.
func (p *picture) order() []uint16 {
	pixels, first, order := make([]int, len(p.colours)), make([]int, len(p.colours)), make([]uint16, len(p.colours))
	for i := range order {
		order[i] = uint16(i)
	}
	if len(order) <= 256 {
		return order
	}
	for i, n := range p.pixels {
		if pixels[n] == 0 {
			first[n] = i
		}
		pixels[n]++
	}
	order = slices.DeleteFunc(order, func(n uint16) bool { return pixels[n] == 0 })
	slices.SortFunc(order, func(a, b uint16) int {
		return cmp.Or(cmp.Compare(pixels[b], pixels[a]), cmp.Compare(first[a], first[b]))
	})
	return order
}
