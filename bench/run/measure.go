package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A result is what one process took.
type result struct {
	wall, cpu float64 // seconds
	peak      float64 // MB
}

// measure writes the pages of one size, runs all groups and prints their tables.
func (b bench) measure(n int, project string) error {
	if err := b.sites(n, project); err != nil {
		return err
	}
	fmt.Printf("\n## %s\n", pages(n))
	for _, g := range b.groups(n) {
		if err := b.run(g); err != nil {
			return err
		}
	}
	if strings.Contains(preview, b.only) {
		return b.serve(n)
	}
	return nil
}

// measureOwn runs the groups of this program alone. The pages of all sizes have
// been written.
func (b bench) measureOwn(sizes []int, project string) error {
	if err := b.copySite(project); err != nil {
		return err
	}
	fmt.Printf("\n## This program alone\n")
	for _, g := range b.ownGroups(sizes) {
		if err := b.run(g); err != nil {
			return err
		}
	}
	return nil
}

// run runs the jobs of a group in turn, prints its table and notes what it shows.
func (b bench) run(g group) error {
	if !strings.Contains(g.title, b.only) {
		return nil
	}
	if !b.hugo {
		g.jobs = slices.DeleteFunc(g.jobs, func(j job) bool { return j.hugo })
	}
	results := make([][]result, len(g.jobs))
	for round := -1; round < b.rounds; round++ { // the first warms what the group calls warm
		for i, j := range g.jobs {
			r, err := j.run()
			if err != nil {
				return fmt.Errorf("%s, %s: %w", g.title, j.name, err)
			}
			if round >= 0 {
				results[i] = append(results[i], r)
			}
		}
	}
	g.print(results)
	for i, j := range g.jobs {
		for _, r := range results[i] {
			b.note(measured{g.title, g.pages, j.name, wall}, r.wall*1000)
			b.note(measured{g.title, g.pages, j.name, peak}, r.peak)
		}
	}
	return nil
}

func (j job) run() (result, error) {
	if err := j.prepare(); err != nil {
		return result{}, err
	}
	cmd := exec.Command(j.args[0], j.args[1:]...)
	cmd.Dir = j.dir
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start).Seconds()
	if err != nil {
		os.Stderr.Write(said.Bytes())
		return result{}, err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return result{wall: wall}, nil
	}
	return result{
		wall: wall, cpu: (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), peak: float64(usage.Maxrss) / 1e3,
	}, nil
}

// print writes the group as a table. Ratios are to the first job.
func (g group) print(all [][]result) {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n\n| | wall, s | ratio | CPU, s | ratio | peak, MB | ratio |\n|---|--:|--:|--:|--:|--:|--:|\n", g.title)
	for i, j := range g.jobs {
		fmt.Fprintf(&b, "| %s |", j.name)
		for _, of := range []func(result) float64{
			func(r result) float64 { return r.wall }, func(r result) float64 { return r.cpu }, func(r result) float64 { return r.peak },
		} {
			var values, ratios []float64
			for k, r := range all[i] {
				values = append(values, of(r))
				ratios = append(ratios, of(r)/of(all[0][k]))
			}
			fmt.Fprintf(&b, " %.3g | %.3f |", median(values), median(ratios))
		}
		b.WriteString("\n")
	}
	os.Stdout.WriteString(b.String())
}

func median(all []float64) float64 {
	slices.Sort(all)
	if n := len(all); n%2 == 1 {
		return all[n/2]
	}
	n := len(all) / 2
	return (all[n-1] + all[n]) / 2
}
