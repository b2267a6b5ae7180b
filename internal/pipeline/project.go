package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"syscall"

	"sharingthecost/internal/archive"
)

// Inputs are the folders that a site is made from, below the project's root.
var Inputs = []string{"content", "templates", "static", archive.Folder}

// Open opens a project's folder. What is read stays inside it: a symbolic link in
// it is an error.
func Open(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the project: %w", err)
	}
	return projectFS{root}, nil
}

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
