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

func TestFullDisk(t *testing.T) {
	parent := mountTmpfs(t, "size=128k")
	dir := filepath.Join(parent, "public")
	mustWrite(t, oldSite(), dir, Options{})
	_, err := Write(treeOf("b/big", strings.Repeat("x", 1<<20)), dir, Options{})
	if !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("got %v", err)
	}
	if got, want := strings.ReplaceAll(err.Error(), parent, "P"), "write P/.public.build/new/b/big: no space left on device"; got != want {
		t.Errorf("got %s", got)
	}
	holds(t, dir, oldSite())
	alone(t, parent, "public")
	mustWrite(t, newSite(), dir, Options{})
	holds(t, dir, newSite())
}

func TestNoInodesLeft(t *testing.T) {
	parent := mountTmpfs(t, "nr_inodes=12")
	dir := filepath.Join(parent, "public")
	mustWrite(t, treeOf("a", "1", "b", "2"), dir, Options{})
	_, err := Write(treeOf("c/1", "", "c/2", "", "c/3", "", "c/4", "", "c/5", "", "c/6", ""), dir, Options{})
	if !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("got %v", err)
	}
	holds(t, dir, treeOf("a", "1", "b", "2"))
	alone(t, parent, "public")
}

func TestMountPoint(t *testing.T) {
	dir := mountTmpfs(t, "size=128k")
	_, err := Write(newSite(), dir, Options{})
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Text != dir+" is a mount point and cannot be replaced" {
		t.Errorf("got %v", err)
	}
	alone(t, filepath.Dir(dir), filepath.Base(dir))
}

func TestReadOnlyParent(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustWrite(t, oldSite(), dir, Options{})
	must(t, os.Chmod(filepath.Dir(parent), 0o755))
	must(t, os.Chmod(parent, 0o555))
	defer os.Chmod(parent, 0o755)
	asNobody(t)
	_, err := Write(newSite(), dir, Options{})
	if !errors.Is(err, fs.ErrPermission) {
		t.Fatalf("got %v", err)
	}
	if got, want := err.Error(), "make the folder "+parent+"/.public.build: permission denied"; got != want {
		t.Errorf("got %s", got)
	}
	holds(t, dir, oldSite())
}

func TestUnreadableTarget(t *testing.T) {
	parent := t.TempDir()
	must(t, os.Chmod(parent, 0o777))
	must(t, os.Chmod(filepath.Dir(parent), 0o755))
	dir := filepath.Join(parent, "public")
	mustWrite(t, oldSite(), dir, Options{})
	must(t, os.Chmod(dir+"/a", 0))
	defer os.Chmod(dir+"/a", 0o755)
	asNobody(t)
	_, err := Write(newSite(), dir, Options{})
	if !errors.Is(err, fs.ErrPermission) {
		t.Fatalf("got %v", err)
	}
	if got, want := strings.ReplaceAll(err.Error(), parent, "P"), "read P/public: a: permission denied"; got != want {
		t.Errorf("got %s", got)
	}
	alone(t, parent, "public")
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
