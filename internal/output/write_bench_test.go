package output

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func BenchmarkWrite(b *testing.B) {
	var tree Tree
	for i := range 200 {
		data := bytes.Repeat(fmt.Appendf(nil, "line of page %d\n", i), 1500)
		if clash := tree.Add(File{Path: fmt.Sprintf("p%d/index.html", i), Data: data}); clash != nil {
			b.Fatal(clash.Text)
		}
	}
	dir := filepath.Join(b.TempDir(), "public")
	write := func() Report {
		report, err := Write(&tree, dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		return report
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			write()
		}
	})
	write()
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			write()
		}
	})
	b.Run("stands", func(b *testing.B) {
		for b.Loop() {
			if _, whole := Stands(dir); !whole {
				b.Fatal("the folder does not hold what was written")
			}
		}
	})
}
