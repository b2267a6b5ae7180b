package draw

import (
	"math"
	"strings"
	"testing"
)

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

// TestContrast is the table of what may stand on what.
func TestContrast(t *testing.T) {
	everywhere := []Token{Paper, Surface, Band, Highlight}
	sheet := []Token{Paper, Surface}
	for _, tt := range []struct {
		tokens  []Token
		grounds []Token
		least   float64
	}{
		{[]Token{Ink, Ink2, Ink3, Link, Visited, Agreed, Demand, Caution}, everywhere, 4.5},
		{[]Token{Offer}, sheet, 4.5},
		{[]Token{OnFill}, []Token{Agreed, Demand, Offer}, 4.5},
		{[]Token{OnBase}, []Token{Base}, 4.5},
		{[]Token{Ink, Ink2}, []Token{AgreedPale}, 4.5},
		{[]Token{Edge, Offer}, everywhere, 3},
		{[]Token{Base}, sheet, 3},
		{[]Token{Agreed}, []Token{AgreedPale}, 3}, // the lines that bound a wedge
	} {
		for _, theme := range []Theme{Light, Dark} {
			for _, token := range tt.tokens {
				for _, ground := range tt.grounds {
					if got := contrast(token.Hex(theme), ground.Hex(theme)); got < tt.least {
						t.Errorf("theme %d: %s on %s has %.2f, needs %g", theme, token, ground, got, tt.least)
					}
				}
			}
		}
	}
}

// TestContrastTable checks the numbers that the site's description of its colours prints.
func TestContrastTable(t *testing.T) {
	grounds := []Token{Paper, Surface, Band, Highlight}
	for theme, rows := range map[Theme]map[Token][4]float64{
		Light: {
			Ink: {16.17, 16.88, 14.57, 15.26}, Ink2: {8.37, 8.74, 7.54, 7.90}, Ink3: {5.44, 5.68, 4.90, 5.13},
			Rule: {1.39, 1.45, 1.25, 1.31}, Edge: {3.70, 3.86, 3.33, 3.49}, Link: {7.51, 7.84, 6.76, 7.09},
			Visited: {8.08, 8.43, 7.28, 7.62}, Agreed: {9.82, 10.25, 8.84, 9.26}, Demand: {6.07, 6.33, 5.46, 5.72},
			Offer: {4.66, 4.86, 4.19, 4.39}, Base: {3.23, 3.38, 2.91, 3.05}, Caution: {6.63, 6.92, 5.97, 6.26},
		},
		Dark: {
			Ink: {15.06, 13.88, 12.62, 12.81}, Ink2: {9.94, 9.17, 8.33, 8.46}, Ink3: {6.90, 6.36, 5.79, 5.87},
			Rule: {1.54, 1.42, 1.29, 1.31}, Edge: {5.28, 4.87, 4.43, 4.49}, Link: {9.28, 8.55, 7.78, 7.89},
			Visited: {8.57, 7.90, 7.19, 7.29}, Agreed: {10.98, 10.12, 9.20, 9.34}, Demand: {6.68, 6.16, 5.60, 5.68},
			Offer: {6.14, 5.66, 5.15, 5.22}, Base: {3.96, 3.65, 3.32, 3.37}, Caution: {9.78, 9.02, 8.20, 8.32},
		},
	} {
		for token, row := range rows {
			for i, want := range row {
				if got := contrast(token.Hex(theme), grounds[i].Hex(theme)); math.Abs(got-want) > 0.0051 {
					t.Errorf("theme %d: %s on %s has %.3f, the table says %.2f", theme, token, grounds[i], got, want)
				}
			}
		}
	}
}

// TestGreys: printed without colour, the four roles keep their order and stay apart.
func TestGreys(t *testing.T) {
	roles := []Token{Agreed, Demand, Offer, Base}
	for i := range roles[1:] {
		if a, b := luminance(roles[i].Hex(Light)), luminance(roles[i+1].Hex(Light)); b-a < 0.045 {
			t.Errorf("%s has luminance %.3f, %s %.3f", roles[i], a, roles[i+1], b)
		}
	}
}

func TestEveryTokenInCSS(t *testing.T) {
	css := CSS()
	screen, print, _ := strings.Cut(css, "@media print")
	light, dark, _ := strings.Cut(screen, "@supports")
	for _, s := range Palette() {
		if want := "  --" + string(s.Token) + ": " + s.Light + ";"; strings.Count(light, want) != 1 {
			t.Errorf("light lacks %s", want)
		}
		if want := "  --" + string(s.Token) + ": light-dark(" + s.Light + ", " + s.Dark + ");"; strings.Count(dark, want) != 1 {
			t.Errorf("dark lacks %s", want)
		}
		if want := ".f-" + string(s.Token) + " { fill: "; strings.Count(print, want) != 2 {
			t.Errorf("%s stands %d times, want one for colour and one for forced colours", want, strings.Count(print, want))
		}
	}
}

// vision is what a kind of colour-blindness makes of linear red, green, blue: Machado, Oliveira and Fernandes (2009),
// severity 1.0.
type vision [3][3]float64

var visions = map[string]vision{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func (v vision) see(rgb [3]float64) [3]float64 {
	var seen [3]float64
	for i, row := range v {
		sum := row[0]*rgb[0] + row[1]*rgb[1] + row[2]*rgb[2]
		seen[i] = math.Max(0, math.Min(1, sum))
	}
	return seen
}

// TestRolesApart: the four roles stay apart for every reader; the numbers are those the palette was chosen by.
func TestRolesApart(t *testing.T) {
	roles := []Token{Agreed, Demand, Offer, Base}
	for theme, least := range map[Theme]map[string]float64{
		Light: {"normal": 27.6, "protan": 17.9, "deutan": 17.7, "tritan": 18.7},
		Dark:  {"normal": 27.8, "protan": 16.2, "deutan": 14.5, "tritan": 16.9},
	} {
		for name, v := range visions {
			for i, a := range roles {
				for _, b := range roles[i+1:] {
					got := ciede2000(lab(v.see(linear(a.Hex(theme)))), lab(v.see(linear(b.Hex(theme)))))
					if got < least[name]-0.5 {
						t.Errorf("theme %d, %s: %s and %s are %.1f apart, want %.1f", theme, name, a, b, got, least[name])
					}
				}
			}
		}
	}
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

// TestCIEDE2000 checks the formula against pairs published with it (Sharma, Wu and Dalal 2005).
func TestCIEDE2000(t *testing.T) {
	for _, tt := range []struct {
		a, b [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 2.5, 0}, [3]float64{50, 0, -2.5}, 4.3065},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := ciede2000(tt.a, tt.b); math.Abs(got-tt.want) > 5e-5 {
			t.Errorf("%v and %v: %.4f, want %.4f", tt.a, tt.b, got, tt.want)
		}
	}
}

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
