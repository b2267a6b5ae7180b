// Command corpus writes a site of N explainer pages, the same bodies for every
// program that the benchmark compares:
//
//	go run ./corpus -n 1000 -for own  -out DIR    a project for cmd/build
//	go run ./corpus -n 1000 -for hugo -out DIR    a project for Hugo
//	go run ./corpus -n 1000 -for text -out DIR    the pages alone, for the floor
//
// Each page has some 900 words with headings, lists, a quotation, links to
// other pages, footnotes, a table and two blocks of code. A page depends on its
// number alone and, for its links, on N. The digest printed at the end covers
// all bodies: it stands beside every result.
package main

import (
	"crypto/sha256"
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// The parts of the two projects that are not pages.
//
//go:embed all:own all:hugo
var projects embed.FS

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 1000, "number of pages")
	kind := flag.String("for", "own", "own, hugo or text")
	out := flag.String("out", "", "folder to write to; it must not exist")
	withCode := flag.Bool("code", true, "put code into the pages")
	project := flag.String("project", "..", "the project whose templates and styles the own site takes")
	flag.Parse()
	if *out == "" || *n < 1 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(*n, *kind, *out, *withCode, *project); err != nil {
		log.Fatal(err)
	}
}

func write(n int, kind, out string, withCode bool, project string) error {
	if err := os.Mkdir(out, 0o755); err != nil {
		return err
	}
	pages := out
	switch kind {
	case "own":
		for _, dir := range []string{"templates", "static"} {
			if err := os.CopyFS(filepath.Join(out, dir), os.DirFS(filepath.Join(project, dir))); err != nil {
				return err
			}
		}
		pages = filepath.Join(out, "content", "explainers")
	case "hugo":
		pages = filepath.Join(out, "content", "explainers")
	case "text":
	default:
		return fmt.Errorf("-for %s: want own, hugo or text", kind)
	}
	if kind != "text" {
		sub, err := fs.Sub(projects, kind)
		if err != nil {
			return err
		}
		if err := os.CopyFS(out, sub); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(pages, 0o755); err != nil {
		return err
	}
	digest := sha256.New()
	for i := range n {
		p := newPage(i, n, withCode, kind == "own")
		fmt.Fprintf(digest, "%s\x00%d\x00", p.body, len(p.body))
		if err := os.WriteFile(filepath.Join(pages, p.slug+".md"), []byte(p.source()), 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d pages for %s, digest of bodies %x\n", n, kind, digest.Sum(nil)[:6])
	return nil
}

// source is the page with its front matter, which all programs read alike.
func (p page) source() string {
	return "---\ntitle: " + quoted(p.title) + "\ndescription: " + quoted(p.description) + "\ndate: " + p.date + "\n---\n\n" + p.body
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }
