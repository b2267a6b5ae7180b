package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A server shows a folder and follows its files.
type server struct {
	name string
	dir  string
	args []string // {port} stands for the port
}

func (b bench) servers(n int) []server {
	own, hugo := b.site("own", n, true), b.site("hugo", n, true)
	all := []server{
		{hugoJob, hugo, []string{b.path("bin", "hugo"), "server", "--quiet", "--renderToMemory", "--disableLiveReload", "--port", "{port}"}},
		{ownJob, own, []string{b.path("bin", "build"), "serve", "-addr", "127.0.0.1:{port}"}},
	}
	if !b.hugo {
		return all[1:]
	}
	return all
}

// edits is how many pages are saved, one after the other.
const edits = 20

// serve measures the time from a saved file to the page that a browser would
// get: a sentence is added to a page, and the page is asked for until it has it.
func (b bench) serve(n int) error {
	fmt.Printf("\n"+preview+", from a saved page to the served page (%d edits)\n\n| | median, ms | least | most |\n|---|--:|--:|--:|\n", edits)
	for _, s := range b.servers(n) {
		times, err := s.measure()
		if err != nil {
			return fmt.Errorf("serve, %s: %w", s.name, err)
		}
		slices.Sort(times)
		b.measured[measured{preview, n, s.name, wall}] = times
		fmt.Printf("| %s | %.3g | %.3g | %.3g |\n", s.name, median(times), times[0], times[len(times)-1])
	}
	return nil
}

func (s server) measure() ([]float64, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	args := slices.Clone(s.args)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "{port}", port)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = s.dir
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	site := "http://127.0.0.1:" + port
	if err := await(site+"/", ""); err != nil {
		return nil, err
	}
	pages, err := filepath.Glob(filepath.Join(s.dir, "content", "explainers", "*.md"))
	if err != nil || len(pages) == 0 {
		return nil, fmt.Errorf("no pages in %s: %v", s.dir, err)
	}
	var times []float64
	for i := range edits {
		name := pages[i*37%len(pages)]
		took, err := edited(name, site+"/explainers/"+strings.TrimSuffix(filepath.Base(name), ".md")+"/", fmt.Sprintf("Late addition %c.", 'a'+i))
		if err != nil {
			return nil, err
		}
		if i > 0 { // the first finds caches of the processor cold
			times = append(times, took.Seconds()*1000)
		}
	}
	return times, nil
}

// edited adds a sentence to a file, waits for it on its page, and takes it away.
func edited(name, address, sentence string) (time.Duration, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(name, append(bytes.Clone(text), "\n"+sentence+"\n"...), 0o644); err != nil {
		return 0, err
	}
	start := time.Now()
	if err := await(address, sentence); err != nil {
		return 0, err
	}
	took := time.Since(start)
	time.Sleep(200 * time.Millisecond) // a person's pause
	err = os.WriteFile(name, text, 0o644)
	time.Sleep(500 * time.Millisecond)
	return took, err
}

// await asks for a page until it is there and holds a text.
func await(address, text string) error {
	for end := time.Now().Add(5 * time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond / 2) {
		r, err := http.Get(address)
		if err != nil {
			continue
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err == nil && r.StatusCode == http.StatusOK && bytes.Contains(body, []byte(text)) {
			return nil
		}
	}
	return fmt.Errorf("%s never showed %q", address, text)
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
