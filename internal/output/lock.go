package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"
)

// lock makes the work folder and takes the lock in it. The function that it
// returns empties and removes the work folder and gives the lock back.
//
// A build that ends removes its lock file, so a lock just taken may be on a file
// that has no name any more; then there is another file, or none, and the whole
// is tried again.
func (w *writer) lock() (release func() error, err error) {
	name := path.Join(w.work, lockName)
	for range 100 {
		if err := w.workFolder(); err != nil {
			return nil, err
		}
		f, err := openLock(w.root, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case errors.Is(err, errLocked):
			if holder := w.holder(name); holder != "" {
				return nil, w.busy(name, holder)
			}
			time.Sleep(time.Millisecond) // the other is about to write its name
			continue
		case err != nil:
			return nil, fmt.Errorf("lock %s: %w", w.shown(name), cause(err))
		}
		if !w.names(name, f) {
			f.Close()
			continue
		}
		release := func() error { return w.unlock(name, f) }
		if err := sign(f); err != nil {
			return nil, errors.Join(fmt.Errorf("write %s: %w", w.shown(name), cause(err)), release())
		}
		return release, nil
	}
	return nil, w.busy(name, "unknown process")
}

var errLocked = errors.New("locked by another process")

// workFolder makes the work folder, or makes sure that the one there is ours: a
// folder that is empty or holds our lock file.
func (w *writer) workFolder() error {
	if w.o.Step != nil {
		w.o.Step("make the folder " + w.work)
	}
	err := w.root.Mkdir(w.work, 0o755)
	if err == nil {
		return nil
	}
	if !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("make the folder %s: %w", w.shown(w.work), cause(err))
	}
	foreign := &Refusal{w.shown(w.work) + ", where the build works, was not made by it", "move it away"}
	info, err := w.root.Lstat(w.work)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // another build just ended; the lock's open fails, and all begins again
	}
	if err != nil || !info.IsDir() {
		return foreign
	}
	entries, err := fs.ReadDir(w.root.FS(), w.work)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read %s: %w", w.shown(w.work), cause(err))
	}
	for _, e := range entries {
		if e.Name() == lockName && e.Type().IsRegular() {
			return nil
		}
	}
	if len(entries) > 0 {
		return foreign
	}
	return nil
}

// names reports whether the open lock file is still the one at its path.
func (w *writer) names(name string, f *os.File) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := w.root.Lstat(name)
	return err == nil && os.SameFile(mine, there)
}

// sign writes into the lock who holds it.
func sign(f *os.File) error {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err = f.WriteAt(fmt.Appendf(nil, "process %d on host %s\n", os.Getpid(), host), 0)
	return err
}

// busy is the refusal while another build holds the lock.
func (w *writer) busy(name, holder string) error {
	return &Refusal{"another build is writing " + w.t.shown + " (" + holder + ")", busyHint(w.shown(name))}
}

// holder is what a build has written into the lock, or "".
func (w *writer) holder(name string) string {
	data, err := w.root.ReadFile(name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(data))
}

// unlock empties the work folder and removes it, the lock file last.
func (w *writer) unlock(name string, f *os.File) error {
	defer f.Close()
	if err := w.clean(); err != nil {
		return err
	}
	if err := w.step("remove", name, func() error { return removeLock(w.root, name, f) }); err != nil {
		return err
	}
	return w.step("remove", w.work, func() error {
		err := w.root.Remove(w.work)
		if entries, readErr := fs.ReadDir(w.root.FS(), w.work); readErr != nil || len(entries) > 0 {
			return nil // gone, or already another build's
		}
		return err
	})
}
