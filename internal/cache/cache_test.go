package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func parts(s ...string) [][]byte {
	var out [][]byte
	for _, p := range s {
		out = append(out, []byte(p))
	}
	return out
}

// do asks for one thing and reports whether it had to be made.
func do(c *Cache, maker string, input ...string) (string, bool) {
	fresh := false
	data := c.Do(maker, parts(input...), func() []byte {
		fresh = true
		return []byte(maker + fmt.Sprint(input))
	})
	return string(data), fresh
}

func TestRemembersFromRunToRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "cache")
	first := Open(file, []byte("program"), 0)
	for _, input := range []string{"a", "b", ""} {
		if _, fresh := do(first, "m", input); !fresh {
			t.Errorf("%q is known before it was made", input)
		}
		if _, fresh := do(first, "m", input); fresh {
			t.Errorf("%q is made twice in one run", input)
		}
	}
	if err := first.Save(); err != nil {
		t.Fatal(err)
	}
	second := Open(file, []byte("program"), 0)
	if got, fresh := do(second, "m", "a"); fresh || got != "m[a]" {
		t.Errorf("the next run gets %q, made anew: %v", got, fresh)
	}
	for _, other := range [][]string{{"a", ""}, {"", "a"}, {"ab"}} {
		if _, fresh := do(second, "m", other...); !fresh {
			t.Errorf("%q passes for another input", other)
		}
	}
	if _, fresh := do(second, "other", "a"); !fresh {
		t.Error("another maker's work passes for this one's")
	}
	if _, fresh := do(Open(file, []byte("changed"), 0), "m", "a"); !fresh {
		t.Error("a changed program trusts what the old one made")
	}
}

func TestForgetsWhatIsNoLongerUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	c := Open(file, nil, 0)
	do(c, "m", "kept")
	do(c, "m", "gone")
	c.Save()
	c = Open(file, nil, 0)
	do(c, "m", "kept")
	c.Save()
	c = Open(file, nil, 0)
	if _, fresh := do(c, "m", "kept"); fresh {
		t.Error("what was used is forgotten")
	}
	if _, fresh := do(c, "m", "gone"); !fresh {
		t.Error("what was not used is still there")
	}
}

func TestNothingChangedNothingWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	c := Open(file, nil, 0)
	do(c, "m", "a")
	c.Save()
	if err := os.Chmod(filepath.Dir(file), 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(file), 0o700)
	before, _ := os.Stat(file)
	c = Open(file, nil, 0)
	do(c, "m", "a")
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(file); !os.SameFile(before, after) {
		t.Error("an unchanged cache was written again")
	}
}

// However a file is damaged, what comes out is what would have been made.
func TestDamageIsMadeGood(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	c := Open(file, nil, 0)
	for i := range 5 {
		do(c, "m", fmt.Sprint(i))
	}
	c.Save()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, damaged []byte) {
		os.WriteFile(file, damaged, 0o644)
		c := Open(file, nil, 0)
		for i := range 5 {
			if got, _ := do(c, "m", fmt.Sprint(i)); got != fmt.Sprintf("m[%d]", i) {
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

func TestManyAtOnce(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "cache"), nil, 0)
	var group sync.WaitGroup
	for i := range 100 {
		group.Go(func() {
			if got, _ := do(c, "m", fmt.Sprint(i%10)); got != fmt.Sprintf("m[%d]", i%10) {
				t.Errorf("got %q", got)
			}
		})
	}
	group.Wait()
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
}

func TestNoCacheIsACache(t *testing.T) {
	var c *Cache
	if got, fresh := do(c, "m", "a"); got != "m[a]" || !fresh {
		t.Errorf("%q %v", got, fresh)
	}
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
}

func TestProgram(t *testing.T) {
	a, err := Program()
	if err != nil || len(a) < 10 {
		t.Fatalf("%q, %v", a, err)
	}
	if b, _ := Program(); !bytes.Equal(a, b) {
		t.Errorf("%q, then %q", a, b)
	}
}

func TestPatience(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	for run, want := range []bool{true, true, true, false} {
		c := Open(file, nil, 2)
		if run == 0 {
			do(c, "m", "a")
		}
		do(c, "m", fmt.Sprint("other", run))
		if err := c.Save(); err != nil {
			t.Fatal(err)
		}
		if got := Open(file, nil, 2).Find("m", parts("a")) != nil; got != want {
			t.Errorf("after %d runs without use it is known: %v, want %v", run, got, want)
		}
	}
}

func TestTurn(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "cache"), nil, 0)
	do(c, "m", "a")
	c.Turn()
	do(c, "m", "b")
	c.Turn()
	if c.Find("m", parts("a")) != nil || c.Find("m", parts("b")) == nil {
		t.Error("a round's work is kept for one round, no longer")
	}
}
