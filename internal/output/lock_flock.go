//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// openLock opens the lock file and takes the lock, or gives errLocked. The
// system drops the lock when the process ends, however it ends.
func openLock(root *os.Root, name string) (*os.File, error) {
	f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == nil {
		return f, nil
	}
	f.Close()
	if errors.Is(err, unix.EWOULDBLOCK) {
		return nil, errLocked
	}
	return nil, err
}

// removeLock removes the lock file while the lock is held.
func removeLock(root *os.Root, name string, _ *os.File) error { return root.Remove(name) }

func busyHint(string) string { return "wait until it has ended" }
