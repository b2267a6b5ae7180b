//go:build unix

package output

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Two sites that share a file, change a file, lose one and gain one.
func oldSite() *Tree { return treeOf("same", "same", "a/changed", "old", "a/lost/x", "old") }
func newSite() *Tree { return treeOf("same", "same", "a/changed", "new", "b/won/y", "new") }

// TestMain lets the test binary play the build that is killed: asked by the
// environment, it writes the new site and kills itself at the given step.
func TestMain(m *testing.M) {
	dir, asked := os.LookupEnv("OUTPUT_TEST_DIR")
	if !asked {
		os.Exit(m.Run())
	}
	at, err := strconv.Atoi(os.Getenv("OUTPUT_TEST_STEP"))
	if err != nil {
		panic(err)
	}
	site := newSite()
	o := Options{noExchange: os.Getenv("OUTPUT_TEST_EXCHANGE") == "no"}
	if text := os.Getenv("OUTPUT_TEST_BIG"); text != "" {
		site = bigSite(text)
	}
	step := func(what string) {
		if at--; at == 0 {
			fmt.Println(what)
			if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
				panic(err)
			}
			select {}
		}
	}
	if at > 0 {
		o.Step = step
	}
	if _, err := Write(site, dir, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// killed runs the build until its n-th step and returns that step, or "" when
// the build ended before.
func killed(t *testing.T, dir string, n int, exchange string) string {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "OUTPUT_TEST_DIR="+dir, "OUTPUT_TEST_STEP="+strconv.Itoa(n), "OUTPUT_TEST_EXCHANGE="+exchange)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err == nil {
		return ""
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("step %d: %v", n, err)
	}
	return strings.TrimSpace(string(out))
}

// Killed before any of its steps, a build leaves the old site or the new one,
// whole, and the next build succeeds and leaves nothing beside it.
func TestKilledAtEveryStep(t *testing.T) {
	for _, exchange := range []string{"yes", "no"} {
		t.Run("exchange "+exchange, func(t *testing.T) {
			for n := 1; ; n++ {
				parent := t.TempDir()
				dir := filepath.Join(parent, "public")
				mustWrite(t, oldSite(), dir, Options{})
				step := killed(t, dir, n, exchange)
				if step == "" {
					if n < 14 {
						t.Errorf("the build has only %d steps", n)
					}
					return
				}
				_, err := os.Stat(dir)
				between := exchange == "no" && step == "rename .public.build/new to public"
				if between != (err != nil) {
					t.Errorf("%s: the target exists: %v", step, err == nil)
				}
				if err == nil {
					oldOrNew(t, step, dir)
				}
				recovers(t, step, parent)
			}
		})
	}
}

func oldOrNew(t *testing.T, step, dir string) {
	t.Helper()
	want := oldSite()
	if read(t, dir)["a/changed"] == "new" {
		want = newSite()
	}
	holds(t, dir, want)
	if t.Failed() {
		t.Fatalf("killed before: %s", step)
	}
}

func recovers(t *testing.T, step, parent string) {
	t.Helper()
	final := treeOf("last", "one")
	mustWrite(t, final, filepath.Join(parent, "public"), Options{})
	holds(t, filepath.Join(parent, "public"), final)
	alone(t, parent, "public")
	if t.Failed() {
		t.Fatalf("killed before: %s", step)
	}
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
	build := func(text string, kill time.Duration) {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "OUTPUT_TEST_DIR="+dir, "OUTPUT_TEST_STEP=0", "OUTPUT_TEST_BIG="+text)
		must(t, c.Start())
		if kill > 0 {
			time.Sleep(kill)
			_ = c.Process.Kill() // too late when it has ended
		}
		_ = c.Wait()
	}
	build("b", 0)
	whole := time.Since(start)
	current, seen := "b", map[string]int{}
	for i := 0; i < 200 || seen["new"] == 0; i++ { // on a machine that has become slower, until one comes through
		other := map[string]string{"a": "b", "b": "a"}[current]
		build(other, whole*time.Duration(i+1)/180)
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

// A first build that is killed leaves no site or a whole one.
func TestFirstBuildKilledAtEveryStep(t *testing.T) {
	for n := 1; ; n++ {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		step := killed(t, dir, n, "yes")
		if step == "" {
			return
		}
		if _, err := os.Stat(dir); err == nil {
			holds(t, dir, newSite())
		}
		recovers(t, step, parent)
	}
}

// Killed between the two renames of a file system without exchange, a build
// leaves its old site in the work folder; a next build that fails at once still
// puts it back.
func TestOldSiteIsPutBack(t *testing.T) {
	parent := t.TempDir()
	put(t, parent+"/.public.build/lock", "")
	mustWrite(t, oldSite(), parent+"/.public.build/old", Options{})
	stop := errors.New("stop")
	defer func() {
		if recover() != stop {
			t.Error("the build did not reach the first write")
		}
		holds(t, parent+"/public", oldSite())
	}()
	_, _ = Write(newSite(), parent+"/public", Options{Step: func(s string) {
		if s == "make the folder .public.build/new" {
			panic(stop)
		}
	}})
}
