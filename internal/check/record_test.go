package check

import (
	"math"
	"slices"
	"testing"
)

func TestRecordIsReadAsItWasMade(t *testing.T) {
	var r record
	r.addText("", "a", "한국\x00")
	r.addNumber(0, 127, 128, math.MaxInt32)
	r.addSpan(span{3, 400})
	whole := string(r)
	for end := range len(whole) + 1 {
		from := reading{rest: whole[:end]}
		texts := []string{from.text(), from.text(), from.text()}
		numbers := []int{from.number(), from.number(), from.number(), from.number()}
		at := from.span()
		if end < len(whole) {
			if !from.broken {
				t.Errorf("cut at %d of %d it is read", end, len(whole))
			}
			continue
		}
		if from.broken || from.rest != "" || !slices.Equal(texts, []string{"", "a", "한국\x00"}) ||
			!slices.Equal(numbers, []int{0, 127, 128, math.MaxInt32}) || at != (span{3, 400}) {
			t.Errorf("%q %v %v, then %+v", texts, numbers, at, from)
		}
	}
}

// A length that is none does not ask for memory.
func TestRecordWithALengthTooLarge(t *testing.T) {
	var r record
	r.addNumber(math.MaxInt32)
	from := reading{rest: string(r) + "text"}
	if n := from.count(); n != 0 || !from.broken {
		t.Errorf("counts %d", n)
	}
}
