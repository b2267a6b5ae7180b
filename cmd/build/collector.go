package main

import (
	"os"
	"runtime/debug"
)

// easeCollector lets the garbage collector of a run that ends soon wait until
// the process has reached a size: a modest one, so that for an ordinary site it
// does not run at all, or a few times the bytes of a large site's inputs. Who
// has set GOGC or GOMEMLIMIT is not overruled.
func easeCollector(inputs int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const modest = 128 << 20
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(max(modest, 11*int64(inputs)/2))
}

// startCollector lets it wait longer than usual while the inputs are read, and
// for the whole run where their size is never known.
func startCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
