package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"sharingthecost/internal/command"
	"sharingthecost/internal/content"
	"sharingthecost/internal/diag"
	"sharingthecost/internal/ledger"
	"sharingthecost/internal/markdown"
	"sharingthecost/internal/record"
)

// A log notes requests, and whether one host ever had two at a time.
type requestLog struct {
	mu       sync.Mutex
	lines    []string
	open     atomic.Int32
	overlaps atomic.Int32
}

func (l *requestLog) handler(answer http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if l.open.Add(1) > 1 {
			l.overlaps.Add(1)
		}
		defer l.open.Add(-1)
		l.mu.Lock()
		l.lines = append(l.lines, r.Method+" "+r.URL.Path)
		l.mu.Unlock()
		answer(w, r)
	}
}

// testVisitor asks loopback servers and notes its pauses in place of waiting.
func testVisitor(pauses *[]time.Duration) *visitor {
	var mu sync.Mutex
	return &visitor{
		client: &http.Client{Timeout: 200 * time.Millisecond}, agent: "test", hosts: 4, gap: time.Second,
		waits: []time.Duration{2 * time.Second, 8 * time.Second},
		pause: func(_ context.Context, d time.Duration) {
			mu.Lock()
			defer mu.Unlock()
			*pauses = append(*pauses, d)
		},
		progress: func(int, int) {},
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func TestVisit(t *testing.T) {
	failures := atomic.Int32{}
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		want   answer
		asked  []string
		pauses []time.Duration
	}{
		{name: "there", answer: status(200), asked: []string{"HEAD /a"}},
		{name: "gone", answer: status(410), want: answer{verdict: broken, reason: "is gone (410)"}, asked: []string{"HEAD /a", "GET /a"}, pauses: []time.Duration{time.Second}},
		{name: "missing", answer: status(404), want: answer{verdict: broken, reason: "does not exist (404)"}, asked: []string{"HEAD /a", "GET /a"}, pauses: []time.Duration{time.Second}},
		{name: "HEAD is refused, GET is not", answer: func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodHead {
				w.WriteHeader(405)
			}
		}, asked: []string{"HEAD /a", "GET /a"}, pauses: []time.Duration{time.Second}},
		{name: "programs are refused: nobody knows", answer: status(403), want: answer{verdict: unclear, reason: "answers 403 Forbidden"},
			asked: []string{"HEAD /a", "GET /a"}, pauses: []time.Duration{time.Second}},
		{name: "too many requests: later, as the host asks, then unknown", answer: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "5")
			w.WriteHeader(429)
		}, want: answer{verdict: unclear, reason: "answers 429 Too Many Requests"},
			asked:  []string{"HEAD /a", "GET /a", "HEAD /a", "GET /a", "HEAD /a", "GET /a"},
			pauses: []time.Duration{time.Second, 5 * time.Second, time.Second, 8 * time.Second, time.Second}},
		{name: "a trouble that passes", answer: func(w http.ResponseWriter, _ *http.Request) {
			if failures.Add(1) <= 2 {
				w.WriteHeader(503)
			}
		}, asked: []string{"HEAD /a", "GET /a", "HEAD /a"}, pauses: []time.Duration{time.Second, 2 * time.Second}},
		{name: "a circle", answer: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/a", http.StatusFound) },
			want: answer{verdict: broken, reason: "leads in a circle"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			log := &requestLog{}
			server := httptest.NewServer(log.handler(c.answer))
			defer server.Close()
			var pauses []time.Duration
			got := testVisitor(&pauses).visit(t.Context(), []outward{{address: server.URL + "/a"}})
			if got[0] != c.want {
				t.Errorf("%+v, want %+v", got[0], c.want)
			}
			if c.asked == nil {
				return
			}
			if d := cmp.Diff(c.asked, log.lines); d != "" {
				t.Errorf("requests:\n%s", d)
			}
			if d := cmp.Diff(c.pauses, pauses); d != "" {
				t.Errorf("pauses:\n%s", d)
			}
		})
	}
}

// One host never has two requests at a time, and there is a pause between two;
// a slow host does not hold up the others.
func TestVisitIsPolite(t *testing.T) {
	var links []outward
	var logs []*requestLog
	for range 3 {
		log := &requestLog{}
		server := httptest.NewServer(log.handler(func(http.ResponseWriter, *http.Request) { time.Sleep(2 * time.Millisecond) }))
		defer server.Close()
		logs = append(logs, log)
		for i := range 10 {
			links = append(links, outward{address: fmt.Sprintf("%s/%d", server.URL, i)})
		}
	}
	var pauses []time.Duration
	for i, a := range testVisitor(&pauses).visit(t.Context(), links) {
		if a.verdict != alive {
			t.Errorf("%s %+v", links[i].address, a)
		}
	}
	for _, log := range logs {
		if n := log.overlaps.Load(); n > 0 {
			t.Errorf("%d requests while another was open", n)
		}
		if len(log.lines) != 10 {
			t.Errorf("%d requests", len(log.lines))
		}
	}
	if len(pauses) != 27 {
		t.Errorf("%d pauses, want 9 for each host", len(pauses))
	}
}

