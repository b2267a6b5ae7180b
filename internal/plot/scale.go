package plot

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sharingthecost/internal/draw"
	"sharingthecost/internal/unit"
)

// A Scale is where values lie: at equal distances for equal differences, or for equal
// ratios (Log). Its ends are given as its labels count them.
type Scale struct {
	Format unit.Format
	Lo, Hi float64
	Ticks  []float64
	Log    bool
	Years  bool // values are times, as numbers of years
}

// NewScale lays a scale with so many ticks at most over values, from one round number to
// another. Zero is on it where marks
// stand on it, and where leaving it out would hide little; a scale of ratios has none.
func NewScale(f unit.Format, values []float64, most int, zero, log bool) Scale {
	s := Scale{Format: f, Lo: math.Inf(1), Hi: math.Inf(-1), Log: log}
	for _, v := range values {
		if !math.IsNaN(v) {
			s.Lo, s.Hi = min(s.Lo, v/f.Divisor), max(s.Hi, v/f.Divisor)
		}
	}
	if log {
		return s.powers()
	}
	if zero || s.Hi-s.Lo > s.Lo || s.Lo == s.Hi { // half of the height or more is used all the same
		s.Lo = min(s.Lo, 0)
	}
	if zero || s.Lo == s.Hi || s.Hi < 0 && s.Hi-s.Lo > -s.Hi {
		s.Hi = max(s.Hi, 0)
	}
	if s.Lo == s.Hi { // all are zero
		s.Hi = 1
	}
	s.Lo, s.Hi = draw.Nice(s.Lo, s.Hi, most)
	s.Ticks = draw.Ticks(s.Lo, s.Hi, most)
	return s
}

// ClassScale is a scale of so many equal steps between round numbers that hold the values.
func ClassScale(f unit.Format, values []float64, classes int) Scale {
	s := Scale{Format: f, Lo: math.Inf(1), Hi: math.Inf(-1)}
	for _, v := range values {
		s.Lo, s.Hi = min(s.Lo, v/f.Divisor), max(s.Hi, v/f.Divisor)
	}
	if s.Lo == s.Hi {
		s.Lo, s.Hi = min(s.Lo, 0), max(s.Hi, 0)
	}
	if s.Lo == s.Hi {
		s.Hi = 1
	}
	for e := math.Floor(math.Log10(s.Hi-s.Lo)) - 2; ; e++ {
		for _, digits := range []float64{10, 20, 25, 50} {
			step := draw.Decimal(digits, int(e)-1)
			if first := math.Floor(s.Lo/step + 1e-9); (first+float64(classes))*step >= s.Hi-step*1e-9 {
				for n := range classes + 1 {
					s.Ticks = append(s.Ticks, Rounded((first+float64(n))*step))
				}
				s.Lo, s.Hi = s.Ticks[0], s.Ticks[classes]
				return s
			}
		}
	}
}

// ScaleTo is a scale that ends where the values do, at zero or beyond: for marks with their
// values beside them.
func ScaleTo(f unit.Format, values []float64) Scale {
	s := Scale{Format: f}
	for _, v := range values {
		s.Lo, s.Hi = min(s.Lo, v/f.Divisor), max(s.Hi, v/f.Divisor)
	}
	if s.Lo == s.Hi {
		s.Hi = 1
	}
	return s
}

// YearScale is a scale of whole years, the last one to its end.
func YearScale(from, until int) Scale {
	s := Scale{Format: unit.Format{Divisor: 1}, Lo: float64(from), Hi: float64(until + 1), Years: true}
	s.Ticks = slices.DeleteFunc(draw.Ticks(s.Lo, s.Hi, 12), func(year float64) bool { return year != math.Trunc(year) })
	return s
}

// powers is a scale of ratios between round numbers: 1, 2 and 5 times powers of ten, or
// where these are many, powers of ten alone.
func (s Scale) powers() Scale {
	low, high := math.Floor(math.Log10(s.Lo)), math.Ceil(math.Log10(s.Hi))
	digits, every := []float64{1}, max(1, math.Ceil((high-low)/6))
	if s.Hi/s.Lo <= 1000 {
		digits, every = []float64{1, 2, 5}, 1
	}
	for e := low; e < high+every; e += every {
		for _, d := range digits {
			s.Ticks = append(s.Ticks, draw.Decimal(d, int(e)))
		}
	}
	for len(s.Ticks) > 2 && s.Ticks[1] <= s.Lo {
		s.Ticks = s.Ticks[1:]
	}
	for n := len(s.Ticks); n > 2 && s.Ticks[n-2] >= s.Hi; n = len(s.Ticks) {
		s.Ticks = s.Ticks[:n-1]
	}
	s.Lo, s.Hi = s.Ticks[0], s.Ticks[len(s.Ticks)-1]
	return s
}

// Part says how far a value lies from the lower end to the upper, of 1 in all.
func (s Scale) Part(v float64) float64 {
	v /= s.Format.Divisor
	if s.Log {
		return (math.Log10(v) - math.Log10(s.Lo)) / (math.Log10(s.Hi) - math.Log10(s.Lo))
	}
	return (v - s.Lo) / (s.Hi - s.Lo)
}

// foot is where bars stand: at zero, or at the nearer end.
func (s Scale) foot() float64 { return min(max(0, s.Lo), s.Hi) * s.Format.Divisor }

// amount gives the value of a tick, in the unit.
func (s Scale) amount(t float64) float64 { return t * s.Format.Divisor }

// Tick writes a tick with as many decimals as the steps of the scale need, so
// that 1.0 is between 0.5 and 1.5.
func (s Scale) Tick(t float64) string {
	switch {
	case t == 0:
		return "0"
	case s.Years:
		return strconv.Itoa(int(t))
	}
	steps := s.Ticks
	if s.Log {
		steps = []float64{t}
	}
	f := s.Format
	f.Divisor, f.Decimals = 1, 0
	for _, v := range steps {
		_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
		f.Decimals = max(f.Decimals, len(fraction))
	}
	return f.Tick(t)
}

// gutter is the width of the labels of the scale, and the gap beside them.
func (s Scale) gutter() float64 {
	widest := 0.0
	for _, t := range s.Ticks {
		widest = max(widest, Width(draw.Text{Size: AxisSize, S: s.Tick(t)}))
	}
	return widest + 8
}
