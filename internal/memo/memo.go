package memo

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"sync"
)

// A Key stands for a step and everything that its result depends on.
type Key [sha256.Size]byte

// KeyOf hashes the name of a step and what it works on. Each part stands behind
// its length, so that no two lists of parts run together.
func KeyOf(step string, parts ...[]byte) Key {
	h := sha256.New()
	for _, part := range append([][]byte{[]byte(step)}, parts...) {
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(part))))
		h.Write(part)
	}
	return Key(h.Sum(nil))
}

// A Memo is safe for use from several goroutines.
type Memo struct {
	store *store // on disk; nil: in held

	mu    sync.Mutex
	held  map[Key]any
	asked map[Key]bool // since the last Turn
}

// New returns a memory in RAM.
func New() *Memo { return &Memo{held: map[Key]any{}, asked: map[Key]bool{}} }

// Open returns a memory that is kept in a file, for results of a program.
func Open(file string, program []byte) *Memo {
	m := New()
	m.store = openStore(file, program)
	return m
}

// Do returns the result with a key: remembered, or by making it. It must depend
// on nothing but what the key was made of, and must not be changed afterwards.
// A result that is not to be kept, such as one with problems, is made again each
// time.
func Do[T any](m *Memo, k Key, make func() (result T, keep bool)) T {
	if known, ok := find[T](m, k); ok {
		return known
	}
	result, keep := make()
	switch {
	case m == nil || !keep:
	case m.store != nil:
		m.store.add(k, encode(result))
	default:
		m.mu.Lock()
		defer m.mu.Unlock()
		m.held[k] = result
	}
	return result
}

// Held is [Do] for results that are made of pointers and so cannot go into a file:
// they are remembered in RAM alone, for as long as the program runs.
func Held[T any](m *Memo, k Key, make func() (result T, keep bool)) T {
	if m == nil || m.store == nil {
		return Do(m, k, make)
	}
	result, _ := make() // a program with a file ends before it would ask again
	return result
}

func find[T any](m *Memo, k Key) (result T, ok bool) {
	if m == nil {
		return result, false
	}
	m.mu.Lock()
	m.asked[k] = true
	held, ok := m.held[k]
	m.mu.Unlock()
	if ok {
		result, ok = held.(T)
		return result, ok
	}
	if m.store == nil {
		return result, false
	}
	data, ok := m.store.read(k)
	ok = ok && decode(data, &result)
	return result, ok
}

// Turn forgets the results in RAM that nobody has asked for since the last Turn.
// It is for a program that goes on and on.
func (m *Memo) Turn() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for k := range m.held {
		if !m.asked[k] {
			delete(m.held, k)
		}
	}
	clear(m.asked)
}

// Err tells early why nothing can be saved: a result could not be kept.
func (m *Memo) Err() error {
	if m == nil || m.store == nil {
		return nil
	}
	return m.store.err()
}

// Save writes the file of a memory that has one, which then has nothing more to give
// to this run. All is kept that was there, or only what this run has asked for.
func (m *Memo) Save(all bool) error {
	if m == nil || m.store == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.store.save(func(k Key) bool { return all || m.asked[k] })
}

// Close lets go of the files. The memory is of no use afterwards.
func (m *Memo) Close() {
	if m != nil && m.store != nil {
		m.store.close()
	}
}

// encode gives a result as bytes. What cannot be encoded is a mistake of the
// program.
func encode(result any) []byte {
	switch r := result.(type) {
	case []byte:
		return r
	case string:
		return []byte(r)
	}
	data, err := json.Marshal(result)
	if err != nil {
		panic("memo: " + err.Error())
	}
	return data
}

// decode reads back what encode gave.
func decode(data []byte, into any) bool {
	switch to := into.(type) {
	case *[]byte:
		*to = data
		return true
	case *string:
		*to = string(data)
		return true
	}
	return json.Unmarshal(data, into) == nil
}
