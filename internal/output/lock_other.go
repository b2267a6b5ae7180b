//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package output

import (
	"errors"
	"io/fs"
	"os"
)

// openLock makes the lock file, or gives errLocked when there is one. This
// system has no lock that ends with its process: after a kill the file must be
// deleted by hand, as the message says.
func openLock(root *os.Root, name string) (*os.File, error) {
	f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, errLocked
	}
	return f, err
}

// removeLock closes and removes the lock file: here an open file cannot be
// removed.
func removeLock(root *os.Root, name string, f *os.File) error {
	f.Close()
	return root.Remove(name)
}

func busyHint(name string) string {
	return "wait until it has ended; if no build is running, delete " + name
}
