package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// A job is a command that is measured, and what comes before it.
type job struct {
	name    string
	hugo    bool // the one that the others are compared with
	prepare func() error
	dir     string
	args    []string
}

// A group is a table: jobs that do the same work.
type group struct {
	title string
	jobs  []job
}

// sites writes the pages for all programs.
func (b bench) sites(n int, project string) error {
	for _, kind := range []string{"own", "hugo", "text"} {
		for _, withCode := range []bool{true, false} {
			dir := b.site(kind, n, withCode)
			if err := os.RemoveAll(dir); err != nil {
				return err
			}
			cmd := exec.Command(b.path("bin", "corpus"), "-n", strconv.Itoa(n), "-for", kind, "-out", dir,
				fmt.Sprintf("-code=%v", withCode), "-project", project)
			cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("writing the pages: %w", err)
			}
		}
	}
	return nil
}

func (b bench) site(kind string, n int, withCode bool) string {
	name := fmt.Sprintf("%s-%d", kind, n)
	if !withCode {
		name += "-nocode"
	}
	return b.path(name)
}

// groups lists what is measured at one size.
func (b bench) groups(n int) []group {
	own, hugo := b.site("own", n, true), b.site("hugo", n, true)
	noOwn, noHugo := b.site("own", n, false), b.site("hugo", n, false)
	return []group{
		{"Cold: no output, no caches", []job{
			b.ofHugo("Hugo", hugo, empty(hugo, "public")),
			b.ours("this program", own, empty(own, "public", "cache")),
			b.floor("floor, by hand", n, true),
			b.floor("floor, lexers reused", n, true, "-reuse"),
		}},
		{"Cold, pages without code", []job{
			b.ofHugo("Hugo", noHugo, empty(noHugo, "public")),
			b.ours("this program", noOwn, empty(noOwn, "public", "cache")),
			b.floor("floor, lexers reused", n, false, "-reuse"),
		}},
		{"Every page changed, caches warm", []job{
			b.ofHugo("Hugo", hugo, edit(hugo, n)),
			b.ours("this program", own, edit(own, n)),
			b.floor("floor, code remembered", n, true, "-reuse", "-cache", b.path("floor-cache-"+strconv.Itoa(n))),
		}},
		{"One page changed", []job{
			b.ofHugo("Hugo", hugo, edit(hugo, 1)),
			b.ours("this program", own, edit(own, 1)),
		}},
		{"Nothing changed", []job{
			b.ofHugo("Hugo", hugo, nothing),
			b.ours("this program", own, nothing),
		}},
	}
}

func (b bench) ofHugo(name, dir string, prepare func() error) job {
	return job{name, true, prepare, dir, []string{b.path("bin", "hugo"), "--quiet", "--destination", filepath.Join(dir, "public")}}
}

func (b bench) ours(name, dir string, prepare func() error) job {
	return job{name, false, prepare, dir, []string{b.path("bin", "build"), "-out", "public", "-cache", "cache"}}
}

func (b bench) floor(name string, n int, withCode bool, flags ...string) job {
	out := b.path("floor-out")
	args := append([]string{b.path("bin", "floor"), "-in", b.site("text", n, withCode), "-out", out}, flags...)
	return job{name, false, func() error { return os.RemoveAll(out) }, b.work, args}
}

func nothing() error { return nil }

func empty(dir string, names ...string) func() error {
	return func() error {
		for _, name := range names {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
		return nil
	}
}

// edit adds a sentence to the end of the first n pages, or takes it away again.
func edit(dir string, n int) func() error {
	return func() error {
		pages, err := filepath.Glob(filepath.Join(dir, "content", "explainers", "*.md"))
		if err != nil {
			return err
		}
		sentence := []byte("\nA late addition.\n")
		for _, name := range pages[:min(n, len(pages))] {
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			short, had := bytes.CutSuffix(text, sentence)
			if !had {
				short = append(text, sentence...)
			}
			if err := os.WriteFile(name, short, 0o644); err != nil {
				return err
			}
		}
		return nil
	}
}
