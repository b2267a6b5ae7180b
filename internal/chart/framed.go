package chart

import (
	"html"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
)

// SourceLine names the sources, parted by semicolons: “Source: …”.
func (c *Chart) SourceLine() string {
	var names []string
	for _, s := range c.Sources {
		name := s.Short
		if s.Locator != "" {
			name += ", " + s.Locator
		}
		names = addOnce(names, name)
	}
	label := "Source: "
	if len(names) > 1 {
		label = "Sources: "
	}
	return label + strings.Join(names, "; ")
}

// framed is the chart as it leaves the site: rule, headline, subhead, wide
// drawing, note and sources, so that a picture passed on still says what it
// shows and where it comes from.
func (c *Chart) framed() draw.Canvas {
	const margin = 24
	inner := c.body.Draw(plot.Size{Width: c.width})
	out := draw.Canvas{W: c.width + 2*margin}
	out.Add(draw.Rect{X: margin, Y: margin, W: c.width, H: 3, Fill: draw.Solid(draw.Ink)})
	y := margin + 32.0
	block := func(t draw.Text, leading float64) {
		t.X, t.Y = margin, y
		lines := t.Wrap(c.width/draw.FontSafety, leading)
		for _, l := range lines {
			out.Add(l)
		}
		y += float64(len(lines)) * leading
	}
	block(draw.Text{Size: 22, Face: draw.Serif, Weight: draw.Bold, S: c.Headline}, 28)
	block(draw.Text{Size: 14.5, Fill: draw.Ink2, S: c.Subhead}, 20)
	out.Add(inner.At(margin, y, 1))
	y += inner.H + 22
	block(draw.Text{Size: 13, Fill: draw.Ink2, S: c.Note}, 19)
	y += 4
	block(draw.Text{Size: 13, Fill: draw.Ink3, S: c.SourceLine()}, 19)
	out.H = y + 4
	return out
}

// StandaloneSVG returns the chart as a file of its own, with headline, note
// and sources, in light colours, and dark ones where the reader's system is.
func (c *Chart) StandaloneSVG() []byte {
	return draw.SVGFile(c.framed(), c.Headline, c.Alt())
}

// PNG returns the same as a picture for documents, two pixels to one.
func (c *Chart) PNG() []byte { return draw.PNG(c.framed(), 2, draw.Light) }

// Card returns the picture of 1200 × 630 for sharing.
func (c *Chart) Card() []byte { return draw.PNG(c.card(), 1, draw.Light) }

func (c *Chart) card() draw.Canvas {
	inner := c.CardDrawing()
	source := draw.Text{Size: 20, S: c.SourceLine()}
	for n := len(c.Sources); n > 1 && source.Width() > 1080; n-- {
		few := *c
		few.Sources = c.Sources[:n-1]
		source.S = few.SourceLine() + " and others"
	}
	canvas := draw.Card{Headline: c.Headline, Kicker: c.site, Source: source.S, Inner: inner}.Canvas()
	canvas.Ground = draw.Surface // the ground that drawings are made for
	return canvas
}

// CardDrawing is the drawing alone, laid out for a picture for sharing.
func (c *Chart) CardDrawing() *draw.Canvas {
	canvas := c.body.Draw(plot.Size{Width: c.width, Low: true})
	return &canvas
}

// Description returns the long description as plain text: scale, values and
// the relations that matter. Paragraphs are parted by an empty line.
func (c *Chart) Description() string {
	return strings.Join(c.paragraphs(), "\n\n")
}

func (c *Chart) paragraphs() []string {
	if c.description != "" {
		return []string{c.description}
	}
	return c.body.describe()
}

// DescriptionHTML returns the long description as HTML: paragraphs, or for a
// timeline the list of its events.
func (c *Chart) DescriptionHTML() string {
	if list := c.body.list(c.ID); list != "" && c.description == "" {
		return "<p>" + html.EscapeString(c.body.alt()) + "</p>\n" + list
	}
	var b strings.Builder
	for _, p := range c.paragraphs() {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
	}
	return b.String()
}
