package output

import "golang.org/x/sys/unix"

// exchange swaps two names in an open folder in one step of the file system.
func exchange(dir int, a, b string) error {
	return unix.Renameat2(dir, a, dir, b, unix.RENAME_EXCHANGE)
}
