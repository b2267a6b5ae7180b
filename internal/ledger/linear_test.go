package ledger

import (
	"strings"
	"testing"
	"time"
)

// Reading a text takes time in proportion to its length, whatever it repeats:
// four times the text takes about four times as long. A busy machine spoils
// single measurements, so the shortest of up to ten of each size are compared.
func TestClaimsAreFoundInLinearTime(t *testing.T) {
	const small, large = 50_000, 200_000
	for _, part := range []string{"1 to ", "one hundred and ", "million ", "{{", "{{ x }}", "[@", "[@a]", "a-", "1-", "1.", "1,", "$", "-", "twenty-",
		"half of ", "doubled ", "http://", "2019 – ", "US ", "p. 3–", "𝟙", "1\u00a0", "a third of the ", "\n", "'", "five U.S. ", "“", "9 South Korean ",
		"1 000 ", "5-to-1", "1:", "1/2 of ", "½", "by half ", "by about ", "rose by ", "hundred-", "and a half ", "one-and-a-", "ratio of 3 to ", "9 of the "} {
		took := func(size int) time.Duration {
			text := strings.Repeat(part, size/len(part))
			start := time.Now()
			outside(findClaims(text), text, []string{part, strings.Repeat(part, 50), text})
			maskQuotations(text)
			return time.Since(start)
		}
		a, b := time.Hour, time.Hour
		for range 10 {
			a, b = min(a, took(small)), min(b, took(large))
			if b < 50*time.Millisecond || b < 10*a {
				break
			}
		}
		if b >= 50*time.Millisecond && b >= 10*a {
			t.Errorf("%q: %d bytes take %v, %d take %v", part, small, a, large, b)
		}
	}
}
