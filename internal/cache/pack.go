package cache

import (
	"encoding/binary"
	"slices"
)

// A Pack lays values end to end, or takes them up again: the same calls in the
// same order do both, so that one function tells what is remembered of a thing.
//
// A whole number is a varint; a text is its length and its bytes; a list is its
// length and its items. Nothing tells one from the other: who takes up must know
// what was laid down, as the key of an entry ensures.
type Pack struct {
	taking bool
	laid   []byte
	left   string
	broken bool
}

// Packed lays down what the function names.
func Packed(values func(*Pack)) []byte {
	var p Pack
	values(&p)
	return p.laid
}

// Unpack takes up what the function names. It reports false when the bytes are
// not just that; what was taken up is then worth nothing.
func Unpack(data []byte, values func(*Pack)) bool {
	p := Pack{taking: true, left: string(data)} // one copy for all texts in it
	values(&p)
	return !p.broken && p.left == ""
}

// Taking reports whether values are taken up, and there are still some that can be.
func (p *Pack) Taking() bool { return p.taking && !p.broken }

// Int is a whole number.
func (p *Pack) Int(n *int) {
	if !p.taking {
		p.laid = binary.AppendVarint(p.laid, int64(*n))
		return
	}
	v, size := binary.Varint([]byte(p.left[:min(len(p.left), binary.MaxVarintLen64)]))
	if size <= 0 {
		p.fail()
		return
	}
	*n, p.left = int(v), p.left[size:]
}

// Bool is yes or no.
func (p *Pack) Bool(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	p.Int(&n)
	*b = n == 1
}

// Bytes are as many bytes as b has room for.
func (p *Pack) Bytes(b []byte) {
	if !p.taking {
		p.laid = append(p.laid, b...)
		return
	}
	if len(p.left) < len(b) {
		p.fail()
		return
	}
	copy(b, p.left)
	p.left = p.left[len(b):]
}

// Text is a text of any bytes.
func (p *Pack) Text(s *string) {
	n := len(*s)
	if p.Int(&n); !p.taking {
		p.laid = append(p.laid, *s...)
		return
	}
	if n < 0 || n > len(p.left) {
		p.fail()
		return
	}
	*s, p.left = p.left[:n], p.left[n:]
}

// Texts are any number of texts.
func (p *Pack) Texts(list *[]string) { PackList(p, list, p.Text) }

// PackList lays down or takes up the items of a list, each by the function.
func PackList[T any](p *Pack, list *[]T, item func(*T)) {
	n := len(*list)
	if p.Int(&n); !p.taking {
		for i := range *list {
			item(&(*list)[i])
		}
		return
	}
	*list = slices.Grow([]T(nil), max(0, min(n, len(p.left), 1000)))
	for range n { // as long as there are items: the number may be wrong
		var t T
		if item(&t); p.broken {
			return
		}
		*list = append(*list, t)
	}
}

func (p *Pack) fail() { p.broken, p.left = true, "" }
