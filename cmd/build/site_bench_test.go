package main

import (
	"os"
	"path/filepath"
	"testing"

	"sharingthecost/internal/memo"
	"sharingthecost/internal/pipeline"
)

// BenchmarkSite makes the project's own site: for the first time, and with what
// an earlier run has left, every picture included.
func BenchmarkSite(b *testing.B) {
	root := os.DirFS("../..")
	make := func(b *testing.B, m *memo.Memo) {
		site, problems, err := makeSite(root, pipeline.Options{Deployment: pipeline.Deployment{Production: true}, Folder: "public", Memo: m})
		if err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
		for _, f := range site.Tree.Files() {
			f.Bytes()
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			make(b, memo.New())
		}
	})
	file := filepath.Join(b.TempDir(), "memo")
	m := memo.Open(file, nil)
	make(b, m)
	if err := m.Save(false); err != nil {
		b.Fatal(err)
	}
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			make(b, memo.Open(file, nil))
		}
	})
}
