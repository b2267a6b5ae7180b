package output

import (
	"errors"
	"sync/atomic"
)

// A place is where a file's bytes lie when they are not in memory.
type place interface {
	size() int
	appendTo([]byte) ([]byte, error)
	fail(error) // takes note that appendTo failed
}

// ErrChanged says that a file of the finished site is no longer as Look found it.
var ErrChanged = errors.New("it was changed meanwhile; build again")

// Bytes returns the file's bytes, from wherever they lie. Where they cannot be
// read it returns none, and the Shelf or Standing that they lie in has an error.
func (f File) Bytes() []byte {
	if f.place == nil {
		return f.Data
	}
	return f.AppendTo(nil)
}

// AppendTo appends the file's bytes to b, for callers that have room for them.
func (f File) AppendTo(b []byte) []byte {
	if f.place == nil {
		return append(b, f.Data...)
	}
	all, err := f.place.appendTo(b)
	if err != nil {
		f.place.fail(err)
	}
	return all
}

// read returns the bytes, or why there are none.
func (f File) read() ([]byte, error) {
	if f.place == nil {
		return f.Data, nil
	}
	return f.place.appendTo(nil)
}

// Size returns the number of the file's bytes.
func (f File) Size() int {
	if f.place == nil {
		return len(f.Data)
	}
	return f.place.size()
}

// A failure is the first error of taking bytes from where they lie.
type failure struct{ first atomic.Pointer[error] }

func (f *failure) note(err error) { f.first.CompareAndSwap(nil, &err) }

func (f *failure) err() error {
	if first := f.first.Load(); first != nil {
		return *first
	}
	return nil
}
