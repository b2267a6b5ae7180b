package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"

	"sharingthecost/internal/content"
	"sharingthecost/internal/parallel"
)

// A snapshot is the project as it was when its inputs were read, so that a site
// is made of just those files and bytes, whatever is saved meanwhile. It lists
// the inputs only; what else is asked for by its name is looked for in the
// project itself, which says why it is not there.
type snapshot struct {
	fs.FS
	files   map[string]*input
	folders map[string][]string // the paths of what lies in each, sorted
}

// An input is a file as it was. Its text is forgotten once it was taken: pages
// are many, and each is asked for once.
type input struct {
	text  []byte
	taken bool
	size  int
	sum   [sha256.Size]byte
}

// takeSnapshot reads all inputs. It reports false when one cannot be read or is
// not what it should be; the build itself then tells why.
func takeSnapshot(root fs.FS) (s snapshot, ok bool) {
	var names []string
	for _, dir := range inputs {
		files, problems, err := content.Files(root, dir)
		if err != nil || len(problems) > 0 {
			return snapshot{}, false
		}
		names = append(names, files...)
	}
	s = snapshot{root, make(map[string]*input, len(names)), map[string][]string{}}
	texts, err := readFiles(root, names)
	if err != nil {
		return snapshot{}, false
	}
	sums := parallel.Map(texts, sha256.Sum256)
	for i, name := range names {
		s.files[name] = &input{text: texts[i], size: len(texts[i]), sum: sums[i]}
		s.enter(name)
	}
	for _, entries := range s.folders {
		slices.Sort(entries)
	}
	return s, true
}

// readFiles reads files, those of a folder side by side. Each folder is opened
// once, and closed before the next.
func readFiles(root fs.FS, names []string) ([][]byte, error) {
	texts := make([][]byte, len(names))
	folders := map[string][]int{} // the files in each, by their place in names
	for i, name := range names {
		dir := path.Dir(name)
		folders[dir] = append(folders[dir], i)
	}
	for dir, files := range folders {
		if err := readFolder(root, dir, names, files, texts); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// readFolder reads those files that lie in a folder.
func readFolder(root fs.FS, dir string, names []string, files []int, texts [][]byte) error {
	folder, err := fs.Sub(root, dir)
	if err != nil {
		return err
	}
	if open, ok := folder.(io.Closer); ok && dir != "." {
		defer open.Close()
	}
	failed := make([]error, len(files))
	parallel.Do(len(files), func(k int) {
		i := files[k]
		texts[i], failed[k] = fs.ReadFile(folder, path.Base(names[i]))
	})
	return errors.Join(failed...)
}

// enter lists a file in its folder, and each folder in the one above it.
func (s snapshot) enter(name string) {
	for dir := path.Dir(name); ; name, dir = dir, path.Dir(dir) {
		known := len(s.folders[dir]) > 0
		s.folders[dir] = append(s.folders[dir], name)
		if known || dir == "." {
			return
		}
	}
}

// has reports whether a file or folder is in the snapshot.
func (s snapshot) has(name string) bool {
	_, file := s.files[name]
	return file || len(s.folders[name]) > 0
}

// size is the number of bytes of all inputs.
func (s snapshot) size() int {
	n := 0
	for _, f := range s.files {
		n += f.size
	}
	return n
}

// ReadFile returns a file as it was. It must not be changed. One that was taken
// is read again; that it is another one by now is an error.
func (s snapshot) ReadFile(name string) ([]byte, error) {
	f := s.files[name]
	switch {
	case f == nil:
		return fs.ReadFile(s.FS, name)
	case !f.taken:
		return f.text, nil
	}
	text, err := fs.ReadFile(s.FS, name)
	if err == nil && sha256.Sum256(text) != f.sum {
		return nil, fmt.Errorf("%s was saved while the site was made; build it again", name)
	}
	return text, err
}

var _ content.Snapshot = snapshot{}

// Take returns a file as it was, which then belongs to who has asked. Nobody else
// is to ask for the file at the same time.
func (s snapshot) Take(name string) ([]byte, error) {
	text, err := s.ReadFile(name)
	if f := s.files[name]; f != nil {
		f.text, f.taken = nil, true
	}
	return text, err
}

// Sum is the SHA-256 of a file as it was.
func (s snapshot) Sum(name string) (sum [sha256.Size]byte, known bool) {
	f := s.files[name]
	if f == nil {
		return sum, false
	}
	return f.sum, true
}

// Stat describes a file or folder as it was.
func (s snapshot) Stat(name string) (fs.FileInfo, error) {
	if !s.has(name) {
		return fs.Stat(s.FS, name)
	}
	return s.entry(name), nil
}

// ReadDir lists a folder as it was, sorted by name.
func (s snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	if len(s.folders[name]) == 0 {
		return fs.ReadDir(s.FS, name)
	}
	var out []fs.DirEntry
	for _, p := range s.folders[name] {
		out = append(out, fs.FileInfoToDirEntry(s.entry(p)))
	}
	return out, nil
}

func (s snapshot) entry(name string) entry {
	f := s.files[name]
	if f == nil {
		return entry{path.Base(name), 0, true}
	}
	return entry{path.Base(name), int64(f.size), false}
}

// An entry is a file or folder of a snapshot.
type entry struct {
	name   string
	size   int64
	folder bool
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return e.size }
func (e entry) IsDir() bool        { return e.folder }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) Sys() any           { return nil }
func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
