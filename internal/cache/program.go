package cache

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

// Program identifies the running program by its content: the build id that the
// Go linker puts at the head of each binary, which is a hash of all that went
// into it. Where there is none, the whole binary is hashed.
func Program() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("opening the program: %w", err)
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("reading the program: %w", err)
	}
	if id := buildID(head[:n]); id != nil {
		return id, nil
	}
	h := sha256.New()
	h.Write(head[:n])
	if _, err := io.Copy(h, f); err != nil {
		return nil, fmt.Errorf("reading the program: %w", err)
	}
	return h.Sum(nil), nil
}

// buildID finds the build id in the head of a binary. It stands in quotes behind
// a mark, as cmd/go reads it too.
func buildID(head []byte) []byte {
	_, rest, ok := bytes.Cut(head, []byte("\xff Go build ID: \""))
	if !ok {
		return nil
	}
	id, _, ok := bytes.Cut(rest, []byte("\"\n \xff"))
	if !ok || len(id) == 0 {
		return nil
	}
	return id
}
