package main

import (
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/cache"
)

// BenchmarkSite makes the project's own site in memory: without caches, with
// pictures and code remembered, and with finished pages remembered too.
func BenchmarkSite(b *testing.B) {
	root := os.DirFS("../..")
	make := func(b *testing.B, o options) {
		if _, problems, err := makeSite(root, o); err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
	}
	parts := cache.Open(filepath.Join(b.TempDir(), "parts"), nil, 0)
	pages := cache.Open(filepath.Join(b.TempDir(), "pages"), nil, 0)
	for _, c := range []struct {
		name string
		o    options
	}{
		{"cold", options{out: "public"}},
		{"pictures remembered", options{out: "public", cache: parts}},
		{"pages remembered", options{out: "public", cache: parts, pages: pages}},
	} {
		make(b, c.o)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				make(b, c.o)
			}
		})
	}
}
