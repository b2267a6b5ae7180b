package draw

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strconv"

	"golang.org/x/image/vector"
)

// PNG draws the canvas as a picture, scale pixels to a user unit, over its ground.
func PNG(c Canvas, scale float64, theme Theme) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, indexed(paintCanvas(c, scale, theme))); err != nil {
		panic(fmt.Sprintf("draw: encoding into memory: %v", err))
	}
	return b.Bytes()
}

func paintCanvas(c Canvas, scale float64, theme Theme) *image.RGBA {
	mustBeSound(c)
	c.Marks = forFile(c.Marks)
	// Scaling first means that below here a user unit is a pixel.
	g := c.At(0, 0, scale)
	p := painter{
		img:    image.NewRGBA(image.Rect(0, 0, pixels(c.W*scale), pixels(c.H*scale))),
		z:      vector.NewRasterizer(0, 0),
		colour: map[Token]color.RGBA{},
	}
	for _, s := range Palette() {
		p.colour[s.Token] = rgb(s.Token.Hex(theme))
	}
	draw.Draw(p.img, p.img.Rect, image.NewUniform(p.colour[c.ground()]), image.Point{}, draw.Src)
	p.marks(g.Marks)
	return p.img
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

// painter sets marks into an opaque picture.
type painter struct {
	img    *image.RGBA
	z      *vector.Rasterizer
	cover  image.Alpha // scratch: how much of each pixel the shape in hand covers
	colour map[Token]color.RGBA
}

func (p *painter) marks(marks []Mark) {
	for _, m := range marks {
		switch m := m.(type) {
		case Rect:
			p.shape([]Point{{m.X, m.Y}, {m.X + m.W, m.Y}, {m.X + m.W, m.Y + m.H}, {m.X, m.Y + m.H}}, true, m.Fill, m.Stroke)
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
	x := t.left(t.Width())
	for _, r := range t.runs() {
		f := fontFor(t.Face, r.weight)
		p.fill(f.contours(r.s, x, t.Y, t.Size), Solid(r.fill))
		x += f.width(r.s) * t.Size
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

// fill paints the area inside the polygons.
func (p *painter) fill(polygons [][]Point, f Paint) {
	area := boundsOf(polygons).Intersect(p.img.Bounds())
	for y := area.Min.Y; y < area.Max.Y; y += tileSide {
		for x := area.Min.X; x < area.Max.X; x += tileSide {
			p.tile(polygons, image.Rect(x, y, x+tileSide, y+tileSide).Intersect(area), f)
		}
	}
}

func (p *painter) tile(polygons [][]Point, area image.Rectangle, f Paint) {
	p.measure(polygons, area)
	part := func(int, int) uint32 { return 255 }
	if f.Pitch > 0 {
		p.blend(area, p.colour[Surface], part)
		part = func(x, y int) uint32 { return stripe(x, y, f.Pitch) }
	}
	p.blend(area, p.colour[f.Token], part)
}

// blend lays the colour over the area, as far as the shape covers each pixel and part (0–255) lets through.
func (p *painter) blend(area image.Rectangle, c color.RGBA, part func(x, y int) uint32) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		cover := p.cover.Pix[(y-area.Min.Y)*p.cover.Stride:]
		pix := p.img.Pix[p.img.PixOffset(area.Min.X, y):]
		for i := range area.Dx() {
			if cover[i] == 0 {
				continue
			}
			a := stepped((uint32(cover[i])*part(area.Min.X+i, y) + 127) / 255)
			if a == 0 {
				continue
			}
			at := pix[4*i : 4*i+3 : 4*i+3]
			at[0] = mix(at[0], c.R, a)
			at[1] = mix(at[1], c.G, a)
			at[2] = mix(at[2], c.B, a)
		}
	}
}

func mix(under, over uint8, a uint32) uint8 {
	return uint8((uint32(under)*(255-a) + uint32(over)*a + 127) / 255)
}
