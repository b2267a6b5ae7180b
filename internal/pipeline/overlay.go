package pipeline

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"sharingthecost"
)

// An overlay is a project's folder with the default look behind it: what the
// project has is the project's, file by file, and what it lacks is built in.
type overlay struct{ project, look fs.FS }

// Open opens a file or folder of the project, or else of the look. What the
// project has and cannot be opened is an error, not a missing file.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.project.Open(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return f, err
	}
	if built, missing := o.look.Open(name); missing == nil {
		return built, nil
	}
	return nil, err
}

// ReadDir lists what the project and the look have in a folder, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.project, name)
	built, missing := fs.ReadDir(o.look, name)
	if missing != nil || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return entries, err
	}
	all := map[string]fs.DirEntry{}
	for _, e := range append(built, entries...) {
		all[e.Name()] = e
	}
	return slices.SortedFunc(maps.Values(all), func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) }), nil
}

// An Override is a file of a project that changes the default look.
type Override struct {
	Path    string
	Instead bool // it stands in the place of a built-in file
}

// Overrides lists what a project changes of the default look: its own templates,
// style sheets and scripts. A copy that says the same as the built-in file changes
// nothing.
func (s *Snapshot) Overrides() []Override {
	var out []Override
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		built, err := fs.ReadFile(sharingthecost.Look(), name)
		switch {
		case err == nil && !bytes.Equal(built, s.files[name]):
			out = append(out, Override{name, true})
		case err != nil && slices.Contains([]string{"templates", "static/css", "static/js"}, path.Dir(name)):
			out = append(out, Override{name, false})
		}
	}
	return out
}
