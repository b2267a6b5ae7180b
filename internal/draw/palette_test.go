package draw

import (
	"math"
	"strings"
	"testing"
)

// TestFaults: everybody can read the default, and a palette that somebody cannot says who.
func TestFaults(t *testing.T) {
	if faults := Default().Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	got := map[Fault]bool{}
	for _, f := range Default().With(Swatch{C2, "#12815C", "#E8833F"}, Swatch{Ink3, "#999999", "#9BA0AA"}, Swatch{C1, "#12436D", "#D98FA0"}).Faults() {
		got[f] = true
	}
	for _, want := range []Fault{
		{Ink3, "ink3 has a contrast of 2.5 on band in light, and needs 4.5"},
		{C2, "c2 and c3 look alike in light to everybody"},
		{C1, "c1 and c3 look alike in dark to readers with protanopia"},
	} {
		if !got[want] {
			t.Errorf("%q is not among %v", want, got)
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
			Visited: {8.08, 8.43, 7.28, 7.62}, C1: {9.82, 10.25, 8.84, 9.26}, C2: {6.07, 6.33, 5.46, 5.72},
			C3: {4.66, 4.86, 4.19, 4.39}, Grey: {3.23, 3.38, 2.91, 3.05}, Caution: {6.63, 6.92, 5.97, 6.26},
		},
		Dark: {
			Ink: {15.06, 13.88, 12.62, 12.81}, Ink2: {9.94, 9.17, 8.33, 8.46}, Ink3: {6.90, 6.36, 5.79, 5.87},
			Rule: {1.54, 1.42, 1.29, 1.31}, Edge: {5.28, 4.87, 4.43, 4.49}, Link: {9.28, 8.55, 7.78, 7.89},
			Visited: {8.57, 7.90, 7.19, 7.29}, C1: {10.98, 10.12, 9.20, 9.34}, C2: {6.68, 6.16, 5.60, 5.68},
			C3: {6.14, 5.66, 5.15, 5.22}, Grey: {3.96, 3.65, 3.32, 3.37}, Caution: {9.78, 9.02, 8.20, 8.32},
		},
	} {
		for token, row := range rows {
			for i, want := range row {
				if got := contrast(Default().Hex(token, theme), Default().Hex(grounds[i], theme)); math.Abs(got-want) > 0.0051 {
					t.Errorf("theme %d: %s on %s has %.3f, the table says %.2f", theme, token, grounds[i], got, want)
				}
			}
		}
	}
}

// TestGreys: printed without colour, the four roles keep their order and stay apart.
func TestGreys(t *testing.T) {
	roles := []Token{C1, C2, C3, Grey}
	for i := range roles[1:] {
		if a, b := luminance(Default().Hex(roles[i], Light)), luminance(Default().Hex(roles[i+1], Light)); b-a < 0.045 {
			t.Errorf("%s has luminance %.3f, %s %.3f", roles[i], a, roles[i+1], b)
		}
	}
}

func TestEveryTokenInCSS(t *testing.T) {
	css := Default().CSS()
	screen, print, _ := strings.Cut(css, "@media print")
	light, dark, _ := strings.Cut(screen, "@supports")
	for _, s := range Default() {
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

// TestRolesApart: the four roles stay apart for every reader; the numbers are those the palette was chosen by.
func TestRolesApart(t *testing.T) {
	roles := []Token{C1, C2, C3, Grey}
	for theme, least := range map[Theme][4]float64{ // of visions
		Light: {27.6, 17.9, 17.7, 18.7},
		Dark:  {27.8, 16.2, 14.5, 16.9},
	} {
		for i, v := range visions {
			for r, a := range roles {
				for _, b := range roles[r+1:] {
					got := v.distance(Default().Hex(a, theme), Default().Hex(b, theme))
					if got < least[i]-0.5 {
						t.Errorf("theme %d, %s: %s and %s are %.1f apart, want %.1f", theme, v.of, a, b, got, least[i])
					}
				}
			}
		}
	}
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
