// Package parallel does the same work on every item of a list, on all
// processors at once, and gives the results in the order of the list. It is
// the one place where work is divided among goroutines; all others only wait,
// for the network or for a file to change.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Map calls work on every item and returns the results in the order of the
// items, as [Do] calls it.
func Map[T, R any](items []T, work func(T) R) []R {
	out := make([]R, len(items))
	Do(len(items), func(i int) { out[i] = work(items[i]) })
	return out
}

// All calls independent works, as [Do] calls them.
func All(works ...func()) {
	Do(len(works), func(i int) { works[i]() })
}

// Do calls work for 0 to n−1 and returns when all calls have. They run side by
// side and must not touch what others change. A panic in work is a panic of Do.
func Do(n int, work func(i int)) {
	if n == 1 {
		work(0)
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	var once sync.Once
	var failure any
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					once.Do(func() { failure = p })
				}
			}()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	group.Wait()
	if failure != nil {
		panic(failure)
	}
}
