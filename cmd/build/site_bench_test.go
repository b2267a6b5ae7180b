package main

import (
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/cache"
	"sharingthecost/internal/output"
)

// BenchmarkSite makes the project's own site in memory: without caches, with
// pictures and code remembered, and with finished pages remembered too.
func BenchmarkSite(b *testing.B) {
	root := os.DirFS("../..")
	make := func(b *testing.B, o options) made {
		m, problems, err := makeSite(root, o)
		if err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
		return m
	}
	dir := b.TempDir()
	parts := cache.Open(filepath.Join(dir, "parts"), nil, 0)
	pages := cache.Open(filepath.Join(dir, "pages"), nil, 0)

	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			make(b, options{out: "public"})
		}
	})
	finished := make(b, options{out: "public", cache: parts})
	b.Run("pictures remembered", func(b *testing.B) {
		for b.Loop() {
			make(b, options{out: "public", cache: parts})
		}
	})
	out := filepath.Join(dir, "public")
	if _, err := output.Write(finished.tree, out, output.Options{Project: dir}); err != nil {
		b.Fatal(err)
	}
	o := options{out: "public", cache: parts, pages: pages, last: output.Look(out).File}
	make(b, o)
	b.Run("pages remembered", func(b *testing.B) {
		for b.Loop() {
			make(b, o)
		}
	})
}
