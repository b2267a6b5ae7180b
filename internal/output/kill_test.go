//go:build unix

package output

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// Two sites that share a file, change a file, lose one and gain one.
func oldSite() *Tree { return treeOf("same", "same", "a/changed", "old", "a/lost/x", "old") }
func newSite() *Tree { return treeOf("same", "same", "a/changed", "new", "b/won/y", "new") }

// TestMain lets the test binary play the build that is killed: asked by the
// environment, it writes a site and kills itself when the bytes of a file are
// asked for the given time.
func TestMain(m *testing.M) {
	dir, asked := os.LookupEnv("OUTPUT_TEST_DIR")
	if !asked {
		os.Exit(m.Run())
	}
	at, err := strconv.Atoi(os.Getenv("OUTPUT_TEST_KILL"))
	if err != nil {
		panic(err)
	}
	site := newSite()
	if text := os.Getenv("OUTPUT_TEST_BIG"); text != "" {
		site = bigSite(text)
	}
	var dying Tree
	var calls atomic.Int64
	for _, f := range site.Files() {
		dying.Add(File{Path: f.Path, Source: f.Source, Make: func() []byte {
			if calls.Add(1) == int64(at) {
				if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
					panic(err)
				}
				select {}
			}
			return f.Data
		}})
	}
	if _, err := Write(&dying, dir, Options{}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// build starts a build in a process of its own.
func build(dir string, kill int, big string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "OUTPUT_TEST_DIR="+dir, "OUTPUT_TEST_KILL="+strconv.Itoa(kill), "OUTPUT_TEST_BIG="+big)
	c.Stderr = os.Stderr
	return c
}

// Killed while it makes or writes any of its files, a build leaves the old site,
// or none where there was none, and the next build succeeds and leaves nothing
// beside it.
func TestKilledAtEveryFile(t *testing.T) {
	for _, first := range []bool{true, false} {
		for n := 1; ; n++ {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			if !first {
				mustWrite(t, oldSite(), dir, Options{})
			}
			err := build(dir, n, "").Run()
			if err == nil {
				if want := 2 * newSite().Len(); n != want+1 {
					t.Errorf("bytes were asked for %d times, not %d: once to be hashed, once to be written", n-1, want)
				}
				break
			}
			if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
				t.Fatalf("file %d: %v", n, err)
			}
			if first {
				alone(t, parent, ".public.build")
			} else {
				holds(t, dir, oldSite())
			}
			recovers(t, fmt.Sprintf("file %d", n), parent)
		}
	}
}

// recovers checks that the next build writes its site and leaves nothing else.
func recovers(t *testing.T, state, parent string) {
	t.Helper()
	final := treeOf("last", "one")
	mustWrite(t, final, filepath.Join(parent, "public"), Options{})
	holds(t, filepath.Join(parent, "public"), final)
	alone(t, parent, "public")
	if t.Failed() {
		t.Fatalf("after: %s", state)
	}
}

// Dead after any of the steps of a build, or in the middle of one, a writer
// leaves the site that is said, and the next build mends what it left.
func TestDeadAfterEveryStep(t *testing.T) {
	type step struct {
		name  string
		do    func(*writer) error
		after *Tree // what stands then; nil: nothing
	}
	remove := func(name string, after *Tree) step {
		return step{"remove " + name, func(w *writer) error { return w.root.RemoveAll(w.inWork(name)) }, after}
	}
	rename := func(from, to string, after *Tree) step {
		return step{"rename " + from, func(w *writer) error { return w.rename(from, to) }, after}
	}
	start := []step{
		{"make the work folder", (*writer).makeWorkFolder, oldSite()},
		{"lock", (*writer).lock, oldSite()},
		{"build", func(w *writer) error {
			files := append(newSite().Files(), File{Path: ManifestName, Data: manifestOf(newSite().Files(), "").Encode()})
			return w.build(files, make([]time.Time, len(files)))
		}, oldSite()},
	}
	for _, rest := range [][]step{
		{remove("new/a", oldSite()), remove("new/"+ManifestName, oldSite())}, // not yet written
		{{"exchange", (*writer).exchange, newSite()}, remove("new/a", newSite()), {"clean", (*writer).clean, newSite()},
			remove(holderName, newSite()), remove(lockName, newSite())},
		{rename("public", ".public.build/old", nil), rename(".public.build/new", "public", newSite()), remove("old/a", newSite())},
	} {
		steps := slices.Concat(start, rest)
		for n, last := range steps {
			parent := t.TempDir()
			mustWrite(t, oldSite(), parent+"/public", Options{})
			runSteps(t, parent, n+1, func(w *writer, i int) error { return steps[i].do(w) })
			if last.after == nil {
				alone(t, parent, ".public.build")
			} else {
				holds(t, parent+"/public", last.after)
			}
			recovers(t, last.name, parent)
		}
	}
}

