package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
	"time"
)

// A meter tells maintainers where the time of a run goes. The zero meter says
// nothing.
type meter struct {
	cpu, trace string // files to write a profile or a trace to; may be empty
	verbose    bool
	w          io.Writer
	name       string // of the stage that runs
	began      time.Time
	allocated  uint64
}

func meterFlags(set *flag.FlagSet, m *meter) {
	set.BoolVar(&m.verbose, "v", false, "print what each stage took")
	set.StringVar(&m.cpu, "cpuprofile", "", "write a CPU profile to this file")
	set.StringVar(&m.trace, "trace", "", "write an execution trace to this file")
}

// start begins to measure a run that prints to w. What it returns ends that.
func (m *meter) start(w io.Writer) (stop func() error, err error) {
	m.w = w
	var stops []func() error
	begin := func(name string, start func(io.Writer) error, stop func()) {
		if name == "" || err != nil {
			return
		}
		f, e := os.Create(name)
		if e == nil {
			e = start(f)
		}
		if e != nil {
			err = fmt.Errorf("measuring the run: %w", e)
			return
		}
		stops = append(stops, func() error { stop(); return f.Close() })
	}
	begin(m.cpu, pprof.StartCPUProfile, pprof.StopCPUProfile)
	begin(m.trace, trace.Start, trace.Stop)
	return func() error {
		m.stage("")
		var all []error
		for _, stop := range stops {
			all = append(all, stop())
		}
		return errors.Join(all...)
	}, err
}

// stage ends the stage before and begins the next. The numbers are for people:
// wall time, and the memory that was asked for meanwhile.
func (m *meter) stage(name string) {
	if m == nil || !m.verbose || m.w == nil {
		return
	}
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	if m.name != "" {
		fmt.Fprintf(m.w, "%-12s %8.1f ms %9.1f MB\n", m.name, time.Since(m.began).Seconds()*1e3, float64(now.TotalAlloc-m.allocated)/1e6)
	}
	m.name, m.began, m.allocated = name, time.Now(), now.TotalAlloc
}
