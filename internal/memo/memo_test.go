package memo

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// do asks for one thing and reports whether it had to be made.
func do(m *Memo, step string, input ...string) (text string, made bool) {
	var parts [][]byte
	for _, p := range input {
		parts = append(parts, []byte(p))
	}
	text = Do(m, KeyOf(step, parts...), func() (string, bool) {
		made = true
		return step + fmt.Sprint(input), true
	})
	return text, made
}

func open(file string) *Memo { return Open(file, []byte("program")) }

func save(t *testing.T, m *Memo) {
	t.Helper()
	if err := m.Save(false); err != nil {
		t.Fatal(err)
	}
	m.Close()
}

func TestRemembersFromRunToRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "memo")
	first := open(file)
	for _, input := range []string{"a", "b", ""} {
		if _, made := do(first, "m", input); !made {
			t.Errorf("%q is known before it was made", input)
		}
		if text, made := do(first, "m", input); made || text != "m["+input+"]" {
			t.Errorf("asked again in one run it is %q, made: %v", text, made)
		}
	}
	save(t, first)
	second := open(file)
	defer second.Close()
	if text, made := do(second, "m", "a"); made || text != "m[a]" {
		t.Errorf("the next run gets %q, made: %v", text, made)
	}
	for _, other := range [][]string{{"a", ""}, {"", "a"}, {"ab"}} {
		if _, made := do(second, "m", other...); !made {
			t.Errorf("%q passes for another input", other)
		}
	}
	if _, made := do(second, "other", "a"); !made {
		t.Error("another step's work passes for this one's")
	}
	changed := Open(file, []byte("changed"))
	defer changed.Close()
	if _, made := do(changed, "m", "a"); !made {
		t.Error("a changed program trusts what the old one made")
	}
}

// What comes back is what was made, of any kind; what is not to be kept is not.
func TestValues(t *testing.T) {
	type place struct{ File string }
	type facts struct {
		Title  string
		Places []place
		Count  map[string]int
	}
	want := facts{"a", []place{{"x"}, {""}}, map[string]int{"b": 2}}
	file := filepath.Join(t.TempDir(), "memo")
	for name, reopen := range map[string]func(*Memo) *Memo{
		"in RAM": func(m *Memo) *Memo { return m }, "in the spool": func(m *Memo) *Memo { return m },
		"in the file": func(m *Memo) *Memo { save(t, m); return open(file) },
	} {
		m := open(file)
		if name == "in RAM" {
			m = New()
		}
		Do(m, KeyOf("bytes"), func() ([]byte, bool) { return []byte{0, 1}, true })
		Do(m, KeyOf("facts"), func() (facts, bool) { return want, true })
		Do(m, KeyOf("not kept"), func() (facts, bool) { return want, false })
		m = reopen(m)
		none := func() (facts, bool) { return facts{}, false }
		if got := Do(m, KeyOf("facts"), none); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
		if got := Do(m, KeyOf("bytes"), func() ([]byte, bool) { return nil, false }); !bytes.Equal(got, []byte{0, 1}) {
			t.Errorf("%s: %v", name, got)
		}
		if got := Do(m, KeyOf("not kept"), none); got.Title != "" {
			t.Errorf("%s: kept: %+v", name, got)
		}
		m.Close()
	}
}

// A run keeps all that was there, or what it has asked for.
func TestForgetsWhatNobodyAsksFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "memo")
	m := open(file)
	do(m, "m", "kept")
	do(m, "m", "gone")
	save(t, m)
	m = open(file)
	do(m, "m", "kept")
	do(m, "m", "new")
	if err := m.Save(true); err != nil {
		t.Fatal(err)
	}
	m.Close()
	m = open(file)
	for _, input := range []string{"kept", "new"} {
		if _, made := do(m, "m", input); made {
			t.Errorf("%q is forgotten", input)
		}
	}
	save(t, m)
	m = open(file)
	defer m.Close()
	if _, made := do(m, "m", "gone"); !made {
		t.Error("what was not asked for is still there")
	}
}

func TestNothingChangedNothingWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "memo")
	m := open(file)
	do(m, "m", "a")
	save(t, m)
	before, _ := os.Stat(file)
	m = open(file)
	do(m, "m", "a")
	save(t, m)
	if after, _ := os.Stat(file); !os.SameFile(before, after) {
		t.Error("an unchanged memory was written again")
	}
}

// However a file is damaged, what comes out is what would have been made.
func TestDamageIsMadeGood(t *testing.T) {
	file := filepath.Join(t.TempDir(), "memo")
	m := open(file)
	for i := range 5 {
		do(m, "m", fmt.Sprint(i))
	}
	save(t, m)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, damaged []byte) {
		os.WriteFile(file, damaged, 0o644)
		m := open(file)
		defer m.Close()
		for i := range 5 {
			if got, _ := do(m, "m", fmt.Sprint(i)); got != fmt.Sprintf("m[%d]", i) {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
	for i := range whole {
		flipped := bytes.Clone(whole)
		flipped[i] ^= 1 << (i % 8)
		check(fmt.Sprintf("bit of byte %d", i), flipped)
		check(fmt.Sprintf("cut at %d", i), whole[:i])
	}
}

// Where nothing can be written, results come out all the same, and Save says why
// nothing is remembered.
func TestUnwritable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file", "memo")
	if err := os.WriteFile(filepath.Dir(file), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	m := open(file)
	defer m.Close()
	for range 2 {
		if text, _ := do(m, "m", "a"); text != "m[a]" {
			t.Errorf("%q", text)
		}
	}
	if err := m.Save(false); err == nil || !strings.HasPrefix(err.Error(), "save the cache "+file+": ") || strings.Contains(err.Error(), "spool") {
		t.Errorf("%v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	m := open(filepath.Join(t.TempDir(), "memo"))
	var group sync.WaitGroup
	for i := range 100 {
		group.Go(func() {
			if got, _ := do(m, "m", fmt.Sprint(i%10)); got != fmt.Sprintf("m[%d]", i%10) {
				t.Errorf("got %q", got)
			}
		})
	}
	group.Wait()
	save(t, m)
}

func TestNoMemoryIsAMemory(t *testing.T) {
	var m *Memo
	if got, made := do(m, "m", "a"); got != "m[a]" || !made {
		t.Errorf("%q %v", got, made)
	}
	save(t, m)
}

// In RAM, a result is kept for as long as each round asks for it.
func TestTurn(t *testing.T) {
	m := New()
	do(m, "m", "a")
	do(m, "m", "b")
	m.Turn()
	do(m, "m", "b")
	m.Turn()
	if _, made := do(m, "m", "b"); made {
		t.Error("what each round asks for is forgotten")
	}
	if _, made := do(m, "m", "a"); !made {
		t.Error("what a round did not ask for is kept")
	}
}

// The program is known by its build id, which stands in its head: to hash all of
// it takes longer than a build that has nothing to do.
func TestProgram(t *testing.T) {
	a, err := Program()
	if err != nil || len(a) != 32 {
		t.Fatalf("%q, %v", a, err)
	}
	if b, _ := Program(); !bytes.Equal(a, b) {
		t.Errorf("%q, then %q", a, b)
	}
}
