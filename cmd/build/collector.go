package main

import (
	"os"
	"runtime/debug"
)

// easeCollector lets the garbage collector of a run that ends soon wait longer
// than usual, as long as the process stays below a modest size: for an ordinary
// site it then hardly runs, and a large one is kept to a few times the bytes of
// its inputs. Who has set GOGC or GOMEMLIMIT is not overruled.
func easeCollector(inputs int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const modest = 128 << 20
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(max(modest, 5*int64(inputs)))
}
