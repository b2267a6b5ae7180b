package output

import (
	"errors"
	"os"
	"path"

	"sharingthecost/internal/parallel"
)

// flush makes the new site safe against a power cut before it takes its place.
func (w *writer) flush(fresh string, files []File) error {
	return w.step("flush", fresh, func() error {
		dir, err := w.root.Open(fresh)
		if err != nil {
			return err
		}
		defer dir.Close()
		if done, err := flushAll(dir); done {
			return err
		}
		failed := make([]error, len(files))
		parallel.Do(len(files), func(i int) { failed[i] = w.flushFile(path.Join(fresh, files[i].Path)) })
		return errors.Join(failed...)
	})
}

func (w *writer) flushFile(name string) error {
	f, err := w.root.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
