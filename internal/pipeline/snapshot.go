package pipeline

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"sharingthecost"
	"sharingthecost/internal/content"
	"sharingthecost/internal/memo"
	"sharingthecost/internal/parallel"
)

// A Snapshot is the project's inputs as they were when they were read, the default
// look behind them, so that a site is made of just those files and bytes, whatever
// is saved meanwhile. What
// is no input, or no regular file, is asked of the project itself, which says
// what is wrong with it.
type Snapshot struct {
	fs.FS
	files   map[string][]byte
	folders map[string][]fs.DirEntry
}

// Snap reads all inputs of a project. The error is a failure to read one of them.
func Snap(root fs.FS) (*Snapshot, error) {
	root = overlay{root, sharingthecost.Look()}
	s := &Snapshot{root, map[string][]byte{}, map[string][]fs.DirEntry{}}
	var names []string
	for _, dir := range Inputs {
		more, err := s.list(dir)
		if err != nil {
			return nil, err
		}
		names = append(names, more...)
	}
	texts, failures := make([][]byte, len(names)), make([]error, len(names))
	parallel.Do(len(names), func(i int) { texts[i], failures[i] = fs.ReadFile(root, names[i]) })
	for i, name := range names {
		s.files[name] = texts[i]
	}
	if err := errors.Join(failures...); err != nil {
		return nil, fmt.Errorf("read the inputs: %w", err)
	}
	return s, nil
}

// list takes down what lies in a folder and in those below it, and names its
// regular files. A folder that is not there is listed by whoever asks for it.
func (s *Snapshot) list(dir string) (names []string, err error) {
	entries, err := fs.ReadDir(s.FS, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the folder %s: %w", dir, err)
	}
	s.folders[dir] = entries
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case content.PassedOver(e.Name()), !fs.ValidPath(name): // the latter is a problem for content.Files
		case e.IsDir():
			more, err := s.list(name)
			if err != nil {
				return nil, err
			}
			names = append(names, more...)
		case e.Type().IsRegular():
			names = append(names, name)
		}
	}
	return names, nil
}

// ReadFile returns a file as it was. It must not be changed.
func (s *Snapshot) ReadFile(name string) ([]byte, error) {
	if text, ok := s.files[name]; ok {
		return text, nil
	}
	return fs.ReadFile(s.FS, name)
}

// ReadDir lists a folder as it was.
func (s *Snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, ok := s.folders[name]; ok {
		return slices.Clone(entries), nil
	}
	return fs.ReadDir(s.FS, name)
}

// Size is the number of bytes of all inputs.
func (s *Snapshot) Size() int {
	n := 0
	for _, text := range s.files {
		n += len(text)
	}
	return n
}

// Key stands for a site made of these inputs in a deployment: for all that its
// bytes depend on, besides the program.
func (s *Snapshot) Key(d Deployment, drafts bool) memo.Key {
	return s.key("site", fmt.Appendf(nil, "%+v %v", d, drafts), func(_ string, text []byte) int { return len(text) })
}

// withoutTexts stands for the same but for the texts of pages.
func (s *Snapshot) withoutTexts(pages []*content.Page, o Options) memo.Key {
	starts := map[string]int{}
	for _, p := range pages {
		starts[p.Path] = p.Start
	}
	return s.key("all but texts", fmt.Appendf(nil, "%+v %v", o.Deployment, o.Drafts), func(name string, text []byte) int {
		if start, ok := starts[name]; ok {
			return start
		}
		return len(text)
	})
}

// withoutPages stands for all inputs that are no pages.
func (s *Snapshot) withoutPages() memo.Key {
	return s.key("records", nil, func(name string, text []byte) int {
		if path.Ext(name) == ".md" {
			return 0
		}
		return len(text)
	})
}

// key hashes what is given and the inputs, each up to some place.
func (s *Snapshot) key(step string, given []byte, end func(name string, text []byte) int) memo.Key {
	names := slices.Sorted(maps.Keys(s.files))
	sums := parallel.Map(names, func(name string) [sha256.Size]byte {
		text := s.files[name]
		return sha256.Sum256(text[:end(name, text)])
	})
	parts := [][]byte{given}
	for _, dir := range slices.Sorted(maps.Keys(s.folders)) { // what is no regular file is a problem, or will be
		for _, e := range s.folders[dir] {
			if !content.PassedOver(e.Name()) && (!e.Type().IsRegular() || !fs.ValidPath(e.Name())) {
				parts = append(parts, fmt.Appendf(nil, "%q %v", path.Join(dir, e.Name()), e.Type()))
			}
		}
	}
	for i, name := range names {
		parts = append(parts, []byte(name), sums[i][:])
	}
	return memo.KeyOf(step, parts...)
}
