package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
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
	info, err := os.Lstat(filepath.Join(t.parent, t.base))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return target{}, fmt.Errorf("inspect %s: %w", t.shown, cause(err))
	case info.Mode()&fs.ModeSymlink != 0:
		return target{}, &Refusal{t.shown + " is a symbolic link", "write to the folder that it points to, or remove the link"}
	case !info.IsDir():
		return target{}, &Refusal{t.shown + " is not a folder", "remove it, or choose another folder with -out"}
	}
	return t, t.misplaced(o)
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
	if within(project, full) {
		return &Refusal{t.shown + " holds the project itself", hint}
	}
	for _, name := range o.Inputs {
		input, err := resolve(filepath.Join(project, filepath.FromSlash(name)))
		if err != nil {
			return fmt.Errorf("find the folder %s: %w", name, cause(err))
		}
		if within(input, full) {
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

// within reports whether the path inner is outer or lies in it. That two are the
// same folder is seen too where paths do not show it: another spelling on a file
// system without case, a bind mount.
func within(inner, outer string) bool {
	if rel, err := filepath.Rel(outer, inner); err == nil && filepath.IsLocal(rel) {
		return true
	}
	x, _ := os.Stat(inner)
	y, _ := os.Stat(outer)
	return os.SameFile(x, y) // false where one of them does not exist
}

// inspect reads the old site at the target, and refuses the target when any of
// it was not made by the build.
func (w *writer) inspect() (site, error) {
	dir, err := w.root.OpenRoot(w.base)
	if errors.Is(err, fs.ErrNotExist) {
		return site{}, nil
	}
	if err != nil {
		return site{}, w.failed("open", w.base, err)
	}
	defer dir.Close()
	old, unread := readSite(dir.FS())
	foreign, err := old.foreign(dir.FS(), desktopLitter)
	if err != nil {
		return site{}, fmt.Errorf("read %s: %w", w.nameOf(w.base), err)
	}
	if len(foreign) == 0 {
		return old, nil // or an empty folder: a manifest that could not be read would be foreign
	}
	const hint = "nothing in it was changed; choose another folder with -out, or move away what is in it"
	switch {
	case unread == nil:
		return site{}, &Refusal{w.shown + " has " + few(foreign) + " that the build did not make", "nothing was changed; move it away first (files for every build belong in static)"}
	case errors.Is(unread, fs.ErrNotExist), errors.Is(unread, errIrregular):
		return site{}, &Refusal{w.shown + " was not made by this program: it has no " + ManifestName, hint}
	case errors.As(unread, new(*fs.PathError)):
		return site{}, w.failed("read", path.Join(w.base, ManifestName), unread)
	}
	return site{}, &Refusal{w.shown + " was not made by this program: " + unread.Error(), hint}
}

// few names the first of some files and counts the others.
func few(names []string) string {
	const most = 3
	text := quote(strings.Join(names[:min(len(names), most)], `", "`))
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more files", more)
	}
	return text
}
