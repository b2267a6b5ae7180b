// Command run measures this program, Hugo and the floor side by side on the same pages and prints Markdown tables:
//
//	cd bench && go run ./run        1,000 and 10,000 pages, three rounds
//
// Each round runs every case once, so that whatever else the machine does falls on all of them; ratios are taken within
// a round, and what is printed is the median over the rounds. CPU is user and system time of the process, which other
// load changes little; peak is its largest resident memory. The last table holds what was measured against the targets.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"sharingthecost/bench/corpus"
)

// targets are the most that may be measured: ratios to Hugo or to the smaller site, seconds, and milliseconds for
// previews.
var targets = []struct {
	what string
	most float64
}{
	{"cold, 1000 pages: wall, ratio", 0.45},
	{"cold, 10000 pages: wall, ratio", 0.45},
	{"cold, 10000 pages: peak, ratio", 0.20},
	{"one page changed, 1000 pages: wall, ratio", 0.12},
	{"nothing changed, 1000 pages: wall, ratio", 0.03},
	{"nothing changed, 10000 pages: wall, ratio", 0.03},
	{"growth: wall, ratio", 10.5},
	{"growth: peak, ratio", 10.5},
	{"preview, 1000 pages", 120},
	{"preview, the site", 40},
	{"first build, the site: wall, s", 0.25},
}

// A bench is one run of the benchmark.
type bench struct {
	work, hugo, only, project, serve string
	rounds                           int
	measured                         map[string]float64 // by what targets call it
}

func main() {
	log.SetFlags(0)
	b := bench{measured: map[string]float64{}}
	sizes := flag.String("sizes", "1000,10000", "numbers of pages")
	flag.IntVar(&b.rounds, "rounds", 3, "rounds")
	flag.StringVar(&b.work, "work", filepath.Join(os.TempDir(), "sharingthecost-bench"), "folder to work in, best in memory")
	flag.StringVar(&b.hugo, "hugo", "v0.164.0", "version of Hugo, built from its module; empty: leave Hugo out")
	flag.StringVar(&b.only, "only", "", "measure only the tables whose titles hold this")
	flag.StringVar(&b.project, "project", "..", "the project to measure")
	flag.StringVar(&b.serve, "serve", "./cmd/serve", "the package of the preview, and its arguments")
	flag.Parse()
	b.tools()
	fmt.Printf("%s/%s, %d processors, %s, Hugo %s, %d rounds\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), b.hugo, b.rounds)
	var grown []job
	for size := range strings.SplitSeq(*sizes, ",") {
		b.pages(size)
		grown = append(grown, b.ours(size+" pages", b.path("own-"+size)))
	}
	b.table("growth", grown...)
	site := b.path("site")
	must(os.RemoveAll(site))
	must(corpus.Copy(site, b.project, "content", "templates", "static"))
	b.table("first build, the site", b.ours("this program", site))
	b.preview("preview, the site", site)
	fmt.Print("\n| target | most | measured | |\n|---|--:|--:|---|\n")
	for _, t := range targets {
		if got, ok := b.measured[t.what]; ok {
			fmt.Printf("| %s | %g | %.3g | %s |\n", t.what, t.most, got, map[bool]string{true: "reached", false: "not reached"}[got <= t.most])
		}
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func (b *bench) path(name string) string { return filepath.Join(b.work, name) }

// tools builds all programs from source.
func (b *bench) tools() {
	work, err := filepath.Abs(b.work)
	must(err)
	b.work = work
	build := func(dir string, args ...string) {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Stderr, cmd.Env = dir, os.Stderr, append(os.Environ(), "CGO_ENABLED=0", "GOBIN="+b.path("bin"))
		must(cmd.Run())
	}
	build(".", "install", "./floor")
	build(b.project, "build", "-o", b.path("bin/build"), "./cmd/build")
	build(b.project, "build", "-o", b.path("bin/serve"), strings.Fields(b.serve)[0])
	if b.hugo != "" {
		build(".", "install", "github.com/gohugoio/hugo@"+b.hugo)
	}
}

// pages measures sites of one size.
func (b *bench) pages(size string) {
	n, err := strconv.Atoi(size)
	must(err)
	own, hugo := b.path("own-"+size), b.path("hugo-"+size)
	for kind, dir := range map[string]string{"own": own, "hugo": hugo} {
		must(os.RemoveAll(dir))
		must(corpus.Write(dir, kind, n, b.project))
	}
	ours, at := b.ours("this program", own), ", "+size+" pages"
	theirs := job{"Hugo", hugo, []string{b.path("bin/hugo"), "--quiet"}, empty(hugo, "public")}
	floor := job{"floor", b.work, []string{b.path("bin/floor"), filepath.Join(hugo, "content", "explainers"), "floor"}, empty(b.work, "floor")}
	b.table("cold"+at, theirs, ours, floor)
	b.table("one page changed"+at, theirs.after(edit(hugo)), ours.after(edit(own)))
	b.table("nothing changed"+at, theirs.after(func() {}), ours.after(func() {}))
	b.preview("preview"+at, own)
}

func (b *bench) ours(name, dir string) job {
	return job{name, dir, []string{b.path("bin/build"), "-out", "public", "-cache", "cache"}, empty(dir, "public", "cache")}
}

func empty(dir string, names ...string) func() {
	return func() {
		for _, name := range names {
			must(os.RemoveAll(filepath.Join(dir, name)))
		}
	}
}

// onePage is a page of a site: the project's own has no explainers.
func onePage(dir string) string {
	all, _ := filepath.Glob(filepath.Join(dir, "content", "explainers", "*.md"))
	all = append(all, filepath.Join(dir, "content", "why.md"))
	return all[len(all)/2]
}

// edit adds a sentence to the end of a page.
func edit(dir string) func() {
	return func() {
		text, err := os.ReadFile(onePage(dir))
		must(err)
		must(os.WriteFile(onePage(dir), append(text, "\nA late addition.\n"...), 0o644))
	}
}
