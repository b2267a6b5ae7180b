package render

import "math"

const (
	wordsPerMinute  = 200 // measured rates of adults reading non-fiction lie around 240; sums and names slow them
	minutesPerChart = 0.5
	shortest        = 150 // words below which a page is looked at rather than read
)

// readingTime is the time to read a page, in minutes; 0 for a page that is not
// read through.
func readingTime(words, charts int) int {
	if words < shortest {
		return 0
	}
	return max(1, int(math.Round(float64(words)/wordsPerMinute+minutesPerChart*float64(charts))))
}
