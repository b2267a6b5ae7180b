package preview

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sharingthecost/internal/output"
)

func tree(t *testing.T, files ...string) *output.Tree {
	t.Helper()
	var tree output.Tree
	for i := 0; i < len(files); i += 2 {
		if clash := tree.Add(output.File{Path: files[i], Data: []byte(files[i+1])}); clash != nil {
			t.Fatal(clash.Text)
		}
	}
	return &tree
}

func page(style, text string) string {
	return `<html><head><link rel="stylesheet" href="` + style + `"></head><body>` + text + `</body></html>`
}

func shown(t *testing.T) *Server {
	s := &Server{}
	s.Show(tree(t,
		"index.html", page("/a.css", "home"),
		"demand/index.html", page("/a.css", "demand"),
		"404.html", page("/a.css", "nothing here"),
		"data/x.csv", "a,b\n",
		"_headers", "/*\n  X-All: yes\n  Content-Security-Policy: default-src 'none'; connect-src 'none'\n/data/*\n  Access-Control-Allow-Origin: *\n",
		"_redirects", "/old/ /demand/ 301\n"))
	return s
}

func get(s *Server, address string) *http.Response { return ask(s, "localhost", address) }

func ask(s *Server, host, address string) *http.Response {
	r := httptest.NewRequest("GET", address, nil)
	r.Host = host
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(r *http.Response) string {
	text, _ := io.ReadAll(r.Body)
	return string(text)
}

func TestServesAsTheHostWould(t *testing.T) {
	s := shown(t)
	for _, c := range []struct {
		address  string
		code     int
		contains string
	}{
		{"/", 200, "home"},
		{"/demand/", 200, "demand"},
		{"/demand", 301, ""},
		{"/demand/index.html", 200, "demand"},
		{"/old/", 301, ""},
		{"/nowhere/", 404, "nothing here"},
		{"/data/x.csv", 200, "a,b"},
		{"/../../etc/passwd", 404, "nothing here"},
		{"/_headers", 404, "nothing here"},
	} {
		r := get(s, c.address)
		if text := body(r); r.StatusCode != c.code || !strings.Contains(text, c.contains) {
			t.Errorf("%s: %d %q", c.address, r.StatusCode, text)
		}
	}
	r := get(s, "/data/x.csv")
	if r.Header.Get("Access-Control-Allow-Origin") != "*" || r.Header.Get("X-All") != "yes" || r.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("headers of a download: %v", r.Header)
	}
	if csp := get(s, "/").Header.Get("Content-Security-Policy"); csp != "default-src 'none'; connect-src 'self'" {
		t.Errorf("policy %q does not let the page listen", csp)
	}
	if strings.Contains(body(get(s, "/data/x.csv")), "_preview") {
		t.Error("the preview's script is in a download")
	}
}

func TestForeignHostNamesAreRefused(t *testing.T) {
	s := shown(t)
	s.Hosts = []string{"desk.example"}
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200, "desk.example:80": 200,
		"evil.example": 421, "localhost.evil.example": 421, "10.0.0.1:8080": 421, "": 421,
	} {
		if got := ask(s, host, "/").StatusCode; got != want {
			t.Errorf("Host %q is answered with %d, want %d", host, got, want)
		}
	}
}

func TestChangeOfAPage(t *testing.T) {
	before := newSite(tree(t, "a/index.html", page("/1.css", "a"), "b/index.html", page("/1.css", "b"), "1.css", "x"))
	after := newSite(tree(t, "a/index.html", page("/1.css", "a"), "b/index.html", page("/1.css", "B"), "1.css", "x"))
	restyled := newSite(tree(t, "a/index.html", page("/2.css", "a"), "b/index.html", page("/2.css", "b"), "2.css", "y"))
	picture := newSite(tree(t, "a/index.html", page("/1.css", "a"), "b/index.html", page("/1.css", "b"), "1.css", "x", "c.png", "z"))
	for _, c := range []struct {
		after   *site
		address string
		want    string
	}{
		{after, "/a/", same}, {after, "/b/", reload}, {restyled, "/a/", styles}, {picture, "/a/", reload}, {after, "/none/", same},
	} {
		if got, _ := changeOf(before, c.after, c.address); got != c.want {
			t.Errorf("%s: %v, want %v", c.address, got, c.want)
		}
	}
}

// An open page is told of problems, of their end and of changes, in that order.
func TestOpenPageFollows(t *testing.T) {
	s := shown(t)
	server := httptest.NewServer(s)
	defer server.Close()
	r, err := http.Get(server.URL + eventsAddress + "?path=/demand/")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	lines := bufio.NewScanner(r.Body)
	expect := func(want string) {
		t.Helper()
		var got []string
		for lines.Scan() && lines.Text() != "" {
			got = append(got, lines.Text())
		}
		if strings.Join(got, " ") != want {
			t.Fatalf("got  %q\nwant %s", got, want)
		}
	}
	expect(`event: hello data: {"generation":"1","text":""}`)
	s.Fail("content/demand.md:1:1: no\n")
	expect(`event: problems data: {"generation":"1","text":"content/demand.md:1:1: no\n"}`)
	s.Show(tree(t, "demand/index.html", page("/b.css", "demand"), "data/x.csv", "a,b\n", "404.html", page("/b.css", "nothing here")))
	expect(`event: styles data: {"generation":"2","text":"\u003clink rel=\"stylesheet\" href=\"/b.css\"\u003e\n"}`)
	s.Show(tree(t, "demand/index.html", page("/b.css", "more"), "data/x.csv", "a,b\n"))
	expect(`event: reload data: {"generation":"3","text":""}`)
}

// After any burst of changes the last state on disk is seen: the last call of
// the watcher comes after the last change.
func TestWatchSeesTheLastOfManySaves(t *testing.T) {
	root := t.TempDir()
	content := filepath.Join(root, "content")
	if err := os.MkdirAll(content, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var seen atomic.Value
	seen.Store("")
	calls := make(chan struct{}, 10000)
	go Watch(ctx, root, []string{"content", "static"}, func() {
		text, _ := os.ReadFile(filepath.Join(content, "deep", "a.md"))
		seen.Store(string(text))
		calls <- struct{}{}
	})
	time.Sleep(50 * time.Millisecond)
	wait := func(want string) {
		t.Helper()
		deadline := time.After(20 * time.Second)
		for seen.Load() != want {
			select {
			case <-calls:
			case <-deadline:
				t.Fatalf("the last state seen is %q, want %q", seen.Load(), want)
			}
		}
	}
	deep := filepath.Join(content, "deep")
	os.Mkdir(deep, 0o755)
	for i := range 1000 { // as editors save: write beside, rename over
		name := filepath.Join(deep, "a.md")
		os.WriteFile(name+"~", fmt.Append(nil, i), 0o644)
		os.Rename(name+"~", name)
	}
	wait("999")
	os.RemoveAll(content)
	wait("")
	os.MkdirAll(deep, 0o755)
	os.WriteFile(filepath.Join(deep, "a.md"), []byte("back"), 0o644)
	wait("back")
}
