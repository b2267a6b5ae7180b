package draw

import (
	"math"
	"testing"
)

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
