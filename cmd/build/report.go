package main

import (
	"fmt"
	"io"
	"io/fs"

	"sharingthecost/internal/diag"
)

// maxShown is how many problems are printed: nobody mends more at once.
const maxShown = 1000

// report prints the problems of a run for people, sorted, and how many there
// are; for a code host as annotations too, where the options ask for it.
func report(w io.Writer, root fs.FS, problems diag.List, o options, color bool) error {
	problems = problems.Sorted()
	shown := problems[:min(len(problems), maxShown)]
	if err := diag.Text(w, shown, linesOf(root), color); err != nil {
		return err
	}
	if o.github {
		if err := diag.Annotations(w, shown); err != nil {
			return err
		}
	}
	noun := "problems"
	if len(problems) == 1 {
		noun = "problem"
	}
	more := ""
	if len(problems) > maxShown {
		more = fmt.Sprintf(", the first %d shown", maxShown)
	}
	_, err := fmt.Fprintf(w, "%d %s%s\n", len(problems), noun, more)
	return err
}

// linesOf reads the lines that problems point to, each file once. None is shown
// of a page whose text was let go and that was saved meanwhile: it has others.
func linesOf(root fs.FS) diag.Lines {
	sources := map[string]*diag.Source{}
	return func(file string, line int) (string, bool) {
		src, known := sources[file]
		if !known {
			if text, err := fs.ReadFile(root, file); err == nil {
				src = diag.NewSource(file, text)
			}
			sources[file] = src
		}
		if src == nil {
			return "", false
		}
		return src.Line(line), true
	}
}
