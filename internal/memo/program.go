package memo

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

// Program identifies the running program by its content: by the head of its file,
// which holds the build id that the Go linker makes of all that went into it.
// Where there is none, by the whole file.
func Program() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program: %w", err)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open the program: %w", err)
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("read the program: %w", err)
	}
	h := sha256.New()
	h.Write(head[:n])
	// In an ELF file it is a note of the kind 4 by the name of Go, elsewhere it stands in quotes.
	if !bytes.Contains(head[:n], []byte("\x04\x00\x00\x00Go\x00\x00")) && !bytes.Contains(head[:n], []byte("\xff Go build ID: \"")) {
		if _, err := io.Copy(h, f); err != nil {
			return nil, fmt.Errorf("read the program: %w", err)
		}
	}
	return h.Sum(nil), nil
}
