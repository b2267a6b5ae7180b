package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// A writer holds the parent of the target open. All its paths lie beneath.
type writer struct {
	target
	o     Options
	root  *os.Root     // the parent
	work  string       // the work folder's name in it
	flock *flock.Flock // set by lock
}

// The names of what the work folder holds. The lock is made first and removed
// last, so a work folder with anything in it has a lock, or is not ours.
const (
	lockName   = "lock"
	holderName = "holder" // names the process that holds the lock
	newName    = "new"
	oldName    = "old"
)

// openWriter makes the writer for a folder, where a site may stand there.
func openWriter(dir string, o Options) (*writer, error) {
	t, err := locate(dir, o)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(t.parent)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", t.parent, cause(err))
	}
	return &writer{target: t, o: o, root: root, work: "." + t.base + ".build"}, nil
}

// inWork is the path of something in the work folder.
func (w *writer) inWork(name string) string { return path.Join(w.work, name) }

// nameOf is a path beneath the parent as messages name it.
func (w *writer) nameOf(name string) string {
	return filepath.Join(filepath.Dir(w.shown), filepath.FromSlash(name))
}

// failed wraps the error of a change on disk with what was done to which path.
// Of no error it makes none.
func (w *writer) failed(doing, name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %s: %w", doing, w.nameOf(name), cause(err))
}

// swap puts the new folder in the target's place and removes the old one.
func (w *writer) swap() error {
	err := w.exchange()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) { // which a file system answers that cannot do it
		err = w.swapByRename()
	}
	switch {
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EXDEV):
		return &Refusal{w.shown + " is a mount point and cannot be replaced", "write to a folder inside it, with -out"}
	case err != nil:
		return err
	}
	return w.clean()
}

// exchange swaps the new folder and the target in one step. Where there is no
// target, the new folder is moved there.
func (w *writer) exchange() error {
	parent, err := w.root.Open(".")
	if err != nil {
		return w.failed("open", ".", err)
	}
	defer parent.Close()
	err = exchange(int(parent.Fd()), w.inWork(newName), w.base)
	if errors.Is(err, fs.ErrNotExist) {
		return w.rename(w.inWork(newName), w.base)
	}
	return w.failed("exchange", w.base, err)
}

// swapByRename replaces the target in two steps. When the second fails, or the
// program dies before it, clean undoes the first.
func (w *writer) swapByRename() error {
	aside := w.inWork(oldName)
	if err := w.rename(w.base, aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return w.rename(w.inWork(newName), w.base)
}

func (w *writer) rename(from, to string) error {
	return w.failed("rename "+from+" to", to, w.root.Rename(from, to))
}

// clean empties the work folder but for the lock: what a killed build left, or
// the old site after an exchange. If the target is gone because a build died
// between two renames, the old site is put back first.
func (w *writer) clean() error {
	if _, err := w.root.Lstat(w.base); errors.Is(err, fs.ErrNotExist) {
		if err := w.rename(w.inWork(oldName), w.base); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, name := range []string{w.inWork(newName), w.inWork(oldName)} {
		if err := w.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// remove removes a folder, and what somebody who still has it open writes into it
// meanwhile.
func (w *writer) remove(name string) error {
	err := w.root.RemoveAll(name)
	for tries := 0; tries < 20 && errors.Is(err, syscall.ENOTEMPTY); tries++ {
		err = w.root.RemoveAll(name)
	}
	return w.failed("remove", name, err)
}
