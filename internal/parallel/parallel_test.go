package parallel

import (
	"sync/atomic"
	"testing"
)

func TestResultsStandInTheOrderOfTheItems(t *testing.T) {
	items := make([]int, 1000)
	for i := range items {
		items[i] = i
	}
	var calls atomic.Int64
	out := Map(items, func(i int) int { calls.Add(1); return i * i })
	for i, got := range out {
		if got != i*i {
			t.Fatalf("item %d gave %d", i, got)
		}
	}
	if calls.Load() != 1000 {
		t.Errorf("%d calls for 1000 items", calls.Load())
	}
	if got := Map(nil, func(i int) int { return i }); len(got) != 0 {
		t.Errorf("no items gave %v", got)
	}
}

func TestPanicReachesTheCaller(t *testing.T) {
	defer func() {
		if p := recover(); p != "no" {
			t.Errorf("recovered %v", p)
		}
	}()
	Map([]int{1, 2, 3}, func(i int) int {
		if i == 2 {
			panic("no")
		}
		return i
	})
}
