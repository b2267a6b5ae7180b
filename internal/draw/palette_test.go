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

// TestContrastTable holds the numbers that the site's description of its colours prints.
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
