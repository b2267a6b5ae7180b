// Package golden compares what a test made with a golden file, which somebody has
// reviewed. It is for tests only. `go test -update` of a package writes its files
// anew; their diff then shows what the new code does.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Update reports whether the files are to be written anew.
func Update() bool { return *update }

// Check fails the test where the bytes are not those of the file, and shows how
// they differ.
func Check(t testing.TB, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; run with -update when the change is meant, and look at it):\n%s", file, diff)
	}
}
