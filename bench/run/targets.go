package main

import "fmt"

// measured names what was measured: of a group at a number of pages, a job's wall
// time in milliseconds or its peak in megabytes.
type measured struct {
	group string
	pages int
	job   string
	what  string
}

const (
	wall = "wall time"
	peak = "peak memory"
)

func (b bench) note(m measured, v float64) { b.measured[m] = append(b.measured[m], v) }

// A target is the most that a measurement, or its ratio to another one, is to be.
type target struct {
	name   string
	most   float64
	unit   string
	of, to measured
}

// targets lists all. At 100 pages the start of a process is most of what there is
// to compare, so that none is set there.
func targets() []target {
	var all []target
	ratio := func(name string, most float64, of, to measured) {
		all = append(all, target{name, most, "", of, to})
	}
	for _, n := range []int{1000, 10_000} {
		hugo := func(group string) measured { return measured{group, n, hugoJob, wall} }
		own := func(group string) measured { return measured{group, n, ownJob, wall} }
		at := ", " + pages(n)
		ratio("cold, to Hugo"+at, 0.60, own(cold), hugo(cold))
		ratio("cold, to the floor with lexers reused"+at, 1.15, own(cold), measured{cold, n, reusedFloor, wall})
		ratio("cold without code, to Hugo with code"+at, 0.20, own(coldNoCode), measured{coldNoCode, n, hugoCode, wall})
		ratio("every page changed, to Hugo"+at, 0.12, own(allChanged), hugo(allChanged))
		ratio("one page changed, to Hugo"+at, 0.04, own(oneChanged), hugo(oneChanged))
		ratio("nothing changed, to Hugo"+at, 0.03, own(unchanged), hugo(unchanged))
	}
	most := 10_000
	ratio("peak memory, to Hugo, "+pages(most), 0.15, measured{cold, most, ownJob, peak}, measured{cold, most, hugoJob, peak})
	for _, what := range []string{wall, peak} {
		ratio(what+", from 1000 to 10000 pages", 10.5, measured{growth, 0, pages(most), what}, measured{growth, 0, pages(1000), what})
	}
	time := func(name string, ms float64, of measured) {
		all = append(all, target{name, ms, " ms", of, measured{}})
	}
	time("preview, 1000 pages", 25, measured{preview, 1000, ownJob, wall})
	time("preview, 10000 pages", 50, measured{preview, most, ownJob, wall})
	time("the site, first build", 60, measured{ownSite, 0, firstBuild, wall})
	time("the site, nothing changed, with the start of the process", 15, measured{ownSite, 0, again, wall})
	return all
}

// printTargets holds what was measured against its targets.
func (b bench) printTargets() {
	fmt.Printf("\n## Against the targets\n\n| | target | measured | |\n|---|--:|--:|---|\n")
	for _, t := range targets() {
		of, to := b.measured[t.of], b.measured[t.to]
		if len(of) == 0 || len(to) == 0 && t.to != (measured{}) {
			continue
		}
		var values []float64
		for i, v := range of {
			switch {
			case len(to) == 0:
				values = append(values, v)
			case i < len(to):
				values = append(values, v/to[i])
			}
		}
		got, verdict := median(values), "reached"
		if got > t.most {
			verdict = "not reached"
		}
		fmt.Printf("| %s | %g%s | %.3g%s | %s |\n", t.name, t.most, t.unit, got, t.unit, verdict)
	}
}
