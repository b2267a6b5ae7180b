package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// mountTmpfs mounts a small memory file system, where the test may do so.
func mountTmpfs(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("cannot mount a file system here: %v", err)
	}
	t.Cleanup(func() { must(t, unix.Unmount(dir, 0)) })
	return dir
}

// On a file system without space, or that takes no more files, the old site stays.
func TestFullDisk(t *testing.T) {
	for options, tt := range map[string]struct {
		tree *Tree
		want string
	}{
		"size=128k":    {treeOf("b/big", strings.Repeat("x", 1<<20)), "write P/.public.build/new/b/big: no space left on device"},
		"nr_inodes=15": {treeOf("c/1", "", "c/2", "", "c/3", "", "c/4", "", "c/5", "", "c/6", ""), ""},
	} {
		parent := mountTmpfs(t, options)
		dir := filepath.Join(parent, "public")
		mustWrite(t, oldSite(), dir, Options{})
		_, err := Write(tt.tree, dir, Options{})
		if !errors.Is(err, unix.ENOSPC) {
			t.Fatalf("%s: got %v", options, err)
		}
		if got := strings.ReplaceAll(err.Error(), parent, "P"); tt.want != "" && got != tt.want {
			t.Errorf("%s: got %s", options, got)
		}
		holds(t, dir, oldSite())
		alone(t, parent, "public")
		if tt.want != "" {
			mustWrite(t, newSite(), dir, Options{})
			holds(t, dir, newSite())
		}
	}
}

func TestMountPoint(t *testing.T) {
	dir := mountTmpfs(t, "size=128k")
	_, err := Write(newSite(), dir, Options{})
	if refusal, ok := errors.AsType[*Refusal](err); !ok || refusal.Text != dir+" is a mount point and cannot be replaced" {
		t.Errorf("got %v", err)
	}
	alone(t, filepath.Dir(dir), filepath.Base(dir))
}

func TestWithoutPermission(t *testing.T) {
	for _, tt := range []struct {
		closed string
		mode   fs.FileMode
		want   string
	}{
		{"", 0o555, "make the folder P/.public.build: permission denied"},
		{"public/a", 0, "read P/public: a: permission denied"},
	} {
		t.Run(tt.want, func(t *testing.T) {
			parent := t.TempDir()
			must(t, errors.Join(os.Chmod(filepath.Dir(parent), 0o755), os.Chmod(parent, 0o777)))
			dir, closed := filepath.Join(parent, "public"), filepath.Join(parent, tt.closed)
			mustWrite(t, oldSite(), dir, Options{})
			must(t, os.Chmod(closed, tt.mode))
			t.Cleanup(func() { os.Chmod(closed, 0o755) })
			asNobody(t)
			_, err := Write(newSite(), dir, Options{})
			if !errors.Is(err, fs.ErrPermission) {
				t.Fatalf("got %v", err)
			}
			if got := strings.ReplaceAll(err.Error(), parent, "P"); got != tt.want {
				t.Errorf("got %s", got)
			}
			alone(t, parent, "public")
			if tt.mode != 0 {
				holds(t, dir, oldSite())
			}
		})
	}
}

// asNobody gives up root's right to pass over permissions, for the file
// operations of this goroutine and until the end of the test.
func asNobody(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	runtime.LockOSThread()
	if err := unix.Setfsuid(65534); err != nil {
		t.Skipf("cannot act as another user: %v", err)
	}
	t.Cleanup(func() {
		_ = unix.Setfsuid(0)
		runtime.UnlockOSThread()
	})
}

// The permissions do not depend on the umask.
func TestUmask(t *testing.T) {
	old := unix.Umask(0o077)
	defer unix.Umask(old)
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, newSite(), dir, Options{})
	for name, want := range map[string]fs.FileMode{"": fs.ModeDir | 0o755, "a": fs.ModeDir | 0o755, "a/changed": 0o644, ManifestName: 0o644} {
		if m := stat(t, filepath.Join(dir, name)).Mode(); m != want {
			t.Errorf("%q has mode %v", name, m)
		}
	}
}
