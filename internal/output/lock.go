package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// lock makes the work folder and takes the lock in it; unlock gives it back.
//
// A build that ends removes its lock file, so a lock just taken may be on a file
// that has no name any more; then there is another file, or none, and everything
// is tried again.
func (w *writer) lock() error {
	name := w.inWork(lockName)
	for range 100 {
		if err := w.makeWorkFolder(); err != nil {
			return err
		}
		lock := flock.New(filepath.Join(w.parent, filepath.FromSlash(name)), flock.SetPermissions(0o644))
		locked, err := lock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist): // another build just ended and removed the folder
		case err != nil:
			return w.failed("lock", name, err)
		case locked && !w.isNamed(name, lock):
			_ = lock.Unlock() // nobody else can see this lock
		case locked:
			w.flock = lock
			return w.writeHolder()
		default:
			if holder, _ := w.root.ReadFile(w.inWork(holderName)); len(holder) > 0 {
				return w.busy(strings.TrimSpace(string(holder)))
			}
			time.Sleep(time.Millisecond) // the other is about to write its name, or to end
		}
	}
	return w.busy("unknown process")
}

// busy is the refusal while another build holds the lock.
func (w *writer) busy(holder string) error {
	return &Refusal{"another build is writing " + w.shown + " (" + holder + ")", "wait until it has ended"}
}

// makeWorkFolder makes the work folder, or makes sure that the one there is
// ours: a folder that is empty or holds our lock file.
func (w *writer) makeWorkFolder() error {
	err := w.root.Mkdir(w.work, 0o755)
	if !errors.Is(err, fs.ErrExist) {
		return w.failed("make the folder", w.work, err)
	}
	foreign := &Refusal{w.nameOf(w.work) + ", where the build works, was not made by it", "move it away"}
	info, err := w.root.Lstat(w.work)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // another build just ended; the lock cannot be opened, and all begins again
	}
	if err != nil || !info.IsDir() {
		return foreign
	}
	entries, err := fs.ReadDir(w.root.FS(), w.work)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return w.failed("read", w.work, err)
	}
	locked := func(e fs.DirEntry) bool { return e.Name() == lockName && e.Type().IsRegular() }
	if len(entries) > 0 && !slices.ContainsFunc(entries, locked) {
		return foreign
	}
	return nil
}

// isNamed reports whether the locked file is still the one at its path.
func (w *writer) isNamed(name string, lock *flock.Flock) bool {
	locked, err := lock.Stat()
	if err != nil {
		return false
	}
	there, err := w.root.Lstat(name)
	return err == nil && os.SameFile(locked, there)
}

// writeHolder writes down which process holds the lock: beside the lock file, since Windows lets
// nobody read a file that is locked.
func (w *writer) writeHolder() error {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	name := w.inWork(holderName)
	if err := w.root.WriteFile(name, fmt.Appendf(nil, "process %d on host %s\n", os.Getpid(), host), 0o644); err != nil {
		return errors.Join(w.failed("write", name, err), w.unlock())
	}
	return nil
}

// unlock empties the work folder, removes it and gives the lock back. It is no
// error when only a lock that nobody holds, or an empty folder, is left: the next
// build takes it over, or another one already has.
func (w *writer) unlock() error {
	if err := w.clean(); err != nil {
		return errors.Join(err, w.flock.Unlock())
	}
	err := w.root.Remove(w.inWork(holderName))
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		if runtime.GOOS == "windows" { // where a file that is open cannot be removed
			_ = w.flock.Unlock()
		}
		_ = w.root.Remove(w.inWork(lockName))
		_ = w.root.Remove(w.work)
	}
	return w.failed("unlock", w.inWork(lockName), w.flock.Unlock())
}
