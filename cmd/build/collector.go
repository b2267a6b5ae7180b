package main

import (
	"math"
	"os"
	"runtime/debug"
)

// easeCollector lets the garbage collector of a run that ends soon wait until
// the process has reached a size: a modest one, so that for an ordinary site it
// does not run at all, or a few times the bytes of a large site's inputs, which
// are 0 as long as they are not known. Who has set GOGC or GOMEMLIMIT is not
// overruled.
func easeCollector(inputs int) {
	const modest = 128 << 20
	setCollector(-1, max(modest, 11*int64(inputs)/2))
}

// restoreCollector lets it run as usual, where the inputs stay unknown: a size
// that is too small would make it run all the time.
func restoreCollector() { setCollector(100, math.MaxInt64) }

func setCollector(percent int, limit int64) {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
