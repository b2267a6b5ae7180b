package chart

import (
	"cmp"
	"html"
	"strings"

	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/form"
	"sharingthecost/internal/lang"
	"sharingthecost/internal/plot"
	"sharingthecost/internal/series"
)

// A Chart is one chart, able to give itself in every form. It is made by
// [Load] and does not change.
type Chart struct {
	ID       string // from the file's name: "demand-and-offer"
	Path     string // "content/charts/demand-and-offer.yaml"
	Form     string // the word after form:
	Headline string // plain text, like all texts here
	Short    string // the headline in 80 characters at most
	Subhead  string
	Note     string
	Sources  []Citation
	Figures  []string // ids of the figures used, in the order of first use
	Tables   []string // data files used: "data/rents.csv"
	Cited    []string // citation ids of the figures and rows drawn; those of Sources are not repeated
	At       diag.Pos // of the headline
	View     string   // what it is called among Views; may be empty
	Views    []*Chart // all views of the record, in its order, this one too; nil where there is one

	// Roles are those of the figures that the drawing gives a colour, in the
	// order of its rows.
	Roles []FigureRole

	site        string
	lang        *lang.Language
	palette     draw.Palette
	pictured    bool
	raw         []byte // the chart file
	alt         string // overrides; "" means made from the data
	description string
	width       float64
	body        form.Body
	middle      int // width of the drawing between wide and narrow; 0 is none
}

// A FigureRole says in which colour a figure is drawn, for what it represents.
type FigureRole struct{ Figure, Role string }

// A Citation is a source of the chart.
type Citation struct {
	ID      string `json:"id"`
	Locator string `json:"locator,omitempty"`
	Short   string `json:"-"`
	Full    string `json:"reference"`
	URL     string `json:"url,omitempty"`
}

// phoneWidth is the width that narrow drawings are made for.
const phoneWidth = 328

// Middle is the width of the drawing between the wide and the narrow one: 560, or 640
// where texts would meet on the smaller; 0 where they would on both.
func (c *Chart) Middle() int { return c.middle }

// Pictured reports whether the fonts of pictures have all letters of the chart. Those of
// other scripts than Latin, Greek and Cyrillic are left to the fonts of readers: such a
// chart has its SVG and no PNG, and no card.
func (c *Chart) Pictured() bool { return c.pictured }

// AsList reports whether a list replaces the drawing: the page then hides
// the drawing from assistive technology and links to the list.
func (c *Chart) AsList() bool { return c.body.List(c.ID) != "" }

// Width is the width that the wide drawing is made for, in pixels: 680 or 912.
// Where there is less than nine tenths of it, the page shows the narrow form,
// because scaled text would be too small to read.
func (c *Chart) Width() int { return int(c.width) }

// WideSVG returns the drawing for text columns and up, for use inside a page.
// Its accessible name is alt, or Alt when that is empty; it points at the element
// DescriptionID.
func (c *Chart) WideSVG(alt string) string { return c.wide(alt, c.DescriptionID()) }

// MiddleSVG returns the drawing for columns between a phone's width and that of the text,
// or "" where its texts would meet: the narrow one serves such columns too.
func (c *Chart) MiddleSVG(alt string) string {
	if c.middle == 0 {
		return ""
	}
	return draw.SVG(c.body.Draw(plot.Size{Width: float64(c.middle)}), draw.Inline{
		ID: c.ID + "-middle", Class: "middle", Title: cmp.Or(alt, c.Alt()), DescribedBy: c.DescriptionID(), Hidden: c.AsList(),
	})
}

// NarrowSVG returns the drawing for phones: an SVG, or the HTML of a table or
// a list where these serve a small screen better.
func (c *Chart) NarrowSVG(alt string) string {
	if html := c.body.Phone(c.ID); html != "" {
		return html
	}
	return c.narrow(alt, c.DescriptionID())
}

// Thumbnail returns a drawing to stand small in a list of charts, without a
// description: the one made for phones where that is a drawing, else the wide one.
func (c *Chart) Thumbnail() string {
	if c.body.Phone(c.ID) != "" {
		return c.wide("", "")
	}
	return c.narrow("", "")
}

