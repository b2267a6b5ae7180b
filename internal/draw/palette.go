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
	OnPale    Token = "on-pale" // text on fills that are pale in either theme
	C4        Token = "c4"      // fills alone, like those after it
	C5        Token = "c5"
	C6        Token = "c6"
	C7        Token = "c7"
	C8        Token = "c8"
)

// Series are the colours of series that have no role: eight, for more cannot be told
// apart. All stay apart for the three kinds of colour-blindness, from one another and
// from Grey.
const Series = 8

// SeriesToken is the colour of series n, counted from 0, and so on from the first.
func SeriesToken(n int) Token {
	return [Series]Token{C1, C2, C3, C4, C5, C6, C7, C8}[n%Series]
}

// Classes is the number of steps from little to much.
const Classes = 5

// ClassToken is the colour of a step from little (0) to much.
func ClassToken(n int) Token {
	return [Classes]Token{"class-1", "class-2", "class-3", "class-4", "class-5"}[n]
}

// On is the colour of text on a fill, as the default palette needs it; [Palette.Faults]
// holds others to it.
func On(fill Token) Token {
	for _, t := range []Token{OnFill, OnGrey, OnPale} {
		if min(contrast(standard.Hex(t, Light), standard.Hex(fill, Light)), contrast(standard.Hex(t, Dark), standard.Hex(fill, Dark))) >= 4.5 {
			return t
		}
	}
	return Ink
}

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
	{OnPale, "#14161A", "#14161A"},
	{C4, "#0C94E4", "#43F6D8"},
	{C5, "#EA3B6C", "#B08EB4"},
	{C6, "#B08708", "#FAD94E"},
	{C7, "#653B48", "#B9CD94"},
	{C8, "#704CC3", "#7C81FD"},
	{"class-1", "#DCE7F1", "#22364A"},
	{"class-2", "#A9C5DE", "#355A7C"},
	{"class-3", "#6E9DC4", "#5685B0"},
	{"class-4", "#3A72A3", "#86B2DC"},
	{"class-5", "#12436D", "#C9E2FB"},
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
