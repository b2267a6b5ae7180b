// Command run measures this program, Hugo and the floor side by side on the
// same pages and prints Markdown tables:
//
//	cd bench && go run ./run                     100, 1,000 and 10,000 pages, five rounds
//	cd bench && go run ./run -sizes 1000 -rounds 3
//
// Each round runs every case once, so that whatever else the machine does falls
// on all of them; ratios are taken within a round, and what is printed is the
// median over the rounds. CPU is user and system time of the process, which
// other load changes little; peak is its largest resident memory. The last table
// holds what was measured against the targets.
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
)

func main() {
	log.SetFlags(0)
	sizes := flag.String("sizes", "100,1000,10000", "numbers of pages")
	rounds := flag.Int("rounds", 5, "rounds")
	work := flag.String("work", scratch(), "folder to work in, best in memory")
	hugo := flag.String("hugo", "v0.164.0", "version of Hugo, built from its module; empty: leave Hugo out")
	only := flag.String("only", "", "measure only the tables whose titles hold this")
	project := flag.String("project", "..", "the project to measure")
	flag.Parse()
	b := bench{work: *work, hugo: *hugo != "", rounds: *rounds, only: *only, measured: map[measured][]float64{}}
	if err := b.tools(*hugo, *project); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, %d processors, %s, Hugo %s, %d rounds\n", runtime.GOOS+"/"+runtime.GOARCH, runtime.NumCPU(), runtime.Version(), *hugo, *rounds)
	var all []int
	for s := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			log.Fatalf("-sizes: %q is no number of pages", s)
		}
		all = append(all, n)
		if err := b.measure(n, *project); err != nil {
			log.Fatal(err)
		}
	}
	if err := b.measureOwn(all, *project); err != nil {
		log.Fatal(err)
	}
	b.printTargets()
}

// scratch is a folder in memory where there is one.
func scratch() string {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		return "/dev/shm/sharingthecost-bench"
	}
	return filepath.Join(os.TempDir(), "sharingthecost-bench")
}

// A bench is one run of the benchmark.
type bench struct {
	work   string
	hugo   bool
	rounds int
	only   string

	measured map[measured][]float64 // what each round gave
}

func (b bench) path(parts ...string) string {
	return filepath.Join(append([]string{b.work}, parts...)...)
}

// tools builds all programs from source.
func (b bench) tools(hugo, project string) error {
	if err := os.MkdirAll(b.path("bin"), 0o755); err != nil {
		return err
	}
	build := func(dir string, args ...string) error {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Stderr = dir, os.Stderr
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOBIN="+b.path("bin"))
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
		}
		return nil
	}
	if err := build(".", "install", "./corpus", "./floor"); err != nil {
		return err
	}
	if err := build(project, "build", "-o", b.path("bin", "build"), "./cmd/build"); err != nil {
		return err
	}
	if b.hugo {
		return build(".", "install", "github.com/gohugoio/hugo@"+hugo)
	}
	return nil
}
