package content

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// Eight bytes are plain only if each of them is: every byte in every place, among
// bytes that make it hardest.
func TestPlain(t *testing.T) {
	for _, around := range []byte(" ~aA0") {
		for place := range 8 {
			for c := range 256 {
				eight := bytes.Repeat([]byte{around}, 8)
				eight[place] = byte(c)
				want := c >= ' ' && c < 0x7F
				if got := plain(binary.LittleEndian.Uint64(eight)); got != want {
					t.Errorf("%q: %v", eight, got)
				}
			}
		}
	}
}
