package command

import (
	"fmt"
	"io/fs"

	"sharingthecost/internal/diag"
)

// maxShown is how many problems are printed: nobody mends more at once.
const maxShown = 1000

// Report prints the problems of a run for people, sorted, and how many there
// are; for a code host as annotations too, where the options ask for it.
func (t Terminal) Report(root fs.FS, problems diag.List, o Options) error {
	problems = t.sorted(problems)
	shown := problems[:min(len(problems), maxShown)]
	if err := diag.Text(t.Err, shown, Lines(root), t.Color); err != nil {
		return err
	}
	if o.GitHub {
		if err := diag.Annotations(t.Err, shown); err != nil {
			return err
		}
	}
	more := ""
	if len(problems) > maxShown {
		more = fmt.Sprintf(", the first %d shown", maxShown)
	}
	_, err := fmt.Fprintf(t.Err, "%s%s\n", Count(len(problems), "problem"), more)
	return err
}

// sorted sorts problems, their commands as one would type them here.
func (t Terminal) sorted(problems diag.List) diag.List {
	problems = problems.Sorted()
	for i := range problems {
		problems[i].Hint = t.Commands(problems[i].Hint)
	}
	return problems
}

// Lines reads the lines that problems point to, each file once.
func Lines(root fs.FS) diag.Lines {
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
