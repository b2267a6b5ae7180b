package draw

import (
	"fmt"
	"slices"
	"strings"
)

// Token names a colour by its job. Every colour of the site, in its stylesheet, drawings and pictures, is one of these.
// What the numbered ones stand for is the site's to say.
type Token string

const (
	Ink       Token = "ink"     // text
	Ink2      Token = "ink2"    // decks, captions
	Ink3      Token = "ink3"    // meta, axis labels
	Rule      Token = "rule"    // gridlines, hairlines: decoration only
	Edge      Token = "edge"    // baselines, outlines of inputs
	Link      Token = "link"    // links, focus
	Visited   Token = "visited" // visited links
	C1        Token = "c1"      // the first colour, of what has no other: fills and text
	C1Pale    Token = "c1-pale" // the space between limits: fills only
	C2        Token = "c2"      // fills and text
	C3        Token = "c3"      // fills, and text on Paper and Surface
	Grey      Token = "grey"    // what the others are compared with: fills on Paper and Surface, never text
	Caution   Token = "caution" // where sources differ or nothing was in force
	Paper     Token = "paper"   // the page
	Surface   Token = "surface" // drawings, tables
	Band      Token = "band"    // periods behind a drawing
	Highlight Token = "mark"    // the selected row
	OnFill    Token = "on-fill" // text on a numbered colour
	OnGrey    Token = "on-grey" // text on Grey
)

// Swatch is one token with its colour in light and in dark, each "#RRGGBB".
type Swatch struct {
	Token       Token
	Light, Dark string
}

// A Palette is every token with its colours, in the order of the stylesheet.
type Palette []Swatch

// Default returns the palette of sites that choose no colours.
func Default() Palette { return slices.Clone(standard) }

var standard = Palette{
	{Paper, "#FBFAF7", "#14161A"},
	{Surface, "#FFFFFF", "#1B1E24"},
	{Band, "#F1EEE7", "#22262D"},
	{Highlight, "#FBF3DF", "#2A2417"},
	{Ink, "#1B1D21", "#ECEAE4"},
	{Ink2, "#474B54", "#BDC0C7"},
	{Ink3, "#626771", "#9BA0AA"},
	{Rule, "#DAD6CC", "#333842"},
	{Edge, "#7D828C", "#848B97"},
	{Link, "#0B5394", "#8DBEF0"},
	{Visited, "#5F3B8C", "#C3A6E8"},
	{C1, "#12436D", "#A9CDF4"},
	{C1Pale, "#C9D9E8", "#2F4A66"},
	{C2, "#A83C0C", "#E8833F"},
	{C3, "#12815C", "#35A88A"},
	{Grey, "#878C96", "#6F7682"},
	{Caution, "#7A5200", "#E5B85C"},
	{OnFill, "#FFFFFF", "#14161A"},
	{OnGrey, "#14161A", "#FFFFFF"},
}

// With returns the palette with colours in the place of its own.
func (p Palette) With(own ...Swatch) Palette {
	p = slices.Clone(p)
	for _, s := range own {
		p[p.index(s.Token)] = s
	}
	return p
}

// Has reports whether the palette has a token.
func (p Palette) Has(t Token) bool {
	return slices.ContainsFunc(p, func(s Swatch) bool { return s.Token == t })
}

func (p Palette) index(t Token) int {
	i := slices.IndexFunc(p, func(s Swatch) bool { return s.Token == t })
	if i < 0 {
		panic("draw: no such token: " + string(t))
	}
	return i
}

// Key identifies the colours.
func (p Palette) Key() string {
	var b strings.Builder
	for _, s := range p {
		fmt.Fprint(&b, s.Light, s.Dark)
	}
	return b.String()
}

// Theme is one of the two sets of colours.
type Theme int

const (
	Light Theme = iota
	Dark
)

// Hex returns a token's colour in a theme, "#RRGGBB". An unknown token panics.
func (p Palette) Hex(t Token, theme Theme) string {
	s := p[p.index(t)]
	return [...]string{Light: s.Light, Dark: s.Dark}[theme]
}
