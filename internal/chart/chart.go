package chart

import (
	"sharingthecost/internal/diag"
	"sharingthecost/internal/draw"
	"sharingthecost/internal/plot"
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
	Tables   []string // data files used: "data/contribution.csv"
	Cited    []string // citation ids of the figures and rows drawn; those of Sources are not repeated
	At       diag.Pos // of the headline

	// Roles are the roles of the figures that the drawing gives a colour, in
	// the order of its rows: who asks, who offers, what was agreed.
	Roles []FigureRole

	site        string
	raw         []byte // the chart file
	alt         string // overrides; "" means made from the data
	description string
	width       float64
	body        body
}

// A FigureRole says what a figure stands for: demand, offer, agreed.
type FigureRole struct{ Figure, Role string }

// A Citation is a source of the chart.
type Citation struct {
	ID      string `json:"id"`
	Locator string `json:"locator,omitempty"`
	Short   string `json:"-"`
	Full    string `json:"reference"`
	URL     string `json:"url,omitempty"`
}

// body is what differs from form to form.
type body interface {
	Draw(plot.Size) draw.Canvas
	// phone is the HTML that takes the place of the narrow drawing, or "".
	phone(id string) string
	// list is the HTML list that takes the place of the wide drawing for
	// assistive technology, or "".
	list(id string) string
	table() grid
	alt() string
	describe() []string // paragraphs
	explore() plot.View
}

// drawn is a body whose drawing has nothing in its place.
type drawn struct{}

func (drawn) phone(string) string { return "" }
func (drawn) list(string) string  { return "" }

// phoneWidth is the width that narrow drawings are made for.
const phoneWidth = 328

// AsList reports whether a list stands for the drawing: the page then hides
// the drawing from assistive technology and links to the list.
func (c *Chart) AsList() bool { return c.body.list(c.ID) != "" }

// Width is the width that the wide drawing is made for, in pixels: 680 or 912.
// Where there is less than nine tenths of it, the page shows the narrow form,
// because scaled text would be too small to read.
func (c *Chart) Width() int { return int(c.width) }

// WideSVG returns the drawing for text columns and up, for use inside a page.
// Its accessible name is Alt; it points at the element DescriptionID.
func (c *Chart) WideSVG() string {
	return draw.SVG(c.body.Draw(plot.Size{Width: c.width}), draw.Inline{
		ID: c.ID + "-wide", Class: "wide", Title: c.Alt(), DescribedBy: c.DescriptionID(), Hidden: c.AsList(),
	})
}

// NarrowSVG returns the drawing for phones: an SVG, or the HTML of a table or
// a list where these serve a small screen better.
func (c *Chart) NarrowSVG() string {
	if html := c.body.phone(c.ID); html != "" {
		return html
	}
	return draw.SVG(c.body.Draw(plot.Size{Width: phoneWidth, Narrow: true}), draw.Inline{
		ID: c.ID + "-narrow", Class: "narrow", Title: c.Alt(), DescribedBy: c.DescriptionID(),
	})
}

// DescriptionID is the id that the page gives the long description.
func (c *Chart) DescriptionID() string { return c.ID + "-description" }

// TableID is the id that the page gives the table.
func (c *Chart) TableID() string { return c.ID + "-table" }

// Alt returns one sentence for those who do not see the drawing.
func (c *Chart) Alt() string {
	if c.alt != "" {
		return c.alt
	}
	return c.body.alt()
}
