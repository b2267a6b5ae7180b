package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"syscall"
)

// A projectFS is the project's folder as the build may see it: regular files and
// folders. Reading a pipe or a device might never end, and a link could lead to
// what nobody meant to publish; to open one is an error that says so.
type projectFS struct{ root *os.Root }

var (
	errLink = errors.New("a symbolic link; put the file itself here, the build follows no links")
	errOdd  = errors.New("neither a file nor a folder")
)

// Open opens a file or folder. It looks at every part of the path first, and
// again at what was opened: opening must not wait for the other end of a pipe
// that took the file's place in between.
func (p projectFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if err := p.plain(name); err != nil {
		return nil, err
	}
	f, err := p.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.Unwrap(err)}
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() && !info.Mode().IsRegular() {
		f.Close()
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.Join(err, errOdd)}
	}
	return f, nil
}

// Sub gives a folder as a project of its own, so that the way down to it is
// looked at once and not for every file in it. It must be closed.
func (p projectFS) Sub(name string) (fs.FS, error) {
	if err := p.plain(name); err != nil {
		return nil, err
	}
	root, err := p.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return projectFS{root}, nil
}

// Close closes the folder.
func (p projectFS) Close() error { return p.root.Close() }

// plain walks down a path and refuses what is neither a file nor a folder.
func (p projectFS) plain(name string) error {
	for part := name; part != "."; part = path.Dir(part) {
		info, err := p.root.Lstat(part)
		if err != nil {
			return &fs.PathError{Op: "open", Path: name, Err: errors.Unwrap(err)}
		}
		switch mode := info.Mode(); {
		case mode&fs.ModeSymlink != 0:
			return &fs.PathError{Op: "open", Path: part, Err: errLink}
		case !mode.IsDir() && !mode.IsRegular():
			return &fs.PathError{Op: "open", Path: part, Err: errOdd}
		}
	}
	return nil
}