// runSteps does some steps with a writer, which then dies: its lock is dropped.
func runSteps(t *testing.T, parent string, n int, do func(w *writer, i int) error) {
	t.Helper()
	w, err := openWriter(parent+"/public", Options{})
	must(t, err)
	defer w.root.Close()
	for i := range n {
		must(t, do(w, i))
	}
	if w.flock != nil {
		must(t, w.flock.Unlock())
	}
}

// Where folders cannot be exchanged, a first site is renamed to its place, and
// one that cannot be leaves the old site there.
func TestSwapByRename(t *testing.T) {
	for _, old := range []*Tree{nil, oldSite()} {
		for _, fresh := range []*Tree{nil, newSite()} {
			parent := t.TempDir()
			want := old
			if old != nil {
				mustWrite(t, old, parent+"/public", Options{})
			}
			if fresh != nil {
				mustWrite(t, fresh, parent+"/fresh", Options{})
				want = fresh
			}
			runSteps(t, parent, 1, func(w *writer, _ int) error {
				must(t, w.lock())
				_ = w.root.Rename("fresh", w.inWork(newName))
				if err := w.swapByRename(); (err == nil) != (fresh != nil) {
					t.Errorf("got %v", err)
				}
				return w.unlock()
			})
			if want == nil {
				alone(t, parent)
				continue
			}
			alone(t, parent, "public")
			holds(t, parent+"/public", want)
		}
	}
}

// Killed between the two renames of a file system without exchange, a build
// leaves its old site in the work folder; the next build puts it back before it
// does anything else.
func TestOldSiteIsPutBack(t *testing.T) {
	parent := t.TempDir()
	put(t, parent+"/.public.build/lock", "")
	mustWrite(t, oldSite(), parent+"/.public.build/old", Options{})
	var tree Tree
	tree.Add(File{Path: "a", Make: func() []byte {
		holds(t, parent+"/public", oldSite())
		return nil
	}})
	mustWrite(t, &tree, parent+"/public", Options{})
}

// bigSite has files enough that a kill falls into the middle of the work: half of
// them hold the text, half are always the same.
func bigSite(text string) *Tree {
	var pairs []string
	for i := range 30 {
		pairs = append(pairs, fmt.Sprintf("%d/changed-%s.html", i, text), strings.Repeat(text, 1000), fmt.Sprintf("%d/same.html", i), "same")
	}
	return treeOf(pairs...)
}

// Builds killed after 200 lengths of time, spread over the time that a build
// takes, one after the other in one folder: it is always one of the two sites.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	sites := map[string]*Tree{"a": bigSite("a"), "b": bigSite("b")}
	mustWrite(t, sites["a"], dir, Options{})
	start := time.Now()
	must(t, build(dir, 0, "b").Run())
	whole := time.Since(start)
	current, seen := "b", map[string]int{}
	for i := 0; i < 200 || seen["new"] == 0; i++ { // on a machine that has become slower, until one comes through
		other := map[string]string{"a": "b", "b": "a"}[current]
		c := build(dir, 0, other)
		must(t, c.Start())
		time.Sleep(whole * time.Duration(i+1) / 180)
		_ = c.Process.Kill() // too late when it has ended
		_ = c.Wait()
		if _, err := os.Stat(filepath.Join(dir, "0/changed-"+other+".html")); err == nil {
			current = other
			seen["new"]++
		} else {
			seen["old"]++
		}
		holds(t, dir, sites[current])
		if t.Failed() {
			t.Fatalf("build %d", i)
		}
	}
	t.Logf("kills before the new site stood, and after: %v", seen)
	recovers(t, "any", parent)
}
