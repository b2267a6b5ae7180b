package draw

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"

	"golang.org/x/image/vector"
)

// PNG draws the canvas as a picture, scale pixels to a user unit, over its ground.
func PNG(c Canvas, scale float64, colours Palette, theme Theme) []byte {
	mustBeValid(c)
	size := image.Rect(0, 0, pixels(c.W*scale), pixels(c.H*scale))
	p := painter{picture: newPicture(size, rgb(colours.Hex(c.ground(), theme))), colours: colours, theme: theme}
	for _, s := range colours.of(c) {
		p.number(p.colour(s.Token))
	}
	// Scaling first means that below here a user unit is a pixel.
	p.marks(c.At(0, 0, scale).Marks)
	// To search longer for repetitions takes three times as long and saves a tenth of the bytes.
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	var b bytes.Buffer
	if err := encoder.Encode(&b, p.indexed()); err != nil {
		panic(fmt.Sprintf("draw: encoding into memory: %v", err))
	}
	return b.Bytes()
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
	*picture
	colours Palette
	theme   Theme
	z       vector.Rasterizer
	mask    [tileSide * tileSide]uint8
}

func (p *painter) colour(t Token) color.RGBA { return rgb(p.colours.Hex(t, p.theme)) }

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
	x := t.Left(t.Width())
	for _, r := range t.runs() {
		contours, width := fontFor(t.Face, r.Weight).outlines(r.S, x, t.Y, t.Size)
		p.fill(contours, Solid(r.Fill))
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

// fill paints the area inside the contours, tile by tile.
func (p *painter) fill(contours [][]Point, f Paint) {
	all := pixelsOf(contours).Intersect(p.Rectangle)
	for y := all.Min.Y; y < all.Max.Y; y += tileSide {
		for x := all.Min.X; x < all.Max.X; x += tileSide {
			area := image.Rect(x, y, x+tileSide, y+tileSide).Intersect(all)
			cover := p.coverage(contours, area)
			if f.Pitch > 0 {
				p.blend(area, cover, p.colour(Surface))
				keepStripes(cover, area.Min, f.Pitch)
			}
			p.blend(area, cover, p.colour(f.Token))
		}
	}
}
