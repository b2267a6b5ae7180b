package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sharingthecost/internal/parallel"
)

// A target is the place of a site, split where os.Root begins.
type target struct {
	shown  string // as the user wrote it
	parent string // absolute, free of symbolic links
	base   string // name in parent
}

// locate finds the target and refuses places where a site must not stand.
func locate(dir string, o Options) (target, error) {
	abs, err := filepath.Abs(dir)
	if dir == "" || err != nil {
		return target{}, &Refusal{"no folder to write to", "name one with -out"}
	}
	parent, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if errors.Is(err, fs.ErrNotExist) {
		return target{}, &Refusal{filepath.Dir(dir) + ", the parent of the folder to write to, does not exist", "make it first, or choose another folder with -out"}
	}
	if err != nil {
		return target{}, fmt.Errorf("find the parent of %s: %w", dir, cause(err))
	}
	t := target{filepath.Clean(dir), parent, filepath.Base(abs)}
	if t.base == string(filepath.Separator) || t.base == filepath.VolumeName(abs) {
		return target{}, &Refusal{dir + " is the root of the file system", "choose another folder with -out"}
	}
	if err := t.irregular(); err != nil {
		return target{}, err
	}
	return t, t.misplaced(o)
}

// irregular refuses a target that exists and is not a folder.
func (t target) irregular() error {
	info, err := os.Lstat(filepath.Join(t.parent, t.base))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at %s: %w", t.shown, cause(err))
	case info.Mode()&fs.ModeSymlink != 0:
		return &Refusal{t.shown + " is a symbolic link", "write to the folder that it points to, or remove the link"}
	case !info.IsDir():
		return &Refusal{t.shown + " is not a folder", "remove it, or choose another folder with -out"}
	}
	return nil
}

// misplaced refuses a target that is or holds the project or an input, or lies
// in an input.
func (t target) misplaced(o Options) error {
	if o.Project == "" {
		return nil
	}
	full := filepath.Join(t.parent, t.base)
	const hint = "choose a folder beside content, such as public, with -out"
	project, err := resolve(o.Project)
	if err != nil {
		return fmt.Errorf("find the project %s: %w", o.Project, cause(err))
	}
	if within(project, full) || sameFolder(project, full) {
		return &Refusal{t.shown + " holds the project itself", hint}
	}
	for _, name := range o.Inputs {
		input, err := resolve(filepath.Join(project, filepath.FromSlash(name)))
		if err != nil {
			return fmt.Errorf("find the folder %s: %w", name, cause(err))
		}
		if within(input, full) || sameFolder(input, full) {
			return &Refusal{t.shown + " holds the input folder " + name, hint}
		}
		if within(full, input) {
			return &Refusal{t.shown + " lies in the input folder " + name, hint}
		}
	}
	return nil
}

// resolve makes a path absolute and free of symbolic links, as far as it exists.
func resolve(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return abs, nil
	}
	return real, err
}

// within reports whether the path inner is outer or lies in it.
func within(inner, outer string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// sameFolder also sees what paths do not show: another spelling on a file system
// without case, a bind mount.
func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// Files that desktops leave in every folder that someone looked into. They are
// no reason to refuse, and are not carried over.
var desktopLitter = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}

// inspect finds what stands at the target and refuses it when any of it was not
// made by the build.
func (w *writer) inspect() (*Standing, error) {
	dir, err := w.root.OpenRoot(w.base)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", w.shown(w.base), cause(err))
	}
	defer dir.Close()
	found, err := regularFiles(os.DirFS(filepath.Join(w.t.parent, w.base)))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", w.shown(w.base), err)
	}
	old := w.o.Standing
	if now, err := dir.Stat("."); err != nil || !old.isFolder(now) {
		old = Look(filepath.Join(w.t.parent, w.base))
	}
	if len(found) == 0 {
		return old, nil
	}
	return old, w.refuse(dir.FS(), found, old.listed)
}

// refuse tells apart the files that the manifest lists, nil where it is not yet
// known, and those of someone else.
func (w *writer) refuse(dir fs.FS, found []found, listed map[string]bool) error {
	if listed == nil {
		var err error
		if listed, err = w.listed(dir); err != nil {
			return err
		}
	}
	if text := strangers(found, listed); text != "" {
		return &Refusal{w.t.shown + " has " + text + " that the build did not make", "nothing was changed; move it away first (files for every build belong in static)"}
	}
	return nil
}

// listed reads which files are the build's, or says why that cannot be known.
func (w *writer) listed(dir fs.FS) (map[string]bool, error) {
	const hint = "nothing in it was changed; choose another folder with -out, or move away what is in it"
	listed, err := listedIn(dir)
	var unread *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, errIrregular):
		return nil, &Refusal{w.t.shown + " was not made by this program: it has no " + ManifestName, hint}
	case errors.As(err, &unread):
		return nil, fmt.Errorf("read %s: %w", w.shown(path.Join(w.base, ManifestName)), cause(err))
	case err != nil:
		return nil, &Refusal{w.t.shown + " was not made by this program: " + err.Error(), hint}
	}
	return listed, nil
}

// listedIn names the files that the manifest in a folder lists, and itself.
func listedIn(dir fs.FS) (map[string]bool, error) {
	raw, err := readRegular(dir, ManifestName)
	if err != nil {
		return nil, err
	}
	m, err := ParseManifest(raw)
	if err != nil {
		return nil, err
	}
	listed := make(map[string]bool, len(m.Files)+1)
	listed[ManifestName] = true
	for _, e := range m.Files {
		listed[e.Path] = true
	}
	return listed, nil
}

// A found is a file or other entry of a folder, folders left out.
type found struct {
	path    string
	regular bool
}

// regularFiles lists what lies in a folder and the folders in it, sorted by path.
func regularFiles(dir fs.FS) ([]found, error) {
	type listing struct {
		entries []fs.DirEntry
		err     error
	}
	var out []found
	for level := []string{"."}; len(level) > 0; {
		var next []string
		for i, l := range parallel.Map(level, func(name string) (l listing) {
			l.entries, l.err = fs.ReadDir(dir, name)
			return l
		}) {
			if l.err != nil {
				return nil, fmt.Errorf("%s: %w", level[i], cause(l.err))
			}
			for _, e := range l.entries {
				switch p := path.Join(level[i], e.Name()); {
				case e.IsDir():
					next = append(next, p)
				case !(desktopLitter[e.Name()] && e.Type().IsRegular()):
					out = append(out, found{p, e.Type().IsRegular()})
				}
			}
		}
		level = next
	}
	slices.SortFunc(out, func(a, b found) int { return strings.Compare(a.path, b.path) })
	return out, nil
}

// strangers names the first entries that the manifest does not explain.
func strangers(all []found, listed map[string]bool) string {
	var names []string
	more := 0
	for _, f := range all {
		if listed[f.path] && f.regular {
			continue
		}
		if len(names) == 3 {
			more++
			continue
		}
		names = append(names, quote(f.path))
	}
	if more > 0 {
		return fmt.Sprintf("%s and %d more files", strings.Join(names, ", "), more)
	}
	return strings.Join(names, ", ")
}
