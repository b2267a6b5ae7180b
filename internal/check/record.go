package check

import "encoding/binary"

// A record is texts and numbers one behind another, to be remembered. Where
// nothing changed, to read the records of all pages is most of their check, and
// JSON takes ten times as long.
type record []byte

func (r *record) addNumber(numbers ...int) {
	for _, n := range numbers {
		*r = binary.AppendUvarint(*r, uint64(n))
	}
}

func (r *record) addText(texts ...string) {
	for _, t := range texts {
		r.addNumber(len(t))
		*r = append(*r, t...)
	}
}

func (r *record) addSpan(s span) { r.addNumber(s.start, s.end) }

// A reading takes a record apart, in the order in which it was made.
type reading struct {
	rest   string
	broken bool // it is not such a record
}

func (r *reading) number() int {
	n, size := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 || n > 1<<32 {
		r.rest, r.broken = "", true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// count is a number of things that follow, each of at least a byte.
func (r *reading) count() int {
	n := r.number()
	if n > len(r.rest) {
		r.rest, r.broken = "", true
		return 0
	}
	return n
}

func (r *reading) text() string {
	n := r.count()
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

func (r *reading) span() span { return span{r.number(), r.number()} }
