package output

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls f for 0 to n−1 on all processors and waits for all calls.
func parallel(n int, f func(i int)) { workers(runtime.GOMAXPROCS(0), n, f) }

func workers(count, n int, f func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(count, n) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				f(i)
			}
		})
	}
	wait.Wait()
}
