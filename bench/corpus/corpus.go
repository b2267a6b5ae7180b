// Package corpus writes a site of N explainer pages, the same bodies for every program that the benchmark compares.
// Each page has some 900 words with headings, a list, a quotation, links to other pages, footnotes, a table and two
// blocks of code. A page depends on its number alone and, for its links, on N.
package corpus

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The parts of the two projects that are not pages.
//
//go:embed all:own all:hugo
var projects embed.FS

// Write writes N pages into a new folder: for kind "own" with templates and styles of this project, for "hugo" with
// Hugo's.
func Write(out, kind string, n int, project string) error {
	parts, err := fs.Sub(projects, kind)
	if err != nil {
		return err
	}
	pages, g := filepath.Join(out, "content", "explainers"), grammar()
	err = errors.Join(os.CopyFS(out, parts), os.MkdirAll(pages, 0o755))
	if kind == "own" {
		err = errors.Join(err, Copy(out, project, "templates", "static"))
	}
	for i := 0; i < n && err == nil; i++ {
		err = os.WriteFile(filepath.Join(pages, slug(g.title(i))+".md"), []byte(g.page(i, n, kind == "own")), 0o644)
	}
	return err
}

// Copy copies folders of a project.
func Copy(out, project string, folders ...string) error {
	for _, f := range folders {
		if err := os.CopyFS(filepath.Join(out, f), os.DirFS(filepath.Join(project, f))); err != nil {
			return fmt.Errorf("copying %s: %w", f, err)
		}
	}
	return nil
}

func slug(title string) string {
	return strings.NewReplacer(" ", "-", ",", "").Replace(strings.ToLower(title))
}
