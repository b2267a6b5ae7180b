package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"sharingthecost/internal/parallel"
)

// A site is a written site as it is now: every file that its manifest lists, and
// the manifest, read and compared with what was written. Without a site to read
// both are empty.
type site struct {
	manifest []byte
	files    map[string]foundFile // by path
}

// A foundFile is a file that the manifest lists, as it is now.
type foundFile struct {
	Entry
	info       fs.FileInfo
	difference string // from what was written: "is missing"
	err        error  // why it could not be read
}

// intact reports whether a file is as Write made it. Windows keeps no permissions.
func (f foundFile) intact() bool {
	return f.difference == "" && f.err == nil && (runtime.GOOS == "windows" || f.info.Mode() == 0o644)
}

// readSite reads the site in a folder. It fails when the manifest cannot be read.
func readSite(dir fs.FS) (site, error) {
	raw, _, err := readRegular(dir, ManifestName)
	if err != nil {
		return site{}, fmt.Errorf("read the manifest: %w", err)
	}
	m, err := ParseManifest(raw)
	if err != nil {
		return site{}, err
	}
	s := site{raw, make(map[string]foundFile, len(m.Files)+1)}
	listed := append(m.Files, entryOf(File{Path: ManifestName, Data: raw}))
	for i, f := range parallel.Map(listed, func(e Entry) foundFile { return readListed(dir, e) }) {
		s.files[listed[i].Path] = f
	}
	return s, nil
}

func readListed(dir fs.FS, e Entry) foundFile {
	f := foundFile{Entry: e}
	data, info, err := readRegular(dir, e.Path)
	f.info = info
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.difference = "is missing"
	case errors.Is(err, errIrregular):
		f.difference = "is not a regular file"
	case err != nil:
		f.err = fmt.Errorf("read %s: %w", e.Path, cause(err))
	default:
		f.difference = e.Difference(data)
	}
	return f
}

var errIrregular = errors.New("not a regular file")

// readRegular reads a file, but neither through a symbolic link nor from a
// device or pipe, which might never end.
func readRegular(dir fs.FS, p string) ([]byte, fs.FileInfo, error) {
	info, err := fs.Lstat(dir, p)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errIrregular
	}
	data, err := fs.ReadFile(dir, p)
	return data, info, err
}

// Files that desktops leave in every folder that someone looked into. They are
// no reason to refuse a folder, and are not carried over.
var desktopLitter = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}

// foreign lists what lies in the folder and is no regular file of the site, in
// the order of the folder. Regular files with the given names are passed over.
func (s site) foreign(dir fs.FS, passed map[string]bool) (out []string, err error) {
	err = fs.WalkDir(dir, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %w", p, cause(err))
		}
		if d.IsDir() || d.Type().IsRegular() && (s.has(p) || passed[d.Name()]) {
			return nil
		}
		out = append(out, p)
		return nil
	})
	return out, err
}

func (s site) has(path string) bool {
	_, ok := s.files[path]
	return ok
}

// intact reports whether there is a site, and all its files are as Write made them.
func (s site) intact() bool {
	for _, f := range s.files {
		if !f.intact() {
			return false
		}
	}
	return len(s.files) > 0
}

// Intact describes the site in a folder, if it is as [Write] left it: the
// files that its manifest lists, byte for byte, and nothing else but what desktops
// leave. It changes nothing and takes no lock. All files are read, so the Digest
// is that of Write exactly when what was written is still there.
func Intact(dir string) (Report, bool) {
	dir = filepath.Clean(dir) // with a slash at its end a link would be followed
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return Report{}, false
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, false
	}
	defer root.Close()
	s, unread := readSite(root.FS())
	foreign, err := s.foreign(root.FS(), desktopLitter)
	if unread != nil || err != nil || len(foreign) > 0 || !s.intact() {
		return Report{}, false
	}
	r := Report{Files: len(s.files), Kept: len(s.files), Digest: sha256.Sum256(s.manifest)}
	for _, f := range s.files {
		r.Bytes += f.Bytes
	}
	return r, true
}

// A Difference is one way in which a folder is not what its manifest says.
type Difference struct {
	Path string
	Text string // "is missing", "is not in build.json", "has 12 bytes, not 14"
}

// Verify compares a folder with the manifest in it. It returns the differences
// sorted by path, and an error when the manifest or a file cannot be read.
func Verify(dir fs.FS) ([]Difference, error) {
	s, err := readSite(dir)
	if err != nil {
		return nil, err
	}
	foreign, err := s.foreign(dir, nil)
	if err != nil {
		return nil, fmt.Errorf("read %w", err)
	}
	var out []Difference
	for _, f := range s.files {
		if f.err != nil {
			return nil, f.err
		}
		if f.difference != "" {
			out = append(out, Difference{f.Path, f.difference})
		}
	}
	for _, p := range foreign {
		if !s.has(p) {
			out = append(out, Difference{p, "is not in " + ManifestName})
		}
	}
	slices.SortFunc(out, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// cause strips the path that the os package puts into its errors: messages here
// name the path themselves.
func cause(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}
