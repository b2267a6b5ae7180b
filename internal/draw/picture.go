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

// A picture is opaque. Its pixels are numbers of colours, in the order in which the colours came up: the first are
// those that fill areas.
type picture struct {
	image.Rectangle
	pixels  []int32 // by rows
	colours []color.RGBA
	numbers map[color.RGBA]int32
}

// newPicture is a picture in one colour.
func newPicture(r image.Rectangle, ground color.RGBA) *picture {
	p := &picture{Rectangle: r, pixels: make([]int32, r.Dx()*r.Dy()), numbers: map[color.RGBA]int32{}}
	p.number(ground)
	return p
}

// number gives the number of a colour, a new one if need be.
func (p *picture) number(c color.RGBA) int32 {
	n, ok := p.numbers[c]
	if !ok {
		n = int32(len(p.colours))
		p.numbers[c] = n
		p.colours = append(p.colours, c)
	}
	return n
}

// blend lays a colour over an area, as far as a mask covers each pixel.
func (p *picture) blend(area image.Rectangle, mask *image.Alpha, over color.RGBA) {
	full := p.number(over)
	for y := range area.Dy() {
		row := p.pixels[(area.Min.Y+y)*p.Dx()+area.Min.X:]
		for x, cover := range mask.Pix[y*mask.Stride:][:area.Dx()] {
			step := (uint32(cover)*coverageSteps + 127) / 255
			switch {
			case step == 0:
			case step == coverageSteps:
				row[x] = full
			default:
				under, part := p.colours[row[x]], step*(255/coverageSteps)
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
func (p *picture) order() []int32 {
	pixels, first, order := make([]int, len(p.colours)), make([]int, len(p.colours)), make([]int32, len(p.colours))
	for i := range order {
		order[i], first[i] = int32(i), len(p.pixels)
	}
	if len(order) <= 256 {
		return order
	}
	for i, n := range p.pixels {
		pixels[n]++
		first[n] = min(first[n], i)
	}
	order = slices.DeleteFunc(order, func(n int32) bool { return pixels[n] == 0 })
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(pixels[b], pixels[a]), cmp.Compare(first[a], first[b]))
	})
	return order
}
