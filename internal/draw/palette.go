package draw

import "slices"

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
)

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
