package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path"
	"slices"
	"time"

	"sharingthecost/internal/parallel"
)

// Options say where the project lies, so that Write never puts a site over it.
type Options struct {
	Project string   // the project's root; the target may neither be nor hold it. Empty: not checked
	Inputs  []string // folders in Project that are read; the target may neither be, hold nor lie in one
	Program string   // the program's version, for the manifest; may be empty
}

// A Report says what Write did, or what Intact found. Files and Bytes count the
// whole site with its manifest.
type Report struct {
	Files, Bytes int
	Written      int               // files that are new, or other than before
	Kept         int               // files with the bytes and times that they had
	Digest       [sha256.Size]byte // of the manifest, and so of the whole site
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
	w, err := openWriter(dir, o)
	if err != nil {
		return Report{}, err
	}
	defer w.root.Close()
	if err := w.lock(); err != nil {
		return Report{}, err
	}
	defer func() { err = errors.Join(err, w.unlock()) }()
	if err := w.clean(); err != nil {
		return Report{}, err
	}
	return w.replace(t.Files())
}

// replace builds the new site in the work folder and puts it in the place of the
// old one. The lock is held.
func (w *writer) replace(files []File) (Report, error) {
	old, err := w.inspect()
	if err != nil {
		return Report{}, err
	}
	manifest := manifestOf(files, w.o.Program)
	raw := manifest.Encode()
	files = append(files, File{Path: ManifestName, Data: raw})
	report := Report{Files: len(files), Digest: sha256.Sum256(raw)}
	times := make([]time.Time, len(files))
	for i, e := range append(manifest.Files, entryOf(files[len(files)-1])) {
		report.Bytes += e.Bytes
		if was := old.files[e.Path]; was.SHA256 == e.SHA256 && was.intact() {
			times[i] = was.info.ModTime()
			report.Kept++
		}
	}
	if old.intact() && bytes.Equal(old.manifest, raw) {
		return report, nil
	}
	report.Written = report.Files - report.Kept
	if err := w.build(files, times); err != nil {
		return Report{}, err
	}
	if err := w.swap(); err != nil {
		return Report{}, err
	}
	return report, nil
}

// build writes all files into the new folder in the work folder, each with the
// time of its last change, or the time of now where that is zero.
func (w *writer) build(files []File, times []time.Time) error {
	for _, dir := range folders(files) {
		name := path.Join(w.work, newName, dir)
		if err := errors.Join(w.root.Mkdir(name, 0o755), w.root.Chmod(name, 0o755)); err != nil { // the umask may have taken some away
			return w.failed("make the folder", name, err)
		}
	}
	failed := make([]error, len(files))
	parallel.Do(len(files), func(i int) {
		name := path.Join(w.work, newName, files[i].Path)
		failed[i] = w.failed("write", name, w.write(name, files[i].Bytes(), times[i]))
	})
	if i := slices.IndexFunc(failed, func(err error) bool { return err != nil }); i >= 0 {
		return failed[i] // a full disk fails all that follow
	}
	return nil
}

func (w *writer) write(name string, data []byte, modified time.Time) error {
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil || modified.IsZero() {
		return err
	}
	return w.root.Chtimes(name, time.Time{}, modified)
}

// folders lists the folders that the files need, those that hold others first.
func folders(files []File) []string {
	seen := map[string]bool{".": true}
	out := []string{"."}
	for _, f := range files {
		for dir := path.Dir(f.Path); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			out = append(out, dir)
		}
	}
	slices.Sort(out)
	return out
}
