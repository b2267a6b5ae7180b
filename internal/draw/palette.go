package draw

import (
	"math"
	"slices"
)

// Token names a colour by its job. Every colour of the site, in its stylesheet, drawings and pictures, is one of these.
type Token string

const (
	Ink        Token = "ink"         // text
	Ink2       Token = "ink2"        // decks, captions
	Ink3       Token = "ink3"        // meta, axis labels
	Rule       Token = "rule"        // gridlines, hairlines: decoration only
	Edge       Token = "edge"        // baselines, outlines of inputs
	Link       Token = "link"        // links, focus
	Visited    Token = "visited"     // visited links
	Agreed     Token = "agreed"      // what both sides signed: fills and text
	AgreedPale Token = "agreed-pale" // the space between limits: fills only
	Demand     Token = "demand"      // what Washington asked for: fills and text
	Offer      Token = "offer"       // what Seoul offered: fills, and text on Paper and Surface
	Base       Token = "base"        // what the others are compared with: fills on Paper and Surface, never text
	Caution    Token = "caution"     // where sources differ or nothing was in force
	Paper      Token = "paper"       // the page
	Surface    Token = "surface"     // drawings, tables
	Band       Token = "band"        // periods behind a drawing
	Highlight  Token = "mark"        // the selected row
	OnFill     Token = "on-fill"     // text on Agreed, Demand, Offer
	OnBase     Token = "on-base"     // text on Base
	OnPale     Token = "on-pale"     // text on fills that are pale in either theme
)

// Series are the colours of series that have no role: eight, for more cannot be told
// apart. The first three are those of roles, which no drawing has beside a series
// without one. All stay apart for the three kinds of colour-blindness, from one
// another and from Base.
const Series = 8

// SeriesToken is the colour of series n, counted from 0, and so on from the first.
func SeriesToken(n int) Token {
	return [Series]Token{Agreed, Demand, Offer, "series-4", "series-5", "series-6", "series-7", "series-8"}[n%Series]
}

// Classes is the number of steps from little to much.
const Classes = 5

// ClassToken is the colour of a step from little (0) to much.
func ClassToken(n int) Token {
	return [Classes]Token{"class-1", "class-2", "class-3", "class-4", "class-5"}[n]
}

// On is the colour of text on a fill.
func On(fill Token) Token {
	for _, t := range []Token{OnFill, OnBase, OnPale} {
		if contrast(t.Hex(Light), fill.Hex(Light)) >= 4.5 && contrast(t.Hex(Dark), fill.Hex(Dark)) >= 4.5 {
			return t
		}
	}
	return Ink
}

// contrast is WCAG 2's.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	l := linear(hex)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// linear returns red, green and blue as parts of full light.
func linear(hex string) [3]float64 {
	c := rgb(hex)
	var l [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		if s := float64(v) / 255; s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return l
}

// Swatch is one token with its colour in light and in dark, each "#RRGGBB".
type Swatch struct {
	Token       Token
	Light, Dark string
}

// Palette returns every token, in the order of the stylesheet.
func Palette() []Swatch { return slices.Clone(palette) }

var palette = []Swatch{
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
	{Agreed, "#12436D", "#A9CDF4"},
	{AgreedPale, "#C9D9E8", "#2F4A66"},
	{Demand, "#A83C0C", "#E8833F"},
	{Offer, "#12815C", "#35A88A"},
	{Base, "#878C96", "#6F7682"},
	{Caution, "#7A5200", "#E5B85C"},
	{OnFill, "#FFFFFF", "#14161A"},
	{OnBase, "#14161A", "#FFFFFF"},
	{OnPale, "#14161A", "#14161A"},
	{"series-4", "#0C94E4", "#43F6D8"},
	{"series-5", "#EA3B6C", "#B08EB4"},
	{"series-6", "#B08708", "#FAD94E"},
	{"series-7", "#653B48", "#B9CD94"},
	{"series-8", "#704CC3", "#7C81FD"},
	{"class-1", "#DCE7F1", "#22364A"},
	{"class-2", "#A9C5DE", "#355A7C"},
	{"class-3", "#6E9DC4", "#5685B0"},
	{"class-4", "#3A72A3", "#86B2DC"},
	{"class-5", "#12436D", "#C9E2FB"},
}

// Theme is one of the two sets of colours.
type Theme int

const (
	Light Theme = iota
	Dark
)

// Hex returns the token's colour in a theme, "#RRGGBB". An unknown token panics.
func (t Token) Hex(theme Theme) string {
	i := slices.IndexFunc(palette, func(s Swatch) bool { return s.Token == t })
	if i < 0 {
		panic("draw: no such token: " + string(t))
	}
	return [...]string{Light: palette[i].Light, Dark: palette[i].Dark}[theme]
}
