package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long the disk must be quiet before a burst of changes counts as over,
// and how long a burst may put the build off. Editors that save atomically
// write, rename and touch within a few milliseconds.
const (
	quiet   = 8 * time.Millisecond
	longest = 80 * time.Millisecond
)

// Watch calls changed once when it has begun to watch, then after each burst of
// changes below the named folders of root, never twice at once, until the
// context ends. So no change between the first reading and the watching is missed.
// A folder that is deleted and comes back is watched again. The call after the
// last change always comes.
func Watch(ctx context.Context, root string, folders []string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching %s: %w", root, err)
	}
	defer w.Close()
	if err := w.Add(root); err != nil { // to see a folder come back
		return fmt.Errorf("watching %s: %w", root, err)
	}
	for _, folder := range folders {
		if err := addTree(w, filepath.Join(root, folder)); err != nil {
			return err
		}
	}
	changed()
	for burst(ctx, w, root, folders) {
		changed()
	}
	return nil
}

// burst waits for a change and then for the quiet after it. It reports false
// when the context has ended.
func burst(ctx context.Context, w *fsnotify.Watcher, root string, folders []string) bool {
	var timer <-chan time.Time
	var end time.Time
	for {
		select {
		case <-ctx.Done():
			return false
		case <-w.Errors: // an overflow: something has changed, nobody knows what
			for _, folder := range folders {
				addTree(w, filepath.Join(root, folder))
			}
		case e := <-w.Events:
			if e.Op == fsnotify.Chmod || !concerns(e.Name, root, folders) {
				continue
			}
			if e.Has(fsnotify.Create) {
				addTree(w, e.Name) // files that are already in it are part of this burst
			}
		case <-timer:
			return true
		}
		now := time.Now()
		if timer == nil {
			end = now.Add(longest)
		}
		timer = time.After(min(quiet, max(end.Sub(now), 0)))
	}
}

// concerns reports whether a path is one of the folders or lies below one.
func concerns(name, root string, folders []string) bool {
	rel, err := filepath.Rel(root, name)
	if err != nil {
		return false
	}
	rel = filepath.ToSlash(rel)
	return slices.ContainsFunc(folders, func(folder string) bool { return rel == folder || strings.HasPrefix(rel, folder+"/") })
}

// addTree watches a folder and those below it. What is not a folder, or is
// gone again, is passed over.
func addTree(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("watching %s: %w", dir, err)
		}
		if !d.IsDir() {
			return nil
		}
		if err := w.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("watching %s: %w", name, err)
		}
		return nil
	})
}
