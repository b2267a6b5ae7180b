package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"sharingthecost/internal/parallel"
)

// Options say where the project lies, so that Write never puts a site over it,
// and how careful to be.
type Options struct {
	Project string   // the project's root; the target may neither be nor hold it. Empty: not checked
	Inputs  []string // folders in Project that are read; the target may neither be, hold nor lie in one
	Program string   // the program's version, for the manifest; may be empty
	Durable bool     // flush the new site to the disk before it takes the old one's place

	// Standing is what Look found at the target, so that no file is read twice; nil:
	// Write looks itself. It does so too when another build has been there since.
	Standing *Standing

	// Step, if not nil, is called before each change on disk with what it is:
	// "write .public.build/new/index.html". Files are then written one by one.
	Step func(what string)

	noExchange bool // tests: act as on a file system that cannot exchange folders
}

// A Report says what Write did. Files and Bytes count the whole site with its
// manifest.
type Report struct {
	Files, Bytes int
	Written      int    // files written
	Kept         int    // files left as they were: linked, or not touched
	Digest       []byte // of the whole site, for Standing.Holds
}

// Changed reports whether anything was written.
func (r Report) Changed() bool { return r.Written > 0 }

// A Refusal is an error that the user can mend: the target is not a folder that
// the build may replace, or another build is running. Hint says what to do.
type Refusal struct{ Text, Hint string }

func (r *Refusal) Error() string { return r.Text }

// Write makes the folder dir hold exactly the files of the tree and a manifest.
// The package documentation lists what it promises. The parent of dir must
// exist. Errors name the path and what was being done to it; those that the
// user can mend are of type *Refusal.
func Write(t *Tree, dir string, o Options) (report Report, err error) {
	target, err := locate(dir, o)
	if err != nil {
		return Report{}, err
	}
	w, err := openWriter(target, o)
	if err != nil {
		return Report{}, err
	}
	defer w.root.Close()
	release, err := w.lock()
	if err != nil {
		return Report{}, err
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := w.clean(); err != nil {
		return Report{}, err
	}
	return w.replace(t)
}

// replace builds the new site in the work folder and exchanges it with the old
// one. The lock is held.
func (w *writer) replace(t *Tree) (Report, error) {
	old, err := w.inspect()
	if err != nil {
		return Report{}, err
	}
	files := t.summed()
	files = append(files, File{Path: ManifestName, Data: manifestOf(files, w.o.Program).Encode()}.Summed())
	slices.SortFunc(files, byPath)
	report := Report{Files: len(files), Digest: digestOf(files)}
	for _, f := range files {
		report.Bytes += f.Size()
	}
	if w.stands(files, old) {
		report.Kept = len(files)
		return report, nil
	}
	if report.Kept, err = w.build(files, old); err != nil {
		return Report{}, err
	}
	report.Written = report.Files - report.Kept
	if err := w.swap(old != nil); err != nil {
		return Report{}, err
	}
	return report, nil
}

// stands reports whether the old site has just these files, and they are still
// those that were read, perhaps long ago.
func (w *writer) stands(files []File, old *Standing) bool {
	if old == nil || len(old.files) != len(files) {
		return false
	}
	for _, f := range files {
		if !old.has(f.Path, f.sum) {
			return false
		}
	}
	var other atomic.Bool
	parallel.Do(len(files), func(i int) {
		now, err := os.Lstat(w.full(path.Join(w.base, files[i].Path)))
		if err != nil || !old.still(files[i].Path, now) {
			other.Store(true)
		}
	})
	return !other.Load()
}

// plainMode reports whether a file is as Write makes it. Windows keeps no
// permissions.
func plainMode(m fs.FileMode) bool {
	return m.IsRegular() && (runtime.GOOS == "windows" || m.Perm() == 0o644)
}

// build writes all files into the new folder in the work folder. It links those
// that the old one has, and tells how many these are.
func (w *writer) build(files []File, old *Standing) (kept int, err error) {
	fresh := path.Join(w.work, "new")
	for _, level := range folders(files) {
		if err := w.each(len(level), func(i int) error { return w.mkdir(path.Join(fresh, level[i])) }); err != nil {
			return 0, err
		}
	}
	var linked atomic.Int64
	err = w.each(len(files), func(i int) error {
		to := path.Join(fresh, files[i].Path)
		if old.has(files[i].Path, files[i].sum) && w.link(files[i].Path, to, old) == nil {
			linked.Add(1)
			return nil
		}
		data, err := files[i].read()
		if err != nil {
			return fmt.Errorf("write %s: %w", w.shown(to), err)
		}
		return w.write(to, data)
	})
	if err == nil && w.o.Durable {
		err = w.flush(fresh, files)
	}
	return int(linked.Load()), err
}

// each calls do for the numbers below n, side by side where nobody follows the
// steps, and returns the first error.
func (w *writer) each(n int, do func(i int) error) error {
	failed := make([]error, n)
	if w.o.Step == nil {
		parallel.Do(n, func(i int) { failed[i] = do(i) })
	} else {
		for i := range n {
			if failed[i] = do(i); failed[i] != nil {
				break
			}
		}
	}
	i := slices.IndexFunc(failed, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return failed[i]
}

// folders lists the folders that the files need: those of a level after those
// that they lie in.
func folders(files []File) [][]string {
	seen := map[string]bool{".": true}
	levels := [][]string{{"."}}
	for _, f := range files {
		for dir := path.Dir(f.Path); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			level := strings.Count(dir, "/") + 1
			for len(levels) <= level {
				levels = append(levels, nil)
			}
			levels[level] = append(levels[level], dir)
		}
	}
	return levels
}

func (w *writer) mkdir(name string) error {
	return w.step("make the folder", name, func() error {
		if os.Mkdir(w.full(name), 0o755) != nil {
			if err := w.root.Mkdir(name, 0o755); err != nil { // it can make longer paths
				return err
			}
		}
		w.umask.Do(func() {
			info, err := w.root.Lstat(name)
			w.masked = err != nil || info.Mode() != fs.ModeDir|0o755
		})
		if !w.masked {
			return nil
		}
		return w.root.Chmod(name, 0o755)
	})
}

// link gives a file of the old site a second name in the new one. If it is no
// longer the file that was looked at, the name is taken away again.
func (w *writer) link(name, to string, old *Standing) error {
	return w.step("link", to, func() error {
		if err := os.Link(w.full(path.Join(w.base, name)), w.full(to)); err != nil {
			return err
		}
		now, err := os.Lstat(w.full(to))
		if err == nil && old.still(name, now) {
			return nil
		}
		return errors.Join(err, ErrChanged, w.root.Remove(to))
	})
}

// full is the path of something in the parent, for calls that are made for every
// file and folder: w.root would open each folder on the way. What it leads to is
// the new folder, which this build has made, or a file of the old site, which is
// then held to be the one that was read.
func (w *writer) full(name string) string { return filepath.Join(w.t.parent, filepath.FromSlash(name)) }

func (w *writer) write(name string, data []byte) error {
	return w.step("write", name, func() error {
		f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		if runtime.GOOS != "windows" {
			err = errors.Join(err, f.Chmod(0o644))
		}
		return errors.Join(err, f.Close())
	})
}

// step announces a change on disk, makes it, and wraps its error with the path.
func (w *writer) step(doing, name string, change func() error) error {
	if w.o.Step != nil {
		w.o.Step(doing + " " + name)
	}
	if err := change(); err != nil {
		return fmt.Errorf("%s %s: %w", doing, w.shown(name), cause(err))
	}
	return nil
}