func TestVisitUnreachable(t *testing.T) {
	server := httptest.NewServer(status(200))
	address := server.URL
	server.Close()
	var pauses []time.Duration
	got := testVisitor(&pauses).visit(t.Context(), []outward{{address: address}})
	if a := got[0]; a.verdict != unclear || !a.silent || !strings.HasPrefix(a.reason, "cannot be reached: ") {
		t.Errorf("%+v", a)
	}
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer slow.Close()
	got = testVisitor(&pauses).visit(t.Context(), []outward{{address: slow.URL}})
	if a := got[0]; a.verdict != unclear || a.reason != "cannot be reached: no answer in time" {
		t.Errorf("%+v", a)
	}
}

func TestOutwardLinks(t *testing.T) {
	at := func(line int) diag.Pos { return diag.Pos{File: "content/a.md", Line: line, Col: 1} }
	text := func(s string, line int) record.Text { return record.Text{S: s, At: at(line)} }
	settings := content.Settings{BaseURL: text("https://own.example/", 1), Repository: text("https://code.example/x", 2)}
	book := &ledger.Ledger{Sources: []*ledger.Source{{URL: text("https://b.example/report", 3)}, {}}}
	link := func(dest string, line int) markdown.Link {
		return markdown.Link{Dest: dest, External: true, At: at(line)}
	}
	got := outwardLinks(settings, book, [][]markdown.Link{
		{link("https://b.example/report#p3", 4), link("mailto:a@b.example", 5), link("https://own.example/about/", 6), link("https://own.example", 7)},
		{{Dest: "demand.md", At: at(8)}, link("http://a.example/", 9)},
	})
	want := []outward{
		{"http://a.example/", []diag.Pos{at(9)}},
		{"https://b.example/report", []diag.Pos{at(4), at(3)}},
		{"https://code.example/x", []diag.Pos{at(2)}},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(outward{})); d != "" {
		t.Error(d)
	}
}

// The report names every place of a broken link, shows its line, and lists what
// nobody can judge without failing for it.
func TestCheckOutward(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(410)
		case "/shy":
			w.WriteHeader(403)
		}
	}))
	defer server.Close()
	page := "See [the report](" + server.URL + "/gone).\n"
	root := fstest.MapFS{"content/a.md": {Data: []byte(page)}}
	src := diag.NewSource("content/a.md", []byte(page))
	start := strings.Index(page, "http")
	gone := outward{server.URL + "/gone", []diag.Pos{src.Pos(start, start+len(server.URL)+5)}}
	shy := outward{server.URL + "/shy", []diag.Pos{{File: "content/sources.yaml", Line: 7, Col: 10}}}
	good := outward{server.URL + "/", []diag.Pos{{File: "content/a.md", Line: 1, Col: 1}}}

	var pauses []time.Duration
	run := func(links ...outward) (code int, out, err string) {
		var o, e strings.Builder
		code = askFor(links, testVisitor(&pauses), root, command.Options{}, command.Terminal{Out: &o, Err: &e, Program: "serve"})
		return code, strings.ReplaceAll(o.String(), server.URL, "HOST"), strings.ReplaceAll(e.String(), server.URL, "HOST")
	}
	code, out, err := run(gone, good, shy)
	if want := "content/sources.yaml:7:10: unknown: HOST/shy answers 403 Forbidden\n3 outward links: 1 answer, 1 unknown, 1 broken\n"; code != command.Failed || out != want {
		t.Errorf("code %d, out:\n%s\nwant:\n%s", code, out, want)
	}
	if want := "content/a.md:1:18: HOST/gone is gone (410)\n"; !strings.HasPrefix(err, want) || !strings.Contains(err, "^~~~") ||
		!strings.HasSuffix(err, "  hint: link to where it is now, or to a stored copy\n1 problem\n") {
		t.Errorf("err:\n%s", err)
	}
	if code, _, err := run(good, shy); code != command.Done || err != "" {
		t.Errorf("an unknown link fails the check: code %d, %s", code, err)
	}
	server.Close()
	if code, _, err := run(good); code != command.Failed || err != "serve: no address answered at all: is this machine on the network?\n" {
		t.Errorf("without a network: code %d, %s", code, err)
	}
}
