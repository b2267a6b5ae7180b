package draw

import (
	"fmt"
	"math"
	"slices"
)

// A Fault is a colour of a palette that some readers could not read or tell from
// another.
type Fault struct {
	Token Token
	Text  string
}

// legible is what may stand on what: WCAG 2 asks for a contrast of 4.5 for text
// (1.4.3) and of 3 for shapes (1.4.11).
var legible = []struct {
	tokens, grounds []Token
	least           float64
}{
	{[]Token{Ink, Ink2, Ink3, Link, Visited, Caution}, []Token{Paper, Surface, Band, Highlight}, 4.5},
	{[]Token{C1, C2, C3}, []Token{Paper, Surface}, 4.5},
	{[]Token{OnFill}, []Token{C1, C2, C3}, 4.5},
	{[]Token{OnGrey}, []Token{Grey}, 4.5},
	{[]Token{Ink, Ink2}, []Token{C1Pale}, 4.5},
	{[]Token{Edge, C1, C2, C3}, []Token{Paper, Surface, Band, Highlight}, 3},
	{[]Token{Grey}, []Token{Paper, Surface}, 3},
	{[]Token{C1}, []Token{C1Pale}, 3}, // the lines that bound a wedge
}

// apart is how far apart (CIEDE2000) the colours of marks are for every reader.
const apart = 14

// Faults lists what is wrong with the palette: contrasts that are too low, of each
// colour the worst, and colours of marks that look alike to everybody or to readers
// with one of the kinds of colour-blindness. The default has none.
func (p Palette) Faults() []Fault {
	var faults []Fault
	for i, theme := range []string{"light", "dark"} {
		hex := func(t Token) string { return p.Hex(t, Theme(i)) }
		for _, s := range p {
			if ground, got, least := worst(s.Token, hex); got < least {
				faults = append(faults, Fault{s.Token, fmt.Sprintf("%s has a contrast of %.1f on %s in %s, and needs %g", s.Token, got, ground, theme, least)})
			}
		}
		marks := []Token{C1, C2, C3, Grey}
		for m, a := range marks {
			for _, b := range marks[m+1:] {
				looks := func(v vision) bool { return v.distance(hex(a), hex(b)) < apart }
				if v := slices.IndexFunc(visions, looks); v >= 0 {
					faults = append(faults, Fault{a, fmt.Sprintf("%s and %s look alike in %s %s", a, b, theme, visions[v].of)})
				}
			}
		}
	}
	return faults
}

// worst is the ground on which a colour falls most short of what it needs, or comes
// closest to it.
func worst(t Token, hex func(Token) string) (ground Token, got, least float64) {
	for _, rule := range legible {
		for _, g := range rule.grounds {
			if c := contrast(hex(t), hex(g)); slices.Contains(rule.tokens, t) && (ground == "" || c/rule.least < got/least) {
				ground, got, least = g, c, rule.least
			}
		}
	}
	return ground, got, least
}

// luminance and contrast are WCAG 2's.
func luminance(hex string) float64 {
	l := linear(hex)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
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

// vision is what a kind of colour-blindness makes of linear red, green, blue: Machado, Oliveira and Fernandes (2009),
// severity 1.0.
type vision struct {
	of     string
	matrix [3][3]float64
}

var visions = []vision{
	{"to everybody", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"to readers with protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"to readers with deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"to readers with tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

func (v vision) see(rgb [3]float64) [3]float64 {
	var seen [3]float64
	for i, row := range v.matrix {
		sum := row[0]*rgb[0] + row[1]*rgb[1] + row[2]*rgb[2]
		seen[i] = math.Max(0, math.Min(1, sum))
	}
	return seen
}

// distance is how far apart two colours look.
func (v vision) distance(a, b string) float64 {
	return ciede2000(lab(v.see(linear(a))), lab(v.see(linear(b))))
}

// lab turns linear sRGB into CIELAB under D65.
func lab(rgb [3]float64) [3]float64 {
	x := (0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047
	y := 0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2]
	z := (0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// ciede2000 is the distance of two colours (CIE 142-2001), in CIELAB.
func ciede2000(p, q [3]float64) float64 {
	mean := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	g := 0.5 * (1 - math.Sqrt(math.Pow(mean, 7)/(math.Pow(mean, 7)+math.Pow(25, 7))))
	c1, h1 := polar(p[1]*(1+g), p[2])
	c2, h2 := polar(q[1]*(1+g), q[2])

	dh, hm := h2-h1, h1+h2
	if c1*c2 == 0 {
		dh = 0
	} else if math.Abs(dh) <= 180 {
		hm /= 2
	} else {
		dh -= math.Copysign(360, dh)
		hm = math.Mod(hm+360, 720) / 2
	}
	dL, dC, dH := q[0]-p[0], c2-c1, 2*math.Sqrt(c1*c2)*sine(dh/2)
	lm, cm := (p[0]+q[0])/2, (c1+c2)/2

	tone := 1 - 0.17*cosine(hm-30) + 0.24*cosine(2*hm) + 0.32*cosine(3*hm+6) - 0.20*cosine(4*hm-63)
	sl := 1 + 0.015*(lm-50)*(lm-50)/math.Sqrt(20+(lm-50)*(lm-50))
	sc, sh := 1+0.045*cm, 1+0.015*cm*tone
	turn := -sine(60*math.Exp(-math.Pow((hm-275)/25, 2))) *
		2 * math.Sqrt(math.Pow(cm, 7)/(math.Pow(cm, 7)+math.Pow(25, 7)))
	l, c, h := dL/sl, dC/sc, dH/sh
	return math.Sqrt(l*l + c*c + h*h + turn*c*h)
}

// polar returns chroma and hue, in degrees from 0 to 360.
func polar(a, b float64) (chroma, hue float64) {
	hue = math.Atan2(b, a) * 180 / math.Pi
	if hue < 0 {
		hue += 360
	}
	return math.Hypot(a, b), hue
}

func sine(degrees float64) float64   { return math.Sin(degrees * math.Pi / 180) }
func cosine(degrees float64) float64 { return math.Cos(degrees * math.Pi / 180) }
