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

// stepOf rounds a coverage (0–255) to a step.
func stepOf(cover uint8) uint32 { return (uint32(cover)*coverageSteps + 127) / 255 }

// The least coverage that makes a step, and the least that makes all.
const (
	leastCover = (255-127)/coverageSteps + 1
	mostCover  = (255*coverageSteps-127)/coverageSteps + 1
)

// A picture is opaque. Its pixels are numbers of colours, as in the file: a
// quarter of the bytes, and what one colour makes of another is worked out
// once, not at every pixel of every edge.
type picture struct {
	image.Rectangle
	pix     []uint8        // by rows; many stands for a number that is in rare
	rare    map[int]uint16 // the numbers from many on, by place in pix
	colours []color.RGBA   // by number
	numbers map[color.RGBA]uint16
}

// many is the number from which on colours are too many for a byte. Pixels of
// them are few: edges upon edges.
const many = 255

// begin makes p a new picture in the colour of number 0, in the room of the last one.
func (p *picture) begin(r image.Rectangle, colours ...color.RGBA) {
	p.Rectangle = r
	p.pix = slices.Grow(p.pix[:0], r.Dx()*r.Dy())[:r.Dx()*r.Dy()]
	clear(p.pix)
	p.colours = p.colours[:0]
	if p.rare == nil {
		p.rare, p.numbers = map[int]uint16{}, map[color.RGBA]uint16{}
	}
	clear(p.rare)
	clear(p.numbers)
	for _, c := range colours {
		p.number(c)
	}
}

// number gives the number of a colour, a new one if need be. Where all are
// taken it is that of the nearest.
func (p *picture) number(c color.RGBA) uint16 {
	n, ok := p.numbers[c]
	if ok {
		return n
	}
	if len(p.colours) == 1<<16 {
		return uint16(paletteOf(p.colours).Index(c))
	}
	n = uint16(len(p.colours))
	p.numbers[c] = n
	p.colours = append(p.colours, c)
	return n
}

func (p *picture) at(i int) uint16 {
	if n := p.pix[i]; n != many {
		return uint16(n)
	}
	return p.rare[i]
}

func (p *picture) set(i int, n uint16) {
	if n < many {
		p.pix[i] = uint8(n)
		return
	}
	p.pix[i] = many
	p.rare[i] = n
}

// An ink is a colour that marks are painted in.
type ink struct {
	color.RGBA
	number uint8
	known  [][coverageSteps + 1]int32 // by the number of the colour below and the step: one more than the number of what comes of it; 0 is not worked out yet
}

// over returns the number of what a step of the ink makes of a colour below.
func (p *picture) over(k *ink, below uint16, step uint32) uint16 {
	if int(below) >= len(k.known) {
		more := len(p.colours) - len(k.known)
		k.known = slices.Grow(k.known, more)[:len(p.colours)]
		clear(k.known[len(k.known)-more:])
	}
	known := &k.known[below][step]
	if *known == 0 {
		c, part := p.colours[below], step*(255/coverageSteps)
		*known = 1 + int32(p.number(color.RGBA{mix(c.R, k.R, part), mix(c.G, k.G, part), mix(c.B, k.B, part), 0xFF}))
	}
	return uint16(*known - 1)
}

func mix(under, over uint8, a uint32) uint8 {
	return uint8((uint32(under)*(255-a) + uint32(over)*a + 127) / 255)
}

// indexed gives the picture its palette. Where edges upon edges make more than
// 256 colours, the rarest take the nearest of the others.
func (p *picture) indexed() *image.Paletted {
	out := &image.Paletted{Pix: p.pix, Stride: p.Dx(), Rect: p.Rectangle, Palette: paletteOf(p.colours)}
	if len(p.colours) <= many {
		return out
	}
	seen := p.tally()
	kept := seen[:min(len(seen), 256)]
	out.Palette = make(color.Palette, len(kept))
	index := make([]uint8, len(p.colours))
	for i, t := range kept {
		out.Palette[i], index[t.number] = p.colours[t.number], uint8(i)
	}
	for _, t := range seen[len(kept):] {
		index[t.number] = uint8(out.Palette.Index(p.colours[t.number]))
	}
	for i, n := range out.Pix {
		if n == many {
			out.Pix[i] = index[p.rare[i]]
		} else {
			out.Pix[i] = index[n]
		}
	}
	return out
}

// A tally says how many pixels have a colour, and where the first of them is.
type tally struct {
	number        uint16
	pixels, first int
}

// tally lists the colours that are in the picture, the most frequent first.
func (p *picture) tally() []tally {
	all := make([]tally, len(p.colours))
	count := func(n uint16, first, pixels int) {
		t := &all[n]
		if t.pixels == 0 || first < t.first {
			t.number, t.first = n, first
		}
		t.pixels += pixels
	}
	for i := 0; i < len(p.pix); { // runs of one colour are long in drawings
		n, first := p.pix[i], i
		for i < len(p.pix) && p.pix[i] == n {
			i++
		}
		if n != many {
			count(uint16(n), first, i-first)
		}
	}
	for i, n := range p.rare {
		if p.pix[i] == many { // else it was painted over
			count(n, i, 1)
		}
	}
	all = slices.DeleteFunc(all, func(t tally) bool { return t.pixels == 0 })
	slices.SortFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.pixels, a.pixels), cmp.Compare(a.first, b.first))
	})
	return all
}

func paletteOf(colours []color.RGBA) color.Palette {
	all := make(color.Palette, len(colours))
	for i, c := range colours {
		all[i] = c
	}
	return all
}
