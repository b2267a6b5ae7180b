// Command floor does the least that a site generator built on goldmark and
// Chroma can do: it reads pages, converts them with highlighted code and writes
// them, on all processors. It checks nothing, lists nothing and has no
// templates. What takes longer than this takes it for something else.
//
//	go run ./floor -in PAGES -out DIR                as written by hand from the libraries' manuals
//	go run ./floor -in PAGES -out DIR -reuse         lexers looked up once, tokens written without the formatter
//	go run ./floor -in PAGES -out DIR -reuse -cache FILE    and no block highlighted that FILE remembers
package main

import (
	"bytes"
	"flag"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

const (
	before = "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
	middle = "</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<main>\n"
	after  = "</main>\n</body>\n</html>\n"
)

func main() {
	log.SetFlags(0)
	in := flag.String("in", "", "folder of pages")
	out := flag.String("out", "", "folder to write to")
	reuse := flag.Bool("reuse", false, "look lexers up once and write tokens without the formatter")
	remember := flag.String("cache", "", "file that remembers highlighted code")
	flag.Parse()
	pages, err := filepath.Glob(filepath.Join(*in, "*.md"))
	if err != nil || len(pages) == 0 {
		log.Fatalf("no pages in %q", *in)
	}
	h := highlighter{reuse: *reuse}
	if *remember != "" {
		h.open(*remember)
	}
	md := converter(&h)
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			var b bytes.Buffer
			for i := int(next.Add(1)) - 1; i < len(pages); i = int(next.Add(1)) - 1 {
				b.Reset()
				text, err := os.ReadFile(pages[i])
				if err != nil {
					log.Fatal(err)
				}
				title, body := divide(text)
				b.WriteString(before + title + middle)
				if err := md.Convert(body, &b); err != nil {
					log.Fatal(err)
				}
				b.WriteString(after)
				dir := filepath.Join(*out, strings.TrimSuffix(filepath.Base(pages[i]), ".md"))
				if err := os.MkdirAll(dir, 0o755); err != nil {
					log.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, "index.html"), b.Bytes(), 0o644); err != nil {
					log.Fatal(err)
				}
			}
		})
	}
	group.Wait()
	if *remember != "" {
		h.save(*remember)
	}
}

// divide cuts a page into its title and its text.
func divide(page []byte) (title string, body []byte) {
	head, body, _ := bytes.Cut(page, []byte("\n---\n"))
	for line := range strings.Lines(string(head)) {
		if t, ok := strings.CutPrefix(line, "title: "); ok {
			title = strings.Trim(t, "\"\n")
		}
	}
	return title, body
}
