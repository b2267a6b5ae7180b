package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
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

// buildID finds the build id in the head of a binary, as cmd/go does: in an ELF
// file it is a note of the kind 4 by the name of Go, elsewhere it stands in
// quotes behind a mark.
func buildID(head []byte) []byte {
	if at := bytes.Index(head, []byte("\x04\x00\x00\x00Go\x00\x00")); at >= 4 {
		size := int(binary.LittleEndian.Uint32(head[at-4:]))
		if id := head[at+8:]; size > 0 && size <= len(id) {
			return id[:size]
		}
	}
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
