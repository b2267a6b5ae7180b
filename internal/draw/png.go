package draw

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"sync"

	"golang.org/x/image/vector"
)

// PNG draws the canvas as a picture, scale pixels to a user unit, over its ground.
func PNG(c Canvas, scale float64, theme Theme) []byte {
	p, ok := painters.Get().(*painter)
	if !ok {
		p = newPainter()
	}
	p.canvas(c, scale, theme)
	p.file.Reset()
	// To search longer for repetitions takes three times as long and saves a tenth of the bytes.
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: p}
	if err := encoder.Encode(&p.file, p.indexed()); err != nil {
		panic(fmt.Sprintf("draw: encoding into memory: %v", err))
	}
	out := bytes.Clone(p.file.Bytes())
	painters.Put(p)
	return out
}

// Pictures are large, and to get fresh memory takes longer than to draw in it. So a painter takes the room of its last
// picture, and so does what compresses it.
var painters sync.Pool

// Get and Put are how the encoder comes by its memory.
func (p *painter) Get() *png.EncoderBuffer       { return p.encoding }
func (p *painter) Put(buffer *png.EncoderBuffer) { p.encoding = buffer }

// canvas begins a picture and paints it.
func (p *painter) canvas(c Canvas, scale float64, theme Theme) {
	mustBeSound(c)
	c.Marks = forFile(c.Marks)
	// Scaling first means that below here a user unit is a pixel.
	g := c.At(0, 0, scale)
	// Plain colours come first, so that what fills areas has a small number.
	colours := []color.RGBA{rgb(c.ground().Hex(theme))}
	for _, s := range palette {
		colours = append(colours, rgb(s.Token.Hex(theme)))
	}
	p.begin(image.Rect(0, 0, pixels(c.W*scale), pixels(c.H*scale)), colours...)
	for i, s := range palette {
		k := p.inks[s.Token]
		*k = ink{RGBA: colours[1+i], number: uint8(p.number(colours[1+i])), known: k.known[:0]}
	}
	p.marks(g.Marks)
}

// pixels is the size of a picture's side. 20 000 is far beyond any use and near what readers refuse to open.
func pixels(v float64) int {
	n := math.Round(v)
	if !(n >= 1 && n <= 20_000) {
		panic(fmt.Sprintf("draw: picture with a side of %g pixels", v))
	}
	return int(n)
}

func rgb(hex string) color.RGBA {
	v, err := strconv.ParseUint(hex[1:], 16, 24)
	if err != nil {
		panic("draw: colour " + hex)
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xFF}
}

// painter sets marks into a picture.
type painter struct {
	picture
	z        vector.Rasterizer
	inks     map[Token]*ink
	letters  outlines    // of the text in hand
	polygons []polygon   // the shape in hand
	cover    image.Alpha // how much of each pixel it covers
	file     bytes.Buffer
	encoding *png.EncoderBuffer // nil before the first
}

func newPainter() *painter {
	p := &painter{inks: map[Token]*ink{}}
	for _, s := range palette {
		p.inks[s.Token] = new(ink)
	}
	return p
}

func (p *painter) marks(marks []Mark) {
	for _, m := range marks {
		switch m := m.(type) {
		case Rect:
			p.rect(m)
		case Line:
			p.shape([]Point{{m.X1, m.Y1}, {m.X2, m.Y2}}, false, Paint{}, m.Stroke)
		case Path:
			p.shape(m.Points, m.Closed, m.Fill, m.Stroke)
		case Circle:
			p.shape(circlePoints(m), true, m.Fill, m.Stroke)
		case Text:
			p.text(m)
		case Group:
			p.marks(m.Marks)
		}
	}
}

func (p *painter) shape(points []Point, closed bool, f Paint, s Stroke) {
	if f.Token != "" {
		p.fill([][]Point{points}, f)
	}
	if s.token() != "" {
		p.fill(s.outline(points, closed), Solid(s.Token))
	}
}

func (p *painter) text(t Text) {
	x := t.X
	if t.Anchor != Start {
		x = t.left(t.Width())
	}
	for _, r := range t.runs() {
		width := p.letters.set(fontFor(t.Face, r.weight), r.s, x, t.Y, t.Size)
		p.fill(p.letters.contours, Solid(r.fill))
		x += width
	}
}

// circlePoints is a polygon within a twentieth of a pixel of the circle, begun at its right like SVG's.
func circlePoints(c Circle) []Point {
	n := 16.0
	if c.R > 1 {
		n = math.Max(n, math.Ceil(math.Pi/math.Acos(1-0.05/c.R)))
	}
	points := make([]Point, int(n))
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		points[i] = Point{c.X + c.R*cos, c.Y + c.R*sin}
	}
	return points
}

// fill paints the area inside the contours.
func (p *painter) fill(contours [][]Point, f Paint) { p.tiles(p.take(contours), f) }

// take makes contours the shape in hand, and returns the pixels of the picture that it touches.
func (p *painter) take(contours [][]Point) image.Rectangle {
	p.polygons = p.polygons[:0]
	all := none
	for _, points := range contours {
		e := extentOf(points)
		p.polygons = append(p.polygons, polygon{points, e})
		all = extent{min(all.x0, e.x0), min(all.y0, e.y0), max(all.x1, e.x1), max(all.y1, e.y1)}
	}
	if all == none { // a space
		return image.Rectangle{}
	}
	return all.pixels().Intersect(p.Rectangle)
}

// tiles paints what of the shape in hand lies in the area.
func (p *painter) tiles(area image.Rectangle, f Paint) {
	for y := area.Min.Y; y < area.Max.Y; y += tileSide {
		for x := area.Min.X; x < area.Max.X; x += tileSide {
			p.tile(image.Rect(x, y, x+tileSide, y+tileSide).Intersect(area), f)
		}
	}
}

// tile does so for an area no larger than a tile.
func (p *painter) tile(area image.Rectangle, f Paint) {
	p.measure(area)
	if f.Pitch > 0 {
		p.blend(area, p.inks[Surface])
		p.keepStripes(area, f.Pitch)
	}
	p.blend(area, p.inks[f.Token])
}

// blend lays a colour over the area, as far as the shape covers each pixel.
func (p *painter) blend(area image.Rectangle, k *ink) {
	for y := range area.Dy() {
		cover := p.cover.Pix[y*p.cover.Stride:][:area.Dx()]
		first := (area.Min.Y+y)*p.Dx() + area.Min.X
		pix := p.pix[first:][:len(cover)]
		for i, c := range cover {
			switch {
			case c < leastCover:
			case c >= mostCover:
				pix[i] = k.number
			default:
				p.set(first+i, p.over(k, p.at(first+i), stepOf(c)))
			}
		}
	}
}
