// Package parallel does the same work on every item of a list, on all
// processors at once, and gives the results in the order of the list. It is
// the one place where the program does several things at a time, so that
// nothing else has to be read with that in mind.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Map calls work on every item and returns the results in the order of the
// items. The calls run side by side and must not touch what others change. A
// panic in work is a panic of Map.
func Map[T, R any](items []T, work func(T) R) []R {
	out := make([]R, len(items))
	if len(items) == 1 {
		out[0] = work(items[0])
		return out
	}
	var next atomic.Int64
	var group sync.WaitGroup
	var once sync.Once
	var failure any
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					once.Do(func() { failure = p })
				}
			}()
			for i := int(next.Add(1)) - 1; i < len(items); i = int(next.Add(1)) - 1 {
				out[i] = work(items[i])
			}
		})
	}
	group.Wait()
	if failure != nil {
		panic(failure)
	}
	return out
}
