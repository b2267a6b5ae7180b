package output

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
)

// A Shelf keeps the bytes of finished files on disk until they are asked for, so
// that a large site does not fill the memory. It is safe for use from several
// goroutines. A nil Shelf leaves files as they are.
type Shelf struct {
	failure
	f   *os.File
	end atomic.Int64
}

// NewShelf makes a shelf in a folder, which it makes too. It is a file that has
// lost its name where the system allows it, so that nothing is left of it
// whatever happens; elsewhere the next shelf takes away what a killed build has
// left. Where there can be no file it returns nil.
func NewShelf(dir string) *Shelf {
	if os.MkdirAll(dir, 0o755) != nil {
		return nil
	}
	left, _ := filepath.Glob(filepath.Join(dir, "shelf.*")) // the pattern is sound
	for _, name := range left {
		os.Remove(name) // fails where another build has it open, as it must
	}
	f, err := os.CreateTemp(dir, "shelf.*")
	if err != nil {
		return nil
	}
	os.Remove(f.Name()) // fails on Windows, where Close does it
	return &Shelf{f: f}
}

// Close gives the room back. Files on the shelf are lost.
func (s *Shelf) Close() error {
	if s == nil {
		return nil
	}
	err := s.f.Close()
	os.Remove(s.f.Name())
	return err
}

// Put returns the file with its bytes on the shelf. Where there is no room they
// stay in memory.
func (s *Shelf) Put(f File) File {
	if s == nil || f.place != nil {
		return f
	}
	at := s.end.Add(int64(len(f.Data))) - int64(len(f.Data))
	if _, err := s.f.WriteAt(f.Data, at); err != nil {
		return f
	}
	f.place, f.Data = shelved{s, at, len(f.Data)}, nil
	return f
}

// Err returns the first error of taking a file from the shelf. Its bytes were
// then missing, and what was concluded from them is void.
func (s *Shelf) Err() error {
	if s == nil {
		return nil
	}
	return s.err()
}

// A shelved is the place of a file on a shelf.
type shelved struct {
	shelf *Shelf
	at    int64
	bytes int
}

func (p shelved) size() int { return p.bytes }

func (p shelved) appendTo(b []byte) ([]byte, error) {
	n := len(b)
	all := slices.Grow(b, p.bytes)[:n+p.bytes]
	if _, err := p.shelf.f.ReadAt(all[n:], p.at); err != nil {
		return b, fmt.Errorf("taking up a finished page: %w", err)
	}
	return all, nil
}

func (p shelved) fail(err error) { p.shelf.note(err) }
