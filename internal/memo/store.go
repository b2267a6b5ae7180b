package memo

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// A store is a file of results. What is added lies in a spool until the file is
// written anew.
type store struct {
	file    string
	program [sha256.Size]byte

	mu      sync.Mutex
	kept    *os.File // the file as it was opened; nil when there is none to read
	spool   *os.File // nil until something is added
	end     int64    // of the spool
	entries map[Key]entry
	changed bool  // something was added
	failed  error // the first failure to add something
}

// An entry is where a result lies.
type entry struct {
	in     *os.File
	at     int64
	length int
	sum    uint32
}

// The file is a line, the hash of the program, then entries: key, length,
// checksum, data.
const (
	magic     = "sharingthecost memo 1\n"
	headSize  = len(magic) + sha256.Size
	entrySize = sha256.Size + 8
)

var table = crc32.MakeTable(crc32.Castagnoli)

// checksum covers the key too, so that an entry cannot pass for another one.
func checksum(k Key, data []byte) uint32 {
	return crc32.Update(crc32.Checksum(k[:], table), table, data)
}

// openStore reads where the results lie in a file. What cannot be read is left
// out.
func openStore(file string, program []byte) *store {
	s := &store{file: file, program: sha256.Sum256(program), entries: map[Key]entry{}}
	f, size := openRegular(file)
	if f == nil {
		return s
	}
	head := make([]byte, headSize)
	if _, err := f.ReadAt(head, 0); err != nil || !bytes.Equal(head, s.head()) {
		f.Close()
		return s
	}
	s.kept = f
	for at := int64(headSize); ; {
		var e [entrySize]byte
		if _, err := f.ReadAt(e[:], at); err != nil {
			return s
		}
		n := int(binary.LittleEndian.Uint32(e[sha256.Size:]))
		at += int64(entrySize)
		if at+int64(n) > size {
			return s // cut short
		}
		s.entries[Key(e[:sha256.Size])] = entry{f, at, n, binary.LittleEndian.Uint32(e[sha256.Size+4:])}
		at += int64(n)
	}
}

// openRegular opens a file, but neither a pipe nor a device: they have no end, and
// opening one may wait for its other side.
func openRegular(name string) (*os.File, int64) {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, 0
	}
	return f, info.Size()
}

func (s *store) head() []byte { return append([]byte(magic), s.program[:]...) }

// read returns a result, if there is one and it is sound.
func (s *store) read(k Key) ([]byte, bool) {
	s.mu.Lock()
	e, ok := s.entries[k]
	s.mu.Unlock()
	if !ok {
		return nil, false
	}
	return e.read(k)
}

func (e entry) read(k Key) ([]byte, bool) {
	data := make([]byte, e.length)
	if _, err := e.in.ReadAt(data, e.at); err != nil {
		return nil, false
	}
	return data, checksum(k, data) == e.sum
}

// add puts a result into the spool. Where that fails, save tells why; until then
// the result is made as often as it is asked for.
func (s *store) add(k Key, data []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return
	}
	if s.spool == nil {
		s.failed = s.openSpool()
	}
	if s.failed == nil {
		_, s.failed = s.spool.WriteAt(data, s.end)
	}
	if s.failed == nil {
		s.entries[k] = entry{s.spool, s.end, len(data), checksum(k, data)}
		s.end += int64(len(data))
		s.changed = true
	}
}

// openSpool makes the spool. It loses its name at once where the system allows
// that, so that nothing is left of it whatever happens.
func (s *store) openSpool() error {
	if err := os.MkdirAll(filepath.Dir(s.file), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(s.file), "spool.*")
	if err != nil {
		return err
	}
	os.Remove(f.Name()) // where an open file cannot be removed, close does it
	s.spool = f
	return nil
}

// save writes the file anew, unless it would hold the same as before.
func (s *store) save(keep func(Key) bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var keys []Key
	for k := range s.entries {
		if keep(k) {
			keys = append(keys, k)
		}
	}
	if s.failed == nil && (s.changed || len(keys) < len(s.entries)) {
		slices.SortFunc(keys, func(a, b Key) int { return bytes.Compare(a[:], b[:]) })
		s.failed = s.write(keys)
	}
	return s.failure()
}

func (s *store) err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failure()
}

func (s *store) failure() error {
	if s.failed == nil {
		return nil
	}
	return fmt.Errorf("save the cache %s: %w", s.file, cause(s.failed))
}

// cause is what the system said, without the name of a file that has another one
// each time.
func cause(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}

// write makes the new file beside the old one and puts it in its place.
func (s *store) write(keys []Key) error {
	dir := filepath.Dir(s.file)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	pattern := filepath.Base(s.file) + ".new.*"
	left, _ := filepath.Glob(filepath.Join(dir, pattern)) // by a run that was killed; the pattern is sound
	for _, name := range left {
		os.Remove(name)
	}
	f, err := os.CreateTemp(dir, pattern)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := errors.Join(s.writeTo(f, keys), f.Close()); err != nil {
		return err
	}
	s.close() // some systems do not replace a file that is open
	err = os.Rename(f.Name(), s.file)
	if errors.Is(err, fs.ErrNotExist) { // another run took it for one that was left
		return nil
	}
	return err
}

func (s *store) writeTo(f io.Writer, keys []Key) error {
	w := bufio.NewWriterSize(f, 1<<18)
	w.Write(s.head())
	for _, k := range keys {
		e := s.entries[k]
		data, sound := e.read(k)
		if !sound {
			continue
		}
		w.Write(binary.LittleEndian.AppendUint32(k[:], uint32(len(data))))
		w.Write(binary.LittleEndian.AppendUint32(nil, e.sum))
		w.Write(data)
	}
	return w.Flush() // the first error of all writes
}

// close lets go of the files, and of what lies in them.
func (s *store) close() {
	if s.kept != nil {
		s.kept.Close()
	}
	if s.spool != nil {
		s.spool.Close()
		os.Remove(s.spool.Name()) // where it still has a name
	}
	s.kept, s.spool, s.entries = nil, nil, map[Key]entry{}
}
