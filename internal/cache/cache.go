package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// A Cache is safe for use from several goroutines.
type Cache struct {
	file    string
	program []byte

	mu      sync.Mutex
	entries map[key]*entry
	changed bool // whether the file lacks an entry that was used
}

type key [sha256.Size]byte

type entry struct {
	data []byte
	used bool
}

// Open reads a cache file. One that is missing, foreign or damaged counts as
// empty as far as it cannot be read.
func Open(file string, program []byte) *Cache {
	c := &Cache{file: file, program: program, entries: map[key]*entry{}}
	if data, err := os.ReadFile(file); err == nil {
		c.read(data)
	}
	return c
}

// Do returns what maker makes of the input: remembered, or by calling it. The
// result must depend on nothing but the parts of the input, must not be changed,
// and is the same for the same maker's name and parts.
func (c *Cache) Do(maker string, input [][]byte, make func() []byte) []byte {
	if c == nil {
		return make()
	}
	k := c.key(maker, input)
	c.mu.Lock()
	e := c.entries[k]
	if e != nil {
		e.used = true
	}
	c.mu.Unlock()
	if e != nil {
		return e.data
	}
	data := make()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[k] = &entry{data: data, used: true}
	c.changed = true
	return data
}

// key hashes each part behind its length, so that no two inputs run together.
func (c *Cache) key(maker string, input [][]byte) key {
	h := sha256.New()
	var length [8]byte
	for _, part := range append([][]byte{c.program, []byte(maker)}, input...) {
		binary.LittleEndian.PutUint64(length[:], uint64(len(part)))
		h.Write(length[:])
		h.Write(part)
	}
	return key(h.Sum(nil))
}

// Save writes the entries that this run used, unless the file holds just those.
func (c *Cache) Save() error {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	var keys []key
	for k, e := range c.entries {
		if e.used {
			keys = append(keys, k)
		}
	}
	if !c.changed && len(keys) == len(c.entries) {
		return nil
	}
	slices.SortFunc(keys, func(a, b key) int { return slices.Compare(a[:], b[:]) })
	if err := c.write(keys); err != nil {
		return fmt.Errorf("saving the cache: %w", err)
	}
	return nil
}

// The file is a magic line, then entries: key, length, checksum, data.
const magic = "sharingthecost cache 1\n"

const headSize = sha256.Size + 8

func (c *Cache) read(data []byte) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return
	}
	for data = data[len(magic):]; len(data) >= headSize; {
		k := key(data[:sha256.Size])
		n := int(binary.LittleEndian.Uint32(data[sha256.Size:]))
		sum := binary.LittleEndian.Uint32(data[sha256.Size+4:])
		if n > len(data)-headSize {
			return // cut short
		}
		body := data[headSize : headSize+n : headSize+n]
		if checksum(k, body) == sum {
			c.entries[k] = &entry{data: body}
		}
		data = data[headSize+n:]
	}
}

// checksum covers the key too, so that an entry cannot pass for another one.
func checksum(k key, data []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	return crc32.Update(crc32.Checksum(k[:], table), table, data)
}

// write makes the new file beside the old one and puts it in its place.
func (c *Cache) write(keys []key) error {
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
		out = append(out, k[:]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
		out = binary.LittleEndian.AppendUint32(out, checksum(k, data))
		out = append(out, data...)
		if len(out) > 1<<20 {
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
