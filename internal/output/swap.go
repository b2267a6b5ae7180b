package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"syscall"
)

// A writer holds the parent of the target open. All its paths lie beneath.
type writer struct {
	t    target
	o    Options
	root *os.Root // the parent
	base string   // the target's name in it
	work string   // the work folder's name in it

	umask  sync.Once
	masked bool // new folders do not have the permissions they should
}

// The names of what the work folder holds. The lock is made first and removed
// last, so a work folder with anything in it has a lock, or is not ours.
const (
	lockName = "lock"
	newName  = "new"
	oldName  = "old"
)

func openWriter(t target, o Options) (*writer, error) {
	root, err := os.OpenRoot(t.parent)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", t.parent, cause(err))
	}
	return &writer{t: t, o: o, root: root, base: t.base, work: "." + t.base + ".build"}, nil
}

// shown is a path beneath the parent as messages name it.
func (w *writer) shown(name string) string {
	return filepath.Join(filepath.Dir(w.t.shown), filepath.FromSlash(name))
}

// errNoExchange means that two folders cannot be exchanged in one step here.
var errNoExchange = errors.New("this file system cannot exchange two folders")

// swap puts the new folder in the target's place and removes the old one.
func (w *writer) swap(exists bool) error {
	fresh := path.Join(w.work, newName)
	if !exists {
		return w.rename(fresh, w.base)
	}
	err := w.step("exchange", w.base, func() error {
		if w.o.noExchange {
			return errNoExchange
		}
		return exchange(w.root, fresh, w.base)
	})
	if errors.Is(err, errNoExchange) {
		err = w.swapByRename(fresh)
	}
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return &Refusal{w.t.shown + " is a mount point and cannot be replaced", "write to a folder inside it, with -out"}
	}
	if err != nil {
		return err
	}
	return w.clean()
}

// swapByRename replaces the target in two steps. clean undoes the first when
// the program dies between them.
func (w *writer) swapByRename(fresh string) error {
	aside := path.Join(w.work, oldName)
	if err := w.rename(w.base, aside); err != nil {
		return err
	}
	if err := w.rename(fresh, w.base); err != nil {
		return errors.Join(err, w.rename(aside, w.base))
	}
	return nil
}

func (w *writer) rename(from, to string) error {
	return w.step("rename "+from+" to", to, func() error {
		err := w.root.Rename(from, to)
		var link *os.LinkError
		if errors.As(err, &link) {
			return link.Err
		}
		return err
	})
}

// clean empties the work folder but for the lock: what a killed build left, or
// the old site after an exchange. If the target is gone because a build died
// between two renames, the old site is put back first.
func (w *writer) clean() error {
	aside := path.Join(w.work, oldName)
	if _, err := w.root.Lstat(w.base); errors.Is(err, fs.ErrNotExist) {
		if _, err := w.root.Lstat(aside); err == nil {
			if err := w.rename(aside, w.base); err != nil {
				return err
			}
		}
	}
	for _, name := range []string{path.Join(w.work, newName), aside} {
		if _, err := w.root.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := w.step("remove", name, func() error { return w.root.RemoveAll(name) }); err != nil {
			return err
		}
	}
	return nil
}
