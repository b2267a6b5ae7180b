package ledger

import (
	"strings"
	"testing"
	"time"
)

// Reading a text takes time in proportion to its length, whatever it repeats.
// The bound is a hundred times what a text of this size needs.
func TestClaimsAreFoundInLinearTime(t *testing.T) {
	const size = 200_000
	for _, part := range []string{"1 to ", "one hundred and ", "million ", "{{", "{{ x }}", "[@", "[@a]", "a-", "1-", "1.", "1,", "$", "-", "twenty-",
		"half of ", "doubled ", "http://", "2019 – ", "US ", "p. 3–", "𝟙", "1\u00a0", "a third of the ", "\n", "'", "five U.S. ", "“", "9 South Korean ",
		"1 000 ", "5-to-1", "1:", "1/2 of ", "½", "by half ", "by about ", "rose by ", "hundred-", "and a half ", "one-and-a-", "ratio of 3 to ", "9 of the "} {
		text := strings.Repeat(part, size/len(part))
		start := time.Now()
		outside(findClaims(text), text, []string{part, strings.Repeat(part, 50), text})
		maskQuotations(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q repeated took %v", part, took)
		} else if took > time.Second {
			t.Logf("%q repeated took %v", part, took)
		}
	}
}
