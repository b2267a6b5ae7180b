package command

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// A progress tells on a terminal how far a long run has come, and nothing
// anywhere else: logs of a build machine stay quiet.
type progress struct {
	w     io.Writer // nil: quiet
	what  string
	start time.Time

	mu   sync.Mutex
	last time.Time
}

// How long a run takes before it says anything, and how often it speaks.
const (
	patience = time.Second
	interval = 100 * time.Millisecond
)

// NewProgress gives a function that says how many of a total are done, on a
// terminal that somebody looks at.
func NewProgress(t Terminal, what string) func(done, total int) {
	p := &progress{what: what, start: time.Now()}
	if isTerminal(t.Err) && os.Getenv("CI") == "" {
		p.w = t.Err
	}
	return p.show
}

// show says how many of a total are done; the line goes away with the last. It
// may be called from several goroutines.
func (p *progress) show(done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	switch {
	case now.Sub(p.start) < patience:
	case done == total:
		fmt.Fprint(p.w, "\r\x1b[K")
	case now.Sub(p.last) >= interval:
		p.last = now
		fmt.Fprintf(p.w, "\r%d of %d %s\x1b[K", done, total, p.what)
	}
}

// isTerminal reports whether w is a terminal, whether or not it wants colours.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
