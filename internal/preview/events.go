package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// An event is one message to an open page: hello, reload, styles (text: the
// new style sheet elements), untouched, or problems (text: what is wrong). The
// generation says which state of the site the page shows afterwards.
type event struct {
	kind       string
	generation int
	text       string
}

// A listener is an open page. Its queue keeps the newest message only: a page
// that was asleep needs the present state, not how it came about.
type listener struct {
	address string
	queue   chan event
}

func (l *listener) send(e event) {
	for {
		select {
		case l.queue <- e:
			return
		case old := <-l.queue:
			if old.kind == reload && e.kind != "problems" {
				e = old // nothing takes the place of a reload but a problem
			}
		}
	}
}

// stream answers with server-sent events until the page goes away. The first
// gives the generation of the site, so that a page that was loading during a
// change, or comes back after the server was started anew, loads again.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	l := &listener{address: r.URL.Query().Get("path"), queue: make(chan event, 1)}
	s.mu.Lock()
	s.listeners = append(s.listeners, l)
	generation, problems := s.generation, s.problems
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.listeners = slices.DeleteFunc(s.listeners, func(other *listener) bool { return other == l })
		s.mu.Unlock()
	}()

	w.Header().Set("Content-Type", "text/event-stream")
	write := func(e event) {
		data, _ := json.Marshal(map[string]string{"generation": fmt.Sprint(e.generation), "text": e.text}) // strings always encode
		fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.kind, data)
		flusher.Flush()
	}
	write(event{"hello", generation, ""})
	if problems != "" {
		write(event{"problems", generation, problems})
	}
	for {
		select {
		case e := <-l.queue:
			write(e)
		case <-r.Context().Done():
			return
		}
	}
}
