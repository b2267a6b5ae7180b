package command

import (
	"strings"
	"testing"
	"time"
)

// A long run says nothing where nobody watches.
func TestProgressIsQuietInLogs(t *testing.T) {
	var log strings.Builder
	p := &progress{what: "links", start: time.Now().Add(-time.Hour)}
	p.show(1, 2)
	p.show(2, 2)
	if log.Len() > 0 {
		t.Errorf("%q", log.String())
	}
	p.w = &log
	p.show(1, 2)
	p.show(1, 2) // too soon after the first
	p.show(2, 2)
	if want := "\r1 of 2 links\x1b[K\r\x1b[K"; log.String() != want {
		t.Errorf("%q, want %q", log.String(), want)
	}
}
