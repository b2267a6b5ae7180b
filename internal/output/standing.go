package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"

	"sharingthecost/internal/parallel"
)

// A Standing is a site as it stands in a folder: the sum of every file, each
// read once. Times and sizes prove nothing of what was built; only for as long as
// a build lasts is a file of the same number, time and size taken for the one
// that was read. What cannot be read is as if it were not there. A nil Standing
// has no files.
type Standing struct {
	failure
	dir    string
	folder fs.FileInfo     // nil when there is no folder
	listed map[string]bool // by the manifest
	files  map[string]fileSeen
	odd    bool // there is something else in the folder, or a file cannot be read
}

// A fileSeen is a file as it was when it was read.
type fileSeen struct {
	info fs.FileInfo
	sum  [sha256.Size]byte
}

// Look reads the site in a folder: the files that its manifest lists, and no
// others. It changes nothing and takes no lock.
func Look(dir string) *Standing {
	dir = filepath.Clean(dir) // of a link, with a slash at its end, the folder behind it would be told
	s := &Standing{dir: dir}
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() { // to open a pipe would not end
		return s
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return s
	}
	defer root.Close()
	if s.folder, err = root.Stat("."); err != nil {
		return s
	}
	if s.listed, err = listedIn(root.FS()); err != nil {
		return s
	}
	all, err := regularFiles(os.DirFS(dir))
	if err != nil {
		return s
	}
	s.files = make(map[string]fileSeen, len(all))
	buffers := sync.Pool{New: func() any { return new([64 << 10]byte) }}
	for i, was := range parallel.Map(all, func(f found) (was fileSeen) {
		if !s.listed[f.path] || !f.regular {
			return was
		}
		buffer := buffers.Get().(*[64 << 10]byte)
		defer buffers.Put(buffer)
		was, _ = lookAt(filepath.Join(dir, filepath.FromSlash(f.path)), buffer[:])
		return was
	}) {
		if was.info == nil {
			s.odd = true
			continue
		}
		s.files[all[i].path] = was
	}
	return s
}

// lookAt reads a file, but neither a device nor a pipe, which might never end.
func lookAt(name string, buffer []byte) (was fileSeen, err error) {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return was, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return was, err
	}
	if !info.Mode().IsRegular() {
		return was, errIrregular
	}
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, buffer); err != nil { // an *os.File would bring a buffer of its own
		return was, err
	}
	was.info = info
	h.Sum(was.sum[:0])
	return was, nil
}

// Holds reports whether what stands is a whole site as Write leaves it, byte for
// byte, and the one with this digest.
func (s *Standing) Holds(digest []byte) (Report, bool) {
	if s == nil || s.odd || len(s.files) == 0 {
		return Report{}, false
	}
	report := Report{Files: len(s.files), Kept: len(s.files), Digest: digest}
	files := make([]File, 0, len(s.files))
	for path, was := range s.files {
		if !plainMode(was.info.Mode()) {
			return Report{}, false
		}
		report.Bytes += int(was.info.Size())
		files = append(files, File{Path: path, sum: was.sum})
	}
	slices.SortFunc(files, byPath)
	return report, string(digestOf(files)) == string(digest)
}

// digestOf is one sum for the paths and bytes of all files, which are sorted and
// summed.
func digestOf(files []File) []byte {
	h := sha256.New()
	for _, f := range files {
		h.Write(f.sum[:])
		fmt.Fprintf(h, "%q\n", f.Path)
	}
	return h.Sum(nil)
}

// File returns the file that stands at a path, if it has these bytes and is as
// Write makes it. It need not be read again to be kept there.
func (s *Standing) File(path, source string, sum [sha256.Size]byte) (File, bool) {
	if !s.has(path, sum) {
		return File{}, false
	}
	return File{Path: path, Source: source, sum: sum, place: inFolder{s, path}}, true
}

func (s *Standing) has(path string, sum [sha256.Size]byte) bool {
	if s == nil {
		return false
	}
	was, ok := s.files[path]
	return ok && was.sum == sum && plainMode(was.info.Mode())
}

// isFolder reports whether the folder that was looked at is this one. A build
// puts a new folder in the place of the old one, and systems give the number of
// a removed folder to a new one.
func (s *Standing) isFolder(now fs.FileInfo) bool {
	return s != nil && s.folder != nil && os.SameFile(s.folder, now) && s.folder.ModTime().Equal(now.ModTime())
}

// still reports whether a file that is found now is the one that was looked at.
func (s *Standing) still(path string, now fs.FileInfo) bool {
	was := s.files[path].info
	return was != nil && os.SameFile(was, now) && was.Size() == now.Size() && was.ModTime().Equal(now.ModTime()) && was.Mode() == now.Mode()
}

// Err returns the first error of reading a file again. Its bytes were then
// missing, and what was concluded from them is void.
func (s *Standing) Err() error {
	if s == nil {
		return nil
	}
	return s.err()
}

// An inFolder is the place of a file that stands in the folder.
type inFolder struct {
	s    *Standing
	path string
}

func (p inFolder) size() int { return int(p.s.files[p.path].info.Size()) }

func (p inFolder) appendTo(b []byte) ([]byte, error) {
	root, err := os.OpenRoot(p.s.dir)
	if err != nil {
		return b, errors.Join(ErrChanged, err)
	}
	defer root.Close()
	data, err := readRegular(root.FS(), p.path)
	if err != nil {
		err = errors.Join(ErrChanged, cause(err))
	} else if sha256.Sum256(data) != p.s.files[p.path].sum {
		err = ErrChanged
	}
	if err != nil {
		return b, fmt.Errorf("read %s, which stood in %s: %w", p.path, p.s.dir, err)
	}
	return append(b, data...), nil
}

func (p inFolder) fail(err error) { p.s.note(err) }