func (c *Chart) wide(alt, describedBy string) string {
	return draw.SVG(c.body.Draw(plot.Size{Width: c.width}), draw.Inline{
		ID: c.ID + "-wide", Class: "wide", Title: cmp.Or(alt, c.Alt()), DescribedBy: describedBy, Hidden: c.AsList(),
	})
}

func (c *Chart) narrow(alt, describedBy string) string {
	return draw.SVG(c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true}), draw.Inline{
		ID: c.ID + "-narrow", Class: "narrow", Title: cmp.Or(alt, c.Alt()), DescribedBy: describedBy,
	})
}

// DescriptionID is the id that the page gives the long description.
func (c *Chart) DescriptionID() string { return c.ID + "-description" }

// TableID is the id that the page gives the table.
func (c *Chart) TableID() string { return c.ID + "-table" }

// Alt returns one sentence for those who do not see the drawing.
func (c *Chart) Alt() string { return cmp.Or(c.alt, c.body.Alt()) }

// SourceLine names the sources, parted by semicolons: “Source: …”.
func (c *Chart) SourceLine() string {
	var names []string
	for _, s := range c.Sources {
		name := s.Short
		if s.Locator != "" {
			name += ", " + s.Locator
		}
		names = series.AddOnce(names, name)
	}
	return c.lang.Chart.SourceLine.Of(len(names)).With("names", strings.Join(names, "; "))
}

// Framed is the chart as it leaves the site: rule, headline, subhead, wide
// drawing, note and sources, so that a picture passed on still says what it
// shows and where it comes from. Credit is its last line: the site, the address of the
// chart, the licence.
func (c *Chart) Framed(credit string) draw.Canvas {
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
	if credit != "" {
		y += 4
		block(draw.Text{Size: 12, Fill: draw.Ink3, S: credit}, 17)
	}
	out.H = y + 4
	return out
}

// StandaloneSVG returns the chart as a file of its own, with headline, note
// and sources, in light colours, and dark ones where the reader's system is.
func (c *Chart) StandaloneSVG(credit string) []byte {
	return draw.SVGFile(c.Framed(credit), c.palette, c.Headline, c.Alt())
}

// EmbedHeight is the height that the chart needs in a frame of a width, in pixels, folded
// parts closed: that of its texts in the widest of common fonts, and of its drawing there.
func (c *Chart) EmbedHeight(width float64) int {
	inner := width - 32
	lines := func(t draw.Text, leading float64) float64 {
		return float64(len(t.Wrap(inner/draw.FontSafety, leading))) * leading
	}
	drawing := c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true})
	scale := min(inner/phoneWidth, 1.25)
	phone := c.body.Phone(c.ID)
	switch {
	case inner >= c.width*0.92:
		drawing, scale = c.body.Draw(plot.Size{Width: c.width}), inner/c.width
	case c.middle > 0 && inner >= float64(c.middle)*0.86:
		drawing, scale = c.body.Draw(plot.Size{Width: float64(c.middle)}), min(inner/float64(c.middle), 1.25)
	case phone != "": // a table, a line to each row; or a list, with a line above each text
		drawing.H, scale = float64(strings.Count(phone, "<tr"))*27+40, 1
		for item := range strings.SplitSeq(phone, "<li") {
			_, text, _ := strings.Cut(item, `<span class="says">`)
			if n := lines(draw.Text{Size: 15, S: text}, 22.5); n > 0 {
				drawing.H += n + 2*22.5 + 12
			}
		}
	}
	height := drawing.H * scale
	texts := lines(draw.Text{Size: 22, Face: draw.Serif, Weight: draw.Bold, S: c.Headline}, 28) + lines(draw.Text{Size: 15, S: c.Subhead}, 21) +
		lines(draw.Text{Size: 13, S: c.Note}, 19) + lines(draw.Text{Size: 13, S: c.SourceLine()}, 19)
	const around = 32 + 15 + 60 + 2*46 + 45 // margins, the rule, gaps, two folded parts, the link
	return int(height+texts) + around
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
	return c.body.Describe()
}

// DescriptionHTML returns the long description as HTML: paragraphs, or for a
// timeline the list of its events.
func (c *Chart) DescriptionHTML() string {
	if list := c.body.List(c.ID); list != "" && c.description == "" {
		return "<p>" + html.EscapeString(c.body.Alt()) + "</p>\n" + list
	}
	var b strings.Builder
	for _, p := range c.paragraphs() {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
	}
	return b.String()
}
