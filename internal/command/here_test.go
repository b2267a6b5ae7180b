package command

import (
	"os"
	"path/filepath"
	"testing"
)

// Commands in messages can be typed where the program was started.
func TestCommandsAreTypedHere(t *testing.T) {
	sources := filepath.Join(t.TempDir(), "generator")
	if err := os.MkdirAll(filepath.Join(sources, "cmd", "build"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(sources, "cmd", "build", "main.go"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in, dir, want string
	}{
		{sources, "", "go run ./cmd/build check"},
		{sources, "../mine", "go run ./cmd/build -C ../mine check"},
		{sources, "..", "go run -C generator ./cmd/build -C .. check"},
		{t.TempDir(), "", "build check"},
		{t.TempDir(), "mine", "build -C mine check"},
	} {
		t.Chdir(c.in)
		if got := In(c.dir).Replace("go run ./cmd/build check"); got != c.want {
			t.Errorf("in %s, with -C %q: %s, want %s", filepath.Base(c.in), c.dir, got, c.want)
		}
	}
}
