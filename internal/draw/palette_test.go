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
	light, dark, _ := strings.Cut(screen, "@media screen and (prefers-color-scheme: dark)")
	for _, s := range Palette() {
		if want := "  --" + string(s.Token) + ": " + s.Light + ";"; strings.Count(light, want) != 1 {
			t.Errorf("light lacks %s", want)
		}
		if want := "  --" + string(s.Token) + ": " + s.Dark + ";"; strings.Count(dark, want) != 1 {
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
	seen := v.times(rgb)
	for i, part := range seen {
		seen[i] = math.Max(0, math.Min(1, part))
	}
	return seen
}

func (v vision) times(colour [3]float64) (out [3]float64) {
	for i, row := range v {
		out[i] = row[0]*colour[0] + row[1]*colour[1] + row[2]*colour[2]
	}
	return out
}

// TestRolesApart: the four roles stay apart for every reader; the numbers are those of the palette as it was chosen.
func TestRolesApart(t *testing.T) {
	roles := []Token{Agreed, Demand, Offer, Base}
	for theme, least := range map[Theme]map[string]float64{
		Light: {"normal": 15.3, "protan": 9.5, "deutan": 8.6, "tritan": 12.8},
		Dark:  {"normal": 14.8, "protan": 9.3, "deutan": 10.0, "tritan": 14.1},
	} {
		for name, v := range visions {
			for i, a := range roles {
				for _, b := range roles[i+1:] {
					p, q := oklab(v.see(linear(a.Hex(theme)))), oklab(v.see(linear(b.Hex(theme))))
					got := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
					if got < least[name]-0.1 {
						t.Errorf("theme %d, %s: %s and %s are %.1f apart, want %.1f", theme, name, a, b, got, least[name])
					}
				}
			}
		}
	}
}

// oklab places linear sRGB where distances are those that the eye sees (Ottosson 2020), in hundredths.
func oklab(rgb [3]float64) [3]float64 {
	cones := vision{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}.times(rgb)
	for i, c := range cones {
		cones[i] = 100 * math.Cbrt(c)
	}
	return vision{{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}.times(cones)
}
