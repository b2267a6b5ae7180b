package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// A Cache is safe for use from several goroutines.
type Cache struct {
	file     string
	program  []byte
	patience int

	mu      sync.Mutex
	entries map[Key]*entry
	changed bool // whether the file lacks an entry that was used
}

// A Key stands for a maker and all that it worked on.
type Key [sha256.Size]byte

type entry struct {
	data []byte
	used bool
	idle int // how many runs before this one had no use for it
}

// Open reads a cache file. One that is missing, foreign or damaged, or no file
// at all, counts as empty as far as it cannot be read. Patience is how many runs
// that write the file may pass by an entry before it is forgotten.
func Open(file string, program []byte, patience int) *Cache {
	c := &Cache{file: file, program: program, patience: min(patience, 255), entries: map[Key]*entry{}}
	c.read(readFile(file))
	return c
}

// Do returns what maker makes of the input: remembered, or by calling it. The
// result must depend on nothing but the parts of the input, must not be changed,
// and is the same for the same maker's name and parts.
func (c *Cache) Do(maker string, input [][]byte, make func() []byte) []byte {
	if c == nil {
		return make()
	}
	k := c.Key(maker, input)
	if e := c.find(k); e != nil {
		return e.data
	}
	data := make()
	c.keep(k, data)
	return data
}

// Find returns what is remembered, or nil.
func (c *Cache) Find(maker string, input [][]byte) []byte {
	if c == nil {
		return nil
	}
	if e := c.find(c.Key(maker, input)); e != nil {
		return e.data
	}
	return nil
}

// Keep remembers a result for Find and Do. The data must not be changed.
func (c *Cache) Keep(maker string, input [][]byte, data []byte) {
	if c != nil {
		c.keep(c.Key(maker, input), data)
	}
}

func (c *Cache) find(k Key) *entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[k]
	if e != nil {
		e.used = true
	}
	return e
}

func (c *Cache) keep(k Key, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[k] = &entry{data: data, used: true}
	c.changed = true
}

// Key hashes each part behind its length, so that no two inputs run together.
func (c *Cache) Key(maker string, input [][]byte) Key {
	h := sha256.New()
	var length [8]byte
	for _, part := range append([][]byte{c.program, []byte(maker)}, input...) {
		binary.LittleEndian.PutUint64(length[:], uint64(len(part)))
		h.Write(length[:])
		h.Write(part)
	}
	return Key(h.Sum(nil))
}

// Save writes the entries that this run used and those that it has patience
// with, unless it would write the same as the file holds.
func (c *Cache) Save() error {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	var keys []Key
	for k, e := range c.entries {
		if e.used {
			e.idle = 0
		} else {
			e.idle++
		}
		if e.idle <= c.patience {
			keys = append(keys, k)
		}
	}
	if !c.changed && len(keys) == len(c.entries) {
		return nil
	}
	slices.SortFunc(keys, func(a, b Key) int { return slices.Compare(a[:], b[:]) })
	if err := c.write(keys); err != nil {
		// The innermost error: the others name a file beside it that had another name each time.
		return fmt.Errorf("save the cache %s: %w", c.file, errors.Unwrap(err))
	}
	return nil
}

// Turn ends a round of a program that goes on: what the round did not use is
// forgotten at once. Such a program does not Save.
func (c *Cache) Turn() {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, e := range c.entries {
		if !e.used {
			delete(c.entries, k)
		}
		e.used = false
	}
}

// The file is a magic line, then entries: key, idle runs, length, checksum, data.
const magic = "sharingthecost cache 2\n"

const headSize = sha256.Size + 9

var table = crc32.MakeTable(crc32.Castagnoli)

func (c *Cache) read(data []byte) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return
	}
	for data = data[len(magic):]; len(data) >= headSize; {
		k := Key(data[:sha256.Size])
		idle := int(data[sha256.Size])
		n := int(binary.LittleEndian.Uint32(data[sha256.Size+1:]))
		sum := binary.LittleEndian.Uint32(data[sha256.Size+5:])
		if n > len(data)-headSize {
			return // cut short
		}
		body := data[headSize : headSize+n : headSize+n]
		if checksum(k, body) == sum {
			c.entries[k] = &entry{data: body, idle: idle}
		}
		data = data[headSize+n:]
	}
}

// readFile returns what can be read of a file. A pipe or a device has no end, so
// opening must not wait for the other end of one, and nothing is read from it.
func readFile(name string) []byte {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	data := make([]byte, info.Size())
	n, _ := io.ReadFull(f, data) // what is missing is made anew
	return data[:n]
}

// checksum covers the key too, so that an entry cannot pass for another one.
func checksum(k Key, data []byte) uint32 {
	return crc32.Update(crc32.Checksum(k[:], table), table, data)
}

// write makes the new file beside the old one and puts it in its place.
func (c *Cache) write(keys []Key) error {
	if err := os.MkdirAll(filepath.Dir(c.file), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(c.file), filepath.Base(c.file)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	out := make([]byte, 0, 1<<16)
	out = append(out, magic...)
	for _, k := range keys {
		data := c.entries[k].data
		out = append(append(out, k[:]...), byte(c.entries[k].idle))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
		out = binary.LittleEndian.AppendUint32(out, checksum(k, data))
		out = append(out, data...)
		if len(out) > 1<<16 {
			if _, err := f.Write(out); err != nil {
				f.Close()
				return err
			}
			out = out[:0]
		}
	}
	if _, err := f.Write(out); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), c.file)
}
