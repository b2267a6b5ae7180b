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
	hugo    bool
	prepare func() error
	dir     string
	args    []string
}

// A group is a table: jobs whose ratios are to the first.
type group struct {
	title string
	pages int
	jobs  []job
}

// The titles of the groups.
const (
	cold       = "Cold: no output, no caches"
	coldNoCode = "Cold, pages without code"
	allChanged = "Every page changed, caches warm"
	oneChanged = "One page changed"
	unchanged  = "Nothing changed"
	growth     = "How it grows"
	ownSite    = "The site of this project"
	preview    = "In the preview"
)

// The names of the jobs, where a target asks for them.
const (
	hugoJob     = "Hugo"
	hugoCode    = "Hugo, pages with code"
	ownJob      = "this program"
	reusedFloor = "floor, lexers reused"
	firstBuild  = "first build"
	again       = "nothing changed"
)

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
		{cold, n, []job{
			b.ofHugo(hugoJob, hugo, empty(hugo, "public")),
			b.ours(ownJob, own, empty(own, "public", "cache")),
			b.floor("floor, by hand", n, true),
			b.floor(reusedFloor, n, true, "-reuse"),
		}},
		{coldNoCode, n, []job{
			b.ofHugo(hugoJob, noHugo, empty(noHugo, "public")),
			b.ofHugo(hugoCode, hugo, empty(hugo, "public")),
			b.ours(ownJob, noOwn, empty(noOwn, "public", "cache")),
			b.floor(reusedFloor, n, false, "-reuse"),
		}},
		{allChanged, n, []job{
			b.ofHugo(hugoJob, hugo, edit(hugo, n)),
			b.ours(ownJob, own, edit(own, n)),
			b.floor("floor, code remembered", n, true, "-reuse", "-cache", b.path("floor-cache-"+strconv.Itoa(n))),
		}},
		{oneChanged, n, []job{
			b.ofHugo(hugoJob, hugo, edit(hugo, 1)),
			b.ours(ownJob, own, edit(own, 1)),
		}},
		{unchanged, n, []job{
			b.ofHugo(hugoJob, hugo, nothing),
			b.ours(ownJob, own, nothing),
		}},
	}
}

// ownGroups lists what is measured of this program alone: sites of all sizes in
// turn, and the project's own.
func (b bench) ownGroups(sizes []int) []group {
	var bySize []job
	for _, n := range sizes {
		dir := b.site("own", n, true)
		bySize = append(bySize, b.ours(pages(n), dir, empty(dir, "public", "cache")))
	}
	site := b.path("site")
	groups := []group{{ownSite, 0, []job{
		b.ours(firstBuild, site, empty(site, "public", "cache")),
		b.ours(again, site, nothing),
	}}}
	if len(sizes) > 1 {
		groups = append(groups, group{growth, 0, bySize})
	}
	return groups
}

func pages(n int) string { return fmt.Sprintf("%d pages", n) }

// copySite copies the inputs of the project's own site.
func (b bench) copySite(project string) error {
	if err := os.RemoveAll(b.path("site")); err != nil {
		return err
	}
	for _, dir := range []string{"content", "templates", "static"} {
		if err := os.CopyFS(b.path("site", dir), os.DirFS(filepath.Join(project, dir))); err != nil {
			return fmt.Errorf("copying the site: %w", err)
		}
	}
	return nil
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
