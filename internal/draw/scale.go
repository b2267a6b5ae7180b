package draw

import (
	"math"
	"strconv"
	"time"
)

// Scale maps Domain to Range linearly. Either may run backwards, as y does; values outside the domain run on beyond.
type Scale struct{ Domain, Range [2]float64 }

// At maps one value. A domain without length maps everything to the start of the range.
func (s Scale) At(v float64) float64 {
	length := s.Domain[1] - s.Domain[0]
	if length == 0 {
		return s.Range[0]
	}
	return s.Range[0] + (v-s.Domain[0])/length*(s.Range[1]-s.Range[0])
}

// Ticks returns the multiples of a round step (1, 2 or 5 times a power of ten) within [min, max], ends included, in
// rising order: the finest such step that gives at most n of them, n at least 2. Values are the nearest float to
// their short decimal, so 0.3 prints as 0.3. It is nil unless min < max.
func Ticks(min, max float64, n int) []float64 {
	if !(min < max) {
		return nil
	}
	s := roundStep(min, max, n)
	var ticks []float64
	for i, last := s.within(min, max); i <= last; i++ {
		ticks = append(ticks, s.times(i))
	}
	return ticks
}

// Nice widens [min, max] outwards to whole steps of its Ticks. It returns them as they are unless min < max.
func Nice(min, max float64, n int) (lo, hi float64) {
	if !(min < max) {
		return min, max
	}
	s := roundStep(min, max, n)
	first, last := s.within(min, max)
	lo, hi = s.times(first), s.times(last)
	if lo > min {
		lo = s.times(first - 1)
	}
	if hi < max {
		hi = s.times(last + 1)
	}
	return lo, hi
}

// step is digit × 10^exponent.
type step struct{ digit, exponent int }

func roundStep(min, max float64, n int) step {
	if n < 2 {
		panic("draw: an axis needs room for two ticks")
	}
	// One power below the span's share is always too fine, so the first step that passes is the finest.
	for e := int(math.Floor(math.Log10((max-min)/float64(n)))) - 1; ; e++ {
		for _, digit := range []int{1, 2, 5} {
			s := step{digit, e}
			if first, last := s.within(min, max); last-first+1 <= int64(n) {
				return s
			}
		}
	}
}

// times returns i steps. Decimal text and back is the one way to the float nearest to the decimal.
func (s step) times(i int64) float64 {
	v, err := strconv.ParseFloat(strconv.FormatInt(i*int64(s.digit), 10)+"e"+strconv.Itoa(s.exponent), 64)
	if err != nil {
		panic("draw: tick out of range: " + err.Error())
	}
	return v
}

// Decimal is digit times ten to the power, as the nearest float to the short decimal.
func Decimal(digit float64, power int) float64 { return step{int(digit), power}.times(1) }

// within returns the first and last multiple inside [min, max], forgiving the rounding of an end that is a multiple.
func (s step) within(min, max float64) (first, last int64) {
	size := s.times(1)
	const slip = 1e-9
	return int64(math.Ceil(min/size - slip)), int64(math.Floor(max/size + slip))
}

// YearAt returns a date as a number of years, for a Scale over time: 2020 for 1 January 2020, 2019.5 for noon on 2 July
// 2019. Month or day 0 count as 1.
func YearAt(year, month, day int) float64 {
	month, day = max(month, 1), max(day, 1)
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	last := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	return float64(year) + float64(date.YearDay()-1)/float64(last.YearDay())
}
