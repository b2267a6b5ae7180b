package draw

import (
	"fmt"
	"math"
	"testing"
)

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		min, max float64
		n        int
		ticks    string
		nice     string
	}{
		{0, 2, 5, "[0 0.5 1 1.5 2]", "0 2"},
		{0, 1.85, 5, "[0 0.5 1 1.5]", "0 2"},
		{0, 1.4, 5, "[0 0.5 1]", "0 1.5"},
		{0, 5, 6, "[0 1 2 3 4 5]", "0 5"},
		{0, 0.3, 4, "[0 0.1 0.2 0.3]", "0 0.3"},
		{0, 444, 5, "[0 100 200 300 400]", "0 500"},
		{-0.238, 1.301, 5, "[0 0.5 1]", "-0.5 1.5"},
		{-35, 12, 6, "[-30 -20 -10 0 10]", "-40 20"},
		{2018, 2027, 10, "[2018 2019 2020 2021 2022 2023 2024 2025 2026 2027]", "2018 2027"},
		{0, 3e-7, 4, "[0 1e-07 2e-07 3e-07]", "0 3e-07"},
		{1, 1, 5, "[]", "1 1"},
		{2, 1, 5, "[]", "2 1"},
		{math.NaN(), 1, 5, "[]", "NaN 1"},
	} {
		if got := fmt.Sprint(Ticks(tt.min, tt.max, tt.n)); got != tt.ticks {
			t.Errorf("Ticks(%g, %g, %d) = %s, want %s", tt.min, tt.max, tt.n, got, tt.ticks)
		}
		lo, hi := Nice(tt.min, tt.max, tt.n)
		if got := fmt.Sprint(lo, hi); got != tt.nice {
			t.Errorf("Nice(%g, %g, %d) = %s, want %s", tt.min, tt.max, tt.n, got, tt.nice)
		}
	}
}

func FuzzTicks(f *testing.F) {
	f.Add(0.0, 1.85, 5)
	f.Add(-1e9, 3.5, 9)
	f.Fuzz(func(t *testing.T, min, max float64, n int) {
		span := max - min
		if n < 2 || n > 50 || !(span > 1e-9*math.Max(math.Abs(min), math.Abs(max))) || span > 1e15 || span < 1e-15 {
			t.Skip()
		}
		ticks := Ticks(min, max, n)
		if len(ticks) > n {
			t.Errorf("%d ticks, at most %d wanted", len(ticks), n)
		}
		for i, v := range ticks {
			if v < min-1e-6*span || v > max+1e-6*span || i > 0 && v <= ticks[i-1] {
				t.Errorf("tick %g of %v outside [%g, %g] or out of order", v, ticks, min, max)
			}
		}
		if lo, hi := Nice(min, max, n); lo > min+1e-6*span || hi < max-1e-6*span {
			t.Errorf("Nice(%g, %g, %d) = %g, %g", min, max, n, lo, hi)
		}
	})
}

func TestScale(t *testing.T) {
	y := Scale{Domain: [2]float64{0, 2}, Range: [2]float64{250, 50}}
	for v, want := range map[float64]float64{0: 250, 2: 50, 1: 150, 3: -50} {
		if got := y.At(v); got != want {
			t.Errorf("At(%g) = %g, want %g", v, got, want)
		}
	}
	flat := Scale{Domain: [2]float64{1, 1}, Range: [2]float64{7, 9}}
	if got := flat.At(5); got != 7 {
		t.Errorf("flat scale gives %g", got)
	}
}

func TestYearAt(t *testing.T) {
	for _, tt := range []struct {
		y, m, d int
		want    float64
	}{
		{2020, 0, 0, 2020}, {2020, 1, 1, 2020}, {2020, 7, 1, 2020 + 182.0/366}, {2021, 4, 0, 2021 + 90.0/365},
		{2019, 12, 31, 2019 + 364.0/365},
	} {
		if got := YearAt(tt.y, tt.m, tt.d); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("YearAt(%d, %d, %d) = %v, want %v", tt.y, tt.m, tt.d, got, tt.want)
		}
	}
}
