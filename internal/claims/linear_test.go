package claims

import (
	"strings"
	"testing"
	"time"
)

// What somebody may write a million times, and what a reader of numbers may
// begin to read at each of its places.
var repeated = []string{"1 to ", "one hundred and ", "million ", "{{", "{{ x }}", "[@", "[@a]", "a-", "1-", "1.", "1,", "$", "-", "twenty-",
	"half of ", "doubled ", "http://", "2019 – ", "US ", "p. 3–", "𝟙", "1\u00a0", "a third of the ", "\n", "'", "five U.S. ", "“", "9 South Korean ",
	"1 000 ", "5-to-1", "1:", "1/2 of ", "½", "by half ", "by about ", "rose by ", "hundred-", "and a half ", "one-and-a-", "ratio of 3 to ", "9 of the "}

func readRepeated(part string, size int) {
	text := strings.Repeat(part, size/len(part))
	outside(find(text), text, []string{part, strings.Repeat(part, 50), text})
	unquoted(text)
}

// A text as large as a page may be is read to its end, whatever it repeats. A
// rule that goes back over the text at each place would need minutes for each.
func TestLongTextsAreRead(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 1 << 16
	}
	for _, part := range repeated {
		readRepeated(part, size)
	}
}

// The ratio is the time of four times the text: 4 is in proportion, 16 is
// quadratic.
func BenchmarkLinear(b *testing.B) {
	for _, part := range repeated {
		b.Run(part, func(b *testing.B) {
			var one, four time.Duration
			for b.Loop() {
				start := time.Now()
				readRepeated(part, 50_000)
				middle := time.Now()
				readRepeated(part, 200_000)
				one, four = one+middle.Sub(start), four+time.Since(middle)
			}
			b.ReportMetric(float64(four)/float64(one), "ratio")
		})
	}
}
