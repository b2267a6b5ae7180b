package host

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/output"
)

// mark is the sign of a site that brings none along: a disc cut in two equal parts,
// one in its first colour and one grey.
func mark(size float64) draw.Canvas {
	c := draw.Canvas{W: size, H: size, Clear: true}
	middle, radius, gap := size/2, size*0.38, size*0.07
	for side, token := range []draw.Token{draw.C1, draw.Grey} {
		c.Add(draw.Path{Points: half(middle, radius, gap/2, float64(2*side-1)), Closed: true, Fill: draw.Solid(token)})
	}
	return c
}

// half is half a disc about the middle, on the left (side −1) or the right (1),
// its straight edge a little off the middle.
func half(middle, radius, off, side float64) []draw.Point {
	const steps = 32
	var out []draw.Point
	reach := math.Acos(off / radius)
	for i := range steps + 1 {
		angle := reach * (2*float64(i)/steps - 1)
		sin, cos := math.Sincos(angle)
		out = append(out, draw.Point{X: round(middle + side*radius*cos), Y: round(middle + radius*sin)})
	}
	return out
}

// round keeps the drawing the same on machines that round the last bit of a
// sine differently.
func round(v float64) float64 { return math.Round(v*100) / 100 }

// iconPath is the path of the square PNG icon of a size in pixels.
func iconPath(size int) string {
	switch size {
	case 32:
		return "favicon-32.png"
	case 180:
		return "apple-touch-icon.png"
	}
	return fmt.Sprintf("icon-%d.png", size)
}

const faviconPath = "favicon.svg"

// Icons lists the icons that are to be drawn: those that the site does not bring
// along. A file of that name in static/ takes the place of ours.
func Icons(in Input) []Job {
	return slices.DeleteFunc(in.icons(), func(j Job) bool {
		return slices.ContainsFunc(in.Tree, func(f output.File) bool { return f.Path == j.Path })
	})
}

// icons is the mark in every form that is asked for. The disc stays within the
// part of an icon that no device cuts away.
func (in Input) icons() []Job {
	picture := func(size int) []byte { return draw.PNG(mark(float64(size)), 1, in.Settings.Palette(), draw.Light) }
	title := in.Settings.Title.S
	icon := func(path string, draw func() []byte) Job {
		return Job{Path: path, Source: settingsPath, Key: path + in.Settings.Palette().Key(), Draw: draw}
	}
	svg := icon(faviconPath, func() []byte {
		return draw.SVGFile(mark(64), in.Settings.Palette(), title, in.lang().Files.Mark)
	})
	svg.Key += " " + title + " " + in.lang().Tag
	icons := []Job{
		svg,
		icon("favicon.ico", func() []byte { return ico(picture(32), 32) }),
	}
	for _, size := range []int{32, 180, 192, 512} {
		icons = append(icons, icon(iconPath(size), func() []byte { return picture(size) }))
	}
	return icons
}

// ico wraps a PNG into the form that programs ask for at /favicon.ico.
func ico(png []byte, size uint8) []byte {
	var b bytes.Buffer
	header := struct {
		Reserved, Kind, Count          uint16
		Width, Height, Colours, Unused uint8
		Planes, Bits                   uint16
		Length, Offset                 uint32
	}{Kind: 1, Count: 1, Width: size, Height: size, Planes: 1, Bits: 32, Length: uint32(len(png)), Offset: 22}
	if err := binary.Write(&b, binary.LittleEndian, header); err != nil {
		panic(err) // fixed sizes always write
	}
	b.Write(png)
	return b.Bytes()
}
